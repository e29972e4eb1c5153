#!/usr/bin/env node
import nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepYoungHeapSmall } from '../base/young-heap.ts';

/**
 * The command `flowproof`: says so when Node is too old to read the rest, which this file must therefore not import
 * before (young-heap.ts it can read); keeps the compiled form of the rest for the next start.
 */
const NEEDED = 24;

/** The commands that records pass through; the others are done sooner when the heap may grow. */
const CARRIERS: readonly (string | undefined)[] = ['run', 'broker'];

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(`flowproof needs Node ${NEEDED} or later; this is ${process.version}\n`);
  process.exitCode = 2;
} else {
  if (CARRIERS.includes(process.argv[2])) {
    keepYoungHeapSmall();
    // A folder of its own: V8 does not take what was compiled with other flags, and would compile all of it again.
    nodeModule.enableCompileCache(join(tmpdir(), 'node-compile-cache', 'flowproof-carriers'));
  } else nodeModule.enableCompileCache();
  process.noDeprecation = true; // Of libraries inside: nothing that a user could mend.
  await import('./main.ts');
}
