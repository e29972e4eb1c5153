import { holdsPrograms, Program } from '../../expr/program.ts';
import { Template } from '../../expr/template.ts';
import type { Json } from '../../model/json.ts';

const PLAIN = /^[A-Za-z_.][\w.:/@-]*(?: [\w.:/@-]+)*$/;
const LOOKS_LIKE_ANOTHER_TYPE = /^(?:true|false|null|~|\.inf|\.nan)$/i;

/** A value as one would write it in YAML's flow style; templates as their source. */
export function writtenText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string')
    return PLAIN.test(value) && !LOOKS_LIKE_ANOTHER_TYPE.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writtenText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value as Json); // of YAML
  if (value instanceof Template || value instanceof Program) return value.source;
  if (holdsPrograms(value) && 'name' in value) return String(value.name); // a condition
  const entries = Object.entries(value).map(([key, inner]) => `${writtenText(key)}: ${writtenText(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
