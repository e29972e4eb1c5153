import { integerFormat } from './codec/fixed-width.ts';

/** `long`: 8 bytes, as Kafka's LongSerializer writes them. */
export const long = integerFormat(8, 'a 64-bit signed integer, big-endian, in 8 bytes');
