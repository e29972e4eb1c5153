import { PassThrough } from 'node:stream';
import type { ContainerRuntimeClient } from 'testcontainers';
import type { OutputStream } from '../services/output.ts';

/** Takes what a container writes. */
export interface OutputSink {
  write(stream: OutputStream, chunk: Uint8Array): void;
  end(stream: OutputStream): void;
}

/** Hands on the output of a container, whose two streams Docker sends in one. Resolves when it has ended. */
export function pipeOutput(
  stream: NodeJS.ReadableStream,
  sink: OutputSink,
  { client, hasTerminal }: { readonly client: ContainerRuntimeClient; readonly hasTerminal: boolean },
): Promise<void> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  stdout.on('data', (chunk: Buffer) => sink.write('stdout', chunk));
  stderr.on('data', (chunk: Buffer) => sink.write('stderr', chunk));
  if (hasTerminal) stream.pipe(stdout);
  else client.container.dockerode.modem.demuxStream(stream, stdout, stderr);
  const { promise, resolve } = Promise.withResolvers<void>();
  stream.once('close', resolve).once('end', resolve).once('error', resolve);
  return promise.then(() => {
    sink.end('stdout');
    sink.end('stderr');
  });
}
