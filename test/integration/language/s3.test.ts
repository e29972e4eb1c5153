import { expect, it } from 'vitest';
import { runProject, taskOf } from '../../support/project.ts';
import { S3Store } from '../../support/s3-store.ts';

const LOGIN = { accessKeyId: 'flow', secretAccessKey: 'proof/secret+key', region: 'eu-central-2' };
const ROWS = 'id,name\n1,pen\n2,book\n';
const KEY = 'in/some folder/stück+list (1).csv';

function rowsOf(s3: object | undefined, key = KEY) {
  return {
    tasks: {
      rows: {
        csv: { url: `s3://shop/${key}`, ...(s3 && { s3 }) },
        checks: [{ '.row.name': { matches: 'pen|book' } }],
      },
      counted: { compare: { actual: '${{ .source.rows.count }}', expected: 2 } },
    },
  };
}

it('csv reads from an S3 store with its own endpoint, by requests that are signed', async () => {
  await using store = await S3Store.start({ [`/shop/${KEY}`]: ROWS }, LOGIN);
  const result = await runProject({ scenario: rowsOf({ endpoint: store.endpoint, ...LOGIN }) });
  expect(store.refusals).toEqual([]);
  expect(result.status).toBe('passed');
});

it('csv takes from the environment what Amazon says it is called there', async () => {
  const login = { ...LOGIN, sessionToken: 'of-this-hour' };
  await using store = await S3Store.start({ [`/shop/${KEY}`]: ROWS }, login);
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_S3: store.endpoint,
    AWS_REGION: login.region,
    AWS_ACCESS_KEY_ID: login.accessKeyId,
    AWS_SECRET_ACCESS_KEY: login.secretAccessKey,
    AWS_SESSION_TOKEN: login.sessionToken,
  };
  const result = await runProject({ scenario: rowsOf(undefined) }, { env });
  expect(store.refusals).toEqual([]);
  expect(result.status).toBe('passed');
});

it('csv reads a bucket that is open to all without signing', async () => {
  await using store = await S3Store.start({ '/shop/stock.csv': ROWS });
  const env = { PATH: process.env.PATH, AWS_ENDPOINT_URL: store.endpoint };
  expect((await runProject({ scenario: rowsOf(undefined, 'stock.csv') }, { env })).status).toBe('passed');
});

it('csv says what to check when a store does not let it in, or has no such file', async () => {
  await using store = await S3Store.start({ '/shop/stock.csv': ROWS }, LOGIN);
  const wrong = { endpoint: store.endpoint, ...LOGIN, secretAccessKey: 'another' };
  const refused = await runProject({ scenario: rowsOf(wrong, 'stock.csv') });
  expect(store.refusals).toEqual(['wrong signature']);
  expect(taskOf(refused, 'rows')).toMatchObject({
    status: 'error',
    message: 'GET s3://shop/stock.csv was answered with status 403',
    detail: ['check the credentials: accessKeyId and secretAccessKey'],
  });
  expect(JSON.stringify(refused)).not.toContain('another');
  const missing = await runProject({ scenario: rowsOf({ endpoint: store.endpoint, ...LOGIN }, 'none.csv') });
  expect(taskOf(missing, 'rows')?.message).toBe('GET s3://shop/none.csv was answered with status 404');
});
