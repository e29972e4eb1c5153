import { createHash, createHmac } from 'node:crypto';
import { RunError } from '../../base/errors.ts';
import type { SaslConfig } from '../../model/kafka-security.ts';

type MskConfig = Extract<SaslConfig, { mechanism: 'aws-msk-iam' }>;

const TOKEN_LIFE_S = 900;
const EMPTY_PAYLOAD = createHash('sha256').update('').digest('hex');

/**
 * A token by which Amazon MSK knows an IAM identity: a request for `kafka-cluster:Connect` whose signature is in its URL,
 * as base64url. Credentials are those of the configuration or of the environment, where GitHub's action for AWS puts
 * them; other sources (instance metadata, profiles) are not looked at.
 *
 * @throws RunError KAFKA_AUTHENTICATION without credentials
 */
export function signMskToken(
  config: MskConfig,
  { env, nowMs }: { readonly env: Readonly<Record<string, string | undefined>>; readonly nowMs: number },
): string {
  const accessKeyId = config.accessKeyId ?? env.AWS_ACCESS_KEY_ID;
  const secretAccessKey = config.secretAccessKey ?? env.AWS_SECRET_ACCESS_KEY;
  if (!accessKeyId || !secretAccessKey) {
    throw new RunError('KAFKA_AUTHENTICATION', 'no AWS credentials to log in with aws-msk-iam', {
      hint: 'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, or accessKeyId and secretAccessKey in kafka.sasl',
    });
  }
  const sessionToken = config.accessKeyId ? config.sessionToken : env.AWS_SESSION_TOKEN;
  const url = presignUrl({
    host: `kafka.${config.region}.amazonaws.com`,
    path: '/',
    query: { Action: 'kafka-cluster:Connect' },
    service: 'kafka-cluster',
    region: config.region,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    atMs: nowMs,
    lifeS: TOKEN_LIFE_S,
    payloadHash: EMPTY_PAYLOAD,
  });
  return Buffer.from(`${url}&User-Agent=flowproof`).toString('base64url');
}

/** A GET request to sign. */
export interface PresignOptions {
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly service: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
  /** Epoch milliseconds. */
  readonly atMs: number;
  readonly lifeS: number;
  /** SHA-256 of the body in hex, or the service's word for none. */
  readonly payloadHash: string;
}

/**
 * Signs a request by its URL, AWS Signature Version 4.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
export function presignUrl(options: PresignOptions): string {
  const { host, path, service, region, credentials, atMs, lifeS, payloadHash } = options;
  const time = new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = [time.slice(0, 8), region, service, 'aws4_request'];
  const query = canonicalQuery({
    ...options.query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': [credentials.accessKeyId, ...scope].join('/'),
    'X-Amz-Date': time,
    'X-Amz-Expires': String(lifeS),
    ...(credentials.sessionToken ? { 'X-Amz-Security-Token': credentials.sessionToken } : {}),
    'X-Amz-SignedHeaders': 'host',
  });
  const request = ['GET', path, query, `host:${host}\n`, 'host', payloadHash].join('\n');
  const requestHash = createHash('sha256').update(request).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), requestHash].join('\n');
  let key: string | Buffer = `AWS4${credentials.secretAccessKey}`;
  for (const part of scope) key = createHmac('sha256', key).update(part).digest();
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  return `https://${host}${path}?${query}&X-Amz-Signature=${signature}`;
}

function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
}

/** RFC 3986: encodeURIComponent leaves five characters more as they are. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
