import { ScenarioError } from '../base/errors.ts';
import type { SourceSpan } from '../base/source-span.ts';
import { forbiddenWord } from './forbidden.ts';
import { wrap } from './jq-wire.ts';
import type { Program } from './program.ts';
import { scriptError } from './template-text.ts';

/** What the check of a program needs of the engine. */
export interface SyntaxChecker {
  /** Is it right beyond doubt? */
  isSimple(text: string): boolean;
  /** jq's complaint about a program, if it has one. The program is not run, or on no input. */
  compile(program: string): Promise<string | undefined>;
}

/** Why a program may not run. */
export async function findFault(program: Program, jq: SyntaxChecker): Promise<ScenarioError | undefined> {
  const { text, source, span } = program;
  const place = span ? { span } : {};
  if (program.fault !== undefined)
    return new ScenarioError('EXPRESSION_SYNTAX', `${program.fault}: ${source}`, {
      ...place,
      hint: 'write ${{ <jq> }}, or $${{ for the text itself',
    });
  if (program.language === 'js') {
    const error = scriptError(text);
    return error === undefined
      ? undefined
      : new ScenarioError('EXPRESSION_SYNTAX', `no JavaScript expression: ${error}: ${source}`, place);
  }
  return jq.isSimple(text) ? undefined : findJqFault(program, jq);
}

async function findJqFault({ text, span }: Program, jq: SyntaxChecker): Promise<ScenarioError | undefined> {
  const forbidden = forbiddenWord(text);
  if (forbidden !== undefined) {
    return new ScenarioError(
      'EXPRESSION_FORBIDDEN',
      `"${forbidden}" is not allowed in an expression: ${text}`,
      {
        ...(span
          ? { span: narrow(span, text, { offset: text.indexOf(forbidden), length: forbidden.length }) }
          : {}),
        hint: 'an expression reads its context only: no files, no environment, no other input',
      },
    );
  }
  // By itself first: a program such as ".a) | (.b" is right only inside the wrapper. `empty |` would change its places.
  const complaint = (await jq.compile(text)) ?? (await jq.compile(wrap(text)));
  if (complaint === undefined) return undefined;
  const { message, place } = readComplaint(complaint, text);
  return new ScenarioError('EXPRESSION_SYNTAX', `jq cannot read "${text}": ${message}`, {
    ...(span ? { span: place ? narrow(span, text, place) : span } : {}),
  });
}

interface TextPlace {
  readonly offset: number;
  readonly length: number;
}

const COMPLAINT = /^jq: error: (.*?)(?: at <top-level>, line (\d+), column (\d+):?)?$/;

/** The first sentence of what jq prints, and where in the program it means. */
function readComplaint(stderr: string, text: string): { message: string; place: TextPlace | undefined } {
  const [first = '', , carets = ''] = stderr.split('\n');
  const [, message = first, line, column] = COMPLAINT.exec(first) ?? [];
  const before = text.split('\n').slice(0, Number(line) - 1);
  if (column === undefined || before.length < Number(line) - 1) return { message, place: undefined };
  const offset = before.join('\n').length + (before.length > 0 ? 1 : 0) + Number(column) - 1;
  return { message, place: offset < text.length ? { offset, length: carets.trim().length || 1 } : undefined };
}

/** The part of a span that stands for a part of its text, when the text is written there letter by letter. */
function narrow(span: SourceSpan, text: string, { offset, length }: TextPlace): SourceSpan {
  const isVerbatim = span.line === span.endLine && span.endColumn - span.column === text.length;
  if (!isVerbatim) return span;
  const column = span.column + offset;
  return { ...span, column, endColumn: Math.min(column + length, span.endColumn) };
}
