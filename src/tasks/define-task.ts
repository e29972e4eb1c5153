import type { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { SourceSpan } from '../base/source-span.ts';
import type { Jq } from '../expr/jq.ts';
import type { FormatSources } from '../formats/codec/codec.ts';
import type { Kafka, Positions } from '../kafka/port.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import type { JsonObject } from '../model/json.ts';
import type { KafkaRecord } from '../model/record.ts';
import type { ConsumeFacts, RunEventDraft } from '../model/run-event.ts';
import type { Condition } from './condition/condition.ts';
import type { Compared } from './condition/match-outcome.ts';
import type { Miss } from './consume/near-misses.ts';
import type { RecordTape } from './consume/tape.ts';

/** A key or index on the way into a task's YAML. */
export type SpecPath = readonly (string | number)[];

/** What a task tells while it runs; the engine adds scenario and task. */
export type TaskFact =
  Extract<RunEventDraft, { type: 'record-produced' | 'record-consumed' }> extends infer F
    ? F extends unknown
      ? Omit<F, 'scenario' | 'task'>
      : never
    : never;

/** What every task of a run stands on. */
export interface Surroundings {
  readonly clock: Clock;
  readonly jq: Jq;
  readonly kafka: Kafka;
  /** What formats with schemas look them up in. */
  readonly formats: FormatSources;
}

/** All that a running task may use. One a run of a task. */
export interface TaskContext extends Surroundings {
  /** Aborted when the scenario times out or the run is cancelled. */
  readonly signal: AbortSignal;
  /** What the scenario's watch has seen, committed records only or all. */
  readonly tape: Readonly<Record<'read_committed' | 'read_uncommitted', RecordTape>>;
  /** End offsets of all consumed topics, read before the scenario's first task started. */
  readonly startPositions: Positions;
  /** The task's checks, of `checks:`. */
  readonly checks: readonly Condition[];
  /** When this task started. */
  readonly startedAtMs: number;
  /** A moment of the clock in milliseconds since the start of the run, as reports say it. */
  sinceRunStart(atMs: number): number;
  /** The acknowledgement of that task's latest record, or its END for other kinds; pending until it has come to that. */
  momentOf(task: string): Promise<number>;
  /** `nextOffsets` of a task that has ended. */
  offsetsAfter(task: string): Positions | undefined;
  /** The JSON that expressions read (language.md §1), with these added. */
  expressionContext(added?: JsonObject): JsonObject;
  /** Where a part of this task is written, the task itself for an unknown path. */
  spanOf(path: SpecPath): SourceSpan | undefined;
  emit(fact: TaskFact): void;
}

/** Records that a consume task read and could not use. */
export interface SeenRecords {
  /** The nearest first. */
  readonly misses: readonly Miss[];
  readonly unreadable: readonly { readonly record: KafkaRecord; readonly reason: string }[];
  /** Would these other records have matched? */
  compare(records: readonly KafkaRecord[]): Promise<readonly Compared[]>;
}

/** How a task came out. A task that could not do its work throws a `RunError` instead. */
export interface TaskOutcome {
  readonly status: 'passed' | 'failed';
  /** Could it end? When not (deadline, count), what waits for its END is skipped. A failed check stops nobody. */
  readonly ended: boolean;
  readonly message?: string | undefined;
  readonly detail?: readonly string[] | undefined;
  /** What failed, for the annotation. */
  readonly span?: SourceSpan | undefined;
  readonly checks: readonly CheckOutcome[];
  readonly consume?: ConsumeFacts | undefined;
  /** `.source.<task>` of language.md §1. */
  readonly source: JsonObject;
  /** Offset after the last matched record, by topic and partition, for `from: { behind }`. */
  readonly nextOffsets?: Positions | undefined;
  /** The moment that `since: <task>` means. */
  readonly momentMs: number;
  /** Of a consume task: what came and did not match, to explain a failure. */
  readonly seen?: SeenRecords | undefined;
  /** More that is found out after the verdict stands (the late record), only to explain it. */
  readonly afterwards?: (() => Promise<Partial<Pick<TaskOutcome, 'consume' | 'detail'>>>) | undefined;
}

/** Another task that a spec names. */
export interface TaskReference {
  readonly task: string;
  /** Where it does. */
  readonly path: SpecPath;
  /** `ended`: it must have ended before this task starts. `moment`: it comes to its moment without this task. */
  readonly needs: 'ended' | 'moment';
}

/** One kind of task: the schema of what stands under its key, and how it runs. */
export interface TaskKind<Kind extends string = string, Spec extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  readonly spec: Spec;
  /** Topics as written in the spec, before the scenario starts; templates are left as they are. */
  topics(spec: z.output<Spec>): {
    readonly consumed: readonly unknown[];
    readonly produced: readonly unknown[];
  };
  /** Tasks that the spec names (`since`, `behind`). */
  references(spec: z.output<Spec>): readonly TaskReference[];
  run(spec: z.output<Spec>, context: TaskContext): Promise<TaskOutcome>;
}

/** Gives a task kind its types. */
export function defineTask<Kind extends string, Spec extends z.ZodType>(
  kind: TaskKind<Kind, Spec>,
): TaskKind<Kind, Spec> {
  return kind;
}
