/**
 * `npm run soak`: the same verdicts again and again. Runs the retail scenario `runs` times as it is and as often with
 * slow promotions, one at a time and then four at a time, each on its own embedded Kafka and with its own services.
 * Ends with 1 when a verdict or its text differs from the first. One argument: the number of runs; default 100.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../src/model/json.ts';
import { runResult } from '../../src/model/run-result.ts';
import { runCli } from '../support/cli.ts';

const RUNS = Number(process.argv[2] ?? 100);
const CONFIG = ['run', '--config', 'scenarios/retail/flowproof.yaml'];

interface Series {
  readonly name: string;
  readonly args: readonly string[];
  /** What every run must say: its exit code, then each task's status and message. */
  readonly verdict: string;
}

const PASS: Series = {
  name: 'as it is',
  args: CONFIG,
  verdict: 'exit 0; pageview passed; check-enriched passed; check-upsell passed',
};
const SLOW: Series = {
  name: 'slow promotions',
  args: [...CONFIG, '--env', 'slow-promotions'],
  verdict:
    'exit 1; pageview passed; check-enriched passed; check-upsell failed: Consumer reached the Timeout fail condition',
};

let wrong = 0;
for (const atATime of [1, 4]) {
  for (const series of [PASS, SLOW]) wrong += await play(series, atATime);
}
process.exitCode = wrong > 0 ? 1 : 0;

/** How many of the runs said something else. */
async function play({ name, args, verdict }: Series, atATime: number): Promise<number> {
  const others = new Map<string, number>();
  let left = RUNS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const said = await verdictOf(args);
      if (said !== verdict) others.set(said, (others.get(said) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  const count = [...others.values()].reduce((sum, one) => sum + one, 0);
  console.log(`${name}, ${atATime} at a time: ${RUNS - count} of ${RUNS} right`);
  for (const [said, times] of others) console.log(`  ${times} x ${said}`);
  return count;
}

async function verdictOf(args: readonly string[]): Promise<string> {
  const { exitCode, output, stderr } = await runCli(args);
  try {
    const result = runResult.parse(parseJson(readFileSync(join(output, 'report.json'), 'utf8')));
    const tasks = result.scenarios[0]?.tasks ?? [];
    const said = tasks.map(
      ({ id, status, message }) => `${id} ${status}${message === undefined ? '' : `: ${message}`}`,
    );
    return [`exit ${exitCode}`, ...said, ...(result.message === undefined ? [] : [result.message])].join(
      '; ',
    );
  } catch {
    return `exit ${exitCode}; no report: ${stderr}`;
  }
}
