import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import type { RunOptions } from '../../src/index.ts';
import { connectKafka } from '../../src/kafka/connect.ts';
import type { RunResult } from '../../src/model/run-result.ts';
import { ApacheKafka } from '../support/apache-kafka.ts';
import { type KafkaProvider, kafkaProviders } from '../support/kafka-providers.ts';
import { describeWith, KAFKA } from '../support/needs.ts';
import { runProject, serviceOf, taskOf } from '../support/project.ts';

/** Names that no other test has: topics of an order service, and its group. */
function createNames() {
  const id = randomUUID(); // long, so that no two names look alike
  return { orders: `orders-${id}`, answers: `answers-${id}`, group: `relay-${id}` };
}
type Names = ReturnType<typeof createNames>;

/** One way to break the flow of orders and answers, and what the first line of the diagnosis says. */
interface Break {
  readonly what: string;
  readonly id: string;
  readonly cause: (names: Names) => string | RegExp;
  /** Of the relay service; absent: it is not started. */
  readonly service?: (names: Names) => Readonly<Record<string, string>>;
  /** Of the consume task on the answers. */
  readonly consume?: Readonly<Record<string, unknown>>;
}

const breaks: readonly Break[] = [
  {
    what: 'a service that is not running',
    id: 'nobody-reads',
    cause: ({ orders, answers }) => `no consumer group reads "${orders}", so nothing came on "${answers}"`,
  },
  {
    what: 'a service that does not get through its input',
    id: 'stuck',
    service: () => ({ BEHAVIOUR: 'stuck' }),
    cause: ({ answers }) =>
      `service "relay" has not got through its input, so nothing came on "${answers}": lag 1, it is not moving`,
  },
  {
    what: 'a service that answers nothing',
    id: 'caught-up',
    service: () => ({ BEHAVIOUR: 'silent' }),
    cause: ({ orders, answers }) =>
      `service "relay" read "${orders}" to its end and wrote nothing to "${answers}"`,
  },
  {
    what: 'a service whose log speaks of an error',
    id: 'caught-up',
    service: () => ({ BEHAVIOUR: 'log-error' }),
    cause: ({ orders, answers }) =>
      `service "relay" read "${orders}" to its end and wrote nothing to "${answers}", and its log speaks of trouble`,
  },
  {
    what: 'a service on a misspelt topic',
    id: 'look-alike',
    service: ({ orders }) => ({ INPUT: orders.replace('orders', 'order') }),
    cause: ({ orders }) => `service "relay" reads "${orders.replace('orders', 'order')}", not "${orders}"`,
  },
  {
    what: 'an answer on a topic with a similar name',
    id: 'other-topic',
    service: ({ answers }) => ({ OUTPUT: answers.replace('answers', 'answer') }),
    cause: ({ answers }) =>
      `service "relay" wrote to "${answers.replace('answers', 'answer')}" instead of "${answers}": it got 1 record`,
  },
  {
    what: 'an answer on quite another topic',
    id: 'other-topic',
    service: ({ orders }) => ({ OUTPUT: `audit-of-${orders}` }),
    consume: { where: ['.record.value.id == 1'] },
    cause: ({ orders, answers }) =>
      `service "relay" wrote to "audit-of-${orders}" instead of "${answers}": it got 1 record`,
  },
  {
    what: 'an answer that comes late',
    id: 'late',
    service: () => ({ BEHAVIOUR: 'late', DELAY_MS: '900' }),
    cause: () =>
      /^service "relay" was too slow: the record on "answers-.*" came after \d+ ms, \d+ ms past the limit/,
  },
  {
    what: 'an answer with another key',
    id: 'filtered',
    service: () => ({ BEHAVIOUR: 'other-key' }),
    consume: { where: [{ '.record.key': 'k1' }, { '.record.value.id': 1 }] },
    cause: ({ answers }) => `${answers}[0]@0 came but did not match: condition ".record.key: k1": `,
  },
  {
    what: 'an answer with another value',
    id: 'filtered',
    service: () => ({ BEHAVIOUR: 'other-value' }),
    consume: { where: [{ '.record.value.id': 1 }, { '.record.value.plan': 'Free' }] },
    cause: ({ answers }) => `${answers}[0]@0 came but did not match: condition ".record.value.plan: Free": `,
  },
  {
    what: 'a tombstone',
    id: 'tombstone',
    service: () => ({ BEHAVIOUR: 'tombstone' }),
    consume: { where: ['.record.value.id == 1'] },
    cause: ({ answers }) => `service "relay" wrote a tombstone: ${answers}[0]@0 has key "k1" and no value`,
  },
  {
    what: 'an answer that is there twice',
    id: 'duplicate',
    service: () => ({ BEHAVIOUR: 'twice' }),
    consume: { expect: { count: 1 } },
    cause: ({ answers }) =>
      `service "relay" wrote the same record twice: ${answers}[0]@0 and ${answers}[0]@1`,
  },
  {
    what: 'answers in another order',
    id: 'wrong-order',
    service: () => ({ BEHAVIOUR: 'reordered' }),
    consume: { stop: { records: 2 }, expect: { ordered: { by: '.record.value.step' } } },
    cause: () => /^service "relay" wrote in another order: 1 in .*@1 comes after the greater 2 in .*@0$/,
  },
  {
    what: 'an answer in another format',
    id: 'unreadable',
    service: () => ({ BEHAVIOUR: 'other-format' }),
    consume: { format: { value: 'json' } },
    cause: ({ answers }) => `service "relay" wrote another format: ${answers}[0]@0 could not be read`,
  },
  {
    what: 'a group in a rebalance that does not end',
    id: 'not-assigned',
    service: () => ({ BEHAVIOUR: 'rebalance' }),
    consume: { fail: { after: '2s' } },
    cause: ({ orders }) =>
      new RegExp(`^service "relay" runs, but its group ".*" has no partitions of "${orders}" assigned`),
  },
];

