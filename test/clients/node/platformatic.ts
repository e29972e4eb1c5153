/** @platformatic/kafka: the newer client of Node, with the new group protocol. */
import {
  Admin,
  ConfigResourceTypes,
  Consumer,
  type Message,
  type MessagesStream,
  Producer,
  type ProducerOptions,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';
import { BOOTSTRAP, expectError, FIRST_MS, samples, say, step, until } from './course.ts';

const base = { clientId: 'platformatic', bootstrapBrokers: [BOOTSTRAP], retries: 3, retryDelay: 50 };
const admin = new Admin(base);

type Stream = MessagesStream<string, string, string, string>;
type Protocol = 'classic' | 'consumer';

function createProducer(options: Partial<ProducerOptions<string, string, string, string>> = {}) {
  return new Producer({ ...base, serializers: stringSerializers, ...options });
}

function createConsumer(groupId: string, groupProtocol: Protocol = 'classic') {
  const timing = { heartbeatInterval: 200, sessionTimeout: 10_000, rebalanceTimeout: 10_000 };
  const protocol = groupProtocol === 'classic' ? { groupProtocol, ...timing } : { groupProtocol };
  return new Consumer({
    ...base,
    groupId,
    deserializers: stringDeserializers,
    autocommit: false,
    ...protocol,
  });
}

/** The name of the protocol error deepest in what was thrown. */
function errorIdOf(thrown: unknown): string {
  const {
    apiId,
    errors = [],
    cause,
    name,
  } = thrown as {
    apiId?: string;
    errors?: unknown[];
    cause?: unknown;
    name: string;
  };
  if (apiId) return apiId;
  const inner = errors[0] ?? cause;
  return inner ? errorIdOf(inner) : name;
}

async function createTopic(topic: string, partitions: number, config: Record<string, string> = {}) {
  const configs = Object.entries(config).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ topics: [topic], partitions, replicas: 1, configs });
  // A send to a partition that has no leader yet is repeated for all partitions, with what they have taken already.
  const latest = Array.from({ length: partitions }, (_, partitionIndex) => ({
    partitionIndex,
    timestamp: -1n,
  }));
  const lookUp = () => admin.listOffsets({ topics: [{ name: topic, partitions: latest }] });
  await until(`leaders of ${topic}`, () => lookUp().catch(() => undefined));
}

/** Reads with a group of its own until `count` records are there. */
async function read(topic: string, count: number, isolationLevel: 0 | 1 = 1) {
  const consumer = createConsumer(`${topic}-reader-${isolationLevel}`);
  const stream = await consumer.consume({ topics: [topic], mode: 'earliest', isolationLevel });
  const messages = await take(stream, count);
  await stream.close();
  await consumer.close(true);
  return messages.toSorted((a, b) => a.partition - b.partition || Number(a.offset - b.offset));
}

/** So many records, each once: after a rebalance a member reads again what the group has not committed. */
async function take(stream: Stream, count: number): Promise<Message<string, string, string, string>[]> {
  const messages = new Map<string, Message<string, string, string, string>>();
  const collect = (message: Message<string, string, string, string>) =>
    void messages.set(`${message.partition}@${message.offset}`, message);
  stream.on('data', collect);
  await until(`${count} records`, () => messages.size >= count);
  stream.off('data', collect);
  return [...messages.values()];
}

async function records(): Promise<void> {
  for (const compression of ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const) {
    step(`records, ${compression}`);
    const topic = `platformatic-${compression}`;
    await createTopic(topic, 2, { 'retention.ms': '-1' });
    const producer = createProducer({ compression, idempotent: true });
    await producer.send({
      messages: samples.map(({ timestampMs, ...rest }) => ({
        topic,
        timestamp: BigInt(timestampMs),
        ...rest,
      })),
    });
    await producer.close();
    for (const { partition, offset, timestamp, key, value, headers } of await read(topic, samples.length)) {
      say(`${partition}@${offset} ${timestamp} key=${key} value=${value} h=${headers.get('h')}`);
    }
  }
}

async function offsets(): Promise<void> {
  step('offsets by time');
  const topic = 'platformatic-lz4';
  const consumer = createConsumer('platformatic-offsets');
  say(`ends ${(await consumer.listOffsets({ topics: [topic] })).get(topic)}`);
  for (const afterMs of [0, 1, 2000, 5001]) {
    const timestamp = BigInt(FIRST_MS + afterMs);
    say(`+${afterMs} ${(await consumer.listOffsets({ topics: [topic], timestamp })).get(topic)}`);
  }
  await consumer.close(true);
}

async function refusals(): Promise<void> {
  step('what is refused');
  const topic = 'platformatic-small';
  await createTopic(topic, 1, { 'max.message.bytes': '1000' });
  const producer = createProducer();
  const send = (size: number) => () => producer.send({ messages: [{ topic, value: 'x'.repeat(size) }] });
  await expectError('a record above max.message.bytes', send(5000), errorIdOf);
  await expectError('a record within it', send(10), errorIdOf);
  const unknown = () => producer.send({ messages: [{ topic: 'platformatic-no-such', value: 'x' }] });
  await expectError('an unknown topic', unknown, errorIdOf);
  await producer.close();
}

