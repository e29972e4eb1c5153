import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ApacheKafka } from './apache-kafka.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that collects, a line each, the commands that this machine lacks. */
    missingFile: string;
    /** Where a test asks for the run's one Apache Kafka; see `shared-kafka.ts`. */
    sharedKafkaUrl: string;
  }
}

/**
 * Once a run of vitest: keeps the one Apache Kafka that all test files share, started when the first of them asks, and
 * says at the end what this machine lacks. Returns what ends it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-tests-'));
  const missingFile = join(folder, 'missing');
  writeFileSync(missingFile, '');
  let kafka: Promise<ApacheKafka> | undefined;
  const server = createServer((_request, response) => {
    kafka ??= ApacheKafka.start({ properties: { 'log.cleaner.backoff.ms': '500' } });
    kafka.then(
      (started) => response.end(started.bootstrap),
      (cause) => response.writeHead(500).end(String(cause)),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  project.provide('missingFile', missingFile);
  project.provide('sharedKafkaUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await (await kafka?.catch(() => undefined))?.[Symbol.asyncDispose]();
    sayMissing(readFileSync(missingFile, 'utf8'));
    rmSync(folder, { recursive: true });
  };
}

function sayMissing(lines: string): void {
  const missing = [...new Set(lines.split('\n').filter((line) => line !== ''))].sort();
  if (missing.length === 0) return;
  const commands = missing.map((command) => `\`${command}\``).join(', ');
  process.stdout.write(`Some tests were skipped: this machine does not answer to ${commands}.\n`);
}
