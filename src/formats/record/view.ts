import type { JsonObject } from '../../model/json.ts';
import type { RecordHeader, RecordView } from '../../model/record.ts';
import { readUtf8, renderBase64 } from '../codec/text.ts';

/** Headers as expressions and reports see them, in their order: text where the bytes are UTF-8, else base64. */
export function viewHeaders(headers: readonly RecordHeader[]): RecordView['headers'] {
  return headers.map(({ key, value }) => {
    if (value === null) return { key, value };
    const text = readUtf8(value);
    return text === undefined
      ? { key, value: renderBase64(value), encoding: 'base64' }
      : { key, value: text };
  });
}

/** `.record` of language.md §1: the view and `header`, the last value of each name. */
export function recordContext(view: RecordView): JsonObject {
  const header = Object.fromEntries(view.headers.map(({ key, value }) => [key, value]));
  return { ...view, header } as unknown as JsonObject; // a view holds JSON only, but its type knows `undefined`
}
