import { resolve } from '../expr/resolve.ts';
import { filesOfFormat } from '../formats/index.ts';
import { topicAt } from './cluster-topic.ts';
import { conclude } from './consume/conclude.ts';
import { ConsumeReader } from './consume/reader.ts';
import { consumeSpec } from './consume/spec.ts';
import { defineTask, type TaskOutcome } from './define-task.ts';

/** `consume` (language.md §3): watches topics without a consumer group and judges what comes, and when. */
export const consume = defineTask({
  kind: 'consume',
  summary: 'watches topics for records and judges what comes, and when',
  examples: [{ topic: 'upsell_events', where: ['.record.value.userId == 12345'], fail: { after: '500ms' } }],
  emits: 'record',
  spec: consumeSpec,
  topics: ({ topic, topics = topic ? [topic] : [], cluster }) => ({
    consumed: topics.map((one) => topicAt(cluster, one)),
    produced: [],
  }),
  files: ({ format }) => filesOfFormat(format),
  references: ({ from: start, fail: limit }) => [
    ...(typeof start === 'object' && 'behind' in start
      ? [{ task: start.behind, path: ['from', 'behind'], needs: 'ended' as const }]
      : []),
    ...(limit?.since === undefined
      ? []
      : typeof limit.since === 'string'
        ? [{ task: limit.since, path: ['fail', 'since'], needs: 'moment' as const }]
        : [{ task: limit.since.task, path: ['fail', 'since', 'task'], needs: 'moment' as const }]),
  ],
  limitMs: ({ fail }) =>
    fail?.since === undefined && typeof fail?.after === 'number' ? fail.after : undefined,
  async run(given, context): Promise<TaskOutcome> {
    const evaluated = await resolve(given, () => context.expressionContext(), context.jq);
    const reader = await ConsumeReader.open(evaluated, context);
    try {
      await reader.run();
      return await conclude(reader, evaluated, context);
    } catch (cause) {
      await reader[Symbol.asyncDispose]();
      throw cause;
    }
  },
});
