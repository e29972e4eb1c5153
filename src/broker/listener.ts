import { createServer, type Server, type Socket } from 'node:net';
import { RunError } from '../base/errors.ts';
import type { Connection, Transport } from './connection.ts';

/** Makes the connection of a client that was accepted. */
export type Accept = (transport: Transport) => Connection;

/** A listening socket: the only part of the broker that knows of the network. */
export class Listener implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  readonly port: number;

  private constructor(server: Server, sockets: Set<Socket>, port: number) {
    this.#server = server;
    this.#sockets = sockets;
    this.port = port;
  }

  /**
   * Listens on a port; 0: a free one.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  static async open(host: string, port: number, accept: Accept): Promise<Listener> {
    const sockets = new Set<Socket>();
    const server = createServer({ noDelay: true }, (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      attach(socket, accept);
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen({ host, port }, resolve);
    try {
      await promise;
    } catch (cause) {
      throw new RunError('KAFKA_PORT_TAKEN', `the embedded Kafka cannot listen on ${host}:${port}`, {
        hint: 'stop what uses the port, or choose another one; 0 takes any free port',
        cause,
      });
    }
    const address = server.address();
    return new Listener(server, sockets, typeof address === 'object' && address ? address.port : port);
  }

  /** Closes all connections; clients that come again are served. */
  dropConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.dropConnections();
    await promise;
  }
}

function attach(socket: Socket, accept: Accept): void {
  const connection = accept({
    remoteAddress: socket.remoteAddress ?? '',
    write: (pieces) => writeAll(socket, pieces),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    end: () => socket.end(),
    destroy: () => socket.destroy(),
  });
  socket.on('data', (chunk: Buffer) => connection.receive(chunk));
  socket.on('drain', () => connection.drained());
  socket.on('close', () => connection.closed());
  // 'close' follows; without a listener the error would end the process.
  socket.on('error', () => connection.closed());
}

/** In one system call, however many pieces. */
function writeAll(socket: Socket, pieces: readonly Buffer[]): boolean {
  socket.cork();
  for (const piece of pieces) socket.write(piece);
  socket.uncork();
  return !socket.writableNeedDrain;
}
