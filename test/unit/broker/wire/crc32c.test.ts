import { expect, test } from 'vitest';
import { crc32c } from '../../../../src/broker/wire/crc32c.ts';

test.each([
  ['32 zeros', Buffer.alloc(32), 0x8a9136aa],
  ['32 ones', Buffer.alloc(32, 0xff), 0x62a8ab43],
  ['32 rising bytes', Buffer.from(Array.from({ length: 32 }, (_, index) => index)), 0x46dd794e],
  ['nine digits', Buffer.from('123456789'), 0xe3069283],
  ['nothing', Buffer.alloc(0), 0],
])('the checksum of %s is that of RFC 3720', (_name, bytes, checksum) => {
  expect(crc32c(bytes)).toBe(checksum);
  expect(crc32c(Buffer.concat([Buffer.from('before'), bytes]), 6)).toBe(checksum);
});
