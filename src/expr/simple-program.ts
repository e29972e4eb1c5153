const FIELD = String.raw`\.[A-Za-z_]\w*`;
const INDEX = String.raw`\[(?:-?\d+|"[^"\\]*")?\]`;
/** `.record.value.items[0].id`, `.`, `.["a b"]` */
const PATH = String.raw`(?:\.|(?:${FIELD}|\.${INDEX})(?:${FIELD}|\.?${INDEX})*)\??`;
const LITERAL = String.raw`(?:-?\d+(?:\.\d+)?|"[^"\\]*"|true|false|null)`;
const TERM = `(?:${PATH}|${LITERAL})`;
const COMPARISON = String.raw`${TERM}(?:\s*(?:==|!=|<=|>=|<|>)\s*${TERM})?`;
const SIMPLE = new RegExp(String.raw`^\s*${COMPARISON}(?:\s+(?:and|or)\s+${COMPARISON})*\s*$`);

/**
 * Is this jq program a path, or comparisons of paths and plain values? Such programs are right and harmless by their
 * form, so that nobody needs to load jq (some 150 ms) to know it. Of others this says nothing.
 */
export function isSimpleProgram(program: string): boolean {
  return SIMPLE.test(program);
}
