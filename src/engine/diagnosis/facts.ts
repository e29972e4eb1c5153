import type { CheckOutcome } from '../../model/check-outcome.ts';
import type { RecordPlace, RecordView } from '../../model/record.ts';
import type { ConsumeFacts } from '../../model/run-event.ts';
import type { Miss } from '../../tasks/consume/near-misses.ts';

/**
 * All that the diagnosis of one failed consume task may look at: what the run saw anyway, and a few questions to the
 * cluster right after the verdict. Lists are empty where nothing was seen; nothing in here decides a verdict.
 */
export interface Facts {
  /** Topics that the task consumes. */
  readonly topics: readonly string[];
  readonly consume: ConsumeFacts;
  /** The first check that failed, when the task could end all the same. */
  readonly failedCheck: CheckOutcome | undefined;
  /** Tasks that this one comes after, the nearest last. */
  readonly hops: readonly Hop[];
  /** Topics that the service in question reads: those of the nearest hop. */
  readonly inputs: readonly string[];
  /** Topics that the flow has come through beyond what the scenario knows; of the last one are `inputs`. */
  readonly passed: readonly string[];
  /** Groups that have brought it there. */
  readonly earlier: readonly GroupFacts[];
  /** Did the cluster tell its groups? Else the next two are empty. */
  readonly areGroupsKnown: boolean;
  /** Consumer groups that read, or have read, one of the inputs. */
  readonly readers: readonly GroupFacts[];
  /** All other consumer groups of the cluster. */
  readonly otherGroups: readonly GroupFacts[];
  /** Every other topic of the cluster that got records since the scenario started. */
  readonly moved: readonly TopicMovement[];
  /** Names of all topics of the cluster. */
  readonly allTopics: readonly string[];
  readonly services: readonly ServiceFacts[];
  /** The longest first. */
  readonly spans: readonly SpanFacts[];
  /** Records of the window that did not match, the nearest first. */
  readonly misses: readonly Miss[];
  readonly unreadable: readonly { readonly record: RecordPlace; readonly reason: string }[];
  /** Partitions that the task reads; undefined: all. */
  readonly partitions: readonly number[] | undefined;
  /** Records that would have matched, in transactions that were not committed. */
  readonly hidden: readonly Hidden[];
  /** Records that would have matched, on the other partitions of its topics. */
  readonly elsewhere: readonly RecordView[];
  /** Records that would have matched, had they not been there before the scenario started. */
  readonly before: readonly RecordView[];
  /** Matching records, the latest last. */
  readonly matches: readonly RecordView[];
  /** When the broker was away since the scenario started, in milliseconds. */
  readonly interruptions: readonly { readonly forMs: number; readonly reason: string }[];
}

/** A record that nobody sees who reads what is committed. */
export interface Hidden {
  readonly record: RecordView;
  /** Its transaction was aborted; else it is still open. */
  readonly isAborted: boolean;
}

/** An earlier task on the way to the failed one. */
export interface Hop {
  readonly id: string;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly records: number;
  /** Of its latest record, for a consume task. */
  readonly latencyMs?: number | undefined;
}

export interface GroupFacts {
  readonly id: string;
  /** The service that said it is ready with this group. */
  readonly service?: string | undefined;
  readonly state: string;
  readonly members: number;
  /** Of the inputs. */
  readonly assignedPartitions: number;
  /** Topics that its members are assigned, or that it has committed offsets of. */
  readonly topics: readonly string[];
  /** Has it ever committed an offset of the inputs? One without members may read them all the same, without joining. */
  readonly hasCommitted: boolean;
  /** Records of the inputs that it has not committed; bigint, as offsets are. */
  readonly lag: bigint;
  /** Did it commit more of the inputs after the verdict? Undefined when not known. */
  readonly hasMoved?: boolean | undefined;
}

export interface TopicMovement {
  readonly topic: string;
  readonly records: bigint;
  /** The first new one that can be read. */
  readonly sample?: RecordView | undefined;
  /** Would the sample have matched on the right topic? Undefined when nothing was asked of a record there. */
  readonly wouldMatch?: boolean | undefined;
}

export interface ServiceFacts {
  readonly name: string;
  readonly state: 'running' | 'stopped' | 'exited';
  readonly exitCode?: number | null | undefined;
  /** Name of the signal that ended it. */
  readonly signal?: string | null | undefined;
  /** Its lines since the scenario started; `atMs` since then. The last ones, at most 200. */
  readonly lines: readonly { readonly atMs: number; readonly line: string }[];
}

/** A span of a service in the time of the scenario; times in milliseconds since its start. */
export interface SpanFacts {
  readonly name: string;
  readonly service: string;
  readonly startedAtMs: number;
  readonly tookMs: number;
  readonly error?: string | undefined;
}

/** What one cause says when the facts are as it knows them. */
export interface Finding {
  /** One sentence that names what is broken. */
  readonly cause: string;
  /** The most telling first; may be empty, as the common evidence is added by the caller. */
  readonly evidence: readonly string[];
  readonly hints: readonly string[];
}

/** One way in which a flow breaks. Pure: it looks at the facts and finds itself in them, or not. */
export interface Cause {
  /** Stable, for tests and for machines that read `report.json`. */
  readonly id: string;
  find(facts: Facts): Finding | undefined;
}

/** Gives a cause its type. */
export function defineCause(cause: Cause): Cause {
  return cause;
}
