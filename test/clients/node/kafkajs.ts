/** kafkajs: the client of many services in Node. */
import kafkajs, { type Consumer, type IHeaders, type KafkaMessage } from 'kafkajs';
import { BOOTSTRAP, expectError, FIRST_MS, samples, say, show, step, until } from './course.ts';

const { CompressionTypes, ConfigResourceTypes, Kafka, logLevel } = kafkajs; // CommonJS: no names to import

const kafka = new Kafka({
  brokers: [BOOTSTRAP],
  logLevel: logLevel.NOTHING,
  retry: { initialRetryTime: 50 },
});
const admin = kafka.admin();

/** What was read: the record and its partition. */
interface Read {
  readonly partition: number;
  readonly message: KafkaMessage;
}

function typeOf(thrown: unknown): string {
  const { type, name, errors, cause } = thrown as {
    type?: string;
    name: string;
    errors?: unknown[];
    cause?: unknown;
  };
  if (errors?.[0]) return typeOf(errors[0]);
  return type ?? (cause ? typeOf(cause) : name);
}

async function createTopic(topic: string, numPartitions: number, config: Record<string, string> = {}) {
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
  const created = await admin.createTopics({ topics: [{ topic, numPartitions, configEntries }] });
  return created ? 'created' : 'there already';
}

/** Reads with a group of its own until `count` records are there. */
async function read(topic: string, count: number, readUncommitted = false): Promise<Read[]> {
  const consumer = kafka.consumer({
    groupId: `${topic}-reader-${count}`,
    readUncommitted,
    maxWaitTimeInMs: 200,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const records: Read[] = [];
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message }) => void records.push({ partition, message }),
  });
  await until(`${count} records of ${topic}`, () => records.length >= count);
  await consumer.disconnect();
  return records;
}

function headersOf(headers: IHeaders = {}): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [name, String(value)]);
}

async function records(): Promise<void> {
  for (const [codec, compression] of [
    ['none', CompressionTypes.None],
    ['gzip', CompressionTypes.GZIP],
  ] as const) {
    step(`records, ${codec}`);
    const topic = `kafkajs-${codec}`;
    await createTopic(topic, 2, { 'retention.ms': '-1' });
    const producer = kafka.producer({ idempotent: codec === 'gzip' });
    await producer.connect();
    const messages = samples.map(({ timestampMs, ...rest }) => ({ ...rest, timestamp: `${timestampMs}` }));
    const tombstone = { partition: 0, timestamp: `${FIRST_MS + 9000}`, key: 'k0', value: null };
    await producer.send({ topic, compression, messages: [...messages, tombstone] });
    await producer.disconnect();
    const found = await read(topic, 7);
    show(
      found.map(({ partition, message }) => ({ partition, ...message, headers: headersOf(message.headers) })),
    );
  }
}

async function offsets(): Promise<void> {
  step('offsets by time');
  const sorted = (entries: { partition: number; offset: string }[]): string =>
    entries
      .toSorted((a, b) => a.partition - b.partition)
      .map(({ partition, offset }) => `${partition}@${offset}`)
      .join(' ');
  say(`ends ${sorted(await admin.fetchTopicOffsets('kafkajs-gzip'))}`);
  for (const afterMs of [0, 1, 2000, 9000]) {
    say(
      `+${afterMs} ${sorted(await admin.fetchTopicOffsetsByTimestamp('kafkajs-gzip', FIRST_MS + afterMs))}`,
    );
  }
}

async function refusals(): Promise<void> {
  step('what is refused');
  await createTopic('kafkajs-small', 1, { 'max.message.bytes': '1000' });
  const producer = kafka.producer();
  await producer.connect();
  const send = (size: number) => () =>
    producer.send({ topic: 'kafkajs-small', messages: [{ value: 'x'.repeat(size) }] });
  await expectError('a record above max.message.bytes', send(5000), typeOf);
  await expectError('a record within it', send(10), typeOf);
  await producer.disconnect();
  await expectError(
    'an unknown topic',
    () => admin.fetchTopicMetadata({ topics: ['kafkajs-no-such'] }),
    typeOf,
  );
}

