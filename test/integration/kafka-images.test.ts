import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, runCli } from '../support/cli.ts';
import { describeWith } from '../support/needs.ts';

const RETAIL = join(ROOT, 'scenarios/retail');

describeWith(
  ['docker'],
  'the retail scenario on Kafka in Docker, with one service on the host and one in a container',
  () => {
    let folder: string;
    beforeAll(() => {
      // Inside the repository, as the process takes its Kafka client from its node_modules.
      mkdirSync(join(ROOT, '.cache'), { recursive: true });
      folder = mkdtempSync(join(ROOT, '.cache/kafka-images-'));
      cpSync(RETAIL, folder, { recursive: true });
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.for(['apache/kafka-native:4.3.1', 'confluentinc/cp-kafka:8.1.0', 'redpandadata/redpanda:v25.3.9'])(
      'passes with the image %s',
      { timeout: 180_000 },
      async (image) => {
        const env = { KAFKA_BOOTSTRAP: '${{ .kafka.bootstrap }}' };
        const topics = Object.fromEntries(
          ['pageviews', 'pageviews_enriched', 'upsell_events'].map((name) => [name, {}]),
        );
        const config = {
          scenarios: 'free-member-upsell.yaml',
          kafka: { provider: 'docker', image, topics },
          services: {
            'user-service': {
              command: 'node services/user-service.js',
              env,
              ready: { group: 'user-service' },
            },
            promotions: {
              build: { context: '.', dockerfile: 'promotions.Dockerfile' },
              env,
              ready: { group: 'promotions' },
            },
          },
        };
        const file = join(folder, 'flowproof.yaml');
        writeFileSync(file, JSON.stringify(config));
        const { exitCode, stdout } = await runCli(['run', '--config', file]);
        expect(exitCode, stdout).toBe(0);
        expect(stdout).toContain(`kafka  docker ${image.split(':')[1]} at `);
      },
    );
  },
);
