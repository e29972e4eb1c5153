import type { z } from 'zod';
import type { Clock, LagMeter } from '../base/clock.ts';
import type { SourceSpan } from '../base/source-span.ts';
import type { Jq } from '../expr/jq.ts';
import type { FormatSources } from '../formats/codec/codec.ts';
import type { Kafka, Positions } from '../kafka/port.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { JsonObject } from '../model/json.ts';
import type { LatencySummary } from '../model/latency.ts';
import type { NamedFile } from '../model/named-file.ts';
import type { KafkaRecord } from '../model/record.ts';
import type { ConsumeFacts, RunEventDraft } from '../model/run-event.ts';
import type { ServiceControl } from '../model/service-control.ts';
import type { Compared } from './condition/match-outcome.ts';
import type { Miss } from './consume/near-misses.ts';
import type { RecordTape } from './consume/tape.ts';
import type { TopicSelector } from './consume/topic-selector.ts';
import type { ScenarioFiles } from './scenario-files.ts';

/** A key or index on the way into a task's YAML. */
export type SpecPath = readonly (string | number)[];

/** What a task tells while it runs; the engine adds scenario and task. */
export type TaskFact =
  Extract<RunEventDraft, { type: 'record-produced' | 'record-consumed' }> extends infer F
    ? F extends unknown
      ? Omit<F, 'scenario' | 'task'>
      : never
    : never;

/** One thing that a task brings forth: its checks are evaluated on it, `each` children run for it, `.source` keeps it. */
export interface TaskEvent {
  /** The name under which expressions find it. */
  readonly what: 'record' | 'response' | 'row' | 'result';
  readonly value: JsonObject;
  /** Monotonic: when the record was acknowledged, or when it arrived. */
  readonly atMs: number;
}

/** What every task of a run stands on. */
export interface Surroundings {
  readonly clock: Clock;
  readonly jq: Jq;
  readonly kafka: Kafka;
  /** What formats with schemas look them up in. */
  readonly formats: FormatSources;
}

/** All that a running task may use. One a run of a task; a task with `each` runs many times. */
export interface TaskContext extends Surroundings {
  /** Aborted when the scenario times out or the run is cancelled. */
  readonly signal: AbortSignal;
  /** Of the whole scenario. */
  readonly lag: LagMeter;
  /** What the scenario's watch has seen, committed records only or all. */
  readonly tape: Readonly<Record<'read_committed' | 'read_uncommitted', RecordTape>>;
  /** End offsets, read before the scenario's first task started: of all consumed topics, or of all where only a task's start can tell which. */
  readonly startPositions: Positions;
  /** The topics that the task consumes; undefined when only its start can tell. */
  readonly selector: TopicSelector | undefined;
  /** Does the task run once for each event of another? */
  readonly repeats: boolean;
  /** Create topics that are produced to; never on a cluster that is not ours. */
  readonly createTopics: boolean;
  /** The services under test. */
  readonly services: ServiceControl;
  /** Where the files are that the task names. */
  readonly files: ScenarioFiles;
  /** The environment that flowproof itself was started with. */
  readonly processEnv: Readonly<Record<string, string | undefined>>;
  /** Has the task checks that judge what it brings forth? */
  readonly hasChecks: boolean;
  /** Numbers from 0 up to 1; the same for the same seed. */
  readonly random: () => number;
  /** The headers that every produced record carries, so that what comes of it can be told apart. */
  stamp(): readonly { readonly key: string; readonly value: string }[];
  /** Of the scenario's `traceparent` headers. */
  readonly traceId: string;
  /** When this run of the task started. */
  readonly startedAtMs: number;
  /** A moment of the clock in milliseconds since the start of the run, as reports say it. */
  sinceRunStart(atMs: number): number;
  /** What the task stands on has broken while it was waiting: the scenario cannot go on. */
  fail(cause: unknown): void;
  /** Takes what the task brings forth; resolves when there is room for more. */
  publish(events: readonly TaskEvent[]): Promise<void>;
  /** The latest record was acknowledged, or had arrived, at this moment: what `since: <this task>` means in the end. */
  reach(atMs: number): void;
  /**
   * The acknowledgement of that task's latest record, or its END for other kinds; in a child of it that of the record that
   * fired. Pending until it has come to that.
   * @throws TaskSkipped when it never will
   */
  momentOf(task: string): Promise<number>;
  /** The records of a task, those that it has brought forth and those to come, until disposed. */
  follow(task: string, listener: (event: TaskEvent) => void): Disposable;
  /** `nextOffsets` of a task that has ended. */
  offsetsAfter(task: string): Positions | undefined;
  /** The JSON that expressions read (language.md §1), with these added. */
  expressionContext(added?: JsonObject): JsonObject;
  /** The same for each of many, all of one moment. */
  expressionContexts(added: readonly JsonObject[]): readonly JsonObject[];
  /** Gives values to `.variables`, for this task and those to come. */
  setVariables(values: JsonObject): void;
  /** Where a part of this task is written, the task itself for an unknown path. */
  spanOf(path: SpecPath): SourceSpan | undefined;
  emit(fact: TaskFact): void;
}

