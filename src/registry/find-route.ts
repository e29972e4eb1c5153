import { refusals } from './registry-error.ts';
import { routes } from './routes/index.ts';
import type { Route } from './routes/route.ts';
import { DEFAULT_CONTEXT } from './subject-name.ts';

/** A route with what its path says. */
export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly context: string;
}

/** @throws RegistryError 404, 405 */
export function findRoute(method: string, pathname: string): FoundRoute {
  const [, context = DEFAULT_CONTEXT, path = pathname] = /^\/contexts\/([^/]+)(\/.+)$/.exec(pathname) ?? [];
  const segments = segmentsOf(path);
  const matching = routes.filter((route) => matches(segmentsOf(route.path), segments));
  const [exact] = matching
    .filter((route) => route.method === method)
    .sort((one, other) => wildcards(one) - wildcards(other));
  if (!exact) throw matching.length > 0 ? refusals.methodNotAllowed() : refusals.notFound(pathname);
  const names = segmentsOf(exact.path);
  const params = names.flatMap((name, index) =>
    name.startsWith(':') ? [[name.slice(1), decode(segments[index] ?? '')]] : [],
  );
  return { route: exact, params: Object.fromEntries(params), context: nameContext(decode(context)) };
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((one, index) => one.startsWith(':') || one === segments[index])
  );
}

function wildcards({ path }: Route): number {
  return path.split(':').length;
}

/** `:.staging:` and `staging` both are `.staging`. */
function nameContext(written: string): string {
  const name = written.replace(/^:|:$/g, '');
  return name.startsWith('.') ? name : `.${name}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw refusals.badRequest(`"${segment}" is not URL-encoded`);
  }
}
