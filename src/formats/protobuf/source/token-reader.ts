import { readTokens, type Token, unfitAt } from './tokens.ts';

/** Walks through the tokens of a .proto file. Everything unexpected throws `Unfit` with its line. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string) {
    this.#tokens = readTokens(source);
  }

  /** The next token, not taken; `ahead` further. */
  peek(ahead = 0): Token {
    const last = this.#tokens.length - 1;
    return this.#tokens[Math.min(this.#at + ahead, last)] as Token; // there is always the end
  }

  take(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  /** Takes the next token if it is this symbol or word. */
  takeIf(text: string): boolean {
    const { kind, text: found } = this.peek();
    const isIt = found === text && (kind === 'symbol' || kind === 'name');
    if (isIt) this.#at++;
    return isIt;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) this.fail(`expected "${text}", got "${this.peek().text}"`);
  }

  name(): string {
    if (this.peek().kind !== 'name') this.fail(`expected a name, got "${this.peek().text}"`);
    return this.take().text;
  }

  /** `acme.Order`, `.acme.Order`. */
  typeName(): string {
    let name = this.takeIf('.') ? '.' : '';
    name += this.name();
    while (this.takeIf('.')) name += `.${this.name()}`;
    return name;
  }

  text(): string {
    if (this.peek().kind !== 'text') this.fail(`expected a text in quotes, got "${this.peek().text}"`);
    let text = '';
    while (this.peek().kind === 'text') text += this.take().text;
    return text;
  }

  /** A whole number: decimal, hexadecimal or octal, with a sign before it or not. */
  integer(): number {
    const sign = this.takeIf('-') ? -1 : 1;
    const { kind, text } = this.peek();
    const value = Number(/^0[0-7]+$/.test(text) ? `0o${text}` : text);
    if (kind !== 'number' || !Number.isInteger(value)) this.fail(`expected a whole number, got "${text}"`);
    this.take();
    return sign * value;
  }

  /** Goes to behind the bracket that closes the one that is taken next. */
  skipBlock(): void {
    let depth = 0;
    do {
      const { kind, text } = this.take();
      if (kind === 'end') this.fail('a bracket is never closed');
      if (kind === 'symbol' && ['{', '[', '('].includes(text)) depth++;
      if (kind === 'symbol' && ['}', ']', ')'].includes(text)) depth--;
    } while (depth > 0);
  }

  fail(message: string): never {
    throw unfitAt(this.peek(), message);
  }
}
