import { describeError } from '../base/errors.ts';
import { type ProbeKind, poll } from './probe.ts';

/** `exec`: a command, run where the service runs, ends with code 0. */
export const exec: ProbeKind<string> = {
  title: (command) => `\`${command}\` succeeds`,
  wait: (command, context) =>
    poll(context, async () => {
      try {
        const { code, output } = await context.exec(command, context.signal);
        return code === 0 ? undefined : `it ends with code ${code}${output === '' ? '' : ` (${output})`}`;
      } catch (cause) {
        return describeError(cause);
      }
    }),
};
