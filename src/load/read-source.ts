import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { describeError, ScenarioError } from '../base/errors.ts';
import { createSourceText, type SourceText, spanOfRange } from './source-text.ts';

/** Scenario files and flowproof.yaml beyond this are refused unread: what is larger is data, and belongs in its own file. */
export const MAX_FILE_BYTES = 1 << 20;

/**
 * Reads a YAML file: UTF-8 only, without its byte order mark. `file` is its name in spans.
 * @throws ScenarioError FILE_NOT_READABLE, FILE_TOO_LARGE, FILE_NOT_UTF8, each with a position
 */
export async function readSource(path: string, file: string): Promise<SourceText> {
  const bytes = await readBytes(path, file);
  const text = new TextDecoder().decode(bytes);
  const source = createSourceText(file, text);
  if (!isUtf8(bytes)) throw notUtf8(source, bytes);
  refuseControlCharacters(source);
  return source;
}

async function readBytes(path: string, file: string): Promise<Buffer> {
  const span = spanOfStart(file);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) {
      const what = stats.isDirectory() ? 'it is a folder' : 'it is not a regular file';
      throw new ScenarioError('FILE_NOT_READABLE', `cannot read the file: ${what}`, { span });
    }
    if (stats.size > MAX_FILE_BYTES) throw tooLarge(file, stats.size);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof ScenarioError) throw cause;
    throw new ScenarioError('FILE_NOT_READABLE', `cannot read the file: ${reason(cause)}`, { span, cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  ENOTDIR: 'it does not exist',
};

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? describeError(cause);
}

function tooLarge(file: string, sizeBytes: number): ScenarioError {
  const size = (sizeBytes / (1 << 20)).toFixed(1);
  return new ScenarioError('FILE_TOO_LARGE', `the file has ${size} MiB, more than the 1 MiB allowed`, {
    span: spanOfStart(file),
    hint: 'put large data into files of their own, and name them with "file"',
  });
}

function notUtf8(source: SourceText, bytes: Buffer): ScenarioError {
  const utf16 = /^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2));
  const [at, byte] = findBadByte(source.text, bytes);
  const what = utf16 ? 'the file is UTF-16' : `byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return new ScenarioError('FILE_NOT_UTF8', utf16 ? `${what}, not UTF-8` : `${what} is not UTF-8 text`, {
    span: spanOfRange(source, utf16 ? [0, 1] : [at, at + 1]),
    hint: 'save the file with the encoding UTF-8',
  });
}

/** The first replacement character of the text that does not stand for itself, and the byte it stands for. */
function findBadByte(text: string, bytes: Buffer): [at: number, byte: number] {
  const markBytes = bytes.toString('latin1', 0, 3) === '\xef\xbb\xbf' ? 3 : 0;
  let offset = markBytes;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes.toString('latin1', offset, offset + 3) !== '\xef\xbf\xbd') return [at, bytes[offset] ?? 0];
    offset += 3;
    from = at + 1;
  }
  return [0, bytes[0] ?? 0];
}

/** What YAML 1.2 does not call printable, https://yaml.org/spec/1.2.2/#51-character-set */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const NOT_PRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

function refuseControlCharacters(source: SourceText): void {
  const at = source.text.search(NOT_PRINTABLE);
  if (at === -1) return;
  const code = source.text.charCodeAt(at);
  const span = spanOfRange(source, [at, at + 1]);
  if (code === 0) {
    throw new ScenarioError('FILE_NOT_UTF8', 'a NUL byte is no text', {
      span,
      hint: 'save the file with the encoding UTF-8; UTF-16 without a byte order mark looks like this',
    });
  }
  const name = code.toString(16).toUpperCase().padStart(4, '0');
  throw new ScenarioError('YAML_SYNTAX', `the control character U+${name} is not allowed in YAML`, {
    span,
    hint: code < 256 ? `in a text in double quotes write \\x${name.slice(2)}` : 'remove it',
  });
}

function spanOfStart(file: string): { file: string; line: 1; column: 1; endLine: 1; endColumn: 1 } {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