async function groups(protocol: Protocol): Promise<void> {
  step(`two members, ${protocol}`);
  const topic = `platformatic-${protocol}`;
  await createTopic(topic, 3);
  const producer = createProducer();
  const messages = Array.from({ length: 9 }, (_, index) => ({
    topic,
    value: `v${index}`,
    partition: index % 3,
  }));
  await producer.send({ messages });
  await producer.close();
  const members = [createConsumer(topic, protocol), createConsumer(topic, protocol)] as const;
  const partitionsOf = (member: (typeof members)[0]): number[] =>
    (member.assignments ?? []).flatMap(({ partitions }) => partitions);
  const streams = [await members[0].consume({ topics: [topic], mode: 'earliest' })];
  await until('3 partitions', () => partitionsOf(members[0]).length === 3);
  say('one member has 3 partitions');
  streams.push(await members[1].consume({ topics: [topic], mode: 'earliest' }));
  const all = (): number[] => members.flatMap(partitionsOf).sort();
  await until('both to have some', () => partitionsOf(members[1]).length > 0 && all().length === 3);
  say(`two members have ${all()}`);
  await streams[1]?.close();
  await members[1].close(true);
  await until('3 partitions', () => partitionsOf(members[0]).length === 3);
  say('the one that stayed has 3 partitions');
  await streams[0]?.close();
  await members[0].close(true);
}

/** Classic only: with the new protocol this client reads the first partitions again as it gets more of them. */
async function resume(): Promise<void> {
  step('commit and resume');
  const topic = 'platformatic-classic';
  const read = async (count: number, commit: boolean): Promise<string[]> => {
    const consumer = createConsumer('platformatic-resume');
    const stream = await consumer.consume({ topics: [topic], mode: 'committed', fallbackMode: 'earliest' });
    const values = (await take(stream, count)).map(({ value }) => value);
    const offsets = [3n, 3n, 1n].map((offset, partition) => ({ topic, partition, offset, leaderEpoch: -1 }));
    if (commit) await consumer.commit({ offsets });
    await stream.close();
    await consumer.close(true);
    return values.toSorted();
  };
  say(`read ${await read(9, true)}`);
  say(`resumed with ${await read(2, false)}`);
  const stored =
    (await admin.listConsumerGroupOffsets({ groups: ['platformatic-resume'] }))[0]?.topics[0]?.partitions ??
    [];
  const sorted = stored.toSorted((a, b) => a.partitionIndex - b.partitionIndex);
  say(`committed ${sorted.map(({ committedOffset }) => committedOffset)}`);
}

async function transactions(): Promise<void> {
  step('transactions');
  const topic = 'platformatic-tx';
  await createTopic(topic, 1);
  const producer = createProducer({ idempotent: true, transactionalId: 'platformatic-tx' });
  for (const value of ['committed', 'aborted', 'committed again']) {
    const transaction = await producer.beginTransaction();
    await transaction.send({ messages: [{ topic, value, partition: 0 }] });
    await (value === 'aborted' ? transaction.abort() : transaction.commit());
  }
  const shown = async (count: number, isolationLevel: 0 | 1): Promise<string[]> =>
    (await read(topic, count, isolationLevel)).map(({ offset, value }) => `${offset} ${value}`);
  say(`read committed ${await shown(2, 1)}`);
  say(`read uncommitted ${await shown(3, 0)}`);
  await producer.close();
}

async function administration(): Promise<void> {
  step('administration');
  const topic = 'platformatic-admin';
  await createTopic(topic, 2, { 'cleanup.policy': 'compact' });
  await expectError('creating it again', () => createTopic(topic, 2), errorIdOf);
  await expectError('a bad name', () => createTopic('a/b', 2), errorIdOf);
  const brokerIds = [...(await admin.metadata({ topics: [] })).brokers.keys()];
  const assignments = [{ brokerIds }, { brokerIds }];
  await admin.createPartitions({ topics: [{ name: topic, count: 4, assignments }] });
  const resource = { resourceType: ConfigResourceTypes.TOPIC, resourceName: topic };
  const set = { name: 'retention.ms', configOperation: 0, value: '7200000' } as const;
  await admin.incrementalAlterConfigs({ resources: [{ ...resource, configs: [set] }] });
  const configs = async (): Promise<string> => {
    const configurationKeys = ['cleanup.policy', 'retention.ms'];
    const [described] = await admin.describeConfigs({ resources: [{ ...resource, configurationKeys }] });
    return `${described?.configs.map(({ name, value }) => `${name}=${value}`).sort()}`;
  };
  await until('the configuration', async () => (await configs()).includes('7200000'));
  say(await configs());
  say(`listed ${(await admin.listTopics()).includes(topic)}`);
  for (const group of ['platformatic-classic', 'platformatic-consumer']) {
    say(`${group} listed ${(await admin.listGroups()).has(group)}`);
    await admin.deleteGroups({ groups: [group] });
    await expectError('deleting it again', () => admin.deleteGroups({ groups: [group] }), errorIdOf);
  }
  const topics = [{ name: 'platformatic-classic', partitions: [{ partition: 0, offset: 2n }] }];
  const deleted = await admin.deleteRecords({ topics });
  say(`low ${deleted.flatMap(({ partitions }) => partitions.map(({ lowWatermark }) => lowWatermark))}`);
  await admin.deleteTopics({ topics: [topic] });
  await until('it to be gone', async () => !(await admin.listTopics()).includes(topic));
  await expectError('deleting it again', () => admin.deleteTopics({ topics: [topic] }), errorIdOf);
}

await records();
await offsets();
await refusals();
await groups('classic');
await resume();
await groups('consumer');
await transactions();
await administration();
await admin.close();
