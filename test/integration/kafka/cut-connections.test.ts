import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { connectKafka } from '../../../src/kafka/connect.ts';
import { openWay } from '../../support/breakable-way.ts';
import { freePorts } from '../../support/free-ports.ts';
import { watchTopics } from '../../support/watched.ts';

const signal = new AbortController().signal;

/** Numbers from 0 up to 1, always the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the Kafka client on connections that break', () => {
  it.for([
    [1, undefined],
    [2, undefined],
    [3, 'commit'],
    [4, 'commit'],
  ] as const)(
    'stores and reads every record once, cut at moments of seed %i, transactions: %s',
    async ([seed, transaction]) => {
      const [port = 0, advertisedPort = 0] = await freePorts(2);
      await using _broker = await EmbeddedKafka.start({ port, advertisedPort });
      using way = await openWay(advertisedPort, port);
      await using kafka = connectKafka({ bootstrap: `127.0.0.1:${advertisedPort}`, clock: systemClock });
      await kafka.createTopics([{ name: 'orders', partitions: 3 }], signal);
      await using watched = watchTopics(kafka, ['orders']);
      const random = createRandom(seed);
      const sent: string[] = [];
      for (let number = 0; number < 300; number++) {
        const records = [0, 1, 2].map((partition) => ({
          topic: 'orders',
          partition,
          key: null,
          value: Buffer.from(`${number}`),
          headers: [],
        }));
        const producing = kafka.produce(records, { signal, transaction });
        if (random() < 0.1) setTimeout(() => way.cut(), random() * 4);
        const stored = await producing;
        sent.push(...stored.map(({ partition, offset }) => `orders[${partition}]@${offset} ${number}`));
      }
      await watched.until(900);
      expect(watched.lines().toSorted()).toEqual(sent.toSorted());
      const stored = transaction ? 600n : 300n; // a transaction's end is marked in the log
      const ends = await kafka.offsets(['orders'], 'end', signal);
      expect(ends).toEqual(new Map([['orders', [stored, stored, stored]]]));
      expect(watched.watch.interruptions.length).toBeGreaterThan(0);
    },
  );
});
