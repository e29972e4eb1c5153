import { expect, test } from 'vitest';
import { RunError } from '../../../../src/base/errors.ts';
import { presignUrl, signMskToken } from '../../../../src/kafka/security/msk-token.ts';

const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
test('a URL is signed as in the example of the AWS documentation', () => {
  const url = presignUrl({
    host: 'examplebucket.s3.amazonaws.com',
    path: '/test.txt',
    query: {},
    service: 's3',
    region: 'us-east-1',
    credentials,
    atMs: Date.parse('2013-05-24T00:00:00Z'),
    lifeS: 86_400,
    payloadHash: 'UNSIGNED-PAYLOAD',
  });
  expect(url).toBe(
    'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256' +
      '&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
      '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
      '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
});

const msk = { mechanism: 'aws-msk-iam', region: 'eu-west-1' } as const;

test('a token is the signed URL of a connection to the cluster, as base64url', () => {
  const env = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'session/+' };
  const token = signMskToken(msk, { env, nowMs: Date.parse('2026-01-02T03:04:05.678Z') });
  expect(token).toMatch(/^[\w-]+$/);
  const url = new URL(Buffer.from(token, 'base64url').toString());
  expect(url.origin + url.pathname).toBe('https://kafka.eu-west-1.amazonaws.com/');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    Action: 'kafka-cluster:Connect',
    'User-Agent': 'flowproof',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': 'id/20260102/eu-west-1/kafka-cluster/aws4_request',
    'X-Amz-Date': '20260102T030405Z',
    'X-Amz-Expires': '900',
    'X-Amz-Security-Token': 'session/+',
    'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    'X-Amz-SignedHeaders': 'host',
  });
});

// What aws-msk-iam-sasl-signer-js 1.0.3 made of the same at the same moment.
test('the signature is that of the signer by Amazon', () => {
  const own = { accessKeyId: 'AKID', secretAccessKey: 'SEC/RET+x', sessionToken: 'tok/+==' };
  const token = signMskToken({ ...msk, ...own }, { env: {}, nowMs: Date.parse('2026-11-25T16:37:20Z') });
  const { searchParams } = new URL(Buffer.from(token, 'base64url').toString());
  expect(searchParams.get('X-Amz-Signature')).toBe(
    '396150732dd1b60924f6c4d3b710fed85ebcbc3b1752ecff77c3bb96b5da53f4',
  );
});

test('credentials of the configuration come before those of the environment, and without their session', () => {
  const env = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'session' };
  const token = signMskToken({ ...msk, accessKeyId: 'own', secretAccessKey: 'own' }, { env, nowMs: 0 });
  const { searchParams } = new URL(Buffer.from(token, 'base64url').toString());
  expect(searchParams.get('X-Amz-Credential')).toMatch(/^own\//);
  expect(searchParams.has('X-Amz-Security-Token')).toBe(false);
});

test('without credentials it says where they are looked for', () => {
  const act = () => signMskToken(msk, { env: {}, nowMs: 0 });
  expect(act).toThrow(RunError);
  expect(act).toThrow(
    expect.objectContaining({
      code: 'KAFKA_AUTHENTICATION',
      hint: expect.stringContaining('AWS_ACCESS_KEY_ID'),
    }),
  );
});
