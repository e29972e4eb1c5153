import { integerFormat } from './codec/fixed-width.ts';

/** `integer`: 4 bytes, as Kafka's IntegerSerializer writes them. */
export const integer = integerFormat(4, 'a 32-bit signed integer, big-endian, in 4 bytes');
