import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { connectKafka } from '../../../src/kafka/connect.ts';
import { ApacheKafka } from '../../support/apache-kafka.ts';
import { describeWith, KAFKA } from '../../support/needs.ts';
import { watchTopics } from '../../support/watched.ts';

const signal = new AbortController().signal;
const TOPIC = 'orders';

describeWith(KAFKA, 'the Kafka client while its broker is away', () => {
  it.for(['kill', 'stop'] as const)(
    'loses no record and sees none twice when the broker is ended by %s and starts again',
    async (end) => {
      await using broker = await ApacheKafka.start();
      await using kafka = connectKafka({ bootstrap: broker.bootstrap, clock: systemClock });
      await kafka.createTopics([{ name: TOPIC, partitions: 2 }], signal);
      await using watched = watchTopics(kafka, [TOPIC, 'later']);
      const sent: string[] = [];
      const send = async (value: string): Promise<void> => {
        const records = [0, 1].map((partition) => ({
          topic: TOPIC,
          partition,
          key: null,
          value: Buffer.from(value),
          headers: [],
        }));
        const stored = await kafka.produce(records, { signal });
        sent.push(...stored.map(({ partition, offset }) => `${TOPIC}[${partition}]@${offset} ${value}`));
      };
      for (let number = 0; number < 20; number++) await send(`before ${number}`);
      await watched.until(40);
      await broker[end]();
      const sending = send('sent while it was away');
      await broker.restart();
      await sending;
      for (let number = 0; number < 20; number++) await send(`after ${number}`);
      await kafka.createTopics([{ name: 'later' }], signal);
      await watched.until(82);
      expect(watched.lines().toSorted()).toEqual(sent.toSorted());
      expect(watched.watch.interruptions).toHaveLength(1);
      const [interruption] = watched.watch.interruptions;
      expect(interruption?.toMs).toBeGreaterThan(interruption?.fromMs ?? Number.POSITIVE_INFINITY);
      expect(interruption?.reason).toContain(broker.bootstrap);
    },
  );

  it('goes on with the brokers that are left when one of several is gone, and with it when it is back', async () => {
    const properties = { 'default.replication.factor': '2', 'broker.session.timeout.ms': '2000' };
    await using first = await ApacheKafka.start({ properties });
    await using second = await ApacheKafka.start({ properties, joins: { first, nodeId: 2 } });
    const bootstrap = `${first.bootstrap},${second.bootstrap}`;
    await using kafka = connectKafka({ bootstrap, clock: systemClock });
    await expect.poll(() => kafka.describeCluster(signal)).toMatchObject({ brokers: 2 });
    await kafka.createTopics([{ name: TOPIC, partitions: 4 }], signal);
    await using watched = watchTopics(kafka, [TOPIC]);
    const sent: string[] = [];
    const send = async (value: string): Promise<void> => {
      const records = [0, 1, 2, 3].map((partition) => ({
        topic: TOPIC,
        partition,
        key: null,
        value: Buffer.from(value),
        headers: [],
      }));
      const stored = await kafka.produce(records, { signal });
      sent.push(...stored.map(({ partition, offset }) => `${TOPIC}[${partition}]@${offset} ${value}`));
    };
    for (let number = 0; number < 10; number++) await send(`before ${number}`);
    await second.kill();
    for (let number = 0; number < 10; number++) await send(`while ${number}`);
    await second.restart();
    for (let number = 0; number < 10; number++) await send(`after ${number}`);
    await watched.until(120);
    expect(watched.lines().toSorted()).toEqual(sent.toSorted());
  });

  it('says after its time limit that a frozen broker does not answer, and goes on when it does', async () => {
    await using broker = await ApacheKafka.start();
    await using kafka = connectKafka({
      bootstrap: broker.bootstrap,
      clock: systemClock,
      requestTimeoutMs: 1_000,
      connectTimeoutMs: 1_000,
      patienceMs: 1_500,
    });
    await kafka.createTopics([{ name: TOPIC }], signal);
    await using watched = watchTopics(kafka, [TOPIC]);
    broker.pause();
    onTestFinished(() => broker.resume());
    await expect(kafka.listTopics(signal)).rejects.toMatchObject({ code: 'KAFKA_TIMEOUT' });
    broker.resume();
    await kafka.produce([{ topic: TOPIC, key: null, value: null, headers: [] }], { signal });
    await watched.until(1);
    expect(watched.watch.interruptions.length).toBeGreaterThan(0);
  });
});
