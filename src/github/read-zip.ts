import { inflateRawSync } from 'node:zlib';

/** What of an archive may be read; it may come from a stranger. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** Bytes of one file, unpacked. */
  readonly maxBytes: number;
}

/** An archive that is none, is larger than allowed, or uses what GitHub's never do. */
export class ZipError extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a zip archive that are wanted, by name. What their sizes claim is not believed: unpacking stops at the
 * limit.
 * @throws ZipError
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12, 4.3.16
 */
export function readZip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): ReadonlyMap<string, Buffer> {
  try {
    const files = new Map<string, Buffer>();
    for (const entry of readEntries(zip, limits)) {
      if (isWanted(entry.name)) files.set(entry.name, unpack(zip, entry, limits));
    }
    return files;
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError('the archive is damaged, or a file in it is too large', { cause });
  }
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly at: number;
}

function readEntries(zip: Buffer, { maxEntries }: ZipLimits): ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > maxEntries) throw new ZipError(`${count} files in the archive, at most ${maxEntries} are read`);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new ZipError('the archive is damaged');
    const nameBytes = zip.readUInt16LE(at + 28);
    const entry = {
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes),
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    };
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return entry;
  });
}

/** The record at the end, before a comment of any length. */
function findEnd(zip: Buffer): number {
  const first = Math.max(zip.length - END_BYTES - MAX_COMMENT_BYTES, 0);
  for (let at = zip.length - END_BYTES; at >= first; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new ZipError('this is no zip archive');
}

function unpack(zip: Buffer, { at, method, packedBytes }: ZipEntry, { maxBytes }: ZipLimits): Buffer {
  if (zip.readUInt32LE(at) !== LOCAL) throw new ZipError('the archive is damaged');
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(start, start + packedBytes);
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: maxBytes });
  if (method === STORED && packed.length <= maxBytes) return packed;
  throw new ZipError('a file in the archive is too large, or packed in a way that GitHub does not use');
}
