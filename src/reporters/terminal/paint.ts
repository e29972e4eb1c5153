import { styleText } from 'node:util';

const STYLES = ['bold', 'dim', 'red', 'green', 'yellow'] as const;

/** Adds a style to a text that is already harmless; or leaves it as it is. */
export type Paint = Readonly<Record<(typeof STYLES)[number], (text: string) => string>>;

/** A paint that styles by ANSI sequences when `color` is true. */
export function createPaint({ color }: { readonly color: boolean }): Paint {
  const entries = STYLES.map((style) => [
    style,
    (text: string) => (color && text !== '' ? styleText(style, text, { validateStream: false }) : text),
  ]);
  return Object.fromEntries(entries) as Paint; // fromEntries forgets the names
}
