import { describeError, RunError } from '../../base/errors.ts';
import { type Json, type JsonObject, parseJson } from '../../model/json.ts';
import type { HttpAnswer, HttpRequest } from './send-request.ts';

/** A larger body is no test data. */
const MOST_BYTES = 16 << 20;

/** `.response` of an answer, without its duration. @throws RunError HTTP_FAILED */
export async function readResponse(
  { status, headers, body }: HttpAnswer,
  { method, url }: HttpRequest,
): Promise<JsonObject> {
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      sizeBytes += piece.length;
      if (sizeBytes > MOST_BYTES)
        throw new RunError('HTTP_FAILED', `the answer has more than ${MOST_BYTES >> 20} MiB`);
      pieces.push(piece);
    }
  } catch (cause) {
    throw new RunError('HTTP_FAILED', `${method} ${url} failed: ${describeError(cause)}`, { cause });
  }
  const text = Buffer.concat(pieces).toString('utf8');
  return {
    status,
    headers: headersOf(headers),
    body: parseBody(text, headers['content-type']),
    text,
    sizeBytes,
  };
}

function headersOf(headers: HttpAnswer['headers']): JsonObject {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? null),
    ]),
  );
}

/** JSON where it says so, or looks like it; else the text. */
function parseBody(text: string, type: string | undefined): Json {
  if (!/\bjson\b/.test(type ?? '') && !/^\s*[[{]/.test(text)) return text;
  try {
    return parseJson(text);
  } catch {
    return text; // what it says of itself is not so
  }
}
