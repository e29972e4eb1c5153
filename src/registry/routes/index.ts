import { compatibilityRoutes } from './compatibility.ts';
import type { Route } from './route.ts';
import { schemaRoutes } from './schemas.ts';
import { settingRoutes } from './settings.ts';
import { subjectRoutes } from './subjects.ts';

/** All that the registry answers. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/', answer: () => ({}) },
  { method: 'GET', path: '/contexts', answer: ({ registry }) => registry.contexts() },
  {
    method: 'GET',
    path: '/v1/metadata/id',
    answer: () => ({
      scope: { path: [], clusters: { 'kafka-cluster': 'flowproof', 'schema-registry-cluster': 'flowproof' } },
      id: '',
    }),
  },
  { method: 'GET', path: '/v1/metadata/version', answer: () => ({ version: '8.0.0', commitId: '' }) },
  ...schemaRoutes,
  ...subjectRoutes,
  ...settingRoutes,
  ...compatibilityRoutes,
];
