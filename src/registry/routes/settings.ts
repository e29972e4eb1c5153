import type { Registry } from '../registry.ts';
import { refusals } from '../registry-error.ts';
import type { Settings } from '../store.ts';
import { DEFAULT_CONTEXT, renderSubject } from '../subject-name.ts';
import { parseLevelBody, parseModeBody } from './body.ts';
import { flag, type Request, type Route } from './route.ts';
import { subjectOf } from './subjects.ts';

/** Compatibility levels (`/config`) and modes (`/mode`), of all or of one subject. */
export const settingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/config',
    answer: (request) => ({
      compatibilityLevel: request.registry.levelOf({ context: request.context, subject: '' }),
    }),
  },
  {
    method: 'PUT',
    path: '/config',
    answer(request) {
      const compatibility = parseLevelBody(request.body);
      set(request, { level: compatibility });
      return { compatibility };
    },
  },
  {
    method: 'DELETE',
    path: '/config',
    answer(request) {
      set(request, { level: undefined });
      return { compatibilityLevel: request.registry.levelOf({ context: request.context, subject: '' }) };
    },
  },
  {
    method: 'GET',
    path: '/config/:subject',
    answer(request) {
      const own = ownSettings(request).level;
      const falls = flag(request.query, 'defaultToGlobal');
      if (own === undefined && !falls)
        throw refusals.noSubjectCompatibility(renderSubject(subjectOf(request)));
      return { compatibilityLevel: own ?? request.registry.levelOf(subjectOf(request)) };
    },
  },
  {
    method: 'PUT',
    path: '/config/:subject',
    answer(request) {
      const compatibility = parseLevelBody(request.body);
      ownSettings(request).level = compatibility;
      return { compatibility };
    },
  },
  {
    method: 'DELETE',
    path: '/config/:subject',
    answer(request) {
      const { level } = ownSettings(request);
      if (level === undefined) throw refusals.noSubjectCompatibility(renderSubject(subjectOf(request)));
      ownSettings(request).level = undefined;
      return { compatibilityLevel: level };
    },
  },
  {
    method: 'GET',
    path: '/mode',
    answer: (request) => ({ mode: request.registry.modeOf({ context: request.context, subject: '' }) }),
  },
  {
    method: 'PUT',
    path: '/mode',
    answer(request) {
      const mode = parseModeBody(request.body);
      checkImport(request.registry, { mode, force: flag(request.query, 'force'), context: request.context });
      set(request, { mode });
      return { mode };
    },
  },
  {
    method: 'GET',
    path: '/mode/:subject',
    answer(request) {
      const own = ownSettings(request).mode;
      const falls = flag(request.query, 'defaultToGlobal');
      if (own === undefined && !falls) throw refusals.noSubjectMode(renderSubject(subjectOf(request)));
      return { mode: own ?? request.registry.modeOf(subjectOf(request)) };
    },
  },
  {
    method: 'PUT',
    path: '/mode/:subject',
    answer(request) {
      const mode = parseModeBody(request.body);
      const { context, subject } = subjectOf(request);
      checkImport(request.registry, { mode, force: flag(request.query, 'force'), context, subject });
      ownSettings(request).mode = mode;
      return { mode };
    },
  },
  {
    method: 'DELETE',
    path: '/mode/:subject',
    answer(request) {
      const { mode } = ownSettings(request);
      if (mode === undefined) throw refusals.noSubjectMode(renderSubject(subjectOf(request)));
      ownSettings(request).mode = undefined;
      return { mode };
    },
  },
];

function ownSettings(request: Request): Settings {
  const { context, subject } = subjectOf(request);
  return request.registry.context(context).settingsOf(subject);
}

/** Of the default context: of the whole registry, as its defaults are those of all others. */
function set({ registry, context }: Request, settings: Settings): void {
  if (context !== DEFAULT_CONTEXT) {
    Object.assign(registry.context(context).settingsOf(''), settings);
    return;
  }
  if ('level' in settings) registry.level = settings.level ?? 'BACKWARD';
  if ('mode' in settings) registry.mode = settings.mode ?? 'READWRITE';
}

/** Import replaces what is there, so it wants an empty place unless it is forced. */
function checkImport(
  registry: Registry,
  { mode, force, context, subject }: { mode: string; force: boolean; context: string; subject?: string },
): void {
  const { subjects } = registry.context(context);
  const isEmpty = subject === undefined ? subjects.size === 0 : (subjects.get(subject) ?? []).length === 0;
  if (mode === 'IMPORT' && !force && !isEmpty)
    throw refusals.notPermitted('Cannot import since found existing subjects');
}
