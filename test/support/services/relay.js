// A service that reads INPUT and answers on OUTPUT, in one of the ways in which services go wrong (BEHAVIOUR).
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';

const {
  KAFKA_BOOTSTRAP,
  GROUP = 'relay',
  INPUT = 'orders',
  OUTPUT = 'answers',
  BEHAVIOUR = 'answer',
  DELAY_MS = '0',
} = process.env;

const kafka = new Kafka({ clientId: GROUP, brokers: [KAFKA_BOOTSTRAP], logLevel: logLevel.NOTHING });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: GROUP, maxWaitTimeInMs: 100, rebalanceTimeout: 30_000 });

const write = (topic, ...messages) => producer.send({ topic, messages });
const changed = (message, changes) => ({
  ...message,
  value: JSON.stringify({ ...JSON.parse(message.value.toString()), ...changes }),
});

async function inTransaction(message, end) {
  const transactional = kafka.producer({ transactionalId: GROUP, idempotent: true, maxInFlightRequests: 1 });
  await transactional.connect();
  const transaction = await transactional.transaction();
  await transaction.send({ topic: OUTPUT, messages: [message] });
  await end(transaction);
}

const behaviours = {
  answer: (message) => write(OUTPUT, message),
  late: async (message) => {
    await sleep(Number(DELAY_MS));
    await write(OUTPUT, message);
  },
  crash: (message) => {
    console.error(`TypeError: cannot read the plan of order ${message.value}`);
    process.exit(7);
  },
  stuck: () => sleep(60_000),
  'waits-for-database': (message) => {
    console.error(`order ${message.key}: timed out waiting for the database at db.local:5432, trying again`);
    return sleep(60_000);
  },
  silent: () => console.log('this order needs no answer'),
  'log-error': (message) => console.error(`Error: no customer for order ${message.value}`),
  'other-topic': (message) => write('order-audit', message),
  'look-alike-topic': (message) => write('answer', message),
  'other-key': (message) => write(OUTPUT, { ...message, key: 'somebody-else' }),
  'other-value': (message) => write(OUTPUT, changed(message, { plan: 'Premium' })),
  tombstone: (message) => write(OUTPUT, { ...message, value: null }),
  twice: async (message) => {
    await write(OUTPUT, message);
    await write(OUTPUT, message);
  },
  reordered: (message) => write(OUTPUT, changed(message, { step: 2 }), changed(message, { step: 1 })),
  'other-format': (message) => write(OUTPUT, { ...message, value: Buffer.from([0xff, 0x00, 0x9c]) }),
  'other-partition': (message) => write(OUTPUT, { ...message, partition: 1 }),
  // Avro of { plan: string, id: int }, where { id, plan } is expected.
  'other-schema': (message) => write(OUTPUT, { ...message, value: Buffer.from('\x08Free\x02') }),
  'answer-and-leave': async (message) => {
    await write(OUTPUT, message);
    void consumer.disconnect();
  },
  'encoded-twice': (message) => write(OUTPUT, { ...message, value: JSON.stringify(String(message.value)) }),
  'open-transaction': (message) => inTransaction(message, () => sleep(60_000)),
  'aborted-transaction': (message) => inTransaction(message, (transaction) => transaction.abort()),
  leave: () => void consumer.disconnect(),
  // The first member is busy with the record while a second one joins: nobody has partitions until it is done.
  rebalance: async () => {
    const second = kafka.consumer({ groupId: GROUP });
    await second.connect();
    await second.subscribe({ topic: INPUT });
    void second.run({ eachMessage: async () => undefined });
    await sleep(60_000);
  },
};

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));

await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topic: INPUT, fromBeginning: true });
await consumer.run({
  eachMessage: ({ message: { key, value, headers } }) => behaviours[BEHAVIOUR]({ key, value, headers }),
});