describe.for(kafkaProviders)('on $name', (provider) => {
  describeWith(provider.needs, 'the first line of the diagnosis names', () => {
    it.each(breaks)('$what', async (broken) => {
      const names = createNames();
      const result = await runBroken(broken, names, provider);
      const { diagnosis, status } = taskOf(result, 'answer') ?? {};
      expect(status, JSON.stringify(result.message)).toBe('failed');
      expect(diagnosis).toMatchObject({ id: broken.id });
      const cause = broken.cause(names);
      if (typeof cause === 'string') expect(diagnosis?.cause).toContain(cause);
      else expect(diagnosis?.cause).toMatch(cause);
    });

    it('a service that crashes on the record it is given', async () => {
      const names = createNames();
      const crash: Break = { what: '', id: '', cause: () => '', service: () => ({ BEHAVIOUR: 'crash' }) };
      const result = await runBroken(crash, names, provider);
      expect(result.exitCode).toBe(3);
      const { diagnosis, status } = taskOf(result, 'answer') ?? {};
      expect(status).toBe('error');
      expect(diagnosis?.cause).toBe(
        `service "relay" exited with code 7 while the scenario waited for "${names.answers}"`,
      );
      expect(diagnosis?.evidence.join('\n')).toContain('TypeError: cannot read the plan of order');
    });

    it('a record that was there before the scenario began', async () => {
      const names = createNames();
      await writeBefore(await provider.address(), names.answers);
      const silent: Break = {
        what: '',
        id: '',
        cause: () => '',
        service: () => ({ BEHAVIOUR: 'silent' }),
        consume: { where: ['.record.value.id == 1'] },
      };
      const { diagnosis } = taskOf(await runBroken(silent, names, provider), 'answer') ?? {};
      expect(diagnosis?.cause).toBe(
        `a matching record was on "${names.answers}" before the scenario began: ${names.answers}[0]@0`,
      );
    });

    it('this machine, when it stood still', async () => {
      const names = createNames();
      const stalled = runBroken(
        { what: '', id: '', cause: () => '', service: () => ({ BEHAVIOUR: 'late', DELAY_MS: '550' }) },
        names,
        provider,
        { reporters: () => [{ name: 'stall', on: (event) => stallAt(event.type) }] },
      );
      const { diagnosis } = taskOf(await stalled, 'answer') ?? {};
      expect(diagnosis?.cause).toMatch(/^this machine was starved/);
    });

    it('the hop that broke first, where two wait side by side', async () => {
      const names = createNames();
      const result = await runBroken(
        { what: '', id: '', cause: () => '', service: () => ({ BEHAVIOUR: 'stuck' }) },
        names,
        provider,
        {},
        {
          upsell: { after: 'order', consume: { topic: `upsell-${names.orders}`, fail: { after: '500ms' } } },
        },
      );
      expect(taskOf(result, 'answer')?.diagnosis).toMatchObject({ id: 'stuck' });
      expect(taskOf(result, 'upsell')?.diagnosis?.cause).toBe(
        `the flow broke before: "${names.answers}" got nothing either, so "upsell-${names.orders}" could not`,
      );
    });
  });
});

