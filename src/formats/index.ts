import { z } from 'zod';
import type { Json } from '../model/json.ts';
export const formatName = z.enum(['string', 'json', 'long']);
export function encodeValue(value: Json, format: string | undefined): Uint8Array | null {
  if (value === null) return null;
  if (format === 'long') {
    const b = Buffer.alloc(8);
    b.writeBigInt64BE(BigInt(value as number));
    return b;
  }
  return Buffer.from(typeof value === 'object' || format === 'json' ? JSON.stringify(value) : String(value));
}
