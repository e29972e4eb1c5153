// Writes 50,000 lines as fast as it can, then one of a million characters, then bytes that are no UTF-8.
const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index} ${'x'.repeat(40)}\n`);
process.stdout.write(lines.join(''));
process.stdout.write(`${'y'.repeat(1_000_000)}\n`);
process.stdout.write(Buffer.from([0x66, 0xff, 0xfe, 0x67, 0x0a]));
process.stdout.write('done\n');
setInterval(() => undefined, 60_000);
