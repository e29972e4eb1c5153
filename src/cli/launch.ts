#!/usr/bin/env node
import nodeModule from 'node:module';
import { keepYoungHeapSmall } from '../base/young-heap.ts';

/**
 * The command `flowproof`: says so when Node is too old to read the rest, which this file must therefore not import
 * before (young-heap.ts it can read); keeps the compiled form of the rest for the next start.
 */
const NEEDED = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(`flowproof needs Node ${NEEDED} or later; this is ${process.version}\n`);
  process.exitCode = 2;
} else {
  keepYoungHeapSmall(); // First and for all commands: what is compiled with other flags is compiled again.
  nodeModule.enableCompileCache();
  process.noDeprecation = true; // Of libraries inside: nothing that a user could mend.
  await import('./main.ts');
}
