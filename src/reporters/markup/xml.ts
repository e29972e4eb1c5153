import { renderHarmless } from '../../base/harmless-text.ts';

/** XML text, escaped where it holds raw text. */
export type Xml = string;

/**
 * An element; attributes without a value are left out.
 * @param content elements one below the other, or text that `xmlText` made; none: an empty element
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly Xml[] | Xml = [],
): Xml {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const start = [name, ...pairs.map(([key, value]) => `${key}="${xmlText(String(value))}"`)].join(' ');
  if (typeof content === 'string') return `<${start}>${content}</${name}>`;
  if (content.length === 0) return `<${start}/>`;
  return [`<${start}>`, ...content, `</${name}>`].join('\n');
}

/** Raw text as XML: markup is escaped, what XML 1.0 does not allow is shown by its picture. Line ends stay. */
export function xmlText(raw: string): Xml {
  const escaped = raw
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return escaped.split('\n').map(renderHarmless).join('\n');
}
