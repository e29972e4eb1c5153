import type { Clock } from '../../base/clock.ts';

/** One line of the JSON that Docker sends while it pulls or builds. */
interface ProgressLine {
  readonly stream?: string;
  readonly status?: string;
  readonly id?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
  readonly error?: string;
}

export interface ProgressOptions {
  readonly clock: Clock;
  /** Called at most once a second. */
  readonly onProgress: (text: string) => void;
  /** The output of a build's commands. */
  readonly onLine?: (line: string) => void;
}

const TELL_EVERY_MS = 1_000;
const MEBIBYTE = 2 ** 20;

/** Reads a pull or a build to its end. Rejects with the error that is told in it. */
export async function readProgress(
  stream: NodeJS.ReadableStream,
  { clock, onProgress, onLine }: ProgressOptions,
): Promise<void> {
  const layers = new Map<string, { readonly current: number; readonly total: number }>();
  let nextAtMs = Number.NEGATIVE_INFINITY;
  const tell = (text: string): void => {
    if (clock.nowMs() < nextAtMs) return;
    nextAtMs = clock.nowMs() + TELL_EVERY_MS;
    onProgress(text);
  };
  for await (const line of linesOf(stream)) {
    const { error, stream: output = '', id, progressDetail } = JSON.parse(line) as ProgressLine;
    if (error !== undefined) throw new Error(error);
    for (const text of output.split('\n').filter((one) => one.trim() !== '')) {
      onLine?.(text);
      if (text.startsWith('Step ')) tell(text);
    }
    if (id !== undefined && progressDetail?.total !== undefined) {
      layers.set(id, { current: progressDetail.current ?? 0, total: progressDetail.total });
      tell(describeLayers([...layers.values()]));
    }
  }
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
