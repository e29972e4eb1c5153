import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who may read from the store. */
export interface S3Login {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly sessionToken?: string;
}

/**
 * A small store that speaks S3 as far as reading goes, with addresses by path, and that lets in only whose signature is
 * right: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export class S3Store implements AsyncDisposable {
  readonly #server = createServer((request, response) => {
    const fault = faultOf(request, this.#login);
    const content = this.#objects[decodeURIComponent(new URL(request.url ?? '', 'http://s3').pathname)];
    if (fault !== undefined) this.refusals.push(fault);
    response.statusCode = fault !== undefined ? 403 : content === undefined ? 404 : 200;
    response.setHeader('connection', 'close');
    response.end(response.statusCode === 200 ? content : '');
  });
  readonly #login: S3Login | undefined;
  readonly #objects: Readonly<Record<string, string>>;
  /** Why somebody was not let in. */
  readonly refusals: string[] = [];

  private constructor(objects: Readonly<Record<string, string>>, login: S3Login | undefined) {
    this.#objects = objects;
    this.#login = login;
  }

  /** @param objects by `/bucket/key`. @param login absent: anybody may read */
  static async start(objects: Readonly<Record<string, string>>, login?: S3Login): Promise<S3Store> {
    const store = new S3Store(objects, login);
    await new Promise<void>((done) => store.#server.listen(0, '127.0.0.1', done));
    return store;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // it listens on TCP
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((done) => this.#server.close(done));
  }
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Why a request is not let in; undefined when it is. */
function faultOf(
  { method = '', url = '', headers }: IncomingMessage,
  login: S3Login | undefined,
): string | undefined {
  if (!login) return undefined;
  const text = (name: string): string => String(headers[name] ?? '');
  const [, id, day = '', region = '', signed = '', signature] =
    AUTHORIZATION.exec(text('authorization')) ?? [];
  if (id === undefined) return 'not signed';
  if (id !== login.accessKeyId) return `unknown key ${id}`;
  if (region !== login.region) return `region ${region}`;
  if (login.sessionToken !== undefined && text('x-amz-security-token') !== login.sessionToken)
    return 'no session';
  if (!signed.split(';').includes('host')) return 'host is not signed';
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const query = [...searchParams]
    .toSorted()
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');
  const names = signed.split(';');
  const canonical = [
    method,
    pathname,
    query,
    ...names.map((name) => `${name}:${text(name).trim()}`),
    '',
    signed,
    text('x-amz-content-sha256'),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', text('x-amz-date'), scope, hash].join('\n');
  const sign = (key: string | Buffer, value: string): Buffer =>
    createHmac('sha256', key).update(value).digest();
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    sign,
    `AWS4${login.secretAccessKey}`,
  );
  return sign(key, toSign).toString('hex') === signature ? undefined : 'wrong signature';
}
