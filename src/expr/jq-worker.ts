import { parentPort } from 'node:worker_threads';
import { type Jq as JqWasm, loadJq } from 'jq-wasm/inline';

/** What the thread is asked, one at a time. */
export type Question =
  | { readonly kind: 'jq'; readonly program: string; readonly input: string }
  | {
      readonly kind: 'search';
      readonly pattern: string;
      readonly flags: string;
      readonly texts: readonly string[];
    };

/** jq's own output. */
export interface JqAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What the thread says: first that it is ready, then one answer a question. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'jq'; readonly answer: JqAnswer }
  | { readonly kind: 'search'; readonly answer: readonly boolean[] }
  | { readonly kind: 'broken'; readonly reason: string };

function answer(question: Question, jq: JqWasm): Message {
  if (question.kind === 'search') {
    const pattern = new RegExp(question.pattern, question.flags);
    return { kind: 'search', answer: question.texts.map((text) => pattern.test(text)) };
  }
  const { stdout, stderr, exitCode } = jq.raw(question.input, question.program, ['-c']);
  return { kind: 'jq', answer: { stdout, stderr, exitCode } };
}

function answerSafely(question: Question, jq: JqWasm): Message {
  try {
    return answer(question, jq);
  } catch (cause) {
    return { kind: 'broken', reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

const jq = await loadJq();
jq.raw('', 'empty', ['-n']); // the first call takes 30 ms, all others one
parentPort?.on('message', (question: Question) => parentPort?.postMessage(answerSafely(question, jq)));
parentPort?.postMessage({ kind: 'ready' } satisfies Message);
