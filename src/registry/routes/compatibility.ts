import type { VersionName } from '../registry.ts';
import { parseSchemaBody } from './body.ts';
import { flag, type Request, type Route } from './route.ts';
import { subjectOf, versionNameOf } from './subjects.ts';

/** Would this schema be compatible? */
export const compatibilityRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/compatibility/subjects/:subject/versions',
    answer: (request) => judge(request, 'all'),
  },
  {
    method: 'POST',
    path: '/compatibility/subjects/:subject/versions/:version',
    answer: (request) => judge(request, versionNameOf(request)),
  },
];

async function judge(request: Request, name: VersionName | 'all'): Promise<unknown> {
  const conflicts = await request.registry.conflicts(subjectOf(request), parseSchemaBody(request.body), name);
  return {
    is_compatible: conflicts.length === 0,
    ...(flag(request.query, 'verbose') ? { messages: conflicts } : {}),
  };
}
