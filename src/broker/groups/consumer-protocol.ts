import { string } from '../wire/primitives.ts';
import { Reader } from '../wire/reader.ts';
import { list } from '../wire/structures.ts';
import { WireError } from '../wire/wire-error.ts';

const topics = list(string).codec({ version: 0, flexible: false });

/** The topics in what a consumer tells the leader (Kafka's ConsumerProtocolSubscription); none when it is something else. */
export function subscribedTopics(metadata: Buffer): readonly string[] {
  try {
    const reader = new Reader(metadata);
    reader.int16();
    return topics.read(reader);
  } catch (cause) {
    if (cause instanceof WireError) return [];
    throw cause;
  }
}
