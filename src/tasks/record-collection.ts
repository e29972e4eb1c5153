import { type Json, type JsonObject, renderJson } from '../model/json.ts';

/** How many records, and how many keys of the table, are kept: the first ones. All are counted. */
export const MOST_KEPT = 10_000;

/** Records as expressions see them as a whole: `.records`, `.table` (the last value of each key), `.count`. */
export class RecordCollection {
  readonly #records: JsonObject[] = [];
  readonly #table = new Map<string, Json>();
  #count = 0;

  add(record: JsonObject): void {
    this.#count++;
    if (this.#records.length < MOST_KEPT) this.#records.push(record);
    const { key = null, value = null } = record;
    if (key === null) return;
    const name = typeof key === 'object' ? renderJson(key) : String(key);
    if (this.#table.size < MOST_KEPT || this.#table.has(name)) this.#table.set(name, value);
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
    return { records: [...this.#records], table: Object.fromEntries(this.#table), count: this.#count };
  }
}
