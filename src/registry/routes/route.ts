import type { Registry } from '../registry.ts';

/** A request as routes see it. */
export interface Request {
  readonly registry: Registry;
  /** What the path's `:names` matched, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed body; undefined when there is none. */
  readonly body: unknown;
  /** That the path, or else nothing, names: the context of subjects without one. */
  readonly context: string;
}

/** One thing that clients may ask for. It answers what becomes the JSON of the response. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/subjects/:subject/versions`. */
  readonly path: string;
  /** @throws RegistryError */
  readonly answer: (request: Request) => unknown;
}

/** A flag of the query: `?deleted=true`. */
export function flag(query: URLSearchParams, name: string): boolean {
  return query.get(name) === 'true';
}

/** One page of a list, as `?offset=…&limit=…` cut it. */
export function page<T>(all: readonly T[], query: URLSearchParams): readonly T[] {
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? -1);
  return all.slice(offset, limit > 0 ? offset + limit : undefined);
}
