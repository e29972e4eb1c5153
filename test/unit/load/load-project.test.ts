import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FlowproofError, type ScenarioError, ScenarioProblems } from '../../../src/base/errors.ts';
import { renderLocation } from '../../../src/base/source-span.ts';
import { type LoadedProject, type LoadOptions, loadProject } from '../../../src/load/load-project.ts';

type Files = Readonly<Record<string, string>>;

function load(files: Files, options: Partial<LoadOptions> = {}): Promise<LoadedProject> {
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-load-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return loadProject({ env: {}, files: [], variables: [], ...options, cwd: join(cwd, options.cwd ?? '') });
}

async function failure(files: Files, options: Partial<LoadOptions> = {}): Promise<unknown> {
  try {
    return await load(files, options);
  } catch (cause) {
    if (cause instanceof ScenarioProblems) return cause.problems.map(renderShort);
    if (cause instanceof FlowproofError) return `${cause.code}: ${cause.message} (${cause.hint})`;
    throw cause;
  }
}

function renderShort({ span, code, message, hint }: ScenarioError): string {
  return `${span ? renderLocation(span) : ''} ${code} ${message}${hint ? ` (${hint})` : ''}`;
}

const one = 'scenario: one\ntasks: { go: { produce: { topic: t, value: 1 } } }\n';
const withTasks = (tasks: string): Files => ({ 'scenarios/s.yaml': `scenario: s\ntasks:\n${tasks}` });
const problemsOf = (tasks: string): Promise<unknown> => failure(withTasks(tasks));

describe('finding files', () => {
  it('finds flowproof.yaml upwards, and the scenarios from its folder, in path order', async () => {
    const files = {
      'flowproof.yaml': 'variables: { a: 1 }',
      'scenarios/b.yaml': one,
      'scenarios/a/x.yaml': one,
      'deep/er/keep.txt': '',
    };
    const project = await load(files, { cwd: 'deep/er' });
    expect(project.scenarios.map(({ suite, name }) => `${suite}/${name}`)).toEqual([
      'a/one',
      'scenarios/one',
    ]);
    expect(project.variables).toEqual({ a: 1 });
  });

  it('takes the folder of flowproof.yaml for the repository where there is none', async () => {
    const scenario = 'scenario: s\ntasks: { a: { csv: { file: ../orders.csv } } }\n';
    const files = { 'orders.csv': 'id\n1\n', 'scenarios/s.yaml': scenario };
    expect(await failure(files)).toEqual([expect.stringContaining('is outside of the repository')]);
    expect((await load({ ...files, 'flowproof.yaml': '' })).scenarios).toHaveLength(1);
  });

  it('reads several documents of a file', async () => {
    const project = await load({ 'scenarios/s.yaml': `${one}---\n${one.replace('one', 'two')}` });
    expect(project.scenarios.map(({ name, span }) => [name, span.line])).toEqual([
      ['one', 1],
      ['two', 4],
    ]);
  });

  it('takes files, folders and globs from the working directory', async () => {
    const files = {
      'x/a.yaml': one,
      'x/b.yml': one.replace('one', 'two'),
      'x/flowproof.yaml': '',
      'y.yaml': one,
    };
    for (const [given, count] of [
      ['x', 2],
      ['x/*.yaml', 1],
      ['y.yaml', 1],
      ['**/*.yaml', 2],
    ] as const)
      expect((await load(files, { files: [given] })).scenarios, given).toHaveLength(count);
  });

  it.each<[string, Files, Partial<LoadOptions>, string]>([
    ['nothing at all', {}, {}, 'USAGE_NOTHING_SELECTED'],
    ['a glob without a file', { 'a.yaml': one }, { files: ['b*.yaml'] }, 'USAGE_NOTHING_SELECTED'],
    ['a file that is not there', {}, { files: ['b.yaml'] }, 'USAGE_FILE_NOT_FOUND'],
    ['an empty file', { 'a.yaml': '# nothing' }, { files: ['a.yaml'] }, 'USAGE_NOTHING_SELECTED'],
    ['a configuration that is not there', {}, { config: 'x.yaml' }, 'USAGE_FILE_NOT_FOUND'],
    [
      'an environment that is not there',
      { 'a.yaml': one },
      { files: ['a.yaml'], environment: 'qa' },
      'USAGE_UNKNOWN_ENVIRONMENT',
    ],
    ['a variable without a name', {}, { variables: ['=1'] }, 'USAGE_BAD_VALUE'],
    [
      'an external Kafka without an address',
      { 'a.yaml': one },
      { files: ['a.yaml'], kafka: 'external' },
      'USAGE_BAD_VALUE',
    ],
    ['a bad address', { 'a.yaml': one }, { files: ['a.yaml'], bootstrap: ['localhost'] }, 'USAGE_BAD_VALUE'],
  ])('says what to do about %s', async (_what, files, options, code) => {
    expect(await failure(files, options)).toMatch(new RegExp(`^${code}: .+ \\(.+\\)$`));
  });
});

