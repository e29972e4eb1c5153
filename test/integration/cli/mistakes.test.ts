import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-mistakes-'));
writeFileSync(join(folder, 's.yaml'), 'scenario: s\ntasks:\n  a: { produce: { topic: t, value: 1 } }\n');
writeFileSync(join(folder, 'flowproof.yaml'), 'scenarios: s.yaml\nenvironments: { staging: {} }\n');

describe('a mistake on the command line gets a clear answer and exit code 2', () => {
  it.each<[args: string[], what: string, hint: string]>([
    [['rnu'], 'unknown command "rnu"', 'did you mean "flowproof run"?'],
    [
      ['nothing-like-it'],
      'unknown command "nothing-like-it"',
      'one of: run, validate, init, broker, tail, merge, schema',
    ],
    [['run', '--kafak', 'embedded'], 'unknown option "--kafak"', 'did you mean "--kafka"?'],
    [['run', '--kafka', 'redis'], '"redis" is no value of option "--kafka"', 'one of: embedded'],
    [['run', '--kafka'], 'option "--kafka" needs a value', 'write "--kafka <provider>"'],
    [['run', '--seed', 'x'], '"x" is no value of option "--seed"', 'a whole number from 0 to 4294967295'],
    [['run', '--env', 'stagin'], 'unknown environment "stagin"', 'did you mean "staging"?'],
    [['run', '--var', 'x'], '"x" is no variable', 'write name=value, such as --var userId=12345'],
    [['run', 'missing.yaml'], '"missing.yaml" does not exist', 'looked for missing.yaml in'],
    [
      ['run', 'x/**/*.yaml'],
      'no scenario file matches "x/**/*.yaml"',
      'name a file, a folder, or a glob in quotes',
    ],
    [['run', '--config', 'x.yaml'], 'the configuration file "x.yaml" does not exist', 'looked for'],
    [['run', '--kafka', 'external'], 'an external Kafka without an address', 'write "--bootstrap host:port"'],
    [['run', '--bootstrap', 'localhost'], '"localhost" is no address of a broker', 'write host:port'],
    [
      ['run', '--kafka', 'embedded', '--bootstrap', 'a:1'],
      '"--bootstrap" beside the embedded Kafka',
      'write "--kafka external"',
    ],
    [['validate', '--env', 'nope'], 'unknown environment "nope"', 'the environments are staging'],
    [['schema', 'scenari'], '"scenari" is no file kind', 'one of: scenario, config, report'],
    [
      ['broker', '--port', '70000'],
      '"70000" is no value of option "--port"',
      'a whole number from 0 to 65535',
    ],
  ])('flowproof %j', async (args, what, hint) => {
    const { exitCode, stderr, stdout } = await runCli(args, { cwd: folder });
    expect(stderr).toContain(what);
    expect(stderr).toContain(hint);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});

it('says what it is and can, with exit code 0', async () => {
  for (const args of [[], ['--help'], ['help'], ['run', '--help'], ['--version']]) {
    const { exitCode, stdout } = await runCli(args);
    expect(stdout).toContain(args.includes('--version') ? '.' : 'flowproof');
    expect(exitCode).toBe(0);
  }
});

it('ends with exit code 3 when the external Kafka is not there, and says where it looked', async () => {
  const { exitCode, stdout } = await runCli(['run', '--bootstrap', '127.0.0.1:1'], { cwd: folder });
  expect(stdout).toContain('127.0.0.1:1');
  expect(exitCode).toBe(3);
});
