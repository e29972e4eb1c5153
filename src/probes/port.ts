import { connect } from 'node:net';
import { describeError } from '../base/errors.ts';
import { type ProbedAddress, type ProbeKind, poll } from './probe.ts';

/** `port`: a TCP port of the service accepts a connection. */
export const port: ProbeKind<number> = {
  title: (number) => `port ${number} is open`,
  wait: (number, context) =>
    poll(context, () => {
      const address = context.addressOf(number);
      return refusalOf(address, context.signal);
    }),
};

/** A forwarder that finds nobody behind it closes the connection within this. */
const FORWARDED_MS = 100;

/** Why a connection is not accepted; undefined when it is. The connection is closed at once. */
export function refusalOf(
  { host, port: number, isForwarded = false }: ProbedAddress,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: number, signal });
    const accept = (): void => {
      socket.destroy();
      resolve(undefined);
    };
    socket.once('connect', () => {
      if (!isForwarded) return accept();
      socket.setTimeout(FORWARDED_MS, accept);
      socket.once('data', accept);
      socket.once('end', () => resolve('nobody listens behind it yet'));
    });
    socket.once('error', (cause) => resolve(sentenceOf(cause)));
  });
}

/** `localhost` may stand for several addresses; then the error is a list of equal ones. */
function sentenceOf(cause: Error): string {
  return cause instanceof AggregateError ? describeError(cause.errors[0]) : cause.message;
}
