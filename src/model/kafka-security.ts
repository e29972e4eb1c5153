import { z } from 'zod';
import { duration } from './duration.ts';

const text = z.string().min(1);
const pem = 'a file beside flowproof.yaml, or the PEM text itself';

const login = {
  username: text.describe('may be an expression'),
  password: text.describe('best from a variable with secret: true'),
};

/** `kafka.sasl`: how to log in. Every text may hold `${{ }}`. */
export const saslConfig = z.discriminatedUnion('mechanism', [
  z.strictObject({ mechanism: z.literal('plain').describe('SASL/PLAIN; over TLS only'), ...login }),
  z.strictObject({ mechanism: z.literal('scram-sha-256').describe('SASL/SCRAM with SHA-256'), ...login }),
  z.strictObject({ mechanism: z.literal('scram-sha-512').describe('SASL/SCRAM with SHA-512'), ...login }),
  z.strictObject({
    mechanism: z.literal('oauthbearer').describe('a token of an authorization server'),
    tokenUrl: text.describe('the token endpoint, asked with the client credentials grant'),
    clientId: text.describe('as the authorization server knows it'),
    clientSecret: text.describe('best from a variable with secret: true'),
    scope: text.optional().describe('what is asked for'),
    audience: text.optional().describe('sent where the authorization server wants one'),
    extensions: z.record(text, text).optional().describe('SASL extensions, such as logicalCluster'),
  }),
  z.strictObject({
    mechanism: z.literal('aws-msk-iam').describe('IAM of Amazon MSK'),
    region: text.describe('of the cluster'),
    accessKeyId: text.optional().describe('default: AWS_ACCESS_KEY_ID of the environment'),
    secretAccessKey: text.optional().describe('default: AWS_SECRET_ACCESS_KEY of the environment'),
    sessionToken: text.optional().describe('default: AWS_SESSION_TOKEN of the environment'),
  }),
]);
export type SaslConfig = z.infer<typeof saslConfig>;

/** `kafka.tls`: `true` or `{}` trusts what Node trusts. */
export const tlsConfig = z.union([
  z.boolean(),
  z.strictObject({
    ca: text.optional().describe(`the authority that signed the brokers' certificates: ${pem}`),
    cert: text.optional().describe(`the client's own certificate, for mTLS: ${pem}`),
    key: text.optional().describe(`the key of "cert": ${pem}`),
    passphrase: text.optional().describe('of the key'),
    skipVerify: z.boolean().optional().describe('accept any certificate, for tests only; default false'),
  }),
]);
export type TlsConfig = z.infer<typeof tlsConfig>;

/** `kafka.client`: how patient to be. */
export const clientConfig = z.strictObject({
  connectTimeout: duration.optional().describe('for a connection to be made; default 5s'),
  requestTimeout: duration.optional().describe('for an answer; default 10s'),
  patience: duration.optional().describe('how long a cluster that was there may be away; default 30s'),
});
