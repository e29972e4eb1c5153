import { once } from 'node:events';
import { systemClock } from '../base/clock.ts';
import { ScenarioError, UsageError } from '../base/errors.ts';
import { REDACTED } from '../base/redaction.ts';
import type { ViewedRecord } from '../formats/record/reader.ts';
import { renderJson } from '../model/json.ts';
import { parseArguments } from './arguments.ts';
import type { Command, Terminal } from './command.ts';

const options = {
  bootstrap: { type: 'string', value: '<host:port>', help: 'the cluster; default localhost:9092' },
  where: {
    type: 'string',
    multiple: true,
    value: '<jq>',
    help: "only records for which this is true, such as '.record.value.id == 42'",
  },
  config: {
    type: 'string',
    value: '<file>',
    help: 'flowproof.yaml, whose "redact" counts here too; default: found from here upwards',
  },
  env: { type: 'string', value: '<name>', help: 'an environment of flowproof.yaml' },
  beginning: { type: 'boolean', help: 'from the first record on, not only new ones' },
} as const;

/** `flowproof tail`: the records of a topic as a scenario would see them, one JSON text a line. */
export const tail: Command = {
  name: 'tail',
  summary: 'prints the records of a topic as a scenario would see them, until it is interrupted',
  operands: '<topic>',
  options,
  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, options);
    const [topic] = positionals;
    if (topic === undefined || positionals.length > 1)
      throw new UsageError('USAGE_BAD_VALUE', 'tail takes one topic', { hint: 'flowproof tail orders' });
    await follow(topic, { ...values, bootstrap: values.bootstrap ?? 'localhost:9092' }, terminal);
    return 0;
  },
};

interface Wanted {
  readonly config?: string;
  readonly env?: string;
  readonly bootstrap: string;
  readonly where?: readonly string[];
  readonly beginning?: boolean;
}

async function follow(topic: string, wanted: Wanted, terminal: Terminal): Promise<void> {
  const { stdout, stderr, signal } = terminal;
  const render = await createRecordRenderer(wanted, terminal);
  const [{ connectKafka }, { createJq }, { openReader }, { recordContext }] = await Promise.all([
    import('../kafka/connect.ts'),
    import('../expr/jq.ts'),
    import('../formats/record/reader.ts'),
    import('../formats/record/view.ts'),
  ]);
  await using jq = createJq();
  const programs = wanted.where ?? [];
  for (const program of programs) await jq.check(program).catch(refuse);
  await using kafka = connectKafka({ bootstrap: wanted.bootstrap, clock: systemClock });
  const reader = await openReader(undefined, {
    registry: undefined,
    readFile: (path) => Promise.reject(new UsageError('USAGE_BAD_VALUE', `cannot read ${path}`)),
  });
  const positions = await kafka.offsets([topic], wanted.beginning ? 'start' : 'end', signal);
  if (!positions.has(topic))
    stderr.write(`the topic "${topic}" is not there yet; its records are shown once it is\n`);
  await using watch = kafka.watch({
    topics: [topic],
    positions,
    isolation: 'read_committed',
    async onFetch({ records }) {
      for (const record of records) {
        const viewed = reader.view(record);
        const seen = 'view' in viewed ? recordContext(viewed.view) : { unreadable: viewed.unreadable };
        const verdicts = await Promise.all(
          programs.map((program) => jq.evaluate(program, [{ record: seen }])),
        );
        if (verdicts.every(([outcome]) => outcome?.outputs.length === 1 && outcome.outputs[0] === true))
          stdout.write(`${render(viewed)}\n`);
      }
    },
  });
  // `| head` ends it too.
  if (!signal.aborted) await Promise.race([once(signal, 'abort'), once(stdout, 'error'), watch.done]);
}

/** Renders a record without what flowproof.yaml wants left out: its secrets, and what `redact:` names. */
async function createRecordRenderer(
  { config, env: environment }: Wanted,
  { cwd, env }: Terminal,
): Promise<(viewed: ViewedRecord) => string> {
  const [{ loadRedaction }, { createRecordRedactor }, { createEventRedactor }, { recordContext }] =
    await Promise.all([
      import('../load/load-redaction.ts'),
      import('../model/record-places.ts'),
      import('../model/redact-event.ts'),
      import('../formats/record/view.ts'),
    ]);
  const { rules, secrets } = await loadRedaction({ cwd, env, config, environment });
  const redactRecord = createRecordRedactor(rules);
  const redactSecrets = createEventRedactor(secrets);
  return (viewed) => {
    if ('view' in viewed) return renderJson(redactSecrets(recordContext(redactRecord(viewed.view))));
    const { unreadable } = viewed;
    return renderJson({ unreadable: rules.records === true ? REDACTED : redactSecrets(unreadable) });
  };
}

/** A program from the command line is no line of a file. */
function refuse(cause: unknown): never {
  if (cause instanceof ScenarioError)
    throw new UsageError('USAGE_BAD_VALUE', cause.message, { hint: cause.hint });
  throw cause;
}
