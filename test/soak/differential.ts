/** Plays random sequences of requests on a real Apache Kafka and on the embedded broker: `npm run soak:differential -- 5000`. */
import { compareMany, renderDifference, startEmbedded } from '../differential/sequence.ts';
import { ApacheKafka } from '../support/apache-kafka.ts';

const [count = '5000', from = '0'] = process.argv.slice(2);
await using kafka = await ApacheKafka.start();
await using embedded = await startEmbedded();
const wanted = { from: Number(from), count: Number(count), run: 'soak' };
let [done, differences] = [0, 0];
await compareMany(wanted, [kafka.bootstrap, embedded.bootstrap], (difference) => {
  done++;
  if (difference) {
    differences++;
    console.log(renderDifference(difference));
  }
  if (done % 500 === 0) console.log(`${done} sequences, ${differences} with a difference`);
});
console.log(`${done} sequences, ${differences} with a difference`);
process.exitCode = differences > 0 ? 1 : 0;