describe('environments and variables', () => {
  const config = `
kafka: { topics: { a: { partitions: 1 } } }
services: { web: { command: run, env: { A: "1", B: "2" } } }
variables: { plan: Free, userId: 1 }
environments:
  slow: { services: { web: { env: { B: "3" } } }, variables: { userId: 2 } }
  broken: { services: { web: { comand: x } } }
  empty:
`;
  const files = { 'flowproof.yaml': config.replace(/ {2}broken.*\n/, ''), 'scenarios/a.yaml': one };

  it('merges the chosen environment deeply', async () => {
    const project = await load(files, { environment: 'slow' });
    expect(project.config.services?.web).toMatchObject({ command: 'run', env: { A: '1', B: '3' } });
    expect(project.environment).toEqual({ name: 'slow', variables: { userId: 2 } });
    expect(project.variables).toEqual({ plan: 'Free', userId: 2 });
  });

  it('takes away what an environment sets to null', async () => {
    const flowproof = `${files['flowproof.yaml']}  bare: { services: { web: { env: { A: null } } }, kafka: null }\n`;
    const { config: merged } = await load({ ...files, 'flowproof.yaml': flowproof }, { environment: 'bare' });
    expect(merged.services?.web?.env).toEqual({ B: '2' });
    expect(merged.kafka?.topics).toBeUndefined();
  });

  it('checks every environment, with places in it', async () => {
    expect(await failure({ ...files, 'flowproof.yaml': config })).toEqual([
      'flowproof.yaml:7:32 SCHEMA_UNKNOWN_KEY unknown key "comand" (did you mean "command"?)',
    ]);
  });

  it('reads --var as YAML scalars', async () => {
    const variables = [
      'n=3',
      's="3"',
      'b=true',
      'big=9007199254740993',
      't=a: b',
      'm={a: 1}',
      'e=',
      'h=#fff',
      'x=1=2',
    ];
    expect((await load(files, { variables })).overrides).toEqual({
      n: 3,
      s: '3',
      b: true,
      big: 9007199254740993n,
      t: 'a: b',
      m: '{a: 1}',
      e: '',
      h: '#fff',
      x: '1=2',
    });
  });

  it('takes values from the environment of the process, and keeps the secret ones', async () => {
    const scenario = `scenario: s\nvariables: { token: { fromEnv: TOKEN, secret: true } }\n${one.split('\n')[1]}`;
    const own = {
      'flowproof.yaml':
        'variables: { key: { fromEnv: KEY, secret: true }, host: { fromEnv: HOST, default: local } }',
      'scenarios/a.yaml': scenario,
    };
    const project = await load(own, { env: { KEY: 'k1', TOKEN: 't1' }, variables: ['key=k2'] });
    expect(project.variables).toEqual({ key: 'k1', host: 'local' });
    expect(project.scenarios[0]?.variables).toEqual({ token: 't1' });
    expect(project.secrets).toEqual(['k1', 'k2', 't1']);
    expect(await failure(own, { env: { KEY: 'k' } })).toEqual([
      'scenarios/a.yaml:2:32 VARIABLE_NOT_SET the environment variable "TOKEN" is not set (set it, or write a "default" beside "fromEnv")',
    ]);
  });
});

