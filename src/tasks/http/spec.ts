import { z } from 'zod';
import { freeform, input } from '../../expr/template.ts';
import { duration } from '../../model/duration.ts';
import { conditionList } from '../condition/condition.ts';
import { expectedError } from '../expected-error.ts';

const text = z.string().min(1);

const body = z
  .strictObject({
    json: freeform().optional().describe('any value, sent as JSON'),
    text: freeform().optional().describe('text as it is'),
    form: z.record(text, freeform()).optional().describe('fields, sent as application/x-www-form-urlencoded'),
    html: freeform().optional().describe('text, sent as text/html'),
    xml: freeform().optional().describe('text, sent as application/xml'),
    file: input(text).optional().describe('the bytes of a file'),
  })
  .superRefine((written, context) => {
    const kinds = Object.keys(written);
    if (kinds.length === 1) return;
    context.addIssue({
      code: 'custom',
      message:
        kinds.length === 0 ? 'a body of no kind' : `a body of ${kinds.length} kinds: ${kinds.join(', ')}`,
      params: { hint: 'write one of json, text, form, html, xml and file' },
    });
  });

const auth = z
  .strictObject({
    basic: z
      .strictObject({
        username: input(z.string()).describe('may be empty'),
        password: input(z.string()).describe('best from a variable with secret: true'),
      })
      .optional()
      .describe('HTTP basic authentication'),
    bearer: input(text).optional().describe('a token'),
    header: z
      .strictObject({
        name: input(text).describe('of the header'),
        value: input(z.string()).describe('best from a variable with secret: true'),
      })
      .optional()
      .describe('a header of its own'),
  })
  .superRefine((written, context) => {
    if (Object.keys(written).length === 1) return;
    context.addIssue({
      code: 'custom',
      message: 'not exactly one way to log in',
      params: { hint: 'write one of basic, bearer and header' },
    });
  });

const tls = z.strictObject({
  skipVerify: input(z.boolean()).optional().describe('accept any certificate; default false'),
  ca: input(text).optional().describe('a PEM file with the authorities to trust'),
  cert: input(text).optional().describe('a PEM file with our own certificate'),
  key: input(text).optional().describe('a PEM file with its key'),
});

const retry = z.strictObject({
  until: conditionList.min(1).describe('all must hold for the answer to be taken'),
  every: input(duration).optional().describe('pause between requests; default 500ms'),
  for: input(duration).optional().describe('how long to go on; default 10s'),
});

/** `http:` as it is written (language.md §5). */
export const httpSpec = z.strictObject({
  method: input(z.enum(['GET', 'POST', 'DELETE', 'HEAD', 'PUT', 'PATCH', 'OPTIONS']))
    .optional()
    .describe('without it GET, or POST with a body'),
  url: input(z.string().regex(/^https?:\/\//, { error: 'a URL begins with http:// or https://' })).meta({
    description: 'http://… or https://…',
    examples: ['http://localhost:8080/orders/42'],
  }),
  query: z
    .record(text, freeform())
    .optional()
    .describe('added to the URL; a list gives the name several times'),
  headers: z.record(text, freeform()).optional().describe('win over those that flowproof sets itself'),
  body: body.optional().describe('what is sent, of one kind'),
  auth: auth.optional().describe('how to log in, in one way'),
  tls: tls.optional().describe('certificates of an https URL'),
  timeout: input(duration).optional().describe('of one request; default 30s'),
  followRedirects: input(z.boolean()).optional().describe('default true'),
  retry: retry.optional().describe('asks again until the answer is as wanted'),
  expect: z
    .strictObject({ error: expectedError.describe('nobody must answer; what the error says') })
    .optional()
    .describe('that there is no answer'),
});
export type HttpSpec = z.output<typeof httpSpec>;
