import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { describeWith, KAFKA } from '../support/needs.ts';
import { runProgram } from '../support/run-program.ts';
import { sharedKafka } from '../support/shared-kafka.ts';
import { type ClientProgram, programs } from './programs.ts';

const golden = (program: ClientProgram): string => join(import.meta.dirname, 'golden', `${program.name}.txt`);

/** What the program prints on a broker. */
async function outputOf(program: ClientProgram, bootstrap: string): Promise<string> {
  const [command, ...args] = await program.prepare();
  const scratch = mkdtempSync(join(tmpdir(), 'flowproof-client-'));
  try {
    const env = { BOOTSTRAP: bootstrap, SCRATCH: scratch };
    return (await runProgram(command, args, { env, timeoutMs: 150_000 })).stdout;
  } finally {
    rmSync(scratch, { recursive: true, maxRetries: 3 });
  }
}

for (const program of programs) {
  describeWith([...KAFKA, ...program.needs], program.name, () => {
    it('prints on Apache Kafka what is expected', async ({ expect }) => {
      await expect(await outputOf(program, await sharedKafka())).toMatchFileSnapshot(golden(program));
    });

    it('prints the same on the embedded broker', async ({ expect }) => {
      await using broker = await EmbeddedKafka.start();
      expect(await outputOf(program, broker.bootstrap)).toBe(readFileSync(golden(program), 'utf8'));
    });
  });
}
