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

/** A table with a heading row; none without rows. Columns in which every cell is empty are left out. */
export function table(headings: readonly string[], rows: readonly (readonly Html[])[]): Html {
  if (rows.length === 0) return '';
  const isUsed = headings.map((_, column) => rows.some((cells) => cells[column] !== ''));
  const row = (tag: string, cells: readonly Html[]): Html =>
    `<tr>${cells.map((cell, column) => (isUsed[column] ? `<${tag}>${cell}</${tag.split(' ')[0]}>` : '')).join('')}</tr>`;
  const body = rows.map((cells) => row('td', cells)).join('\n');
  return `<div class="wide"><table><thead>${row('th scope="col"', headings)}</thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** A status as a word with its colour. */
export function badge(status: string): Html {
  return `<span class="badge ${status}">${status === 'notEvaluated' ? 'not evaluated' : status}</span>`;
}
