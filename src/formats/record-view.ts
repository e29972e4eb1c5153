import type { Json, JsonObject } from '../model/json.ts';
import type { KafkaRecord, RecordView } from '../model/record.ts';
export function viewRecord(
  r: KafkaRecord,
  f: { key?: string | undefined; value?: string | undefined },
): { view: RecordView } | { unreadable: string } {
  const dec = (b: Uint8Array | null, fmt?: string): Json => {
    if (b === null) return null;
    if (fmt === 'long') return Number(Buffer.from(b).readBigInt64BE());
    const t = Buffer.from(b).toString();
    if (fmt === 'json' || /^[[{]/.test(t)) return JSON.parse(t);
    return t;
  };
  try {
    return {
      view: {
        topic: r.topic,
        partition: r.partition,
        offset: Number(r.offset),
        timestamp: Number(r.timestampMs),
        key: dec(r.key, f.key),
        value: dec(r.value, f.value),
        headers: [],
      },
    };
  } catch (e) {
    return { unreadable: String(e) };
  }
}
export function recordContext(view: RecordView): JsonObject {
  return { ...view, header: {} } as unknown as JsonObject;
}
