import { parentPort } from 'node:worker_threads';
import { type Jq as JqWasm, loadJq } from 'jq-wasm/inline';

/** One evaluation: the program over inputs, one JSON text a line. */
export interface JqRequest {
  readonly id: number;
  readonly program: string;
  readonly input: string;
}

/** jq's own output of a request. */
export interface JqResponse {
  readonly id: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

let loaded: Promise<JqWasm> | undefined;

parentPort?.on('message', async ({ id, program, input }: JqRequest) => {
  loaded ??= loadJq();
  const { stdout, stderr, exitCode } = (await loaded).raw(input, program, ['-c']);
  parentPort?.postMessage({ id, stdout, stderr, exitCode } satisfies JqResponse);
});
