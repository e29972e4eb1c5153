import { openReader, type RecordReader } from '../../formats/record/reader.ts';
import { recordContext } from '../../formats/record/view.ts';
import type { JsonObject } from '../../model/json.ts';
import type { KafkaRecord, RecordView } from '../../model/record.ts';
import { match } from '../condition/match.ts';
import type { Compared, MatchOutcome } from '../condition/match-outcome.ts';
import type { TaskContext } from '../define-task.ts';
import { NearMisses } from './near-misses.ts';
import type { ConsumeSpec } from './spec.ts';

/** A record that can be read. */
export interface Candidate {
  readonly record: KafkaRecord;
  readonly view: RecordView;
  /** `.record` of expressions. */
  readonly context: JsonObject;
}

/** A record that cannot. */
export interface Unreadable {
  readonly record: KafkaRecord;
  readonly reason: string;
}

/** What became of some records. */
export interface Sieved {
  readonly matched: readonly Candidate[];
  readonly unreadable: readonly Unreadable[];
}

const NO_MATCH: MatchOutcome = { matched: false, met: 0 };
/** Of records that cannot be read, the first are kept to be shown. */
const MOST_UNREADABLE = 20;

/** Lets through the records that match: decodes them, and holds them to `where` and `sameTrace`. Counts all that pass. */
export class RecordSieve {
  readonly misses = new NearMisses();
  /** Records that were given to it, and how many of them were let through no further. */
  read = 0;
  filtered = 0;
  undecodable = 0;
  /** The first ones. */
  readonly unreadable: Unreadable[] = [];
  readonly #spec: ConsumeSpec;
  readonly #context: TaskContext;
  readonly #format: RecordReader;

  private constructor(spec: ConsumeSpec, context: TaskContext, format: RecordReader) {
    this.#spec = spec;
    this.#context = context;
    this.#format = format;
  }

  static async open(spec: ConsumeSpec, context: TaskContext): Promise<RecordSieve> {
    return new RecordSieve(spec, context, await openReader(spec.format, context.formats));
  }

  async sift(records: readonly KafkaRecord[]): Promise<Sieved> {
    const { candidates, unreadable } = await this.#view(records);
    const own = this.#spec.sameTrace === true ? candidates.filter((one) => this.#isOwn(one)) : candidates;
    const verdicts = await this.#judge(own);
    const matched = own.filter((_, index) => verdicts[index]?.matched);
    const of = this.#spec.where?.length ?? 0;
    for (const [index, { view }] of own.entries()) {
      const { met, failed } = verdicts[index] ?? NO_MATCH;
      if (failed) this.misses.add({ record: view, met, of, failed });
    }
    this.read += records.length;
    this.filtered += candidates.length - matched.length;
    this.undecodable += unreadable.length;
    this.unreadable.push(...unreadable.slice(0, MOST_UNREADABLE - this.unreadable.length));
    return { matched, unreadable };
  }

  /** Would these records, which are not of the window, match? Those that can be read, each with what it lacks. */
  async compare(records: readonly KafkaRecord[]): Promise<readonly Compared[]> {
    const { candidates } = await this.#view(records);
    const verdicts = await this.#judge(candidates);
    return candidates.map(({ view }, index) => ({ record: view, ...(verdicts[index] ?? NO_MATCH) }));
  }

  /** `sameTrace`: does its trace begin with a record of this scenario? https://www.w3.org/TR/trace-context/#traceparent-header */
  #isOwn({ view }: Candidate): boolean {
    return view.headers.some(
      ({ key, value }) => key === 'traceparent' && value?.split('-')[1] === this.#context.traceId,
    );
  }

  async #view(
    records: readonly KafkaRecord[],
  ): Promise<{ candidates: Candidate[]; unreadable: Unreadable[] }> {
    const candidates: Candidate[] = [];
    const unreadable: Unreadable[] = [];
    await this.#format.prepare(records, this.#context.signal);
    for (const record of records) {
      const viewed = this.#format.view(record);
      if ('view' in viewed)
        candidates.push({ record, view: viewed.view, context: recordContext(viewed.view) });
      else unreadable.push({ record, reason: viewed.unreadable });
    }
    return { candidates, unreadable };
  }

  #judge(candidates: readonly Candidate[]): Promise<readonly MatchOutcome[]> {
    const contexts = this.#context.expressionContexts(candidates.map(({ context }) => ({ record: context })));
    return match(this.#spec.where ?? [], contexts, this.#context);
  }
}
