import type { Program } from '../../expr/program.ts';
import { type Json, type JsonObject, renderJson } from '../../model/json.ts';
import type { TaskContext, TaskEvent } from '../define-task.ts';
import type { ConsumeWindow } from './window.ts';

/** From where `fail.after` counts: the task's start, the moment of another task, or each of that task's records. */
export interface Limit extends Disposable {
  /** Is it known already where it counts from? Until then no latency can be told. */
  readonly isKnown: boolean;
  /** Resolves once it is. @throws TaskSkipped when it never will be */
  known(): Promise<void>;
  /** The records of one fetch that matched, before they are offered to the window. */
  prepare(records: readonly JsonObject[]): Promise<void>;
  /** One of those records, in their order, has counted. Gives the moment from which its latency counts, if there is one. */
  meet(record: JsonObject): number | undefined;
  /** For the report, where one moment has to stand for all. */
  readonly sinceMs: number;
}

export interface LimitOptions {
  readonly since: undefined | string | { readonly task: string; readonly on: Program };
  /** undefined: nothing has a deadline, but latencies count from there all the same. */
  readonly limitMs: number | undefined;
  readonly window: ConsumeWindow;
  readonly context: TaskContext;
  /** The window's next moment has changed. */
  readonly onChange: () => void;
}

/** Watches over the deadline of a window. */
export function openLimit(options: LimitOptions): Limit {
  const { since, context } = options;
  if (since === undefined) return fromMoment(context.startedAtMs);
  return typeof since === 'string' ? fromTask(since, options) : new RecordLimit(since, options);
}

function fromMoment(sinceMs: number): Limit {
  return {
    isKnown: true,
    sinceMs,
    known: async () => undefined,
    prepare: async () => undefined,
    meet: () => sinceMs,
    [Symbol.dispose]: () => undefined,
  };
}

function fromTask(task: string, { limitMs, window, context, onChange }: LimitOptions): Limit {
  let sinceMs: number | undefined;
  const known = context.momentOf(task).then((momentMs) => {
    sinceMs = momentMs;
    if (limitMs !== undefined) window.startDeadline(momentMs + limitMs);
  });
  known.then(onChange, onChange);
  return {
    get isKnown() {
      return sinceMs !== undefined;
    },
    get sinceMs() {
      return sinceMs ?? context.startedAtMs;
    },
    known: () => known,
    prepare: async () => undefined,
    meet: () => sinceMs,
    [Symbol.dispose]: () => undefined,
  };
}

/** Each awaited record counts from the record of another task that has the same value, such as an id. */
class RecordLimit implements Limit {
  readonly isKnown = true;
  readonly sinceMs: number;
  readonly #options: LimitOptions;
  readonly #on: Program;
  readonly #following: Disposable;
  /** Moments of records that have no counterpart yet, by value. */
  readonly #awaited = new Map<string, number[]>();
  #keys: ReadonlyMap<JsonObject, string | undefined> = new Map();
  /** The evaluation of what the other task brought so far. */
  #caughtUp: Promise<void> = Promise.resolve();

  constructor(since: { readonly task: string; readonly on: Program }, options: LimitOptions) {
    this.#options = options;
    this.#on = since.on;
    this.sinceMs = options.context.startedAtMs;
    this.#following = options.context.follow(since.task, (event) => {
      this.#caughtUp = this.#caughtUp.then(() => this.#await(event));
    });
  }

  async known(): Promise<void> {
    await this.#caughtUp;
  }

  async prepare(records: readonly JsonObject[]): Promise<void> {
    await this.#caughtUp;
    const keys = await this.#evaluate(records);
    this.#keys = new Map(records.map((record, index) => [record, keys[index]]));
  }

  meet(record: JsonObject): number | undefined {
    const key = this.#keys.get(record);
    const moments = key === undefined ? undefined : this.#awaited.get(key);
    const momentMs = moments?.shift();
    if (key !== undefined && moments?.length === 0) this.#awaited.delete(key);
    this.#setDeadline();
    return momentMs;
  }

  [Symbol.dispose](): void {
    this.#following[Symbol.dispose]();
  }

  async #await({ value, atMs }: TaskEvent): Promise<void> {
    const [key] = await this.#evaluate([value]);
    if (key === undefined) return;
    this.#awaited.set(key, [...(this.#awaited.get(key) ?? []), atMs]);
    this.#setDeadline();
    this.#options.onChange();
  }

  /** Values as text, undefined where there is none. */
  async #evaluate(records: readonly JsonObject[]): Promise<readonly (string | undefined)[]> {
    const { context } = this.#options;
    const contexts = context.expressionContexts(records.map((record) => ({ record })));
    const outcomes = await context.jq.evaluate(this.#on, contexts);
    return outcomes.map(({ outputs: [value] }) => keyOf(value));
  }

  #setDeadline(): void {
    const { limitMs, window } = this.#options;
    if (limitMs === undefined) return;
    const moments = [...this.#awaited.values()].flatMap(([first]) => first ?? []);
    window.setDeadline(moments.length === 0 ? undefined : Math.min(...moments) + limitMs);
  }
}

function keyOf(value: Json | undefined): string | undefined {
  return value === undefined || value === null ? undefined : renderJson(value);
}
