import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { describeError, RunError } from '../../base/errors.ts';
import type { SaslConfig } from '../../model/kafka-security.ts';

type OauthConfig = Extract<SaslConfig, { mechanism: 'oauthbearer' }>;

/** RFC 6749 §5.1; what else an authorization server says is not ours. */
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() });

const ENDPOINT_TIMEOUT_MS = 10_000;
/** A token is used for this part of its life, as connections log in at any time. */
const USED_PART = 0.8;
const DEFAULT_LIFE_S = 60;

/** Tokens by the client credentials grant (RFC 6749 §4.4), asked for when a connection needs one and kept while they are good. */
export class OauthTokens {
  readonly #config: OauthConfig;
  readonly #clock: Clock;
  #latest: { readonly token: Promise<string>; untilMs: number } | undefined;

  constructor(config: OauthConfig, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
  }

  /** @throws RunError KAFKA_AUTHENTICATION when there is none to be had */
  current(): Promise<string> {
    if (this.#latest && this.#clock.nowMs() < this.#latest.untilMs) return this.#latest.token;
    const latest = { token: this.#ask(), untilMs: Number.POSITIVE_INFINITY };
    this.#latest = latest;
    latest.token.catch(() => {
      this.#latest = undefined;
    });
    return latest.token;
  }

  async #ask(): Promise<string> {
    const { tokenUrl, clientId, clientSecret, scope, audience } = this.#config;
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (scope !== undefined) form.set('scope', scope);
    if (audience !== undefined) form.set('audience', audience);
    const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':');
    const response = await this.#post(form, `Basic ${Buffer.from(credentials).toString('base64')}`);
    const answer = tokenAnswer.safeParse(await response.json().catch(() => undefined));
    if (!answer.success) {
      throw refused(
        `${tokenUrl} answered without a token`,
        'set kafka.sasl.tokenUrl to the token endpoint itself',
      );
    }
    const lifeMs = (answer.data.expires_in ?? DEFAULT_LIFE_S) * 1000;
    if (this.#latest) this.#latest.untilMs = this.#clock.nowMs() + lifeMs * USED_PART;
    return answer.data.access_token;
  }

  async #post(form: URLSearchParams, authorization: string): Promise<Response> {
    const { tokenUrl } = this.#config;
    let response: Response;
    try {
      response = await fetch(tokenUrl, {
        method: 'POST',
        headers: { authorization, accept: 'application/json' },
        body: form,
        signal: AbortSignal.timeout(ENDPOINT_TIMEOUT_MS),
      });
    } catch (cause) {
      const reason = cause instanceof Error && cause.cause ? cause.cause : cause;
      throw refused(
        `the token endpoint ${tokenUrl} cannot be reached: ${describeError(reason)}`,
        'check kafka.sasl.tokenUrl',
        cause,
      );
    }
    if (response.ok) return response;
    const said = (await response.text()).slice(0, 200).replaceAll(/\s+/g, ' ').trim();
    throw refused(
      `the token endpoint ${tokenUrl} answered ${response.status}${said ? `: ${said}` : ''}`,
      response.status < 500
        ? 'check kafka.sasl.clientId, clientSecret and scope'
        : 'the fault is at the authorization server',
    );
  }
}

function refused(message: string, hint: string, cause?: unknown): RunError {
  return new RunError('KAFKA_AUTHENTICATION', message, { hint, cause });
}
