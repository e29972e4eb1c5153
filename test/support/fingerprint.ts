import { createHash } from 'node:crypto';

/** A short name for some contents: equal contents have equal names. */
export function fingerprint(contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 12);
}
