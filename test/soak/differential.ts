/** Plays random sequences of requests on a real Apache Kafka and on the embedded broker: `npm run soak:differential -- 5000`. */
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { compareBrokers, renderDifference } from '../differential/sequence.ts';
import { ApacheKafka } from '../support/apache-kafka.ts';

const [count = '5000', from = '0'] = process.argv.slice(2);
await using kafka = await ApacheKafka.start();
await using embedded = await EmbeddedKafka.start();
let differences = 0;
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  const difference = await compareBrokers(seed, [kafka.bootstrap, embedded.bootstrap], 'soak');
  if (difference) {
    differences++;
    console.log(renderDifference(difference));
  }
  if ((seed + 1) % 500 === 0)
    console.log(`${seed + 1 - Number(from)} sequences, ${differences} with a difference`);
}
console.log(`${count} sequences, ${differences} with a difference`);
process.exitCode = differences > 0 ? 1 : 0;