describe('the order of tasks', () => {
  it.each<[string, string, ...string[]]>([
    ['no kind', '  a: { name: x }', '3:3 SCHEMA_KIND_COUNT the task "a" does nothing: it has no kind'],
    [
      'two kinds',
      '  a: { produce: { topic: t, value: 1 }, consume: { topic: t } }',
      '3:41 SCHEMA_KIND_COUNT the task "a" has 2 kinds: produce and consume',
    ],
    [
      'two kinds, each with a wrong program',
      "  a: { produce: { topic: t, value: '${{ .a | }}' }, consume: { topic: t, where: ['.b |'] } }",
      '3:44 EXPRESSION_SYNTAX jq cannot read ".a |"',
      '3:53 SCHEMA_KIND_COUNT the task "a" has 2 kinds: produce and consume',
      '3:86 EXPRESSION_SYNTAX jq cannot read ".b |"',
    ],
    [
      'an unknown id',
      '  go: { consume: { topic: t } }\n  a: { after: og, consume: { topic: t } }',
      '4:15 GRAPH_UNKNOWN_TASK unknown task "og" (did you mean "go"?)',
    ],
    [
      'an unknown id in a list',
      '  go: { consume: { topic: t } }\n  a: { after: [go, gone], consume: { topic: u } }',
      '4:20 GRAPH_UNKNOWN_TASK unknown task "gone"',
    ],
    [
      'a circle',
      '  a: { after: c, consume: { topic: t } }\n  b: { consume: { topic: u } }\n  c: { consume: { topic: v } }',
      '3:15 GRAPH_CYCLE tasks wait for each other: "a" for "c" for "b" for "a"',
    ],
    ['itself', '  a: { after: a, consume: { topic: t } }', '3:15 GRAPH_CYCLE the task "a" waits for itself'],
    [
      'since a later task',
      '  a: { consume: { topic: t, fail: { after: 1s, since: b } } }\n  b: { consume: { topic: u } }',
      '3:55 GRAPH_UNREACHABLE the task "b" starts only when "a" has ended',
    ],
    [
      'since nothing',
      '  a: { consume: { topic: t, fail: { after: 1s, since: x } } }',
      '3:55 GRAPH_UNKNOWN_TASK unknown task "x"',
    ],
    [
      'behind a parallel task',
      '  a: { consume: { topic: t } }\n  b: { after: start, consume: { topic: t, from: { behind: a } } }',
      '4:59 GRAPH_UNREACHABLE the task "a" need not have ended when "b" starts',
    ],
    [
      'the id "start"',
      '  start: { consume: { topic: t } }',
      '3:3 SCHEMA_BAD_VALUE "start" cannot be the id of a task',
    ],
  ])('finds %s', async (_what, tasks, ...expected) => {
    const found = (await problemsOf(tasks)) as string[];
    expect(found.map((text) => text.replace('scenarios/s.yaml:', ''))).toEqual(
      expected.map((text) => expect.stringContaining(text)),
    );
  });

  it('finds a circle of eight thousand tasks in no time', async () => {
    const tasks = Array.from(
      { length: 8000 },
      (_, n) => `  t${n}: { after: t${(n + 1) % 8000}, consume: { topic: t } }`,
    );
    expect(await problemsOf(tasks.join('\n'))).toHaveLength(1);
  });
});

