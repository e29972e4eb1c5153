import { expect, it } from 'vitest';
import { runProject, taskOf } from '../../support/project.ts';

it('an expression may stand wherever a task has a scalar that is read when it runs', async () => {
  const result = await runProject({
    config: {
      schemaRegistry: { provider: 'embedded' },
      variables: {
        yes: true,
        no: false,
        two: 2,
        codec: 'gzip',
        subject: 'shop-orders',
        from: 'beginning',
        method: 'OPTIONS',
      },
    },
    files: {
      'order.avsc': '{ "type": "record", "name": "Order", "fields": [{ "name": "id", "type": "long" }] }',
      'rows.csv': '1;a\n2;b\n',
      'golden.json': '{ "id": 1.05 }',
    },
    scenario: {
      tasks: {
        stored: {
          produce: {
            topic: 'orders',
            value: { id: '${{ .index }}' },
            repeat: '${{ .variables.two }}',
            random: { key: { charset: '${{ "numeric" }}', length: '${{ .variables.two }}' } },
            acks: '${{ "all" }}',
            idempotent: '${{ .variables.yes }}',
            compression: '${{ .variables.codec }}',
            stamp: '${{ .variables.no }}',
            format: {
              key: '${{ "string" }}',
              value: {
                avro: {
                  file: '${{ "order" }}.avsc',
                  subject: '${{ .variables.subject }}',
                  register: '${{ .variables.yes }}',
                },
              },
            },
          },
          checks: [{ '.record.key': { matches: '^\\d\\d$' } }, '.record.headers == []'],
        },
        seen: {
          consume: {
            topic: 'orders',
            from: '${{ .variables.from }}',
            partitions: ['${{ .variables.two - 2 }}'],
            sameTrace: '${{ .variables.no }}',
            undecodable: '${{ "fail" }}',
            missing: '${{ "fail" }}',
            format: { value: { avro: { subject: '${{ .variables.subject }}' } } },
            stop: { records: '${{ .variables.two }}', atEnd: '${{ .variables.no }}' },
            expect: {
              ordered: { by: '.record.value.id', per: '${{ "all" }}', strict: '${{ .variables.yes }}' },
              sequence: { of: '.record.value.id', equals: [0, 1], mode: '${{ "exact" }}' },
            },
          },
        },
        rows: {
          csv: {
            file: 'rows.csv',
            delimiter: '${{ ";" }}',
            header: '${{ .variables.no }}',
            columns: ['${{ "id" }}', 'name'],
          },
          checks: [{ '.row.id': { matches: '[12]' } }],
        },
        same: {
          compare: {
            actual: { id: 1, more: true },
            expected: { file: '${{ "golden" }}.json' },
            mode: '${{ "contains" }}',
            ordered: '${{ .variables.no }}',
            tolerance: '${{ 0.1 }}',
          },
        },
        refused: {
          produce: {
            topic: 'orders',
            value: 1,
            partition: 99,
            expect: { error: { contains: '${{ "partition" }}' } },
          },
        },
        nobody: {
          http: {
            url: 'http://127.0.0.1:1/',
            method: '${{ .variables.method }}',
            followRedirects: '${{ .variables.no }}',
            expect: { error: { contains: '${{ .variables.method }}' } },
          },
        },
      },
    },
  });
  const ids = ['stored', 'seen', 'rows', 'same', 'refused', 'nobody'];
  expect(ids.map((id) => [id, taskOf(result, id)?.status, taskOf(result, id)?.message])).toEqual(
    ids.map((id) => [id, 'passed', undefined]),
  );
  expect(result.exitCode).toBe(0);
});
