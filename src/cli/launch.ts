#!/usr/bin/env node
import nodeModule from 'node:module';

/**
 * The command `flowproof`: says so when Node is too old to read the rest, which this file must therefore not import
 * before; keeps the compiled form of the rest for the next start.
 */
const NEEDED = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(`flowproof needs Node ${NEEDED} or later; this is ${process.version}\n`);
  process.exitCode = 2;
} else {
  nodeModule.enableCompileCache();
  process.noDeprecation = true; // Of libraries inside: nothing that a user could mend.
  await import('./main.ts');
}
