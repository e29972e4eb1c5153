import type { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import { RunError } from '../../base/errors.ts';
import type { TaskContext } from '../define-task.ts';

/** Where an S3 store is and who asks. What is absent comes from the environment, as Amazon's own tools take it. */
export interface S3Access {
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  readonly sessionToken?: string | undefined;
}

const TIMEOUT_MS = 60_000;

/**
 * The bytes behind a URL, as they come.
 * @throws RunError HTTP_FAILED, also when the answer is no 200
 */
export async function openUrl(url: string, access: S3Access, context: TaskContext): Promise<Readable> {
  const { href, headers } = url.startsWith('s3://')
    ? await signed(url, access, context)
    : { href: url, headers: {} };
  if (!/^https?:\/\//.test(href))
    throw new RunError('HTTP_FAILED', `"${url}" is no URL`, { hint: 'write https://… or s3://bucket/key' });
  const { sendRequest } = await import('../http/send-request.ts'); // as http.ts does
  const answer = await sendRequest(
    { method: 'GET', url: href, headers, body: undefined, timeoutMs: TIMEOUT_MS, followRedirects: true },
    context.signal,
  );
  if (answer.status === 200) return answer.body;
  answer.body.destroy();
  throw new RunError('HTTP_FAILED', `GET ${url} was answered with status ${answer.status}`, {
    hint: answer.status === 403 ? 'check the credentials: accessKeyId and secretAccessKey' : undefined,
  });
}

async function signed(
  url: string,
  access: S3Access,
  { processEnv }: TaskContext,
): Promise<{ readonly href: string; readonly headers: Readonly<Record<string, string>> }> {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const region = access.region ?? processEnv.AWS_REGION ?? processEnv.AWS_DEFAULT_REGION ?? 'us-east-1';
  const endpoint = access.endpoint ?? processEnv.AWS_ENDPOINT_URL_S3 ?? processEnv.AWS_ENDPOINT_URL;
  const path = key.split('/').map(encodeStep).join('/');
  const href = endpoint
    ? `${endpoint.replace(/\/$/, '')}/${bucket}/${path}`
    : `https://${bucket}.s3.${region}.amazonaws.com/${path}`;
  const accessKeyId = access.accessKeyId ?? processEnv.AWS_ACCESS_KEY_ID;
  const secretAccessKey = access.secretAccessKey ?? processEnv.AWS_SECRET_ACCESS_KEY;
  // A public bucket asks for no signature.
  if (bucket === '' || accessKeyId === undefined || secretAccessKey === undefined)
    return { href: bucket === '' ? url : href, headers: {} };
  const sessionToken = access.sessionToken ?? processEnv.AWS_SESSION_TOKEN;
  const signer = new AwsV4Signer({
    url: href,
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  const request = await signer.sign();
  return { href: request.url.href, headers: Object.fromEntries(request.headers) };
}

/** As the signature counts it: `encodeURIComponent` leaves some characters of RFC 3986's reserved ones as they are. */
function encodeStep(step: string): string {
  const encode = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(step).replace(/[!'()*]/g, encode);
}
