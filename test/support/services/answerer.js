// A service that answers every record of INPUT with the same value on OUTPUT, and leaves its group when it is stopped.
// With COMMITS=never it has forgotten by its next start what it has answered.
import { Kafka, logLevel } from 'kafkajs';

const { KAFKA_BOOTSTRAP, GROUP, INPUT, OUTPUT, COMMITS } = process.env;

const kafka = new Kafka({ clientId: GROUP, brokers: [KAFKA_BOOTSTRAP], logLevel: logLevel.NOTHING });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: GROUP, maxWaitTimeInMs: 100, sessionTimeout: 6000 });

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await consumer.disconnect();
    process.exit(0);
  });
}

await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topic: INPUT, fromBeginning: true });
await consumer.run({
  autoCommit: COMMITS !== 'never',
  eachMessage: ({ message: { key, value } }) => producer.send({ topic: OUTPUT, messages: [{ key, value }] }),
});
