import { z } from 'zod';
import { input, type Resolved } from '../../expr/template.ts';
import { recordFormat } from '../../formats/index.ts';
import { duration } from '../../model/duration.ts';
import { conditionList } from '../condition/condition.ts';

const text = z.string().min(1);
const count = input(z.int().min(0));

const from = z
  .union([
    z.enum(['scenario-start', 'beginning']),
    z.strictObject({ offset: input(z.int()).describe('below zero: that many before the end offset') }),
    z.strictObject({ behind: text.describe('after the record that this consume task matched last') }),
  ])
  .describe('default scenario-start: the end offsets taken before the first task started');

const stop = z.strictObject({
  records: input(z.int().min(1)).optional().describe('ends after this many matching records; fewer fail'),
  after: input(duration).optional().describe("closes the window, since the task's start"),
  atEnd: z.boolean().optional().describe('ends at the end offsets read when the task started'),
  settle: input(duration)
    .optional()
    .describe('with `expect`: how long to go on after the last awaited record; default 300ms'),
});

const fail = z.strictObject({
  after: input(duration).describe(
    'the deadline of the last awaited record; default 60s unless stop.after is given',
  ),
  since: text
    .optional()
    .describe("the task whose latest acknowledgement (or END) it counts from; default this task's start"),
});

const expectation = z.strictObject({
  count: z
    .union([count, z.strictObject({ min: count.optional(), max: count.optional() })])
    .optional()
    .describe('how many matching records: exactly, or from min to max; 0 asserts silence for stop.after'),
});

/** `consume:` as it is written (language.md §3). */
export const consumeSpec = z
  .strictObject({
    topic: input(text).optional(),
    topics: z.array(input(text)).min(1).optional(),
    from: from.optional(),
    partitions: z.array(z.int().min(0)).min(1).optional().describe('default all'),
    where: conditionList.optional().describe('all of them must hold for a record to match'),
    format: recordFormat.optional().describe('default auto'),
    isolation: z.enum(['read_committed', 'read_uncommitted']).optional().describe('default read_committed'),
    undecodable: z
      .enum(['fail', 'skip'])
      .optional()
      .describe('default fail; skipped ones are counted and shown'),
    missing: z
      .enum(['fail', 'allow'])
      .optional()
      .describe('a topic that never existed while the task ran; default fail'),
    stop: stop.optional(),
    fail: fail.optional(),
    expect: expectation.optional(),
  })
  .superRefine(({ topic, topics, stop: ending, expect }, context) => {
    if ((topic === undefined) === (topics === undefined)) {
      context.addIssue({
        code: 'custom',
        message: topic === undefined ? 'no topic to consume' : 'both "topic" and "topics"',
        params: { hint: 'write one of the two: "topic: name" or "topics: [a, b]"' },
      });
    }
    if (expect?.count === 0 && ending?.after === undefined && ending?.atEnd !== true) {
      context.addIssue({
        code: 'custom',
        path: ['expect', 'count'],
        message: 'silence, but for how long',
        params: { hint: 'add "stop: { after: 1s }"' },
      });
    }
  });

/** With all templates evaluated. */
export type ConsumeSpec = Resolved<z.output<typeof consumeSpec>>;
