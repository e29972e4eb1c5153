import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderProblem } from '../base/code-frame.ts';
import { renderCount } from '../base/count.ts';
import type { ScenarioError } from '../base/errors.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';

const options = {
  config: { type: 'string', value: '<file>', help: 'flowproof.yaml; default: found from here upwards' },
  env: { type: 'string', value: '<name>', help: 'check with this environment of flowproof.yaml' },
  var: { type: 'string', multiple: true, value: '<k=v>', help: 'a variable; may be given several times' },
} as const;

/** `flowproof validate`: every problem of every file, without Kafka. */
export const validate: Command = {
  name: 'validate',
  summary: 'checks scenario files and flowproof.yaml; needs no Kafka',
  operands: '[files, folders or globs]',
  options,
  async run(args, { cwd, env, stdout }) {
    const { values, positionals } = parseArguments(args, options);
    const { loadProject } = await import('../load/load-project.ts');
    const { scenarios, warnings } = await loadProject({
      cwd,
      env,
      config: values.config,
      files: positionals,
      environment: values.env,
      variables: values.var ?? [],
    });
    for (const warning of warnings)
      stdout.write(`warning: ${renderProblem(warning, sourceOf(warning, cwd))}\n\n`);
    const files = new Set(scenarios.map((scenario) => scenario.span.file)).size;
    stdout.write(
      `${renderCount(scenarios.length, 'scenario')} in ${renderCount(files, 'file')}: ${renderVerdict(warnings.length)}\n`,
    );
    return 0;
  },
};

/** A warning comes from a file that could be read. */
function sourceOf({ span }: ScenarioError, cwd: string): string | undefined {
  return span && readFileSync(resolve(cwd, span.file), 'utf8');
}

function renderVerdict(warnings: number): string {
  return warnings === 0 ? 'no problems' : `no problems, ${renderCount(warnings, 'warning')}`;
}
