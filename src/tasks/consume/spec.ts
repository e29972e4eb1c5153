import { z } from 'zod';
import { jqProgram } from '../../expr/program.ts';
import { freeform, input, type Resolved } from '../../expr/template.ts';
import { duration } from '../../model/duration.ts';
import { instant } from '../../model/instant.ts';
import { clusterName } from '../cluster-topic.ts';
import { conditionList } from '../condition/condition.ts';
import { recordFormat } from '../record-format.ts';
import { patternOf } from './topic-selector.ts';

const text = z.string().min(1);
const count = input(z.int().min(0));
const topicName = text
  .superRefine((name, context) => {
    const pattern = patternOf(name);
    if (pattern === undefined || isPattern(pattern)) return;
    context.addIssue({
      code: 'custom',
      message: `"${name}" is no regular expression`,
      params: { hint: 'what stands between the slashes is a JavaScript pattern, such as /orders-.+/' },
    });
  })
  .describe('a name, or /pattern/ of whole names');

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').flags === 'u';
  } catch {
    return false;
  }
}

const from = z
  .union([
    input(z.enum(['scenario-start', 'beginning'])),
    z.strictObject({ offset: input(z.int()).describe('below zero: that many before the end offset') }),
    z.strictObject({
      time: input(instant).describe('the first record at or after a time: ISO 8601, or epoch milliseconds'),
    }),
    z.strictObject({ ago: input(duration).describe('records of the last so long') }),
    z.strictObject({ behind: text.describe('after the record that this consume task matched last') }),
  ])
  .meta({
    description: 'default scenario-start: the end offsets taken before the first task started',
    examples: [
      'beginning',
      { offset: -10 },
      { ago: '1d' },
      { time: '2026-01-02T03:04:05Z' },
      { behind: 'first' },
    ],
  });

const stop = z.strictObject({
  records: input(z.int().min(1)).optional().describe('ends after this many matching records; fewer fail'),
  after: input(duration).optional().describe("closes the window, since the task's start"),
  atEnd: input(z.boolean())
    .optional()
    .describe('ends at the end offsets read when the task started; default false'),
  settle: input(duration)
    .optional()
    .describe('with `expect`: how long to go on after the last awaited record; default 300ms'),
});

const fail = z.strictObject({
  after: input(duration).describe(
    'the deadline of the last awaited record; default 60s unless stop.after is given',
  ),
  since: z
    .union([
      text,
      z.strictObject({
        task: text.describe('the task with the other records'),
        on: jqProgram().describe('pairs each record with that of the other task that has the same value'),
      }),
    ])
    .optional()
    .describe("the task whose latest acknowledgement (or END) it counts from; default this task's start"),
});

const expectation = z.strictObject({
  count: z
    .union([
      count,
      z.strictObject({
        min: count.optional().describe('fewer fail'),
        max: count.optional().describe('more fail, at once'),
      }),
    ])
    .optional()
    .meta({
      description: 'how many matching records: exactly, or from min to max; 0 asserts silence for stop.after',
      examples: [3, { min: 1, max: 5 }],
    }),
  unique: jqProgram().optional().describe('no two records give the same value'),
  ordered: z
    .strictObject({
      by: jqProgram().describe('the value that goes up, or down'),
      per: input(z.enum(['partition', 'key', 'all']))
        .optional()
        .describe('default partition'),
      direction: input(z.enum(['ascending', 'descending']))
        .optional()
        .describe('default ascending'),
      strict: input(z.boolean()).optional().describe('equal neighbours fail; default false'),
    })
    .optional()
    .meta({
      description: 'the records come in the order of a value',
      examples: [{ by: '.record.value.sequence', per: 'key' }],
    }),
  sequence: z
    .strictObject({
      of: jqProgram().describe('the value of each record'),
      equals: z.array(freeform()).min(1).describe('the values that are expected'),
      mode: input(z.enum(['exact', 'inOrder', 'anyOrder']))
        .optional()
        .describe('inOrder lets others stand between, anyOrder looks at no order; default exact'),
    })
    .optional()
    .meta({
      description: 'the values that the records give one after the other',
      examples: [{ of: '.record.value.event', equals: ['created', 'paid', 'shipped'] }],
    }),
  latency: z
    .strictObject({
      p50: input(duration).optional().describe('of half of the records'),
      p95: input(duration).optional().describe('of 95 of 100 records'),
      max: input(duration).optional().describe('of every record'),
    })
    .optional()
    .meta({
      description: 'limits of latencies, by nearest rank',
      examples: [{ p50: '50ms', p95: '300ms', max: '500ms' }],
    }),
  checks: conditionList.optional().describe('conditions over .records, .table and .count'),
});

/** `consume:` as it is written (language.md §3). */
export const consumeSpec = z
  .strictObject({
    topic: input(topicName)
      .optional()
      .meta({ description: 'a name, or /pattern/ of whole names', examples: ['orders', '/orders-.+/'] }),
    topics: z.array(input(topicName)).min(1).optional().describe('several topics'),
    cluster: clusterName.optional(),
    from: from.optional(),
    partitions: z
      .array(input(z.int().min(0)))
      .min(1)
      .optional()
      .meta({ description: 'default all', examples: [[0, 1]] }),
    where: conditionList.optional().meta({
      description: 'all of them must hold for a record to match',
      examples: [
        ['.record.value.userId == 12345'],
        [{ any: [{ '.record.key': 'a' }, { '.record.key': 'b' }] }],
      ],
    }),
    sameTrace: input(z.boolean())
      .optional()
      .describe('only records whose traceparent header belongs to this scenario; default false'),
    format: recordFormat.optional().describe('default auto'),
    isolation: z.enum(['read_committed', 'read_uncommitted']).optional().describe('default read_committed'),
    undecodable: input(z.enum(['fail', 'skip']))
      .optional()
      .describe('default fail; skipped ones are counted and shown'),
    missing: input(z.enum(['fail', 'allow']))
      .optional()
      .describe('a topic that never existed while the task ran; default fail'),
    stop: stop.optional().meta({
      description: 'when the task ends',
      examples: [{ records: 3 }, { after: '10s' }, { atEnd: true }],
    }),
    fail: fail.optional().meta({
      description: 'by when the awaited records must be there',
      examples: [{ after: '500ms', since: 'pageview' }],
    }),
    expect: expectation.optional().meta({
      description: 'about the whole; judged when the task ends',
      examples: [{ count: 3, unique: '.record.value.id' }, { latency: { p95: '300ms' } }],
    }),
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
