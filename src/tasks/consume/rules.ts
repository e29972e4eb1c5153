import type { WindowRules } from './window.ts';

/** `stop`, `fail` and `expect` of a consume task with all templates evaluated. Durations in milliseconds. */
export interface EndingSpec {
  readonly stop?:
    | {
        readonly records?: number | undefined;
        readonly after?: number | undefined;
        readonly atEnd?: boolean | undefined;
        readonly settle?: number | undefined;
      }
    | undefined;
  readonly fail?: { readonly after?: number | undefined } | undefined;
  readonly expect?: ExpectedWhole | undefined;
}

/** What is expected of the whole, as far as it says when the task ends. */
interface ExpectedWhole {
  readonly count?: CountSpec | undefined;
  readonly unique?: unknown;
  readonly ordered?: unknown;
  readonly sequence?:
    | { readonly equals: readonly unknown[]; readonly mode?: 'exact' | 'inOrder' | 'anyOrder' | undefined }
    | undefined;
}
export type CountSpec = number | { readonly min?: number | undefined; readonly max?: number | undefined };

/** The moments that durations count from. */
export interface Moments {
  readonly startedAtMs: number;
  /** Where the limit counts from; absent while the task that `since` names has not come to it. */
  readonly sinceMs: number | undefined;
}

const DEFAULT_LIMIT_MS = 60_000;
const DEFAULT_SETTLE_MS = 300;

/** Makes the rules of language.md §3 of what was written: what is required, what ends the task, and by when. */
export function windowRules(
  { stop, fail, expect }: EndingSpec,
  { startedAtMs, sinceMs }: Moments,
): WindowRules & { limitMs?: number } {
  const hasWindow = stop?.after !== undefined || stop?.atEnd === true;
  const required = requiredRecords({ stop, expect });
  const enough = stop?.records ?? (hasWindow ? undefined : enoughRecords(expect));
  const limitMs = fail?.after ?? (stop?.after === undefined ? DEFAULT_LIMIT_MS : undefined);
  return {
    required,
    enough: enough === 0 ? undefined : enough,
    atMost: countRange(expect?.count).max,
    settleMs: isWholeJudged(expect) ? (stop?.settle ?? DEFAULT_SETTLE_MS) : 0,
    deadlineAtMs: limitMs === undefined || sinceMs === undefined ? undefined : sinceMs + limitMs,
    closesAtMs: stop?.after === undefined ? undefined : startedAtMs + stop.after,
    closesAtDeadline: !hasWindow && (enough === undefined || enough > required || enough === 0),
    ...(limitMs === undefined ? {} : { limitMs }),
  };
}

/** Fewer than this fail the task: an explicit `stop.records`, `expect.count`, the expected sequence, or one. */
export function requiredRecords({ stop, expect }: Pick<EndingSpec, 'stop' | 'expect'>): number {
  const { min } = countRange(expect?.count);
  const inSequence = expect?.sequence?.equals.length ?? 1;
  return Math.max(stop?.records ?? 0, min ?? (stop?.records === undefined ? inSequence : 0));
}

/** Without `stop`: the upper limit of `expect.count`, the length of the sequence, or one; undefined without a limit. */
function enoughRecords(expect: ExpectedWhole | undefined): number | undefined {
  const { min, max } = countRange(expect?.count);
  if (min !== undefined || max !== undefined) return max;
  const { sequence } = expect ?? {};
  if (sequence === undefined) return 1;
  return sequence.mode === 'inOrder' ? undefined : sequence.equals.length;
}

/** One too many would change what is judged, so the task goes on a little after the last awaited record. */
function isWholeJudged(expect: ExpectedWhole | undefined): boolean {
  const { count, unique, ordered, sequence } = expect ?? {};
  return [count, unique, ordered, sequence].some((one) => one !== undefined);
}

/** Both ends of `expect.count`; neither when none is expected. */
export function countRange(count: CountSpec | undefined): {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
} {
  if (count === undefined) return {};
  return typeof count === 'number' ? { min: count, max: count } : { min: count.min ?? 0, max: count.max };
}

/** May the task end without a single record? */
export function allowsNone(count: CountSpec | undefined): boolean {
  const { min } = countRange(count);
  return min === 0;
}
