import { REDACTED } from '../base/redaction.ts';
import { compact } from './compact.ts';
import type { Diagnosis } from './diagnosis.ts';
import { HiddenValues } from './hidden-values.ts';
import type { JsonObject } from './json.ts';
import type { RecordView } from './record.ts';
import { createRecordPlaces, type RecordPlaces, withoutContent } from './record-places.ts';
import { hideInCheck, withoutSides } from './redact-check.ts';
import { withoutValues } from './redact-diagnosis.ts';
import type { RedactionRules } from './redaction-rules.ts';
import type { RunEvent, RunEventOf } from './run-event.ts';

/** What is known of one attempt of a scenario. */
interface Known {
  /** What stood at the paths and headers of its records. */
  readonly hidden: HiddenValues;
  /** Names and messages of its checks, and what is shown instead. */
  readonly ofChecks: Map<string, string>;
  /** Messages of its tasks, and what is shown instead. */
  readonly ofTasks: Map<string, string>;
}

/** Applies `redact:` of flowproof.yaml to the events of a run; it must be given all of them, in order. */
export class DataRedactor {
  readonly #rules: RedactionRules;
  readonly #places: RecordPlaces;
  readonly #scenarios = new Map<string, Known>();
  /** What may quote a record, or what a check compared, is replaced by what quotes nothing. */
  readonly #isPlain: boolean;

  constructor(rules: RedactionRules = {}) {
    this.#rules = rules;
    this.#places = createRecordPlaces(rules);
    this.#isPlain = rules.records === true || rules.checks === true;
  }

  /**
   * Tells it what an expression of a scenario sees (`record`, `response`): messages may quote records that no event
   * shows, as they did not match.
   */
  see(scenario: string, seen: JsonObject): void {
    this.#places.findInContext(seen, this.#of(scenario).hidden);
  }

  /** The event without what the rules leave out. */
  redact(event: RunEvent): RunEvent {
    switch (event.type) {
      case 'record-produced':
      case 'record-consumed':
        return { ...event, record: this.#redactRecord(event.record, this.#of(event.scenario)) };
      case 'check-evaluated':
        return this.#redactCheck(event);
      case 'task-finished':
        return this.#redactTask(event);
      case 'scenario-finished': {
        const message = event.message && this.#of(event.scenario).ofTasks.get(event.message);
        this.#scenarios.delete(event.scenario);
        return { ...event, ...compact({ message }) };
      }
      default:
        return event;
    }
  }

  #of(scenario: string): Known {
    const known = this.#scenarios.get(scenario);
    if (known) return known;
    const fresh: Known = { hidden: new HiddenValues(), ofChecks: new Map(), ofTasks: new Map() };
    this.#scenarios.set(scenario, fresh);
    return fresh;
  }

  #redactRecord(record: RecordView, { hidden }: Known): RecordView {
    this.#places.find(record, hidden);
    return this.#rules.records === true ? withoutContent(record) : this.#places.takeOut(record);
  }

  #redactCheck(event: RunEventOf<'check-evaluated'>): RunEvent {
    const { check } = event;
    const { hidden, ofChecks } = this.#of(event.scenario);
    if (this.#rules.checks !== true) return { ...event, check: hideInCheck(check, hidden) };
    const plain = withoutSides(check);
    ofChecks.set(check.name, plain.name);
    if (check.message && plain.message) ofChecks.set(check.message, plain.message);
    return { ...event, check: hideInCheck(plain, hidden) };
  }

  #redactTask(event: RunEventOf<'task-finished'>): RunEvent {
    const { message, detail, consume, diagnosis } = event;
    const known = this.#of(event.scenario);
    const late = consume?.late;
    const redactedLate = late && { ...late, record: this.#redactRecord(late.record, known) };
    const shown = message && this.#redactMessage(message, known);
    if (message && shown) known.ofTasks.set(message, shown);
    return {
      ...event,
      ...compact({
        message: shown,
        detail: detail?.map((line) => this.#redactText(line, known)),
        consume: redactedLate && { ...consume, late: redactedLate },
        diagnosis: diagnosis && this.#redactDiagnosis(diagnosis, known),
      }),
    };
  }

  /** Where no check is quoted, what follows the colon may quote what was read. */
  #redactMessage(message: string, known: Known): string {
    const end = this.#isPlain && !message.startsWith('check "') ? message.indexOf(': ') : -1;
    return this.#redactText(end < 0 ? message : `${message.slice(0, end)}: ${REDACTED}`, known);
  }

  #redactDiagnosis(diagnosis: Diagnosis, known: Known): Diagnosis {
    const plain = this.#isPlain ? withoutValues(diagnosis) : diagnosis;
    return {
      ...plain,
      cause: this.#redactText(plain.cause, known),
      evidence: plain.evidence.map((line) => this.#redactText(line, known)),
      hints: plain.hints.map((line) => this.#redactText(line, known)),
    };
  }

  /** A sentence of a task. The longest quotation first: a message may contain the name of its check. */
  #redactText(text: string, { hidden, ofChecks }: Known): string {
    const quotations = [...ofChecks].toSorted(([a], [b]) => b.length - a.length);
    const plain = quotations.reduce(
      (rest, [quoted, instead]) => rest.replaceAll(quoted, () => instead),
      text,
    );
    return hidden.hideInText(plain);
  }
}
