import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildResult, build, type Plugin } from 'esbuild';
import { declareTypes } from './declare-types.ts';
import { leaveOut } from './leave-out.ts';
import { renderLicenses } from './licenses.ts';
import { nameParts } from './name-parts.ts';
import { readSchemas } from './read-schemas.ts';

/**
 * Builds dist/: what `uses:`, the command `flowproof` and `import 'flowproof'` run, on a bare Node without node_modules,
 * and the types of the latter.
 * It is readable (not minified, names kept) and the same on every machine, as it is committed and reviewed.
 * `--check` writes nothing and fails when dist/ is not what a build gives.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');

/** The files that others name; everything else in dist/ is a part of them. */
const ENTRIES = {
  cli: 'src/cli/launch.ts',
  main: 'src/action/main.ts',
  post: 'src/action/post.ts',
  merge: 'src/action/merge.ts',
  comment: 'src/action/comment.ts',
  index: 'src/index.ts',
  embedded: 'src/embedded.ts',
  'embedded-registry': 'src/embedded-registry.ts',
  'jq-worker': 'src/expr/jq-worker.ts',
};

/** The entries that others import, whose types are declared; below src/. */
const LIBRARY = ['index.ts', 'embedded.ts', 'embedded-registry.ts'];

/** CommonJS packages call `require` for Node's own modules; an ES module has none. */
const BANNER = `import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);`;

/** Of package.json only what the sources read, so that dist/ stays the same when a script or a dependency changes. */
const manifestOfSources: Plugin = {
  name: 'manifest of the sources',
  setup({ onLoad }) {
    onLoad({ filter: /package\.json$/ }, ({ path }) => {
      if (path !== join(ROOT, 'package.json')) return undefined;
      const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};

function bundle(): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: DIST,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    keepNames: true,
    charset: 'utf8',
    legalComments: 'none',
    alias: { '@platformatic/wasm-utils': '@platformatic/wasm-utils/bundled' },
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    banner: { js: BANNER },
    plugins: [...leaveOut, manifestOfSources],
    logLevel: 'warning',
    metafile: true,
    write: false,
  });
}

/** All that belongs in dist/, by its path there. */
async function buildFiles(): Promise<ReadonlyMap<string, string>> {
  const result = await bundle();
  const scripts = nameParts(
    result.metafile,
    new Map(result.outputFiles.map(({ path, text }) => [path.slice(DIST.length + 1), text])),
  );
  return new Map([
    ...scripts,
    ...readSchemas(scripts),
    ...Array.from(declareTypes(LIBRARY, ROOT), ([path, text]) => [`types/${path}`, text] as const),
    ['licenses.txt', renderLicenses(Object.keys(result.metafile.inputs), ROOT)],
  ]);
}

function write(files: ReadonlyMap<string, string>): void {
  rmSync(DIST, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(DIST, path)), { recursive: true });
    writeFileSync(join(DIST, path), text, { mode: isCommand(path) ? 0o755 : 0o644 });
  }
}

/** The package's `bin`; a link to it must be executable in a checkout too. */
function isCommand(path: string): boolean {
  return path === 'cli.js';
}

/** The files in dist/ that differ from these, are missing or should not be there. */
function differences(files: ReadonlyMap<string, string>): string[] {
  const present = existsSync(DIST) ? filesBelow(DIST) : [];
  const stale = [...files].filter(
    ([path, text]) => !present.includes(path) || readFileSync(join(DIST, path), 'utf8') !== text,
  );
  return [...stale.map(([path]) => path), ...present.filter((path) => !files.has(path))];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const files = await buildFiles();
if (values.check) {
  const paths = differences(files);
  if (paths.length > 0) {
    console.error(
      `dist/ is not what a build gives: ${paths.join(', ')}\nrun "npm run build" and commit dist/`,
    );
    process.exitCode = 1;
  }
} else write(files);