describe('everything at once', () => {
  it('lists the problems of all files, jq programs among them, sorted by place', async () => {
    const found = await failure({
      'flowproof.yaml': 'kafka: { provder: embedded }',
      'scenarios/a.yaml':
        'scenario: a\ntasks:\n  x: { consume: { topic: t }, checks: [".a ==", {".b | (": 1}] }\n  y: { cnsume: { topic: t } }\n',
      'scenarios/b.yaml':
        'scenario: b\ntasks: { x: { produce: { topic: t, value: "${{ .a | }}" } } }\n---\n[1',
    });
    expect((found as string[]).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'flowproof.yaml:1:10 SCHEMA_UNKNOWN_KEY',
      'scenarios/a.yaml:3:44 EXPRESSION_SYNTAX',
      'scenarios/a.yaml:3:56 EXPRESSION_SYNTAX',
      'scenarios/a.yaml:4:8 SCHEMA_UNKNOWN_KEY',
      'scenarios/b.yaml:2:51 EXPRESSION_SYNTAX',
      'scenarios/b.yaml:4:3 YAML_SYNTAX',
    ]);
  });

  it('checks the programs of flowproof.yaml too', async () => {
    const config =
      'services: { a: { command: "run ${{ .kafka.port | }}", env: { A: "${{ .kafka.bootstrap }}", B: "${{ env }}" } } }\n';
    expect(await failure({ 'flowproof.yaml': config, 'scenarios/a.yaml': one })).toEqual([
      expect.stringContaining('flowproof.yaml:1:48 EXPRESSION_SYNTAX'),
      expect.stringContaining('flowproof.yaml:1:100 EXPRESSION_FORBIDDEN'),
    ]);
  });

  it('refuses a second scenario of the same name in a suite, over all files', async () => {
    expect(await failure({ 'scenarios/a.yaml': one, 'scenarios/b.yaml': one })).toEqual([
      'scenarios/b.yaml:1:11 SCENARIO_DUPLICATE_NAME a second scenario "one" in the suite "scenarios" (the first is at scenarios/a.yaml:1:11: give each its own name)',
    ]);
  });
});

it('says what there is when nothing is selected', async () => {
  const files = { 'scenarios/a.yaml': `tags: [slow]\n${one}` };
  expect(await failure(files, { grep: 'none' })).toBe(
    'USAGE_NOTHING_SELECTED: no scenario matches "none" (the scenarios are scenarios › one)',
  );
  expect(await failure(files, { tags: ['quick'] })).toBe(
    'USAGE_NOTHING_SELECTED: no scenario has the tag "quick" (the tags are slow)',
  );
});

describe('what flowproof.yaml knows', () => {
  const pausing = (name: string): string => `scenario: s\ntasks: { go: { service: { pause: ${name} } } }\n`;

  it('has the services that tasks disturb', async () => {
    const files = { 'flowproof.yaml': 'services: { billing: { command: run } }' };
    await load({ ...files, 'scenarios/s.yaml': pausing('billing') });
    await load({ ...files, 'scenarios/s.yaml': pausing('"${{ .env.NAME }}"') });
    expect(await failure({ ...files, 'scenarios/s.yaml': pausing('biling') })).toEqual([
      'scenarios/s.yaml:2:34 SCHEMA_BAD_VALUE unknown service "biling" (did you mean "billing"?)',
    ]);
    expect(await failure({ 'scenarios/s.yaml': pausing('billing') })).toEqual([
      'scenarios/s.yaml:2:34 SCHEMA_BAD_VALUE unknown service "billing" (flowproof.yaml has none)',
    ]);
  });

  it('counts as far as it is right', async () => {
    const config = 'services: { billing: { command: run, prots: [1] } }';
    expect(await failure({ 'flowproof.yaml': config, 'scenarios/s.yaml': pausing('billing') })).toEqual([
      'flowproof.yaml:1:38 SCHEMA_UNKNOWN_KEY unknown key "prots" (did you mean "ports"?)',
    ]);
  });

  it('says what the scenarios of a suite have in common, where they say nothing else', async () => {
    const files = {
      'flowproof.yaml': 'suites: { Retail: { fresh: true } }',
      'scenarios/a.yaml': `suite: Retail\n${one}---\nsuite: Retail\nfresh: false\n${one.replace('one', 'two')}`,
      'scenarios/b.yaml': one,
    };
    const { scenarios } = await load(files);
    expect(scenarios.map(({ fresh }) => fresh)).toEqual([true, false, false]);
  });
});

