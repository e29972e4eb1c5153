import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { tryWrite } from './try-write.ts';

const options = {};

const SCHEMAS = '.flowproof';
const REPORTS = 'flowproof-report/';

const CONFIG = `# yaml-language-server: $schema=${SCHEMAS}/config.schema.json
# What the scenarios run on. With nothing said, Kafka is embedded: no Docker and no Java is needed.
scenarios: scenarios/**/*.yaml

kafka:
  topics:
    orders: { partitions: 3 }

# Your services: started once the topics exist, stopped when the run ends.
# services:
#   billing:
#     command: node services/billing.js
#     env: { KAFKA_BOOTSTRAP: "\${{ .kafka.bootstrap }}" }
#     ready: { group: billing }
`;

const SCENARIO = `# yaml-language-server: $schema=../${SCHEMAS}/scenario.schema.json
# Produces an order, and watches the topic for it: within a second, with the data that went in.
scenario: An order is there
tags: [first]

tasks:
  order:
    produce:
      topic: orders
      key: "\${{ .random.uuid }}"
      value: { total: 99.5, items: [book, pen] }

  seen:
    consume:
      topic: orders
      fail: { after: 1s, since: order }
    checks:
      - .record.value.total: { greaterThan: 50 }
      - .record.value.items: { contains: book }
      - name: it is the order that was sent
        jq: .record.key == .source.order.record.key
`;

const WORKFLOW = `name: flowproof
on: [push, pull_request]
permissions: { contents: read, pull-requests: write }
jobs:
  scenarios:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: flowproof/flowproof@v0
`;

/** `flowproof init`: files to begin with, which run as they are. */
export const init: Command = {
  name: 'init',
  summary: 'writes a first scenario, flowproof.yaml and a workflow; files that are there stay as they are',
  operands: '',
  options,
  async run(args, { cwd, stdout }) {
    parseArguments(args, options);
    const { jsonSchemas } = await import('../load/json-schema.ts');
    const { scenario, config } = jsonSchemas();
    const files = {
      'flowproof.yaml': CONFIG,
      'scenarios/first.yaml': SCENARIO,
      '.github/workflows/flowproof.yaml': WORKFLOW,
      [join(SCHEMAS, 'scenario.schema.json')]: `${JSON.stringify(scenario, null, 2)}\n`,
      [join(SCHEMAS, 'config.schema.json')]: `${JSON.stringify(config, null, 2)}\n`,
    };
    for (const [name, text] of Object.entries(files)) {
      const isThere = existsSync(join(cwd, name));
      if (!isThere) write(join(cwd, name), text);
      stdout.write(`${isThere ? 'kept   ' : 'wrote  '} ${name}\n`);
    }
    ignoreReports(cwd);
    stdout.write('\nnow: flowproof run\n');
    return 0;
  },
};

function write(path: string, text: string): void {
  tryWrite(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  });
}

/** Reports are no part of a repository. */
function ignoreReports(cwd: string): void {
  const path = join(cwd, '.gitignore');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (text.split(/\r?\n/).includes(REPORTS)) return;
  const line = `${text === '' || text.endsWith('\n') ? '' : '\n'}${REPORTS}\n`;
  tryWrite(path, () => appendFileSync(path, line));
}
