import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that a test can cut: whoever was connected through it is not any more. */
export interface BreakableWay extends Disposable {
  /** Ends every connection, in the middle of whatever it carries; new ones work. */
  cut(): void;
}

/** Opens a way from a port of this machine to another. */
export async function openWay(port: number, target: number): Promise<BreakableWay> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true).pipe(other);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    cut,
    [Symbol.dispose]: () => {
      server.close();
      cut();
    },
  };
}
