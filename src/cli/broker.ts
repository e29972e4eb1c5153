import { once } from 'node:events';
import type { EmbeddedRegistry } from '../registry/embedded-registry.ts';
import { parseArguments, parseWhole } from './arguments.ts';
import type { Command } from './command.ts';

const options = {
  port: { type: 'string', value: '<number>', help: 'the port to listen on; default 9092' },
  'registry-port': {
    type: 'string',
    value: '<number>',
    help: 'starts the schema registry too, on this port; 0 is a free one',
  },
  host: { type: 'string', value: '<address>', help: 'the address to listen on; default 127.0.0.1' },
  partitions: {
    type: 'string',
    value: '<number>',
    help: 'partitions of topics that are created on first use; default 1',
  },
} as const;

const DEFAULT_PORT = 9092;

/** `flowproof broker`: the embedded broker alone, for developing a service against. */
export const broker: Command = {
  name: 'broker',
  summary: 'starts the embedded Kafka broker and keeps it up until it is interrupted',
  operands: '',
  options,
  async run(args, { stdout, signal }) {
    const { values } = parseArguments(args, options);
    const port = parseWhole('port', values.port, { min: 0, max: 65_535 }) ?? DEFAULT_PORT;
    const registryPort = parseWhole('registry-port', values['registry-port'], { min: 0, max: 65_535 });
    const numPartitions = parseWhole('partitions', values.partitions, { min: 1, max: 10_000 }) ?? 1;
    const { EmbeddedKafka } = await import('../broker/embedded-kafka.ts');
    const host = values.host ?? '127.0.0.1';
    await using kafka = await EmbeddedKafka.start({ host, port, numPartitions });
    await using registry = registryPort === undefined ? undefined : await startRegistry(host, registryPort);
    if (registry) stdout.write(`the schema registry is ready at ${registry.url}\n`);
    stdout.write(`Kafka is ready at ${kafka.bootstrap} (interrupt to stop)\n`);
    if (!signal.aborted) await once(signal, 'abort');
    return 0;
  },
};

async function startRegistry(host: string, port: number): Promise<EmbeddedRegistry> {
  const { EmbeddedRegistry: Registry } = await import('../registry/embedded-registry.ts');
  return await Registry.start({ host, port });
}
