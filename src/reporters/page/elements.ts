import { renderHarmless } from '../../base/harmless-text.ts';
import { cut } from '../wording.ts';

/** HTML of the page, escaped where it holds raw text. */
export type Html = string;

/** Longer values are cut: the page shows what happened, events.ndjson has it all. */
const MAX_CHARACTERS = 4000;

/** Raw text as HTML, on one line. */
export function text(raw: string): Html {
  return renderHarmless(cut(raw, MAX_CHARACTERS))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Raw text of several lines. */
export function lines(raw: readonly string[]): Html {
  return raw.length === 0 ? '' : `<pre>${raw.map(text).join('\n')}</pre>`;
}

/** An element with a class. */
export function box(tag: string, className: string, content: Html): Html {
  return content === '' ? '' : `<${tag} class="${className}">${content}</${tag}>`;
}

/** A table with a heading row; none without rows. */
export function table(headings: readonly string[], rows: readonly (readonly Html[])[]): Html {
  if (rows.length === 0) return '';
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

/** A status as a word with its colour. */
export function badge(status: string): Html {
  return `<span class="badge ${status}">${status}</span>`;
}
