// The User Service: knows the plan of every member and adds it to their page views.
import { Kafka, logLevel } from 'kafkajs';

const PLAN_OF_USER = new Map([
  [12345, 'Free'],
  [67890, 'Premium'],
]);

const kafka = new Kafka({
  clientId: 'user-service',
  brokers: [process.env.KAFKA_BOOTSTRAP ?? 'localhost:9092'],
  logLevel: logLevel.ERROR,
});
// A fetch that waits for records is waited for when the service stops: not for 5 s, which is the default.
const consumer = kafka.consumer({ groupId: 'user-service', maxWaitTimeInMs: 200 });
const producer = kafka.producer();

async function enrich({ message }) {
  const view = JSON.parse(message.value.toString());
  const key = Buffer.alloc(8);
  key.writeBigInt64BE(BigInt(view.userId));
  const enriched = {
    USERID: view.userId,
    PAGEID: view.pageId,
    PAGENAME: view.pageName,
    VIEWTIME: view.timestamp,
    PLANTYPE: PLAN_OF_USER.get(view.userId) ?? 'Unknown',
  };
  const { headers } = message; // traceparent and the like go on with the record
  await producer.send({
    topic: 'pageviews_enriched',
    messages: [{ key, value: JSON.stringify(enriched), headers }],
  });
  console.log(`page view of user ${view.userId}: plan ${enriched.PLANTYPE}`);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.allSettled([consumer.disconnect(), producer.disconnect()]);
    process.exit(0);
  });
}

await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topic: 'pageviews', fromBeginning: true });
await consumer.run({ eachMessage: enrich });
