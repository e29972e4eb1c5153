/**
 * `npm run bench:collecting`: what collecting for the diagnosis costs a scenario that passes: the retail scenario on
 * embedded Kafka, again and again, in turns with and without; the medians, and how far they are apart. Without: nobody
 * asks for the end offsets of all topics, keeps the services' lines, or measures the event loop. Arguments: the number
 * of runs of each, and of topics that the scenario has nothing to do with.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { type Clock, systemClock } from '../src/base/clock.ts';
import { EmbeddedKafka } from '../src/broker/embedded-kafka.ts';
import { createBus, type Emit } from '../src/engine/bus.ts';
import { RunMemory } from '../src/engine/run-memory.ts';
import { runScenario } from '../src/engine/run-scenario.ts';
import { createJq } from '../src/expr/jq.ts';
import { connectKafka } from '../src/kafka/connect.ts';
import type { Kafka } from '../src/kafka/port.ts';
import { nearestRank } from '../src/model/latency.ts';
import { planScenario, scenarioDeps } from '../test/support/scenario-run.ts';

const runs = Number(process.argv[2] ?? 200);
const WARM_UP = 20;
const otherTopics = Number(process.argv[3] ?? 10);
const RETAIL = join(import.meta.dirname, '../scenarios/retail');

const { signal } = new AbortController();
await using broker = await EmbeddedKafka.start();
await using kafka = connectKafka({ bootstrap: broker.bootstrap, clock: systemClock });
await using jq = createJq();
const names = [
  ...['pageviews', 'pageviews_enriched', 'upsell_events'],
  ...Array.from({ length: otherTopics }, (_, index) => `other-${index}`),
];
await kafka.createTopics(
  names.map((name) => ({ name })),
  signal,
);

/** The same clock, with an event loop that nobody watches. */
const unwatched: Clock = {
  ...systemClock,
  measureLag: () => ({ worstSince: () => 0, [Symbol.dispose]: () => undefined }),
};
/** The same cluster, that tells no names of topics; so nobody asks for their end offsets. */
const untold: Kafka = { ...kafka, listTopics: async () => [] };

const memory = new RunMemory();
const remembered = createEmit([{ name: memory.name, on: (event) => memory.on(event) }]);
const forgotten = createEmit([]);
const ways = {
  with: { clock: systemClock, kafka, emit: remembered },
  without: { clock: unwatched, kafka: untold, emit: forgotten },
};

using _services = startServices(['user-service', 'promotions']);
const scenario = planScenario(parse(readFileSync(join(RETAIL, 'free-member-upsell.yaml'), 'utf8')));
for (let passed = 0; passed < WARM_UP; ) passed += (await time(ways.with)) === undefined ? 0 : 1;
const took = { with: [] as number[], without: [] as number[] };
for (let run = 0; run < runs; run++) {
  // The first of two has it harder: each is the first in half of the rounds.
  for (const way of run % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
    const tookMs = await time(ways[way]);
    if (tookMs !== undefined) took[way].push(tookMs);
  }
}
const [withMs, withoutMs] = [median(took.with), median(took.without)];
const more = (100 * (withMs - withoutMs)) / withoutMs;
console.log(`the retail scenario, median of ${took.with.length}, with ${names.length} topics on the cluster`);
console.log(`  collecting      ${withMs.toFixed(2)} ms`);
console.log(`  not collecting  ${withoutMs.toFixed(2)} ms`);
console.log(`  ${(withMs - withoutMs).toFixed(2)} ms, ${more.toFixed(1)} % more`);

/** Milliseconds of one run of the scenario; undefined when it did not pass. */
async function time(way: (typeof ways)['with']): Promise<number | undefined> {
  const startedAtMs = performance.now();
  const attempt = { id: randomUUID(), iteration: 0, attempt: 1 };
  const status = await runScenario(scenario, attempt, scenarioDeps({ ...way, jq, memory }));
  return status === 'passed' ? performance.now() - startedAtMs : undefined;
}

function createEmit(sinks: Parameters<typeof createBus>[0]['sinks']): Emit {
  return createBus({ clock: systemClock, startedAtMs: systemClock.nowMs(), redact: (event) => event, sinks });
}

/** The services of the retail scenario; what they say is remembered. */
function startServices(services: readonly string[]): Disposable {
  const env = { ...process.env, KAFKA_BOOTSTRAP: broker.bootstrap };
  const children = services.map((service) => {
    const program = join(RETAIL, 'services', `${service}.js`);
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface(child.stdout).on('line', (line) =>
      remembered({ type: 'service-logged', service, stream: 'stdout', line }),
    );
    return child;
  });
  return {
    [Symbol.dispose]() {
      for (const child of children) child.kill();
    },
  };
}

function median(values: readonly number[]): number {
  return nearestRank(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
