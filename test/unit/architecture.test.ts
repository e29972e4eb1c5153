import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which rooms (folders of src/) a room may import from, types too. A door may import from all. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ['base'],
  expr: ['model', 'base'],
  checks: ['model', 'base'],
  formats: ['model', 'base'],
  registry: ['formats', 'model', 'base'],
  kafka: ['model', 'base'],
  tasks: ['kafka', 'formats', 'checks', 'expr', 'model', 'base'],
  load: ['tasks', 'checks', 'formats', 'expr', 'model', 'base'],
  engine: ['tasks', 'model', 'base'],
  broker: ['base'],
  probes: ['kafka', 'base'],
  traces: ['base'],
  stack: ['broker', 'registry', 'probes', 'traces', 'kafka', 'model', 'base'],
  reporters: ['model', 'base'],
  github: ['model', 'base'],
};

/** The ways in: two for people, and the library's. */
const DOORS = ['cli', 'action', 'index.ts', 'embedded.ts', 'embedded-registry.ts'];

/** Rooms that are families: only they, and families inside a room, have an index. */
const FAMILIES = [
  'tasks',
  'checks',
  'formats',
  'reporters',
  'broker/apis',
  'registry/languages',
  'registry/routes',
  'probes',
  'engine/causes',
];

/** Libraries that any room may use. */
const SHARED = ['zod'];

/** Libraries whose room is settled; any other must have one room too, whichever. */
const LIBRARY_ROOMS: Readonly<Record<string, string>> = {
  yaml: 'load',
  'jq-wasm': 'expr',
  '@platformatic/kafka': 'kafka',
  testcontainers: 'stack',
  '@actions/core': 'github',
  '@actions/github': 'github',
};

const SRC = resolve(import.meta.dirname, '../../src');

/** `import … from 'x'`, `export … from 'x'`; `import 'x'`; `import('x')`. */
const IMPORT =
  /^(?:import|export)\b[^;'"=(]*\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;

interface Import {
  /** Path below src/. */
  readonly file: string;
  readonly specifier: string;
  /** Of one of our own files: its path below src/. */
  readonly target: string | undefined;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const imports = files.flatMap(importsOf);

describe('the rooms of src/', () => {
  test('are all in the table', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map(roomOf));
    expect([...folders].filter((room) => !(room in ROOMS) && !DOORS.includes(room))).toEqual([]);
  });

  test('import only from the rooms that the table allows', () => {
    const wrong = imports.filter(
      ({ file, target }) => target !== undefined && !isAllowed(roomOf(file), roomOf(target)),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('import Kafka into tasks as a type only', () => {
    const fromKafka = imports.filter(
      ({ file, target }) => roomOf(file) === 'tasks' && target?.startsWith('kafka/'),
    );
    const texts = new Set(fromKafka.map(({ file }) => file));
    const wrong = [...texts].filter((file) => /^import (?!type )[^;]*from '[./]*kafka\//m.test(read(file)));
    expect(wrong).toEqual([]);
  });

  test('import nobody from a door', () => {
    const wrong = imports.filter(
      ({ file, target }) => target !== undefined && isDoor(roomOf(target)) && !isDoor(roomOf(file)),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('have an index only where they are families', () => {
    const indexes = files.filter((file) => file.endsWith('/index.ts')).map((file) => dirname(file));
    expect(indexes.filter((folder) => !FAMILIES.includes(folder))).toEqual([]);
  });

  test('use no library that another room uses', () => {
    const rooms = new Map<string, Set<string>>();
    for (const { file, specifier, target } of imports) {
      const library = packageOf(specifier);
      if (target !== undefined || library === undefined || SHARED.includes(library)) continue;
      rooms.set(library, (rooms.get(library) ?? new Set()).add(roomOf(file)));
    }
    const wrong = [...rooms].filter(
      ([library, users]) => users.size > 1 || !users.has(LIBRARY_ROOMS[library] ?? first(users)),
    );
    expect(wrong.map(([library, users]) => `${library} in ${[...users].join(', ')}`)).toEqual([]);
  });
});

test('no file of src/ imports itself by way of others', () => {
  const targets = new Map(
    files.map((file) => [
      file,
      imports.filter((one) => one.file === file).flatMap(({ target }) => target ?? []),
    ]),
  );
  expect(findCycle(targets)).toEqual([]);
});

function importsOf(file: string): Import[] {
  const specifiers = read(file).matchAll(IMPORT);
  return Array.from(specifiers, ([, fromStatement, bare, fromCall]) => {
    const specifier = fromStatement ?? bare ?? fromCall ?? '';
    const path = relative(SRC, resolve(SRC, dirname(file), specifier));
    return {
      file,
      specifier,
      target: specifier.startsWith('.') && !path.startsWith('..') ? path : undefined,
    };
  });
}

function read(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

/** The folder of src/ that a file is in; a file beside the folders is a room of its own. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function isDoor(room: string): boolean {
  return DOORS.includes(room);
}

function isAllowed(from: string, to: string): boolean {
  return from === to || isDoor(from) || (ROOMS[from] ?? []).includes(to);
}

/** The package that a specifier names; undefined for Node's own modules and for files. */
function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('node:') || specifier.startsWith('.')) return undefined;
  return /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
}

function first(users: ReadonlySet<string>): string {
  return [...users][0] ?? '';
}

function describeImport({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

/** The files of one cycle, in the order in which they import each other; empty when there is none. */
function findCycle(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
