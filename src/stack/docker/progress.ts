import type { Clock } from '../../base/clock.ts';

/** One line of the JSON that Docker sends while it pulls. */
interface ProgressLine {
  readonly id?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
  readonly error?: string;
}

export interface ProgressOptions {
  readonly clock: Clock;
  /** Called at most once a second. */
  readonly onProgress: (text: string) => void;
}

const TELL_EVERY_MS = 1_000;
const MEBIBYTE = 2 ** 20;

/** Reads a pull to its end. Rejects with the error that is told in it. */
export async function readProgress(
  stream: NodeJS.ReadableStream,
  { clock, onProgress }: ProgressOptions,
): Promise<void> {
  const layers = new Map<string, { readonly current: number; readonly total: number }>();
  const tell = throttle(clock, onProgress);
  for await (const line of linesOf(stream)) {
    const { error, id, progressDetail } = JSON.parse(line) as ProgressLine;
    if (error !== undefined) throw new Error(error);
    if (id === undefined || progressDetail?.total === undefined) continue;
    layers.set(id, { current: progressDetail.current ?? 0, total: progressDetail.total });
    tell(describeLayers([...layers.values()]));
  }
}

/** Hands on at most one text a second, and drops the others. */
export function throttle(clock: Clock, tell: (text: string) => void): (text: string) => void {
  let nextAtMs = Number.NEGATIVE_INFINITY;
  return (text) => {
    if (clock.nowMs() < nextAtMs) return;
    nextAtMs = clock.nowMs() + TELL_EVERY_MS;
    tell(text);
  };
}

function describeLayers(layers: readonly { readonly current: number; readonly total: number }[]): string {
  const sum = (part: 'current' | 'total'): string =>
    (layers.reduce((bytes, layer) => bytes + layer[part], 0) / MEBIBYTE).toFixed(0);
  return `${sum('current')} of ${sum('total')} MiB, ${layers.length} layers`;
}

async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
