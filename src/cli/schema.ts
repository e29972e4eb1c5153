import { UsageError } from '../base/errors.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';

const options = {};

/** `flowproof schema`: the JSON Schemas that editors use. */
export const schema: Command = {
  name: 'schema',
  summary: 'prints the JSON Schema of a file kind: scenario, config or report',
  operands: '<scenario | config | report>',
  options,
  async run(args, { stdout }) {
    const { positionals } = parseArguments(args, options);
    const { jsonSchemas } = await import('../load/json-schema.ts');
    const schemas = jsonSchemas();
    const [kind = 'scenario'] = positionals;
    const found = schemas[kind as keyof typeof schemas];
    if (!found)
      throw new UsageError('USAGE_BAD_VALUE', `"${kind}" is no file kind`, {
        hint: `one of: ${Object.keys(schemas).join(', ')}`,
      });
    stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return 0;
  },
};
