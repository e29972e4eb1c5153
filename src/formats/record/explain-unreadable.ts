import type { Part } from '../codec/codec.ts';
import { Unfit } from '../codec/unfit.ts';
import { type PlainFormatName, plainFormats } from '../plain-formats.ts';

/** What is known of bytes that a format could not read. */
export interface Unreadable {
  readonly part: Part;
  readonly bytes: Uint8Array;
  /** The format's name. */
  readonly format: string;
  readonly reason: string;
}

const SHOWN_BYTES = 16;
/** Longer bytes are not tried: the first formats would parse all of them only to make a hint. */
const MOST_TRIED_BYTES = 65_536;

/**
 * Why, what is there, and what would have worked:
 * `the value is not long: 5 bytes, where 8 are needed (5 bytes: 68 65 6c 6c 6f); it can be read as string`
 */
export function explainUnreadable(unreadable: Unreadable): string {
  const { bytes, format } = unreadable;
  const others = readableAs(bytes).filter((name) => name !== format);
  const framed = looksFramed(bytes)
    ? `; it starts like the Confluent wire format with schema id ${schemaIdOf(bytes)}`
    : '';
  return `${nameUnreadable(unreadable)} (${showBytes(bytes)})${framed}; it can be read as ${others.join(', ')}`;
}

/** Only why. */
export function nameUnreadable({ part, format, reason }: Unreadable): string {
  return `the ${part} is not ${format}: ${reason}`;
}

/** `5 bytes: 68 65 6c 6c 6f`, at most the first 16. */
function showBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return '0 bytes';
  const hex = [...bytes.subarray(0, SHOWN_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const rest = bytes.length > SHOWN_BYTES ? ' …' : '';
  return `${bytes.length === 1 ? '1 byte' : `${bytes.length} bytes`}: ${hex}${rest}`;
}

/** What any bytes of the right length are, text too. */
const ANY_BYTES: readonly PlainFormatName[] = ['short', 'integer', 'float', 'long', 'double', 'msgpack'];

/** Of the plain formats those that can read the bytes; `bytes` always can. */
function readableAs(bytes: Uint8Array): readonly PlainFormatName[] {
  if (bytes.length > MOST_TRIED_BYTES) return ['bytes'];
  const able = (Object.keys(plainFormats) as PlainFormatName[]).filter((name) => {
    try {
      plainFormats[name].decode(bytes);
      return name !== 'string' || !bytes.includes(0);
    } catch (cause) {
      if (cause instanceof Unfit) return false;
      throw cause;
    }
  });
  return able.includes('string') ? able.filter((name) => !ANY_BYTES.includes(name)) : able;
}

const FRAME_BYTES = 5;

function looksFramed(bytes: Uint8Array): boolean {
  return bytes.length > FRAME_BYTES && bytes[0] === 0 && bytes[1] === 0;
}

function schemaIdOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getInt32(1);
}
