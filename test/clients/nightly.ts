/**
 * `npm run test:nightly [-- suite …]`: the own tests of franz-go, kafkajs, @platformatic/kafka and librdkafka against Apache Kafka and
 * against the embedded broker. Ends with a table of how many pass on each, and with exit code 1 when one passes on Apache
 * Kafka only and no reason is known. A test that fails has a second try: some of them are races.
 */
import { startApache, startEmbedded } from './suites/brokers.ts';
import { kafkajs } from './suites/kafkajs.ts';
import { kgo } from './suites/kgo.ts';
import { librdkafka } from './suites/librdkafka.ts';
import { platformatic } from './suites/platformatic.ts';
import {
  type ClientSuite,
  GROUP_END,
  type Outcome,
  type Outcomes,
  type SuiteBroker,
  type SuiteRunner,
} from './suites/suite.ts';

const suites: readonly ClientSuite[] = [
  kgo,
  kafkajs,
  platformatic,
  librdkafka('classic'),
  librdkafka('consumer'),
];
const wanted = process.argv.slice(2);

const rows: string[][] = [['suite', 'broker', 'passed', 'skipped', 'failed']];
let unexplained = 0;
for (const suite of suites)
  if (wanted.length === 0 || wanted.some((word) => suite.name.includes(word)))
    unexplained += await compare(suite);
printTable(rows);
console.log(
  unexplained > 0 ? `${unexplained} pass on Apache Kafka only` : 'what passes on Apache Kafka passes here',
);
process.exitCode = unexplained > 0 ? 1 : 0;

/** Runs a suite on both brokers and tells what passes on Apache Kafka only; how many of that has no known reason. */
async function compare(suite: ClientSuite): Promise<number> {
  const run = await suite.prepare();
  const onApache = await runOn(await startApache(suite.broker), suite, run);
  const onEmbedded = await runOn(await startEmbedded(suite.broker), suite, run);
  const missed = named(onApache, 'passed').filter((test) => onEmbedded.get(test) !== 'passed');
  const reasons = missed.map((missing) => suite.explained.find(({ test }) => test.test(missing))?.reason);
  for (const [index, test] of missed.entries()) {
    console.log(`  passes on Apache Kafka only: ${test}`);
    if (reasons[index] !== undefined) console.log(`    because ${reasons[index]}`);
  }
  return reasons.filter((reason) => reason === undefined).length;
}

async function runOn(starting: SuiteBroker, { name }: ClientSuite, run: SuiteRunner): Promise<Outcomes> {
  await using broker = starting;
  const first = await run(broker);
  const failedFirst = named(first, 'failed');
  const groups = [...new Set(failedFirst.map((test) => test.split(GROUP_END)[0] ?? test))];
  const second = groups.length > 0 ? await run(broker, groups) : new Map<string, Outcome>();
  const outcomes = new Map(first);
  for (const test of failedFirst) if (second.get(test) === 'passed') outcomes.set(test, 'passed');
  const counts = (['passed', 'skipped', 'failed'] as const).map((each) => named(outcomes, each).length);
  rows.push([name, broker.name, ...counts.map(String)]);
  console.log(`${name} on ${broker.name}: ${counts[0]} passed, ${counts[1]} skipped, ${counts[2]} failed`);
  return outcomes;
}

function named(outcomes: Outcomes, wantedOutcome: Outcome): string[] {
  return [...outcomes].filter(([, outcome]) => outcome === wantedOutcome).map(([test]) => test);
}

function printTable(lines: readonly (readonly string[])[]): void {
  const widths = lines[0]?.map((_cell, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
