import { errorCodes } from '../error-codes.ts';
import type { InternalTopic } from '../topics.ts';
import { between, nullable, since, until } from '../wire/field.ts';
import { int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';
import type { RequestContext } from './request-context.ts';

/**
 * FindCoordinator (key 10), versions 0–6. v1: transactions too. v3: flexible. v4: several keys (KIP-699). v6: share groups,
 * which are not served. Source: https://kafka.apache.org/protocol#The_Messages_FindCoordinator
 */
export const findCoordinator = defineApi({
  key: 10,
  versions: [0, 6],
  flexibleFrom: 3,
  request: {
    key: until(3, string),
    keyType: since(1, int8, 0),
    coordinatorKeys: since(4, list(string)),
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: until(3, int16),
    errorMessage: between(1, 3, nullable(string)),
    nodeId: until(3, int32),
    host: until(3, string),
    port: until(3, int32),
    coordinators: since(
      4,
      list({
        key: string,
        nodeId: int32,
        host: string,
        port: int32,
        errorCode: int16,
        errorMessage: nullable(string),
      }),
    ),
  },
  handle({ key, keyType, coordinatorKeys }, context) {
    const keys = context.version < 4 ? [key] : coordinatorKeys;
    const topic = internalTopicOf.get(keyType);
    if (!topic) return answer(context, keys, errorCodes.INVALID_REQUEST);
    context.broker.topics.ensureInternal(topic);
    return answer(context, keys, errorCodes.NONE);
  },
  refuse: ({ key, coordinatorKeys }, errorCode, context) =>
    answer(context, context.version < 4 ? [key] : coordinatorKeys, errorCode),
});

/** What can be asked for, by its number, with the topic that Kafka then needs: groups and transactions. */
const internalTopicOf: ReadonlyMap<number, InternalTopic> = new Map([
  [0, '__consumer_offsets'],
  [1, '__transaction_state'],
]);

/** The one broker coordinates everything. */
function answer({ broker, brokerAddress }: RequestContext, keys: readonly string[], errorCode: number) {
  const isFound = errorCode === errorCodes.NONE;
  const place = isFound ? { nodeId: broker.nodeId, ...brokerAddress } : { nodeId: -1, host: '', port: -1 };
  const errorMessage = isFound ? null : 'The coordinator is not available.';
  const coordinators = keys.map((key) => ({ key, ...place, errorCode, errorMessage }));
  return { errorCode, errorMessage, ...place, coordinators };
}