describe('a broker that goes away in the window', () => {
  /** The relay never answers; the broker is away for most of the time in which it could. */
  const silent: Break = { what: '', id: '', cause: () => '', service: () => ({ BEHAVIOUR: 'silent' }) };
  const waits = { fail: { after: '3s' } };

  async function causeWithout(bootstrap: string, leave: () => void): Promise<string | undefined> {
    const result = await runBroken(
      { ...silent, consume: waits },
      createNames(),
      { ...kafkaProviders[0], name: 'away', needs: [], lacks: new Set(), address: async () => bootstrap },
      { reporters: () => [{ name: 'leave', on: (event) => event.type === 'record-produced' && leave() }] },
    );
    return taskOf(result, 'answer')?.diagnosis?.cause;
  }

  it('is named, on the embedded broker', async () => {
    await using broker = await EmbeddedKafka.start();
    const leave = (): void => void broker.restart({ downMs: 1500 });
    expect(await causeWithout(broker.bootstrap, leave)).toMatch(
      /^the broker was away for \d+ ms of the \d+ ms window/,
    );
  });

  describeWith(KAFKA, 'and for real', () => {
    it('is named, on Apache Kafka', async () => {
      await using broker = await ApacheKafka.start();
      const leave = (): void => void broker.restart();
      expect(await causeWithout(broker.bootstrap, leave)).toMatch(
        /^the broker was away for \d+ ms of the \d+ ms window/,
      );
    });
  });
});

/** Keeps this process, which is the tool's, from running for a while once the trigger is out. */
function stallAt(type: string): void {
  if (type !== 'record-produced') return;
  setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 900), 100);
}

async function runBroken(
  { service, consume }: Break,
  names: Names,
  provider: KafkaProvider,
  options: Partial<RunOptions> = {},
  more: Readonly<Record<string, unknown>> = {},
): Promise<RunResult> {
  const { orders, answers, group } = names;
  const env = { GROUP: group, INPUT: orders, OUTPUT: answers, ...service?.(names) };
  return runProject(
    {
      config: {
        kafka: { topics: { [orders]: {}, [answers]: {}, [env.INPUT]: {} } },
        services: service ? { relay: serviceOf('relay.js', { env, ready: { group } }) } : {},
      },
      scenario: {
        tasks: {
          order: { produce: { topic: orders, key: 'k1', value: { id: 1, plan: 'Free' } } },
          answer: { consume: { topic: answers, fail: { after: '500ms' }, ...consume } },
          ...more,
        },
      },
    },
    { kafka: 'external', bootstrap: [await provider.address()], ...options },
  );
}

async function writeBefore(bootstrap: string, topic: string): Promise<void> {
  const { signal } = new AbortController();
  await using kafka = connectKafka({ bootstrap, clock: systemClock });
  await kafka.createTopics([{ name: topic }], signal);
  const value = Buffer.from(JSON.stringify({ id: 1 }));
  await kafka.produce([{ topic, key: null, value, headers: [] }], { signal });
}
