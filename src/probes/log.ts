import { stripVTControlCharacters } from 'node:util';
import type { ProbeKind } from './probe.ts';

/** `log`: a line of the service's output matches; colours in it are not seen. */
export const log: ProbeKind<RegExp> = {
  title: (pattern) => `a line matches ${String(pattern)}`,
  wait: (pattern, { output, signal, saw }) =>
    new Promise((resolve, reject) => {
      saw('no line matched');
      const stop = (): void => {
        listening[Symbol.dispose]();
        signal.removeEventListener('abort', onAbort);
      };
      const onAbort = (): void => {
        stop();
        reject(signal.reason);
      };
      const listening = output.listen((text) => {
        pattern.lastIndex = 0;
        if (!pattern.test(stripVTControlCharacters(text))) return;
        stop();
        resolve();
      });
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
    }),
};