describe('several clusters', () => {
  const project = `kafka: { clusters: { main: {}, analytics: { provider: external, bootstrap: "b:9092" } } }\n`;
  const task = (cluster: string): string =>
    `scenario: s\ntasks: { go: { produce: { topic: t, cluster: ${cluster}, value: 1 } } }\n`;

  it('are named by tasks; one that is not configured is told with its place', async () => {
    await load({ 'flowproof.yaml': project, 'scenarios/s.yaml': task('analytics') });
    expect(await failure({ 'flowproof.yaml': project, 'scenarios/s.yaml': task('analitics') })).toEqual([
      'scenarios/s.yaml:2:46 SCHEMA_BAD_VALUE unknown cluster "analitics" (did you mean "analytics"?)',
    ]);
    expect(await failure({ 'scenarios/s.yaml': task('other') })).toEqual([
      'scenarios/s.yaml:2:46 SCHEMA_BAD_VALUE unknown cluster "other" (the clusters are kafka)',
    ]);
  });

  it('take what the command line says of Kafka for the first', async () => {
    const files = { 'flowproof.yaml': project, 'scenarios/s.yaml': one };
    const { config } = await load(files, { bootstrap: ['a:9092'] });
    expect(config.kafka?.clusters).toEqual({
      main: { provider: 'external', bootstrap: ['a:9092'] },
      analytics: { provider: 'external', bootstrap: ['b:9092'] },
    });
  });
});

describe('two consumers of one topic', () => {
  const warnings = async (tasks: string): Promise<string[]> =>
    (await load(withTasks(tasks))).warnings.map(renderShort);

  it('are warned of when they match the same records', async () => {
    expect(await warnings('  a: { consume: { topic: t } }\n  b: { consume: { topic: t } }')).toEqual([
      'scenarios/s.yaml:4:8 CONSUMERS_OVERLAP the tasks "a" and "b" match the same records of "t" (write "from: { behind: a }" to go on behind it, or "from: scenario-start" if both are meant to)',
    ]);
  });

  it.each([
    ['another topic', '{ topic: u }'],
    ['a start behind the first', '{ topic: t, from: { behind: a } }'],
    ['its word that both are meant', '{ topic: t, from: scenario-start }'],
  ])('are fine with %s', async (_what, spec) => {
    expect(await warnings(`  a: { consume: { topic: t } }\n  b: { consume: ${spec} }`)).toEqual([]);
  });

  it('are fine with other conditions, or other partitions', async () => {
    expect(
      await warnings(
        '  a: { consume: { topic: t, where: [".record.value.id == 1"] } }\n  b: { consume: { topic: t, where: [".record.value.id == 2"] } }\n  c: { consume: { topic: u, partitions: [0] } }\n  d: { consume: { topic: u, partitions: [1] } }',
      ),
    ).toEqual([]);
  });
});

