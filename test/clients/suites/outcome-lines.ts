import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { GROUP_END, type Outcome } from './suite.ts';

/** A reporter of `node --test`: one line of JSON a test, its name and its outcome. */
// node asks for a default export here.
// biome-ignore lint/style/noDefaultExport: see above
export default async function* outcomeLines(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome: Outcome = data.skip ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const test = `${relative(process.cwd(), data.file ?? '')}${GROUP_END}${data.name}`;
    yield `${JSON.stringify([test, outcome])}\n`;
  }
}
