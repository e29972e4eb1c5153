import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { describeError } from '../base/errors.ts';
import { type ProbeKind, poll } from './probe.ts';

/** What a ready service answers. */
export interface HttpExpectation {
  readonly url: string;
  /** Default: any of 200 to 299. */
  readonly status?: number | undefined;
}

/** A server that accepts a connection and then says nothing is asked again after this. */
const ANSWER_MS = 5_000;

/** `http`: a URL answers with the expected status. Redirects are answers, and are not followed. */
export const http: ProbeKind<HttpExpectation> = {
  title: ({ url, status }) => `${url} answers ${status ?? '2xx'}`,
  wait: (expected, context) =>
    poll(context, async () => {
      try {
        const status = await requestStatus(expected.url, context.signal);
        return isExpected(status, expected) ? undefined : `it answers ${status}`;
      } catch (cause) {
        return describeError(cause);
      }
    }),
};

function isExpected(status: number, expected: HttpExpectation): boolean {
  return expected.status === undefined ? status >= 200 && status < 300 : status === expected.status;
}

/** A connection of its own for each request: a kept one could die with an earlier start of the service. */
function requestStatus(url: string, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const get = url.startsWith('https:') ? getHttps : getHttp;
    const request = get(url, { agent: false, signal, timeout: ANSWER_MS }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.once('timeout', () => request.destroy(new Error(`no answer in ${ANSWER_MS} ms`)));
    request.once('error', reject);
  });
}
