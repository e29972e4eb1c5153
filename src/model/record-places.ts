import { REDACTED } from '../base/redaction.ts';
import type { HiddenValues } from './hidden-values.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { RecordView } from './record.ts';
import { parseRecordPath, replaceAt } from './record-path.ts';
import type { RedactionRules } from './redaction-rules.ts';

/** The places in records, and in HTTP responses, that `redact: { paths, headers }` names. */
export interface RecordPlaces {
  /** Adds what stands at them: of a record, or of the `record` or `response` that an expression sees. */
  find(record: Pick<RecordView, 'key' | 'value' | 'headers'>, into: HiddenValues): void;
  findInContext(context: JsonObject, into: HiddenValues): void;
  /** The record with `***` at all of them. */
  takeOut(record: RecordView): RecordView;
}

export function createRecordPlaces({ paths = [], headers = [] }: RedactionRules): RecordPlaces {
  const parsed = paths.flatMap((path) => parseRecordPath(path) ?? []); // the schema lets no other through
  const inContent = parsed.flatMap(({ part, steps }) => (part === 'header' ? [] : [{ part, steps }]));
  const inHeaders = parsed.flatMap(({ part, steps: [name] }) => (part === 'header' ? [name] : []));
  const names = new Set(headers.map((name) => name.toLowerCase()));
  const isHidden = (header: string): boolean =>
    names.has(header.toLowerCase()) || inHeaders.some((name) => typeof name !== 'string' || name === header);

  const find: RecordPlaces['find'] = (record, into) => {
    for (const { part, steps } of inContent)
      replaceAt(record[part], steps, (found) => {
        into.add(found);
        return found;
      });
    for (const { key, value } of record.headers) if (isHidden(key)) into.add(value);
  };
  return {
    find,
    findInContext({ record, response }, into) {
      if (isJsonObject(record)) find(record as unknown as RecordView, into); // `.record` is a view and more
      const received = isJsonObject(response) && isJsonObject(response.headers) ? response.headers : {};
      for (const [name, value] of Object.entries(received))
        if (names.has(name.toLowerCase())) into.add(value);
    },
    takeOut(record) {
      const takeOutOf = (half: 'key' | 'value'): Json =>
        inContent
          .filter(({ part }) => part === half)
          .reduce<Json>((content, { steps }) => replaceAt(content, steps, () => REDACTED), record[half]);
      return {
        ...record,
        key: takeOutOf('key'),
        value: takeOutOf('value'),
        headers: record.headers.map((header) =>
          isHidden(header.key) && header.value !== null ? { key: header.key, value: REDACTED } : header,
        ),
      };
    },
  };
}

/** What `redact:` leaves of a record that is shown by itself. */
export function createRecordRedactor(rules: RedactionRules): (record: RecordView) => RecordView {
  const places = createRecordPlaces(rules);
  return rules.records === true ? withoutContent : (record) => places.takeOut(record);
}

/** The record with `***` for its key, its value, and the name and value of every header. */
export function withoutContent(record: RecordView): RecordView {
  return {
    ...record,
    key: REDACTED,
    value: REDACTED,
    headers: record.headers.map(() => ({ key: REDACTED, value: REDACTED })),
  };
}
