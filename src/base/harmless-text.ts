/**
 * Control characters (C0, DEL, C1), bidirectional controls, line separators, byte order mark, lone surrogates, and what
 * hides text from people: invisible operators, interlinear annotation, tags.
 */
const HARMFUL =
  /[\p{Cc}\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * One line of text that a terminal, a log or an editor shows as it is: nothing in it moves the cursor, changes colours,
 * ends the line or reorders letters. Control characters become their pictures (`␛`, `␊`), the others `�`.
 */
export function renderHarmless(text: string): string {
  return text.replaceAll(HARMFUL, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
