import type { RunEvent, RunEventOf } from '../model/run-event.ts';
import type { ServiceFacts, SpanFacts } from './diagnosis/facts.ts';

const MAX_LINES_PER_SERVICE = 500;
const MAX_SPANS = 5000;

type Span = RunEventOf<'span-received'>['span'];

interface ServiceMemory {
  state: ServiceFacts['state'];
  exitCode?: number | null;
  signal?: string | null;
  readonly lines: { readonly atMs: number; readonly line: string }[];
}

/**
 * What services did while the run went on, for the diagnosis: a sink of the bus, so that it costs nothing that is not
 * there anyway, and knows no secret. Bounded: the latest lines and spans.
 */
export class RunMemory {
  readonly name = 'diagnosis';
  readonly #services = new Map<string, ServiceMemory>();
  readonly #spans: Span[] = [];
  /** Are spans received at all? */
  readonly expectsSpans: boolean;

  constructor({ expectsSpans = false }: { readonly expectsSpans?: boolean } = {}) {
    this.expectsSpans = expectsSpans;
  }

  on(event: RunEvent): void {
    switch (event.type) {
      case 'service-started':
        this.#service(event.service).state = 'running';
        break;
      case 'service-exited':
        Object.assign(this.#service(event.service), {
          state: event.expected ? 'stopped' : 'exited',
          exitCode: event.code,
          signal: event.signal,
        });
        break;
      case 'service-logged':
        keepLatest(
          this.#service(event.service).lines,
          { atMs: event.atMs, line: event.line },
          MAX_LINES_PER_SERVICE,
        );
        break;
      case 'span-received':
        keepLatest(this.#spans, event.span, MAX_SPANS);
        break;
      default:
    }
  }

  /** All services, with their lines from a moment of the run on; times are since then. */
  servicesSince(sinceMs: number): readonly ServiceFacts[] {
    return [...this.#services].map(([name, { state, exitCode, signal, lines }]) => ({
      name,
      state,
      exitCode,
      signal,
      lines: lines
        .filter(({ atMs }) => atMs >= sinceMs)
        .map(({ atMs, line }) => ({ atMs: atMs - sinceMs, line })),
    }));
  }

  /** Spans of a trace that ended after a moment of the run, the longest first. */
  spansSince(sinceMs: number, traceId: string): readonly SpanFacts[] {
    const isOfTrace = ({ traceId: own, linkedTraceIds }: Span): boolean =>
      own === traceId || linkedTraceIds.includes(traceId);
    return this.#spans
      .filter((span) => span.endedAtMs >= sinceMs && isOfTrace(span))
      .map(({ name, service, startedAtMs, endedAtMs, error }) => ({
        name,
        service,
        startedAtMs: startedAtMs - sinceMs,
        tookMs: endedAtMs - startedAtMs,
        error,
      }))
      .toSorted((a, b) => b.tookMs - a.tookMs);
  }

  #service(name: string): ServiceMemory {
    const known = this.#services.get(name) ?? { state: 'running', lines: [] };
    this.#services.set(name, known);
    return known;
  }
}

function keepLatest<Item>(items: Item[], item: Item, max: number): void {
  items.push(item);
  if (items.length > max) items.shift();
}
