import { expect, it } from 'vitest';
import { compareBrokers, renderDifference, startEmbedded } from '../../differential/sequence.ts';
import { describeWith, KAFKA } from '../../support/needs.ts';
import { sharedKafka } from '../../support/shared-kafka.ts';

const SEQUENCES = 300;

describeWith(KAFKA, 'random sequences of requests', () => {
  it(`are answered as Apache Kafka answers them, ${SEQUENCES} times`, { timeout: 300_000 }, async () => {
    const kafka = await sharedKafka();
    await using embedded = await startEmbedded();
    for (let seed = 0; seed < SEQUENCES; seed++) {
      const difference = await compareBrokers(seed, [kafka, embedded.bootstrap], 'ci');
      expect(difference && renderDifference(difference)).toBeUndefined();
    }
  });
});
