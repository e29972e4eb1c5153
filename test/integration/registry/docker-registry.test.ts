import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunResult } from '../../../src/model/run-result.ts';
import { NODE, runCli } from '../../support/cli.ts';
import { describeWith } from '../../support/needs.ts';
import { writeProject } from '../../support/project.ts';
import { CONTAINERS, leftInDocker } from '../../support/stack.ts';

const order = { type: 'record', name: 'acme.Order', fields: [{ name: 'id', type: 'long' }] };
const client = {
  env: { SCHEMA_REGISTRY_URL: '${{ .schemaRegistry.url }}' },
  ready: { log: '/subjects .*"orders-value"/' },
};

/** Produces and consumes with Avro, while a process and a container ask the same registry. */
const project = {
  config: {
    schemaRegistry: { provider: 'docker', schemas: { 'orders-value': 'order.avsc' } },
    services: {
      process: { ...client, command: `${NODE} ${join(CONTAINERS, 'registry-client.js')}` },
      container: {
        ...client,
        image: 'node:24-slim',
        command: 'node /app/client.js',
        volumes: ['./client.js:/app/client.js:ro'],
      },
    },
  },
  files: {
    'order.avsc': JSON.stringify(order),
    'client.js': readFileSync(join(CONTAINERS, 'registry-client.js'), 'utf8'),
  },
  scenario: {
    tasks: {
      order: {
        produce: {
          topic: 'orders',
          key: { customer: 7 },
          value: { id: '${{ 9007199254740993 }}' },
          format: {
            key: {
              avro: {
                schema: { type: 'record', name: 'Key', fields: [{ name: 'customer', type: 'int' }] },
                register: true,
              },
            },
            value: { avro: { subject: 'orders-value', version: 'latest' } },
          },
        },
      },
      there: {
        consume: { topic: 'orders' },
        checks: [
          '.record.value.id == 9007199254740993',
          '.record.key.customer == 7',
          '.record.valueSchemaId > 0',
        ],
      },
    },
  },
};

describeWith(['docker'], 'a schema registry in a container', () => {
  it.for(['embedded', 'docker'])(
    'serves scenarios, processes and containers beside %s Kafka, and leaves nothing',
    { timeout: 180_000 },
    async (kafka) => {
      const cwd = writeProject(project);
      const run = await runCli(['run', '--kafka', kafka], { cwd });
      expect(run.exitCode, run.stdout + run.stderr).toBe(0);
      const { runId }: RunResult = JSON.parse(readFileSync(join(run.output, 'report.json'), 'utf8'));
      expect(leftInDocker(runId)).toEqual([]);
    },
  );

  it('that does not start is one clear error', { timeout: 60_000 }, async () => {
    const config = `scenarios: scenario.yaml\nschemaRegistry:\n  provider: docker\n  image: node:24-slim\n`;
    const cwd = writeProject({ ...project, files: { 'flowproof.yaml': config } });
    const run = await runCli(['run'], { cwd });
    expect(run.exitCode).toBe(3);
    expect(run.stdout).toContain(
      '✗ flowproof.yaml:4:10: the container of the schema registry exited with code 0',
    );
  });
});
