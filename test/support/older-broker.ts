import { connect, createServer, type Socket } from 'node:net';

/** Newest version of a call that is offered, by key of the call; other calls keep theirs. */
export type Limits = Readonly<Record<number, number>>;

/** What Apache Kafka 2.4 offered of what the client uses: topics by name, other layouts, one group a call. */
export const KAFKA_2_4: Limits = {
  0: 8, // Produce
  1: 11, // Fetch
  2: 5, // ListOffsets
  3: 9, // Metadata
  9: 6, // OffsetFetch
  10: 3, // FindCoordinator
  15: 5, // DescribeGroups
  16: 3, // ListGroups
  19: 5, // CreateTopics
  22: 2, // InitProducerId
  24: 1, // AddPartitionsToTxn
  26: 1, // EndTxn
  69: -1, // ConsumerGroupDescribe
};

const API_VERSIONS = 18;

/**
 * A way to a broker that makes it look older: in its answers about versions, none is above the limits. The broker must
 * advertise this address, so it is only known to a client through it.
 */
export async function pretendOlder(
  broker: { readonly host: string; readonly port: number },
  port: number,
  limits: Limits,
): Promise<Disposable> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(broker.port, broker.host);
    const asked = new Set<number>();
    for (const socket of [client, upstream]) {
      sockets.add(socket.on('close', () => sockets.delete(socket)));
      socket.setNoDelay(true).on('error', () => socket.destroy());
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    eachFrame(client, (frame) => {
      if (frame.readInt16BE(4) === API_VERSIONS) asked.add(frame.readInt32BE(8));
      upstream.write(frame);
    });
    eachFrame(upstream, (frame) => {
      client.write(asked.delete(frame.readInt32BE(4)) ? limitVersions(frame, limits) : frame);
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    [Symbol.dispose]: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function eachFrame(socket: Socket, handle: (frame: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
      const end = 4 + rest.readInt32BE(0);
      handle(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  });
}

/** Version 3 of the answer: size, correlation id, error, compact array of (key, min, max, tags), then more. */
function limitVersions(frame: Buffer, limits: Limits): Buffer {
  const limited = Buffer.from(frame);
  const count = limited.readUInt8(10) - 1; // one byte while there are fewer than 127 calls
  for (let at = 11; at < 11 + count * 7; at += 7) {
    const limit = limits[limited.readInt16BE(at)];
    if (limit === undefined) continue;
    if (limit < 0)
      limited.writeInt16BE(-1, at); // a key that no client asks for
    else limited.writeInt16BE(Math.min(limit, limited.readInt16BE(at + 4)), at + 4);
  }
  return limited;
}
