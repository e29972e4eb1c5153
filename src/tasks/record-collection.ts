import { type Json, type JsonObject, renderJson } from '../model/json.ts';

/** How many records, and how many keys of the table, are kept: the first ones. All are counted. */
export const MOST_KEPT = 10_000;

/** Records as expressions see them as a whole: `.records`, `.table` (the last value of each key), `.count`. */
export class RecordCollection {
  readonly #records: JsonObject[] = [];
  readonly #table = new Map<string, Json>();
  #count = 0;
  /** Copies for views, until there is something new: nothing is, of many records, once all that are kept are there. */
  #seen: { records: readonly JsonObject[]; table: JsonObject | undefined } = {
    records: [],
    table: undefined,
  };

  add(record: JsonObject): void {
    this.#count++;
    if (this.#records.length < MOST_KEPT) this.#records.push(record);
    const { key = null, value = null } = record;
    if (key === null) return;
    const name = typeof key === 'object' ? renderJson(key) : String(key);
    if (this.#table.size < MOST_KEPT || this.#table.has(name)) {
      this.#table.set(name, value);
      this.#seen.table = undefined;
    }
  }

  get count(): number {
    return this.#count;
  }

  /** Those that are kept, in order. */
  get records(): readonly JsonObject[] {
    return this.#records;
  }

  /** What is known now; later records do not change it. */
  view(): JsonObject {
    if (this.#seen.records.length < this.#records.length) this.#seen.records = [...this.#records];
    this.#seen.table ??= Object.fromEntries(this.#table);
    return { records: this.#seen.records, table: this.#seen.table, count: this.#count };
  }
}
