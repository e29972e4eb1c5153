import { integerFormat } from './codec/fixed-width.ts';

/** `short`: 2 bytes, as Kafka's ShortSerializer writes them. */
export const short = integerFormat(2, 'a 16-bit signed integer, big-endian, in 2 bytes');
