/**
 * `npm run soak:grid`: the verdict grid, round after round, with every core kept busy by other programs. Ends with 1 when
 * a verdict was wrong. Arguments: the number of rounds (default 20), and the address of a Kafka (default: embedded).
 */
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { keepBusy } from '../support/busy.ts';
import { playGrid, rows } from '../support/grid/play-grid.ts';

const ROUNDS = Number(process.argv[2] ?? 20);

using _load = keepBusy();
await using broker =
  process.argv[3] === undefined
    ? await EmbeddedKafka.start({ config: { 'log.retention.check.interval.ms': '500' } })
    : undefined;
const bootstrap = broker?.bootstrap ?? process.argv[3] ?? '';
let wrong = 0;
for (let round = 1; round <= ROUNDS; round++) {
  const found = await playGrid(bootstrap);
  wrong += found.length;
  console.log(`round ${round}: ${rows.length - found.length} of ${rows.length} right`);
  for (const { row, expected, actual } of found)
    console.log(`  ${row}\n    expected ${expected}\n    actual   ${actual}`);
}
process.exitCode = wrong > 0 ? 1 : 0;
