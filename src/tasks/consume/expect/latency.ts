import { renderDuration, roundMs } from '../../../base/duration.ts';
import type { CheckOutcome } from '../../../model/check-outcome.ts';
import { compact } from '../../../model/compact.ts';
import { Latencies } from '../../../model/latency.ts';
import type { TaskContext } from '../../define-task.ts';
import type { Expectation } from './expectation.ts';

/** Milliseconds. */
export interface LatencySpec {
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
  readonly max?: number | undefined;
}

const RANKS = ['p50', 'p95', 'max'] as const;

/** `latency`: by nearest rank over all matching records. */
export function expectLatency(spec: LatencySpec, context: TaskContext): Expectation {
  const latencies = new Latencies();
  return {
    async offer(records) {
      for (const { latencyMs } of records) if (typeof latencyMs === 'number') latencies.add(latencyMs);
    },
    outcomes() {
      const { summary } = latencies;
      return RANKS.flatMap((name): CheckOutcome[] => {
        const limitMs = spec[name];
        if (limitMs === undefined) return [];
        const actualMs = summary && roundMs(summary[name]);
        return [outcomeOf({ name, limitMs, actualMs, count: latencies.count, context })];
      });
    },
  };
}

function outcomeOf({
  name,
  limitMs,
  actualMs,
  count,
  context,
}: {
  readonly name: string;
  readonly limitMs: number;
  readonly actualMs: number | undefined;
  readonly count: number;
  readonly context: TaskContext;
}): CheckOutcome {
  const isMet = actualMs !== undefined && actualMs <= limitMs;
  return {
    name: `latency ${name}`,
    status: actualMs === undefined ? 'notEvaluated' : isMet ? 'passed' : 'failed',
    operator: 'lessOrEqual',
    expected: limitMs,
    evaluated: count,
    failed: isMet ? 0 : 1,
    ...compact({
      actual: actualMs,
      message: isMet
        ? undefined
        : `expected at most ${renderDuration(limitMs)}, got ${actualMs} ms over ${count} records`,
      span: context.spanOf(['consume', 'expect', 'latency', name]),
    }),
  };
}
