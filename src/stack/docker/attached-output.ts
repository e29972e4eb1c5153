import { PassThrough } from 'node:stream';
import type { ContainerRuntimeClient } from 'testcontainers';
import type { OutputStream } from '../services/output.ts';

/** Docker's own handle of a container. */
export type ContainerHandle = ReturnType<ContainerRuntimeClient['container']['getById']>;

/** Takes what a container writes. */
export interface OutputSink {
  write(stream: OutputStream, chunk: Uint8Array): void;
  end(stream: OutputStream): void;
}

export interface FollowOptions {
  readonly client: ContainerRuntimeClient;
  /** Aborting it leaves the container alone. */
  readonly signal: AbortSignal;
}

/**
 * Hands on all that a container writes, from its next start to its end. Call it before that start: what Docker keeps as
 * logs can be followed later too, but older daemons then leave out lines.
 */
export async function followContainer(
  handle: ContainerHandle,
  sink: OutputSink,
  { client, signal }: FollowOptions,
): Promise<Following> {
  const { Config } = await handle.inspect();
  const stream = await handle.attach({ stream: true, stdout: true, stderr: true });
  signal.addEventListener('abort', () => (stream as unknown as { destroy(): void }).destroy()); // It is a socket.
  const drained = pipeOutput(stream, sink, { client, hasTerminal: Config.Tty });
  const waiting = handle.wait({ condition: 'next-exit', abortSignal: signal }).then(
    ({ StatusCode }: { StatusCode: number }) => StatusCode,
    () => null, // It was removed, or Docker has ended: nobody can tell any more.
  );
  return { ended: Promise.all([waiting, drained]).then(([code]) => code) };
}

/** A container that is followed. */
export interface Following {
  /** The code it ended with, once it has and its output is whole; null when Docker can no longer tell. Never rejects. */
  readonly ended: Promise<number | null>;
}

/** Docker sends both streams in one. Resolves when it has ended. */
function pipeOutput(
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
