import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KINDS = ['scenario', 'config', 'report'];

/** The JSON Schemas that the built command line prints, by their file name. @param scripts the files of dist/ */
export function readSchemas(scripts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-build-'));
  try {
    for (const [name, text] of scripts) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    return new Map(
      KINDS.map((kind) => [
        `${kind}.schema.json`,
        execFileSync(process.execPath, [join(folder, 'cli.js'), 'schema', kind], { encoding: 'utf8' }),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
