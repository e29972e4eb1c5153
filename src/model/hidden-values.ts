import { beginningIn, CUT, inJson, REDACTED } from '../base/redaction.ts';
import type { Json } from './json.ts';

/** A shorter value is hidden only where it stands as a word: `7` is not hidden in `17 ms`. */
const MIN_ANYWHERE = 4;

/** Values that were seen, and that nothing may show. */
export class HiddenValues {
  /** Each as it is, and as it stands inside a JSON string. */
  readonly #forms = new Set<string>();

  /** Of a map or a list every scalar inside; null and the empty text say nothing. */
  add(value: Json | undefined): void {
    if (typeof value === 'object' && value !== null) {
      for (const entry of Object.values(value) as Json[]) this.add(entry);
      return;
    }
    const text = String(value ?? '');
    if (text.trim() === '') return;
    this.#forms.add(text).add(inJson(text));
  }

  /** The text with `***` for each of them, and for the beginning of one that was cut. */
  hideInText(text: string): string {
    const found = [...this.#forms].filter((form) => text.includes(form));
    if (found.length > 0) {
      const pattern = found.toSorted((a, b) => b.length - a.length).map(patternOf);
      return this.#hideCut(text.replace(new RegExp(pattern.join('|'), 'gu'), REDACTED));
    }
    return this.#hideCut(text);
  }

  /** The same for every scalar and every key inside a value. */
  hideInJson(value: Json): Json {
    if (value === null) return null;
    if (typeof value === 'string') return this.hideInText(value);
    if (typeof value !== 'object') return this.#forms.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map((entry: Json) => this.hideInJson(entry));
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [this.hideInText(key), this.hideInJson(entry)]),
    );
  }

  #hideCut(text: string): string {
    if (this.#forms.size === 0 || !text.includes(CUT)) return text;
    const pieces = text.split(CUT);
    const last = pieces.pop() ?? '';
    return [...pieces.map((piece) => this.#hideBeginning(piece)), last].join(CUT);
  }

  #hideBeginning(piece: string): string {
    let longest = 0;
    for (const form of this.#forms) longest = Math.max(longest, beginningIn(piece, form));
    return longest === 0 ? piece : piece.slice(0, -longest) + REDACTED;
  }
}

function patternOf(form: string): string {
  const literal = RegExp.escape(form);
  return form.length >= MIN_ANYWHERE ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}
