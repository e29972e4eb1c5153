import type { FetchedRecords, Isolation, Kafka, Positions, Watch } from '../../src/kafka/port.ts';
import type { KafkaRecord } from '../../src/model/record.ts';

/** A watch that keeps all it is told. */
export interface Watched extends AsyncDisposable {
  readonly watch: Watch;
  readonly fetches: readonly FetchedRecords[];
  records(): readonly KafkaRecord[];
  /** `topic[partition]@offset value` of every record, in order of arrival. */
  lines(): readonly string[];
  /** Resolves when so many records have arrived, rejects when the watch gives up. */
  until(count: number): Promise<void>;
}

/** Watches topics from their start, or from positions. */
export function watchTopics(
  kafka: Kafka,
  topics: readonly string[],
  options: { readonly positions?: Positions; readonly isolation?: Isolation } = {},
): Watched {
  const fetches: FetchedRecords[] = [];
  let wake: () => void = () => undefined;
  const watch = kafka.watch({
    topics,
    positions: options.positions ?? new Map(),
    isolation: options.isolation ?? 'read_committed',
    onFetch(fetched) {
      fetches.push(fetched);
      wake();
    },
  });
  const records = (): readonly KafkaRecord[] => fetches.flatMap((fetched) => fetched.records);
  return {
    watch,
    fetches,
    records,
    lines: () =>
      records().map(({ topic, partition, offset, value }) => {
        const text = value === null ? 'null' : Buffer.from(value).toString();
        return `${topic}[${partition}]@${offset} ${text}`;
      }),
    async until(count) {
      const reached = (async () => {
        while (records().length < count) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      })();
      await Promise.race([reached, watch.done]);
    },
    [Symbol.asyncDispose]: () => watch[Symbol.asyncDispose](),
  };
}
