// Echoes every record of "echo-in" to "echo-out", headers and all.
import { Kafka, logLevel } from 'kafkajs';

const kafka = new Kafka({
  clientId: 'echo',
  brokers: [process.env.KAFKA_BOOTSTRAP ?? 'localhost:9092'],
  logLevel: logLevel.ERROR,
});
const consumer = kafka.consumer({ groupId: 'echo', maxWaitTimeInMs: 100 });
const producer = kafka.producer();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.allSettled([consumer.disconnect(), producer.disconnect()]);
    process.exit(0);
  });
}

await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topic: 'echo-in', fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message: { key, value, headers } }) => {
    await producer.send({ topic: 'echo-out', messages: [{ key, value, headers }] });
  },
});
