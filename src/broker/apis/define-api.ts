import type { Codec, DraftOf, Fields, ValueOf } from '../wire/field.ts';
import { structCodec } from '../wire/structures.ts';
import type { RequestContext } from './request-context.ts';

/** One message of the protocol: its two tables, and what the broker does with it. */
export interface ApiDefinition<Q extends Fields, R extends Fields> {
  readonly key: number;
  /** First and last version that is served. */
  readonly versions: readonly [number, number];
  /** What ApiVersions says, where Kafka says more than it serves. */
  readonly advertised?: readonly [number, number];
  /** First version with compact lengths and tagged fields; absent: none. */
  readonly flexibleFrom?: number;
  /** ApiVersions alone answers without tags in the header, so that a client reads it before it knows versions. */
  readonly plainResponseHeader?: true;
  readonly request: Q;
  readonly response: R;
  /** Answers a request. `undefined`: the protocol has no answer to it. */
  handle(
    request: ValueOf<Q>,
    context: RequestContext,
  ): DraftOf<R> | undefined | Promise<DraftOf<R> | undefined>;
  /** Kafka's answer to this request when all of it fails with one error. */
  refuse(request: ValueOf<Q>, errorCode: number, context: RequestContext): DraftOf<R>;
}

/** A message of the protocol, of whatever tables. */
export interface Api {
  readonly key: number;
  readonly versions: readonly [number, number];
  readonly advertised: readonly [number, number];
  isFlexible(version: number): boolean;
  readonly plainResponseHeader: boolean;
  /** Reads and writes requests of this version. */
  requestCodec(version: number): Codec<unknown, never>;
  /** Reads and writes responses of this version. */
  responseCodec(version: number): Codec<unknown, never>;
  handle(request: unknown, context: RequestContext): unknown;
  refuse(request: unknown, errorCode: number, context: RequestContext): unknown;
}

/** An API with its own types, for those who speak it to a broker. */
export interface TypedApi<Q extends Fields, R extends Fields> extends Api {
  requestCodec(version: number): Codec<ValueOf<Q>, DraftOf<Q>>;
  responseCodec(version: number): Codec<ValueOf<R>, DraftOf<R>>;
}

/** Turns the tables of a message into what reads, checks, answers and writes it. */
export function defineApi<Q extends Fields, R extends Fields>(
  definition: ApiDefinition<Q, R>,
): TypedApi<Q, R> {
  const { key, versions, flexibleFrom = Infinity } = definition;
  const isFlexible = (version: number): boolean => version >= flexibleFrom;
  const codecs = <F extends Fields>(fields: F): ((version: number) => Codec<ValueOf<F>, DraftOf<F>>) => {
    const made = new Map<number, Codec<ValueOf<F>, DraftOf<F>>>();
    return (version) => {
      const known = made.get(version);
      if (known) return known;
      const codec = structCodec(fields, { version, flexible: isFlexible(version) });
      made.set(version, codec);
      return codec;
    };
  };
  return {
    key,
    versions,
    advertised: definition.advertised ?? versions,
    isFlexible,
    plainResponseHeader: definition.plainResponseHeader ?? false,
    requestCodec: codecs(definition.request),
    responseCodec: codecs(definition.response),
    // The dispatcher hands on what requestCodec read.
    handle: (request, context) => definition.handle(request as ValueOf<Q>, context),
    refuse: (request, errorCode, context) => definition.refuse(request as ValueOf<Q>, errorCode, context),
  };
}
