import { expect, it } from 'vitest';
import { compareMany, renderDifference, startEmbedded } from '../../differential/sequence.ts';
import { describeWith, KAFKA } from '../../support/needs.ts';
import { sharedKafka } from '../../support/shared-kafka.ts';

const SEQUENCES = 300;

describeWith(KAFKA, 'random sequences of requests', () => {
  it(`are answered as Apache Kafka answers them, ${SEQUENCES} times`, { timeout: 300_000 }, async () => {
    const kafka = await sharedKafka();
    await using embedded = await startEmbedded();
    const found: string[] = [];
    await compareMany({ from: 0, count: SEQUENCES, run: 'ci' }, [kafka, embedded.bootstrap], (difference) => {
      if (difference) found.push(renderDifference(difference));
    });
    expect(found.join('\n')).toBe('');
  });
});
