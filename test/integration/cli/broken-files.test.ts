import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, NODE } from '../../support/cli.ts';
import { measureCost } from '../../support/process-cost.ts';

const SOUND = 'scenario: s\ntasks:\n  a:\n    produce: { topic: t, value: 1 }\n';
const BROKEN = SOUND.replace('topic', 'topc');

/** What one run of the built command line came to, and cost. */
interface Cost {
  readonly exitCode: number | null;
  readonly output: string;
  readonly cpuMs: number;
  readonly mebibytes: number;
}

/** Validates one file of these bytes. What it costs is told by the process itself when it ends. */
async function validate(bytes: Buffer | string): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-broken-'));
  writeFileSync(join(folder, 's.yaml'), bytes);
  const cost = measureCost();
  const child = spawn(NODE, [...cost.nodeArguments, CLI, 'validate', 's.yaml'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exitCode = await new Promise<number | null>((done, fail) =>
    child.on('error', fail).on('close', done),
  );
  return { exitCode, output, ...cost.read() };
}

function aliasBomb(): string {
  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? 'l0: &l0 [x, x, x, x, x, x, x, x, x]'
      : `l${level}: &l${level} [${Array(9)
          .fill(`*l${level - 1}`)
          .join(', ')}]`,
  );
  return `${levels.join('\n')}\n${SOUND}`;
}

const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('a file that is no scenario', () => {
  it.each<[string, Buffer | string, string]>([
    ['random bytes', Buffer.concat([Buffer.from([0xff]), randomBytes(100_000)]), 's.yaml:1:1: '],
    ['random text', randomBytes(100_000).toString('base64'), 's.yaml:1:1: '],
    ['zeros', Buffer.alloc(1000), 's.yaml:1:1: a NUL byte is no text'],
    ['5 MB', SOUND.repeat(100_000), 's.yaml:1:1: the file has '],
    [
      '5 MB of one line',
      'a'.repeat(5 << 20),
      's.yaml:1:1: the file has 5.0 MiB, more than the 1 MiB allowed',
    ],
    ['a megabyte of brackets', '['.repeat(1 << 20), 's.yaml:1:'],
    ['a megabyte of maps', 'a: {b: c}\n'.repeat(90_000), 's.yaml:'],
    ['an alias bomb', aliasBomb(), 's.yaml:'],
    ['UTF-16', utf16(SOUND), 's.yaml:1:1: the file is UTF-16, not UTF-8'],
    ['UTF-16 the other way round', utf16(SOUND, true), 's.yaml:1:1: the file is UTF-16, not UTF-8'],
    ['UTF-16 without a mark', utf16(SOUND).subarray(2), 's.yaml:1:2: a NUL byte is no text'],
    ['Latin-1', Buffer.from('scenario: caf\xe9\n', 'latin1'), 's.yaml:1:14: byte 0xE9 is not UTF-8 text'],
  ])('gets a position: %s', async (_what, bytes, expected) => {
    const { exitCode, output, cpuMs, mebibytes } = await validate(bytes);
    expect(output).toContain(expected);
    expect(output).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
    expect(mebibytes).toBeLessThan(200);
    // Of the processor, not of the clock on the wall: that is what a busy machine does not change much.
    expect(cpuMs).toBeLessThan(2000);
  });

  it('is named when it is empty', async () => {
    const { exitCode, output } = await validate('');
    expect(output).toContain('no scenario in "s.yaml"');
    expect(exitCode).toBe(2);
  });
});

describe('a byte order mark and CRLF line ends', () => {
  it.each([
    ['nothing special', SOUND, BROKEN],
    ['a byte order mark', `\ufeff${SOUND}`, `\ufeff${BROKEN}`],
    ['CRLF', SOUND.replaceAll('\n', '\r\n'), BROKEN.replaceAll('\n', '\r\n')],
    ['both', `\ufeff${SOUND.replaceAll('\n', '\r\n')}`, `\ufeff${BROKEN.replaceAll('\n', '\r\n')}`],
  ])('change nothing: %s', async (_what, sound, broken) => {
    expect(await validate(sound)).toMatchObject({
      exitCode: 0,
      output: '1 scenario in 1 file: no problems\n',
    });
    const { exitCode, output } = await validate(broken);
    expect(output).toContain('s.yaml:4:16: unknown key "topc"\n4 |     produce: { topc: t, value: 1 }');
    expect(exitCode).toBe(2);
  });
});