/** Records that a consume task read and could not use. */
export interface SeenRecords {
  /** Topics that are read, as far as they have names. */
  readonly topics: readonly string[];
  /** The nearest first. */
  readonly misses: readonly Miss[];
  readonly unreadable: readonly { readonly record: KafkaRecord; readonly reason: string }[];
  /** Partitions that are read; undefined: all. */
  readonly partitions: readonly number[] | undefined;
  /** Without conditions every record matches, which says nothing of records elsewhere. */
  readonly hasConditions: boolean;
  /** Would these other records have matched? */
  compare(records: readonly KafkaRecord[]): Promise<readonly Compared[]>;
}

/** Thrown by a task that cannot run as another one, which it needs, did not come to its moment. */
export class TaskSkipped {
  readonly because: string;
  constructor(because: string) {
    this.because = because;
  }
}

/** How one run of a task came out. A task that could not do its work throws a `RunError` instead. */
export interface TaskOutcome {
  /** Why it could not end as it was asked to (deadline, count); what waits for its END is skipped then. */
  readonly failure?: Failure | undefined;
  readonly detail?: readonly string[] | undefined;
  /** Expectations about the whole; one that failed fails the task and stops nobody. */
  readonly checks?: readonly CheckOutcome[] | undefined;
  /** May it have brought forth nothing? Else a check that was never evaluated fails. */
  readonly allowsNone?: boolean | undefined;
  readonly consume?: ConsumeFacts | undefined;
  readonly latencyMs?: LatencySummary | undefined;
  /** Offset after the last matched record, by topic and partition, for `from: { behind }`. */
  readonly nextOffsets?: Positions | undefined;
  /** Of a consume task: what came and did not match, to explain a failure. */
  readonly seen?: SeenRecords | undefined;
  /** Why it failed, where the task itself can tell; of a consume task the engine does. */
  readonly diagnosis?: Diagnosis | undefined;
  /** More that is found out after the verdict stands (the late record), only to explain it. */
  readonly afterwards?: (() => Promise<Partial<Pick<TaskOutcome, 'consume' | 'detail'>>>) | undefined;
}

/** What the system under test did wrong. */
export interface Failure {
  readonly message: string;
  /** What in the file says so, for the annotation. */
  readonly span?: SourceSpan | undefined;
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
  /** One line for editors and the reference. */
  readonly summary: string;
  /** What may stand under its key, as written; for editors. */
  readonly examples: readonly unknown[];
  readonly spec: Spec;
  /** What it brings forth, as `each` children see it; a kind without events has its checks evaluated once, at its END. */
  readonly emits: TaskEvent['what'] | undefined;
  /** Does it disturb what other scenarios stand on, so that none may run beside it? */
  readonly disturbs?: boolean;
  /** Topics as written in the spec, before the scenario starts; templates are left as they are. */
  topics?(spec: z.output<Spec>): {
    readonly consumed: readonly unknown[];
    readonly produced: readonly unknown[];
  };
  /** Tasks that the spec names (`since`, `behind`). */
  references?(spec: z.output<Spec>): readonly TaskReference[];
  /** Services under test that the spec names, without those whose name only an expression gives. */
  services?(spec: z.output<Spec>): readonly { readonly service: string; readonly path: SpecPath }[];
  /** Files that the spec names, without those whose name only an expression gives. */
  files?(spec: z.output<Spec>): readonly NamedFile[];
  /** How long it may take before it fails, as far as that is known beforehand; for live reports. */
  limitMs?(spec: z.output<Spec>): number | undefined;
  run(spec: z.output<Spec>, context: TaskContext): Promise<TaskOutcome>;
}

/** Gives a task kind its types. */
export function defineTask<Kind extends string, Spec extends z.ZodType>(
  kind: TaskKind<Kind, Spec>,
): TaskKind<Kind, Spec> {
  return kind;
}