describe('the files that are named', () => {
  const avro = (options: string): string =>
    `scenario: s\ntasks: { go: { produce: { topic: t, value: 1, format: { value: { avro: ${options} } } } } }\n`;
  const at = (line: number): string => `it is named at scenarios/s.yaml:${line}`;

  it('are looked into: JSON that is none', async () => {
    const files = {
      'scenarios/order.avsc': '{\n  "type": "record",\n  "name": "Order"\n  "fields": []\n}\n',
      'scenarios/golden.json': '{"id": 1,}',
      'scenarios/user.json': '{"type": "object"',
      'scenarios/s.yaml': `scenario: s\ntasks:
  a: { produce: { topic: t, value: 1, format: { value: { avro: { file: order.avsc } } } } }
  b: { compare: { actual: 1, expected: { file: golden.json } } }
  c: { consume: { topic: t }, checks: [{ schema: user.json }] }\n`,
    };
    expect(await failure(files)).toEqual([
      `scenarios/golden.json:1:10 SCHEMA_INVALID no JSON: expected a key in double quotes (${at(4)}:48)`,
      `scenarios/order.avsc:4:3 SCHEMA_INVALID no JSON: expected a comma or } (${at(3)}:72)`,
      `scenarios/user.json:1:18 SCHEMA_INVALID no JSON: expected a comma or } (${at(5)}:50)`,
    ]);
  });

  it('are looked into: a JSON Schema that means nothing, or refers to what is not there', async () => {
    const files = {
      'scenarios/typo.json':
        '{\n  "properties": { "type": { "type": ["null", "strin"] } },\n  "enum": [{ "type": "x" }] }',
      'scenarios/user.json': '{\n  "properties": { "home": { "$ref": "sub/address.json#/$defs/a" } } }',
      'scenarios/sub/address.json': '{ "$defs": { "a": {\n  "items": { "$ref": "gone.json" } } } }',
      'scenarios/s.yaml': `scenario: s\ntasks:
  a: { consume: { topic: t }, checks: [{ schema: typo.json }] }
  b: { consume: { topic: u }, checks: [{ schema: user.json }] }\n`,
    };
    expect(await failure(files)).toEqual([
      `scenarios/sub/address.json:2:22 SCHEMA_INVALID "sub/gone.json" cannot be read (${at(4)}:50)`,
      `scenarios/typo.json:2:46 SCHEMA_INVALID "strin" is no type of JSON Schema (did you mean "string"?; ${at(3)}:50)`,
    ]);
  });

  it('are looked into: Avro, with what it refers to', async () => {
    const files = {
      'scenarios/money.avsc':
        '{ "type": "record", "name": "Money", "fields": [{ "name": "units", "type": "lng" }] }',
      'scenarios/order.avsc':
        '{ "type": "record", "name": "Order", "fields": [\n  { "name": "total", "type": ["null",\n    "Money", "Coin"] }] }',
    };
    const broken = avro('{ file: order.avsc, references: [money.avsc] }');
    expect(await failure({ ...files, 'scenarios/s.yaml': broken })).toEqual([
      `scenarios/money.avsc:1:76 SCHEMA_INVALID unknown type "lng" (define it before its first use, or list its schema as a reference; ${at(2)}:80)`,
    ]);
    const mended = { ...files, 'scenarios/money.avsc': files['scenarios/money.avsc'].replace('lng', 'long') };
    expect(await failure({ ...mended, 'scenarios/s.yaml': broken })).toEqual([
      expect.stringContaining('scenarios/order.avsc:3:14 SCHEMA_INVALID unknown type "Coin"'),
    ]);
    const fromRegistry = avro(
      '{ file: order.avsc, references: [{ name: Coin, subject: coin, version: 1 }] }',
    );
    await load({ ...files, 'scenarios/s.yaml': fromRegistry });
  });

  it('are looked into: Protobuf, with what it imports', async () => {
    const proto = (message: string): string => `syntax = "proto3";\nimport "money.proto";\n${message}\n`;
    const scenario = avro('{ file: order.proto }').replace('avro', 'protobuf');
    const broken = {
      'scenarios/s.yaml': scenario,
      'scenarios/order.proto': proto('message Order { Money total 1; }'),
      'scenarios/money.proto': 'syntax = "proto3";\nmessage Money { int64 units = ; }\n',
    };
    expect(await failure(broken)).toEqual([
      `scenarios/order.proto:3:29 SCHEMA_INVALID expected "=", got "1" (${at(2)}:84)`,
    ]);
    const imported = { ...broken, 'scenarios/order.proto': proto('message Order { Money total = 1; }') };
    expect(await failure(imported)).toEqual([
      expect.stringContaining('scenarios/money.proto:2:31 SCHEMA_INVALID expected a whole number, got ";"'),
    ]);
    const unknown = {
      ...imported,
      'scenarios/money.proto': 'syntax = "proto3";\nmessage Coin { int64 units = 1; }\n',
    };
    expect(await failure(unknown)).toEqual([
      expect.stringContaining(
        'scenarios/order.proto:3:17 SCHEMA_INVALID "schema.proto" uses the type "Money", which is not defined',
      ),
    ]);
  });

  it('are looked into: those that flowproof.yaml registers', async () => {
    const config = 'schemaRegistry: { schemas: { a: a.avsc, b: { file: b.json }, c: c.proto } }';
    const files = { 'flowproof.yaml': config, 'scenarios/s.yaml': one, 'a.avsc': '"lng"', 'b.json': '[1' };
    expect(await failure(files)).toEqual([
      'a.avsc:1:1 SCHEMA_INVALID unknown type "lng" (define it before its first use, or list its schema as a reference; it is named at flowproof.yaml:1:33)',
      'b.json:1:3 SCHEMA_INVALID no JSON: expected a comma or ] (it is named at flowproof.yaml:1:52)',
      'flowproof.yaml:1:65 FILE_NOT_READABLE the file "c.proto" does not exist (paths are relative to this file, and stay inside the repository)',
    ]);
  });
});
