// The Promotions Service: offers an upgrade to free members who reach the checkout.
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';

/** How long it takes to find a promotion, in milliseconds. */
const DELAY_MS = Number(process.env.DELAY_MS ?? 0);

const kafka = new Kafka({
  clientId: 'promotions',
  brokers: [process.env.KAFKA_BOOTSTRAP ?? 'localhost:9092'],
  logLevel: logLevel.ERROR,
});
// A fetch that waits for records is waited for when the service stops: not for 5 s, which is the default.
const consumer = kafka.consumer({ groupId: 'promotions', maxWaitTimeInMs: 200 });
const producer = kafka.producer();

async function offerUpgrade({ message }) {
  const view = JSON.parse(message.value.toString());
  if (view.PLANTYPE !== 'Free' || view.PAGENAME !== 'Checkout') return;
  console.log(`user ${view.USERID} is at the checkout, looking for a promotion`);
  await sleep(DELAY_MS);
  const upsell = { userId: view.USERID, promotion: 'UPGRADE_TO_PREMIUM', discountPercent: 20 };
  const { key, headers } = message; // traceparent and the like go on with the record
  await producer.send({
    topic: 'upsell_events',
    messages: [{ key, value: JSON.stringify(upsell), headers }],
  });
  console.log(`user ${view.USERID} was offered ${upsell.promotion}`);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.allSettled([consumer.disconnect(), producer.disconnect()]);
    process.exit(0);
  });
}

await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topic: 'pageviews_enriched', fromBeginning: true });
await consumer.run({ eachMessage: offerUpgrade });
