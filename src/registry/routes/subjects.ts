import type { Registry, VersionName } from '../registry.ts';
import { parseSubject, type QualifiedSubject, renderSubject } from '../subject-name.ts';
import { parseSchemaBody, parseVersionName } from './body.ts';
import { renderText, renderVersion } from './render.ts';
import { flag, page, type Request, type Route } from './route.ts';

/** Subjects and their versions. */
export const subjectRoutes: readonly Route[] = [
  { method: 'GET', path: '/subjects', answer: (request) => page(listSubjects(request), request.query) },
  {
    method: 'POST',
    path: '/subjects/:subject',
    async answer(request) {
      const deleted = flag(request.query, 'deleted');
      const found = await request.registry.lookUp(subjectOf(request), parseSchemaBody(request.body), deleted);
      return renderVersion(found, request.query.get('format'));
    },
  },
  {
    method: 'DELETE',
    path: '/subjects/:subject',
    answer: (request) => request.registry.deleteSubject(subjectOf(request), flag(request.query, 'permanent')),
  },
  {
    method: 'GET',
    path: '/subjects/:subject/versions',
    answer(request) {
      const deletedOnly = flag(request.query, 'deletedOnly');
      const all = request.registry.versions(
        subjectOf(request),
        deletedOnly || flag(request.query, 'deleted'),
      );
      const wanted = all.filter(({ isDeleted }) => !deletedOnly || isDeleted);
      return page(wanted, request.query).map(({ version }) => version);
    },
  },
  {
    method: 'POST',
    path: '/subjects/:subject/versions',
    async answer(request) {
      const { version, schema } = await request.registry.register(
        subjectOf(request),
        parseSchemaBody(request.body),
      );
      return { id: schema.id, version, guid: schema.guid };
    },
  },
  {
    method: 'GET',
    path: '/subjects/:subject/versions/:version',
    answer: (request) => renderVersion(versionOf(request), request.query.get('format')),
  },
  {
    method: 'GET',
    path: '/subjects/:subject/versions/:version/schema',
    answer: (request) =>
      new Verbatim(renderText(versionOf(request).schema.parsed, request.query.get('format'))),
  },
  {
    method: 'GET',
    path: '/subjects/:subject/versions/:version/referencedby',
    answer(request) {
      const { version } = versionOf(request);
      const { context, subject } = subjectOf(request);
      const referrers = request.registry.context(context).referrers(subject, version);
      return [...new Set(referrers.map(({ schema }) => schema.id))];
    },
  },
  {
    method: 'DELETE',
    path: '/subjects/:subject/versions/:version',
    answer(request) {
      const permanent = flag(request.query, 'permanent');
      return request.registry.deleteVersion(subjectOf(request), versionNameOf(request), permanent);
    },
  },
  {
    method: 'GET',
    path: '/subjects/:subject/metadata',
    answer: (request) => renderVersion(request.registry.version(subjectOf(request), 'latest', false), null),
  },
];

/** An answer that is JSON text already: the schema itself. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The subject that a path names. */
export function subjectOf({ params, context }: Request): QualifiedSubject {
  return parseSubject(params.subject ?? '', context);
}

/** The version that a path names. */
export function versionNameOf({ params }: Request): VersionName {
  return parseVersionName(params.version ?? '');
}

function versionOf(request: Request): ReturnType<Registry['version']> {
  const deleted = flag(request.query, 'deleted');
  return request.registry.version(subjectOf(request), versionNameOf(request), deleted);
}

/** Names of subjects of all contexts, or of the path's; `subjectPrefix` may name a context (`:.staging:`, `:*:`). */
function listSubjects({ registry, query, context }: Request): readonly string[] {
  const prefix = query.get('subjectPrefix') ?? ':*:';
  const contexts = prefix.startsWith(':*:') ? registry.contexts() : [parseSubject(prefix, context).context];
  const wanted = prefix.startsWith(':*:')
    ? prefix.slice(':*:'.length)
    : parseSubject(prefix, context).subject;
  const deletedOnly = flag(query, 'deletedOnly');
  const all = contexts.flatMap((name) =>
    [...registry.context(name).subjects].flatMap(([subject, versions]) => {
      const hasLive = versions.some(({ isDeleted }) => !isDeleted);
      const isListed = deletedOnly ? !hasLive : hasLive || flag(query, 'deleted');
      return isListed && subject.startsWith(wanted) ? [renderSubject({ context: name, subject })] : [];
    }),
  );
  return all.sort();
}
