import { readFileSync } from 'node:fs';

/** A page of docs/. */
export interface DocsPage {
  readonly text: string;
  /** Of the first block of JSON. */
  readonly context: unknown;
  /** The blocks of YAML, in order. */
  readonly blocks: readonly string[];
}

export function readDocsPage(name: string): DocsPage {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  const blocks = (language: string): string[] =>
    Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm))
      .filter(([, found]) => found === language)
      .map(([, , body = '']) => body);
  return { text, context: JSON.parse(blocks('json')[0] ?? 'null', withDigits), blocks: blocks('yaml') };
}

/** The items of a block that is a list, each with the comment at its end. */
export function itemsOf(block: string): readonly { readonly item: string; readonly comment: string }[] {
  return block
    .split(/^- /m)
    .slice(1)
    .map((text) => {
      const [, item = text, comment = ''] = /^([\s\S]*?)\s+# (.*)\s*$/.exec(text) ?? [];
      return { item, comment };
    });
}

/** As flowproof itself reads JSON: integers beyond 2^53 keep their digits. */
function withDigits(_key: string, value: unknown, { source = '' }: { source?: string } = {}): unknown {
  const isLong = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source);
  return isLong ? BigInt(source) : value;
}
