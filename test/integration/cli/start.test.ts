import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, runCli } from '../../support/cli.ts';
import { GithubJob } from '../../support/github-job.ts';

/** Loaded before a door: at the end of the process it writes how large V8's space for young objects has become. */
const REPORT_YOUNG_HEAP = `import { writeFileSync } from 'node:fs';
import { getHeapSpaceStatistics } from 'node:v8';
process.on('exit', () => {
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  writeFileSync(process.env.YOUNG_HEAP, String(young.space_size));
});`;
const SMALL_BYTES = 4 * 2 ** 20;
const SCENARIO = 'scenario: s\ntasks: { a: { produce: { topic: t, value: 1 } } }\n';

/** Runs a door with the reporter above, and tells what that wrote. */
async function youngHeapBytes(open: (env: Record<string, string>) => Promise<unknown>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-start-'));
  writeFileSync(join(folder, 'report.mjs'), REPORT_YOUNG_HEAP);
  const out = join(folder, 'bytes');
  await open({ NODE_OPTIONS: `--import=${join(folder, 'report.mjs')}`, YOUNG_HEAP: out });
  expect(existsSync(out)).toBe(true);
  return Number(readFileSync(out, 'utf8'));
}

it('keeps the space for young objects small in a run of the command line', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-start-'));
  writeFileSync(join(cwd, 's.yaml'), SCENARIO);
  expect(await youngHeapBytes((env) => runCli(['run', 's.yaml'], { cwd, env }))).toBeLessThan(SMALL_BYTES);
});

it('keeps the space for young objects small in the action', async () => {
  using job = new GithubJob([]);
  job.write('s.yaml', SCENARIO);
  const bytes = await youngHeapBytes((env) => job.run({ inputs: { scenarios: 's.yaml' }, env }));
  expect(bytes).toBeLessThan(SMALL_BYTES);
});

it('loads less than 100 kB before it knows the command', () => {
  const files = filesLoadedWith('part-cli-main.js');
  const sizes = files.map((file) => readFileSync(join(ROOT, 'dist', file)).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(100_000);
});

it('never imports node:http in a way that loads all of fetch', () => {
  for (const file of filesLoadedWith('index.js'))
    expect(readFileSync(join(ROOT, 'dist', file), 'utf8'), file).not.toMatch(/^import .*"node:http";$/m);
});

/** A file of dist/ with all that it imports at once, directly or not. */
function filesLoadedWith(entry: string): readonly string[] {
  const files = new Set([entry]);
  // A Set goes on with what is added while it is walked.
  for (const file of files) {
    const text = readFileSync(join(ROOT, 'dist', file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^(?:import|\}.* from) "\.\/([\w-]+\.js)";$/gm))
      files.add(name);
  }
  return [...files];
}