/** A member of a group that notes which partitions it has. */
class Member {
  partitions: readonly number[] = [];
  readonly values: string[] = [];
  readonly consumer: Consumer;

  constructor(groupId: string) {
    this.consumer = kafka.consumer({
      groupId,
      heartbeatInterval: 200,
      sessionTimeout: 10_000,
      maxWaitTimeInMs: 200,
    });
    this.consumer.on(this.consumer.events.GROUP_JOIN, ({ payload }) => {
      this.partitions = Object.values(payload.memberAssignment).flat();
    });
  }

  async start(topic: string): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [topic], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => void this.values.push(String(message.value)),
    });
  }
}

async function groups(): Promise<void> {
  step('two members');
  const topic = 'kafkajs-group';
  await createTopic(topic, 3);
  const producer = kafka.producer();
  await producer.connect();
  const messages = Array.from({ length: 9 }, (_, index) => ({ value: `v${index}`, partition: index % 3 }));
  await producer.send({ topic, messages });
  await producer.disconnect();
  const first = new Member(topic);
  const second = new Member(topic);
  await first.start(topic);
  await until('3 partitions', () => first.partitions.length === 3);
  say('one member has 3 partitions');
  await second.start(topic);
  const both = (): number[] => [...first.partitions, ...second.partitions].sort();
  await until('both to have some', () => second.partitions.length > 0 && both().length === 3);
  say(`two members have ${both()}`);
  await second.consumer.disconnect();
  await until('3 partitions', () => first.partitions.length === 3);
  say('the one that stayed has 3 partitions');
  await first.consumer.disconnect();
  await resume(topic);
}

async function resume(topic: string): Promise<void> {
  step('commit and resume');
  const first = new Member(topic);
  await first.start(topic);
  await until('9 records', () => first.values.length === 9);
  say(`read ${first.values.toSorted()}`);
  await first.consumer.commitOffsets(
    ['3', '3', '1'].map((offset, partition) => ({ topic, partition, offset })),
  );
  await first.consumer.disconnect();
  const second = new Member(topic);
  await second.start(topic);
  await until('2 records', () => second.values.length === 2);
  say(`resumed with ${second.values.toSorted()}`);
  await second.consumer.disconnect();
  const stored = (await admin.fetchOffsets({ groupId: topic, topics: [topic] }))[0]?.partitions ?? [];
  say(`committed ${stored.toSorted((a, b) => a.partition - b.partition).map(({ offset }) => offset)}`);
}

async function transactions(): Promise<void> {
  step('transactions');
  const topic = 'kafkajs-tx';
  await createTopic(topic, 1);
  const producer = kafka.producer({
    transactionalId: 'kafkajs-tx',
    maxInFlightRequests: 1,
    idempotent: true,
  });
  await producer.connect();
  for (const value of ['committed', 'aborted', 'committed again']) {
    const transaction = await producer.transaction();
    await transaction.send({ topic, messages: [{ value, partition: 0 }] });
    await (value === 'aborted' ? transaction.abort() : transaction.commit());
  }
  for (const [name, readUncommitted, count] of [
    ['read committed', false, 2],
    ['read uncommitted', true, 3],
  ] as const) {
    const found = await read(topic, count, readUncommitted);
    say(`${name} ${found.map(({ message }) => `${message.offset} ${message.value}`)}`);
  }
  const committed = async (): Promise<string | undefined> =>
    (await admin.fetchOffsets({ groupId: 'kafkajs-tx', topics: [topic] }))[0]?.partitions[0]?.offset;
  for (const offset of ['1', '2']) {
    const transaction = await producer.transaction();
    const topics = [{ topic, partitions: [{ partition: 0, offset }] }];
    await onceEnded(() => transaction.sendOffsets({ consumerGroupId: 'kafkajs-tx', topics }));
    await (offset === '1' ? transaction.abort() : transaction.commit());
    if (offset === '2') await until('the offset', async () => (await committed()) === '2');
    say(`offset ${offset} in a transaction: ${await committed()}`);
  }
  await producer.disconnect();
}

