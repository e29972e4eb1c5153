import { parentPort, workerData } from 'node:worker_threads';
import { loadJq } from 'jq-wasm/inline';
import { describeError } from '../base/errors.ts';
import type { JsQuestion, JsResult } from './js-engine.ts';
import { limitWasmMemory } from './memory-limit.ts';

/** What the thread is started with. */
export interface ThreadOptions {
  readonly memoryLimitBytes: number;
}

/** What the thread is asked, one at a time: jq, JavaScript, or a search with a pattern. */
export type Question = JqQuestion | JsQuestion | SearchQuestion;

interface JqQuestion {
  readonly kind: 'jq';
  readonly program: string;
  readonly input: string;
}
interface SearchQuestion {
  readonly kind: 'search';
  readonly pattern: string;
  readonly flags: string;
  readonly texts: readonly string[];
}

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
  | { readonly kind: 'js'; readonly answer: readonly JsResult[] }
  | { readonly kind: 'search'; readonly answer: readonly boolean[] }
  | { readonly kind: 'broken'; readonly reason: string };

async function answer(question: Question): Promise<Message> {
  switch (question.kind) {
    case 'js': {
      const { evaluateScript } = await import('./js-engine.ts'); // 100 ms that few need
      return { kind: 'js', answer: evaluateScript(question) };
    }
    case 'search': {
      const pattern = new RegExp(question.pattern, question.flags);
      return { kind: 'search', answer: question.texts.map((text) => pattern.test(text)) };
    }
    default: {
      const { stdout, stderr, exitCode } = jq.raw(question.input, question.program, ['-c']);
      return { kind: 'jq', answer: { stdout, stderr, exitCode } };
    }
  }
}

/** A thread that has once had no memory left is of no more use. */
async function answerSafely(question: Question): Promise<Message> {
  try {
    const message = await answer(question);
    return memory.wasReached() ? { kind: 'broken', reason: 'out of memory' } : message;
  } catch (cause) {
    return { kind: 'broken', reason: memory.wasReached() ? 'out of memory' : describeError(cause) };
  }
}

const { memoryLimitBytes } = workerData as ThreadOptions; // of jq-thread.ts
const memory = limitWasmMemory(memoryLimitBytes);
const jq = await loadJq();
jq.raw('', 'empty', ['-n']); // the first call takes 30 ms, all others one
parentPort?.on('message', async (question: Question) =>
  parentPort?.postMessage(await answerSafely(question)),
);
parentPort?.postMessage({ kind: 'ready' } satisfies Message);
