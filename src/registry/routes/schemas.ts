import { languages } from '../languages/index.ts';
import type { FoundVersion } from '../registry.ts';
import { refusals } from '../registry-error.ts';
import type { StoredSchema } from '../store.ts';
import { parseSubject, renderSubject } from '../subject-name.ts';
import { renderStored, renderText, renderVersion } from './render.ts';
import { flag, page, type Request, type Route } from './route.ts';
import { Verbatim } from './subjects.ts';

/** Schemas by their ids. */
export const schemaRoutes: readonly Route[] = [
  { method: 'GET', path: '/schemas/types', answer: () => Object.keys(languages) },
  {
    method: 'GET',
    path: '/schemas',
    answer(request) {
      const latestOnly = flag(request.query, 'latestOnly');
      const prefix = request.query.get('subjectPrefix') ?? '';
      const all = allVersions(request, flag(request.query, 'deleted')).filter(({ subject }) =>
        subject.startsWith(prefix),
      );
      const latest = new Map(all.map((version) => [version.subject, version]));
      return page(latestOnly ? [...latest.values()] : all, request.query).map((one) =>
        renderVersion(one, null),
      );
    },
  },
  {
    method: 'GET',
    path: '/schemas/ids/:id',
    answer: (request) => renderStored(schemaOf(request), request.query.get('format')),
  },
  {
    method: 'GET',
    path: '/schemas/ids/:id/schema',
    answer: (request) => new Verbatim(renderText(schemaOf(request).parsed, request.query.get('format'))),
  },
  {
    method: 'GET',
    path: '/schemas/ids/:id/subjects',
    answer: (request) => [...new Set(versionsOf(request).map(({ subject }) => subject))],
  },
  {
    method: 'GET',
    path: '/schemas/ids/:id/versions',
    answer: (request) => versionsOf(request).map(({ subject, version }) => ({ subject, version })),
  },
  {
    method: 'GET',
    path: '/schemas/guids/:guid',
    answer({ registry, params, query }) {
      const all = registry.contexts().flatMap((name) => [...registry.context(name).schemas.values()]);
      const found = all.find(({ guid }) => guid === params.guid);
      if (!found) throw refusals.schemaNotFound(params.guid);
      return renderStored(found, query.get('format'));
    },
  },
];

/** Ids are counted in each context; the subject, if one is named, says which. */
function contextOf({ query, context }: Request): string {
  return parseSubject(query.get('subject') ?? '', context).context;
}

function schemaOf(request: Request): StoredSchema {
  const id = Number(request.params.id);
  if (!Number.isInteger(id)) throw refusals.notFound(`schemas/ids/${request.params.id}`);
  return request.registry.schemaById(contextOf(request), id);
}

function versionsOf(request: Request): readonly FoundVersion[] {
  const { id } = schemaOf(request);
  return allVersions({ ...request, context: contextOf(request) }, flag(request.query, 'deleted')).filter(
    ({ schema }) => schema.id === id,
  );
}

function allVersions({ registry, context }: Request, includesDeleted: boolean): readonly FoundVersion[] {
  return [...registry.context(context).subjects].flatMap(([subject, versions]) =>
    versions
      .filter(({ isDeleted }) => includesDeleted || !isDeleted)
      .map((version) => ({ ...version, subject: renderSubject({ context, subject }) })),
  );
}
