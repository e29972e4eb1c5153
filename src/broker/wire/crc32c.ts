const CASTAGNOLI = 0x82f63b78;
const BYTES = 256;

/** At 256 k + b: the checksum of byte b followed by k zero bytes ("slicing by 8"), in one array, which is quickest. */
const table = makeTable();

/** CRC-32C (Castagnoli, RFC 3720) of `bytes` from `start` to their end, as an unsigned number. */
export function crc32c(bytes: Uint8Array, start = 0): number {
  let crc = -1;
  let at = start;
  for (const end = bytes.length - 7; at < end; at += 8) {
    crc ^=
      byte(bytes, at) |
      (byte(bytes, at + 1) << 8) |
      (byte(bytes, at + 2) << 16) |
      (byte(bytes, at + 3) << 24);
    crc =
      entry(7, crc & 0xff) ^
      entry(6, (crc >>> 8) & 0xff) ^
      entry(5, (crc >>> 16) & 0xff) ^
      entry(4, crc >>> 24) ^
      entry(3, byte(bytes, at + 4)) ^
      entry(2, byte(bytes, at + 5)) ^
      entry(1, byte(bytes, at + 6)) ^
      entry(0, byte(bytes, at + 7));
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ entry(0, (crc ^ byte(bytes, at)) & 0xff);
  return ~crc >>> 0;
}

/** The callers stay inside the bytes. */
function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** The callers give numbers of a byte. */
function entry(zeros: number, value: number): number {
  return table[(zeros * BYTES) | value] as number;
}

function makeTable(): Int32Array {
  const made = new Int32Array(8 * BYTES);
  for (let value = 0; value < BYTES; value++) {
    let crc = value;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ CASTAGNOLI : crc >>> 1;
    made[value] = crc;
  }
  for (let at = BYTES; at < made.length; at++) {
    const before = made[at - BYTES] as number; // made is long enough
    made[at] = (before >>> 8) ^ (made[before & 0xff] as number);
  }
  return made;
}
