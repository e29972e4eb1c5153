/**
 * The rules by which a consume task ends (language.md §3), with nothing of Kafka and no timer in them: records are
 * offered in order of arrival, and the caller says how far time has gone.
 *
 * All moments are monotonic milliseconds. A moment belongs to what came before it: a record that arrived exactly at the
 * deadline is on time, one that arrived exactly when the window closes is inside it.
 */
export interface WindowRules {
  /** Fewer matching records than this when the window ends fail the task. */
  readonly required: number;
  /** That many end the task (after settling); absent: only the window's end does. */
  readonly enough?: number | undefined;
  /** More than this fail at once. */
  readonly atMost?: number | undefined;
  /** How long to go on after the last awaited record, so that one too many is seen. */
  readonly settleMs: number;
  /** `fail.after`: when the last required record must have arrived. */
  readonly deadlineAtMs?: number | undefined;
  /** `stop.after`: when the window closes. */
  readonly closesAtMs?: number | undefined;
  /** More than the required ones are welcome, and nothing but the deadline says how long to wait for them. */
  readonly closesAtDeadline?: boolean | undefined;
}

/** Why a window ended; `too-few` is the end of the window (`stop.after`, `stop.atEnd`) before enough had come. */
export type WindowEnd = 'enough' | 'closed' | 'deadline' | 'too-few' | 'too-many' | 'undecodable';

/** A window over one consume task: counts what is offered until it has ended. */
export class ConsumeWindow {
  #matched = 0;
  #settledAtMs: number | undefined;
  /** When the last required record arrived. */
  #requiredAtMs: number | undefined;
  #end: { readonly why: WindowEnd; readonly atMs: number } | undefined;
  #rules: WindowRules;

  constructor(rules: WindowRules) {
    this.#rules = rules;
  }

  /** Matching records that counted. */
  get matched(): number {
    return this.#matched;
  }

  /** How and when it ended, once it has. */
  get end(): { readonly why: WindowEnd; readonly atMs: number } | undefined {
    return this.#end;
  }

  /** The next moment at which it ends if nothing else arrives; absent: only a record or the end offsets end it. */
  get nextMomentMs(): number | undefined {
    if (this.#end) return undefined;
    const { closesAtMs, closesAtDeadline, deadlineAtMs } = this.#rules;
    const closesWith = closesAtDeadline && this.#settledAtMs === undefined ? deadlineAtMs : undefined;
    const moments = [this.#pendingDeadline, this.#settledAtMs, closesAtMs, closesWith].filter(
      (at) => at !== undefined,
    );
    return moments.length > 0 ? Math.min(...moments) : undefined;
  }

  /** The deadline of the records that are still awaited has changed; undefined: nothing says by when. */
  setDeadline(atMs: number | undefined): void {
    this.#rules = { ...this.#rules, deadlineAtMs: atMs };
  }

  /** The moment that `since` names has become known: all awaited records are held to its deadline, those that came too. */
  startDeadline(atMs: number): void {
    this.setDeadline(atMs);
    if (this.#requiredAtMs !== undefined && this.#requiredAtMs > atMs && this.#rules.required > 0)
      this.#finish('deadline', atMs);
  }

  /** What came is all that is awaited, however many records that are: ends the task after settling. */
  satisfy(atMs: number): void {
    if (this.#end) return;
    if (this.#rules.settleMs > 0) this.#settledAtMs ??= atMs + this.#rules.settleMs;
    else this.#finish('enough', atMs);
  }

  /** A matching record that arrived at `atMs`, in order of arrival. Says whether it counted: not after the end. */
  offer(atMs: number): boolean {
    this.#endBefore(atMs);
    if (this.#end) return false;
    this.#matched += 1;
    const { enough, atMost, required } = this.#rules;
    if (this.#matched === required) this.#requiredAtMs = atMs;
    if (atMost !== undefined && this.#matched > atMost) this.#finish('too-many', atMs);
    else if (enough !== undefined && this.#matched === enough) this.satisfy(atMs);
    return true;
  }

  /** Every record that arrived up to `atMs` has been offered: ends the window if a moment has come by then. */
  advance(atMs: number): void {
    this.#endBefore(atMs);
    if (!this.#end && this.nextMomentMs === atMs) this.#endAt(atMs);
  }

  /** Every record below the end offsets read at the task's start has been offered (`stop.atEnd`). */
  reachEnd(atMs: number): void {
    this.#endBefore(atMs);
    if (!this.#end) this.#finish(this.#matched < this.#rules.required ? 'too-few' : 'closed', atMs);
  }

  /** A record that arrived at `atMs` could not be read, and the task fails on that. */
  offerUndecodable(atMs: number): void {
    this.#endBefore(atMs);
    if (!this.#end) this.#finish('undecodable', atMs);
  }

  /** The deadline judges the required records only, and never settling. */
  get #pendingDeadline(): number | undefined {
    return this.#matched < this.#rules.required ? this.#rules.deadlineAtMs : undefined;
  }

  #endBefore(atMs: number): void {
    const next = this.nextMomentMs;
    if (next !== undefined && next < atMs) this.#endAt(next);
  }

  #endAt(atMs: number): void {
    if (this.#settledAtMs === atMs) this.#finish('enough', atMs);
    else if (this.#pendingDeadline === atMs) this.#finish('deadline', atMs);
    else this.#finish(this.#matched < this.#rules.required ? 'too-few' : 'closed', atMs);
  }

  #finish(why: WindowEnd, atMs: number): void {
    this.#end = { why, atMs };
  }
}
