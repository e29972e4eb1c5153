/** Plays random sequences of requests on a real Apache Kafka and on the embedded broker: `npm run soak:differential -- 5000`. */
import { compareBrokers, renderDifference, startEmbedded } from '../differential/sequence.ts';
import { ApacheKafka } from '../support/apache-kafka.ts';

/** Sequences know nothing of each other; one waits most of its time. */
const AT_ONCE = 6;

const [count = '5000', from = '0'] = process.argv.slice(2);
await using kafka = await ApacheKafka.start();
await using embedded = await startEmbedded();
let [begun, done, differences] = [0, 0, 0];

async function playOn(): Promise<void> {
  while (begun < Number(count)) {
    const difference = await compareBrokers(
      Number(from) + begun++,
      [kafka.bootstrap, embedded.bootstrap],
      'soak',
    );
    if (difference) {
      differences++;
      console.log(renderDifference(difference));
    }
    if (++done % 500 === 0) console.log(`${done} sequences, ${differences} with a difference`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, playOn));
console.log(`${count} sequences, ${differences} with a difference`);
process.exitCode = differences > 0 ? 1 : 0;