const CONCURRENT_TRANSACTIONS = 51;

/** A broker ends a transaction after it has answered that it will; kafkajs itself does not wait before the next offsets. */
async function onceEnded(send: () => Promise<void>): Promise<void> {
  await until('the end of the transaction before', async () => {
    try {
      await send();
      return true;
    } catch (cause) {
      if ((cause as { code?: number }).code !== CONCURRENT_TRANSACTIONS) throw cause;
      return false;
    }
  });
}

async function administration(): Promise<void> {
  step('administration');
  const topic = 'kafkajs-admin';
  say(await createTopic(topic, 2, { 'cleanup.policy': 'compact' }));
  say(await createTopic(topic, 2));
  await expectError('a bad name', () => createTopic('a/b', 1), typeOf);
  await admin.createPartitions({ topicPartitions: [{ topic, count: 4 }] });
  const partitions = async (): Promise<number | undefined> =>
    (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions.length;
  await until('4 partitions', async () => (await partitions()) === 4);
  say(`partitions ${await partitions()}`);
  const resource = { type: ConfigResourceTypes.TOPIC, name: topic };
  await admin.alterConfigs({
    validateOnly: false,
    resources: [{ ...resource, configEntries: [{ name: 'retention.ms', value: '7200000' }] }],
  });
  await until('the configuration', async () => (await configsOf(topic)).includes('retention.ms=7200000'));
  say(`${await configsOf(topic)}`);
  say(
    `listed ${(await admin.listTopics()).includes(topic)}, ${(await listedGroups()).includes('kafkajs-group')}`,
  );
  const described = (await admin.describeGroups(['kafkajs-group'])).groups[0];
  say(`${described?.state} ${described?.members.length}`);
  await admin.deleteTopicRecords({ topic: 'kafkajs-group', partitions: [{ partition: 0, offset: '2' }] });
  const lows = (await admin.fetchTopicOffsets('kafkajs-group')).toSorted((a, b) => a.partition - b.partition);
  say(`low ${lows.map(({ low }) => low)}`);
  await admin.deleteGroups(['kafkajs-group']);
  say(`listed ${(await listedGroups()).includes('kafkajs-group')}`);
  await expectError('deleting it again', () => admin.deleteGroups(['kafkajs-group']), groupErrorOf);
  say(`brokers ${(await admin.describeCluster()).brokers.length}`);
  await admin.deleteTopics({ topics: [topic] });
  await until('it to be gone', async () => !(await admin.listTopics()).includes(topic));
  await expectError('deleting it again', () => admin.deleteTopics({ topics: [topic] }), typeOf);
}

async function configsOf(name: string): Promise<string[]> {
  const configNames = ['cleanup.policy', 'retention.ms'];
  const resources = [{ type: ConfigResourceTypes.TOPIC, name, configNames }];
  const [described] = (await admin.describeConfigs({ includeSynonyms: false, resources })).resources;
  return (described?.configEntries ?? [])
    .map(({ configName, configValue }) => `${configName}=${configValue}`)
    .sort();
}

async function listedGroups(): Promise<string[]> {
  return (await admin.listGroups()).groups.map(({ groupId }) => groupId);
}

function groupErrorOf(thrown: unknown): string {
  return (thrown as { groups: { error: { type: string } }[] }).groups.map(({ error }) => error.type).join();
}

await admin.connect();
await records();
await offsets();
await refusals();
await groups();
await transactions();
await administration();
await admin.disconnect();
