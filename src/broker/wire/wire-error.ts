/** Bytes that are not what the protocol allows. The connection they came by is closed, as Kafka does. */
export class WireError extends Error {
  override readonly name = 'WireError';
}
