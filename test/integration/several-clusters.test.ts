import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { parseJson } from '../../src/model/json.ts';
import { runResult } from '../../src/model/run-result.ts';
import { runCli } from '../support/cli.ts';

const scenario = `
scenario: Orders reach both clusters
tasks:
  order:
    produce: { topic: orders, value: { cluster: main } }
  copy:
    produce: { topic: orders, cluster: analytics, key: "1", value: { cluster: analytics } }
  on-main:
    after: start
    consume: { topic: orders, stop: { records: 1 } }
    checks: [.record.value.cluster: main, .record.topic: orders]
  on-analytics:
    after: start
    consume: { topic: orders, cluster: analytics, stop: { records: 1 } }
    checks: [.record.value.cluster: analytics, .record.topic: orders]
  by-pattern:
    after: start
    consume: { topic: /ord.+/, cluster: analytics, expect: { count: 1 } }
    checks: [.record.value.cluster: analytics]
`;

it('a scenario produces to one cluster and to another, and sees the records of each', async () => {
  await using external = await EmbeddedKafka.start();
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-clusters-'));
  const clusters = {
    main: { provider: 'embedded' },
    analytics: { provider: 'external', bootstrap: [external.bootstrap], createTopics: true },
  };
  writeFileSync(
    join(folder, 'flowproof.yaml'),
    JSON.stringify({ scenarios: 'scenario.yaml', kafka: { clusters } }),
  );
  writeFileSync(join(folder, 'scenario.yaml'), scenario);
  const run = await runCli(['run', '--config', join(folder, 'flowproof.yaml')]);
  expect(run.stderr).toBe('');
  const result = runResult.parse(parseJson(readFileSync(join(run.output, 'report.json'), 'utf8')));
  expect(result.scenarios.flatMap(({ tasks }) => tasks.map(({ id, status }) => [id, status]))).toEqual(
    ['order', 'copy', 'on-main', 'on-analytics', 'by-pattern'].map((id) => [id, 'passed']),
  );
  expect(run.exitCode).toBe(0);
});
