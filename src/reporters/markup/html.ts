import { renderHarmless } from '../../base/harmless-text.ts';
import { cut } from '../wording.ts';

/**
 * Markup for GitHub's Markdown, made of HTML blocks only: inside one nothing is read as Markdown, so one way of escaping
 * is enough. A block ends at a blank line; nothing here makes one.
 * @see https://spec.commonmark.org/0.31.2/#html-blocks
 */
export type Html = string;

/** Longer text is cut in a report that has to stay small. */
const MAX_CHARACTERS = 500;

/**
 * Plain text. What GitHub makes links of, and tells those about whom it links to, is kept from that by a zero-width
 * space: `@name`, `#12`, `GH-12`, addresses.
 * @see https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
export function text(raw: string): Html {
  return escapeHtml(raw).replace(/@|(?<!&)#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, '$&&#8203;');
}

/** Text as it is in the data. GitHub looks for no mentions in it. */
export function code(raw: string): Html {
  return raw === '' ? '' : `<code>${escapeHtml(raw)}</code>`;
}

/** Lines of text with their spaces. */
export function pre(lines: readonly string[]): Html {
  return `<pre>${lines.map((line) => (line.trim() === '' ? '&#8203;' : escapeHtml(line))).join('\n')}</pre>`;
}

/** One item a line. */
export function list(items: readonly Html[]): Html {
  return items.length === 0 ? '' : ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'].join('\n');
}

/** A table with a heading row; one row of cells a line. */
export function table(headings: readonly string[], rows: readonly (readonly Html[])[]): Html {
  const head = headings.map((heading) => `<th align="left">${heading}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return ['<table>', `<tr>${head}</tr>`, ...body, '</table>'].join('\n');
}

function escapeHtml(raw: string): Html {
  return renderHarmless(cut(raw, MAX_CHARACTERS))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
