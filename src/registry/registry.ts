import { Unfit } from '../formats/codec/unfit.ts';
import type { SchemaReference } from '../model/schema-registry.ts';
import { findConflicts, type Level } from './compatibility.ts';
import { languages } from './languages/index.ts';
import type { NamedText, ParsedSchema } from './languages/language.ts';
import { refusals } from './registry-error.ts';
import {
  ContextStore,
  identityOf,
  type Mode,
  type SchemaExtras,
  type StoredSchema,
  type StoredVersion,
} from './store.ts';
import { DEFAULT_CONTEXT, parseSubject, type QualifiedSubject, renderSubject } from './subject-name.ts';

/** What a client sends to have a schema registered, looked up or judged. */
export interface GivenSchema {
  readonly kind: keyof typeof languages;
  readonly text: string;
  readonly references: readonly SchemaReference[];
  readonly extras: SchemaExtras;
  /** Only in mode IMPORT. */
  readonly id?: number | undefined;
  readonly version?: number | undefined;
}

/** A version with the name of its subject. */
export interface FoundVersion extends StoredVersion {
  /** As clients see it. */
  readonly subject: string;
}

/** `latest`, or a number. */
export type VersionName = number | 'latest';

/** The registry without HTTP: contexts of subjects with versions. Every method throws `RegistryError`. */
export class Registry {
  readonly #contexts = new Map<string, ContextStore>();
  /** Of the whole registry; also the defaults of all contexts. */
  level: Level = 'BACKWARD';
  mode: Mode = 'READWRITE';

  /** Names of all contexts that have anything, the default one first. */
  contexts(): readonly string[] {
    return [DEFAULT_CONTEXT, ...[...this.#contexts.keys()].filter((name) => name !== DEFAULT_CONTEXT)];
  }

  context(name: string): ContextStore {
    const known = this.#contexts.get(name) ?? new ContextStore();
    this.#contexts.set(name, known);
    return known;
  }

  /** Adds a version, or finds the one that has this schema. */
  async register(at: QualifiedSubject, given: GivenSchema): Promise<FoundVersion> {
    const store = this.context(at.context);
    const parsed = await this.#parse(at, given);
    const subject = renderSubject(at);
    const versions = store.subjects.get(at.subject) ?? [];
    const candidate = { kind: given.kind, parsed, references: given.references, extras: given.extras };
    const identity = identityOf(candidate);
    const known = versions.find(({ schema, isDeleted }) => !isDeleted && identityOf(schema) === identity);
    if (known && (given.id === undefined || given.id === known.schema.id)) return { ...known, subject };
    this.#checkMode(at, given);
    const mode = this.modeOf(at);
    if (mode !== 'IMPORT') this.#checkCompatible(at, parsed, versions);
    const schema = store.find(identity) ?? store.add(candidate, given.id);
    const version = given.version ?? (versions.at(-1)?.version ?? 0) + 1;
    const added: StoredVersion = { version, schema, isDeleted: false };
    const kept = versions.filter((one) => one.version !== version);
    store.subjects.set(
      at.subject,
      [...kept, added].sort((one, other) => one.version - other.version),
    );
    return { ...added, subject };
  }

  /** The version of a subject that has this schema. */
  async lookUp(at: QualifiedSubject, given: GivenSchema, includesDeleted: boolean): Promise<FoundVersion> {
    const versions = this.versions(at, includesDeleted);
    const parsed = await this.#parse(at, given);
    const identity = identityOf({
      kind: given.kind,
      parsed,
      references: given.references,
      extras: given.extras,
    });
    const found = versions.find(({ schema }) => identityOf(schema) === identity);
    if (!found) throw refusals.schemaNotFound();
    return found;
  }

  /** All versions of a subject, in order; never empty. */
  versions(at: QualifiedSubject, includesDeleted: boolean): readonly FoundVersion[] {
    const all = this.context(at.context).subjects.get(at.subject) ?? [];
    const visible = all.filter(({ isDeleted }) => includesDeleted || !isDeleted);
    if (visible.length === 0) throw refusals.subjectNotFound(renderSubject(at));
    return visible.map((version) => ({ ...version, subject: renderSubject(at) }));
  }

  /** One version. A subject without it and a subject that is not there are different errors. */
  version(at: QualifiedSubject, name: VersionName, includesDeleted: boolean): FoundVersion {
    const versions = this.versions(at, includesDeleted);
    const found = name === 'latest' ? versions.at(-1) : versions.find(({ version }) => version === name);
    if (!found) throw refusals.versionNotFound(name);
    return found;
  }

  schemaById(context: string, id: number): StoredSchema {
    const found = this.context(context).schemas.get(id);
    if (!found) throw refusals.schemaNotFound(id);
    return found;
  }

  /** What is in the way of a schema for a subject: by the named version only, or by all that its level asks for. */
  async conflicts(
    at: QualifiedSubject,
    given: GivenSchema,
    name: VersionName | 'all',
  ): Promise<readonly string[]> {
    const parsed = await this.#parse(at, given);
    const store = this.context(at.context);
    const all = (store.subjects.get(at.subject) ?? []).filter(({ isDeleted }) => !isDeleted);
    if (name === 'all') return this.#conflictsWith(at, parsed, all);
    return this.#conflictsWith(at, parsed, [this.version(at, name, false)]);
  }

  /** Soft-deletes what is there, or with `permanent` removes what was soft-deleted. The version numbers. */
  deleteSubject(at: QualifiedSubject, permanent: boolean): readonly number[] {
    this.#checkWritable(at);
    const store = this.context(at.context);
    const subject = renderSubject(at);
    const all = store.subjects.get(at.subject) ?? [];
    if (all.length === 0) throw refusals.subjectNotFound(subject);
    const live = all.filter(({ isDeleted }) => !isDeleted);
    if (permanent && live.length > 0) throw refusals.subjectNotSoftDeleted(subject);
    if (!permanent && live.length === 0) throw refusals.subjectSoftDeleted(subject);
    for (const { version } of live) this.#checkUnreferenced(at, version);
    const affected = permanent ? all : live;
    for (const version of live) version.isDeleted = true;
    if (permanent) {
      store.subjects.delete(at.subject);
      store.prune();
    }
    store.settings.delete(at.subject);
    return affected.map(({ version }) => version);
  }

  deleteVersion(at: QualifiedSubject, name: VersionName, permanent: boolean): number {
    this.#checkWritable(at);
    const store = this.context(at.context);
    const subject = renderSubject(at);
    const { version, isDeleted } = this.version(at, name, true);
    if (permanent && !isDeleted) throw refusals.versionNotSoftDeleted(subject, version);
    if (!permanent && isDeleted) throw refusals.versionSoftDeleted(subject, version);
    this.#checkUnreferenced(at, version);
    const all = store.subjects.get(at.subject) ?? [];
    const left = all.filter((one) => one.version !== version);
    if (!permanent) for (const one of all) one.isDeleted ||= one.version === version;
    else if (left.length > 0) store.subjects.set(at.subject, left);
    else store.subjects.delete(at.subject);
    if (permanent) store.prune();
    return version;
  }

  levelOf({ context, subject }: QualifiedSubject): Level {
    return (
      this.context(context).settings.get(subject)?.level ??
      this.context(context).settings.get('')?.level ??
      this.level
    );
  }

  modeOf({ context, subject }: QualifiedSubject): Mode {
    return (
      this.context(context).settings.get(subject)?.mode ??
      this.context(context).settings.get('')?.mode ??
      this.mode
    );
  }

  async #parse(at: QualifiedSubject, { kind, text, references }: GivenSchema): Promise<ParsedSchema> {
    const texts = this.#resolve(at.context, references);
    try {
      return await languages[kind].parse(text, texts);
    } catch (cause) {
      if (cause instanceof Unfit) throw refusals.invalidSchema(cause.message);
      throw cause;
    }
  }

  /** The texts that references mean, with all that those refer to, those first that others need. */
  #resolve(context: string, references: readonly SchemaReference[]): readonly NamedText[] {
    const found = new Map<string, NamedText>();
    const visit = ({ name, subject, version }: SchemaReference): void => {
      const at = parseSubject(subject, context);
      const known = this.context(at.context)
        .subjects.get(at.subject)
        ?.find((one) => one.version === version);
      if (!known)
        throw refusals.invalidSchema(
          `no schema reference found for subject "${subject}" and version ${version}`,
        );
      for (const inner of known.schema.references) visit(inner);
      found.set(`${name} ${subject} ${version}`, { name, text: known.schema.parsed.canonical });
    };
    for (const reference of references) visit(reference);
    return [...found.values()];
  }

  #conflictsWith(
    at: QualifiedSubject,
    parsed: ParsedSchema,
    versions: readonly StoredVersion[],
  ): readonly string[] {
    const earlier = versions.map(({ version, schema }) => ({ version, parsed: schema.parsed }));
    return findConflicts({ parsed, earlier }, this.levelOf(at));
  }

  #checkCompatible(at: QualifiedSubject, parsed: ParsedSchema, versions: readonly StoredVersion[]): void {
    const conflicts = this.#conflictsWith(
      at,
      parsed,
      versions.filter(({ isDeleted }) => !isDeleted),
    );
    if (conflicts.length > 0) throw refusals.incompatible(renderSubject(at), conflicts);
  }

  #checkMode(at: QualifiedSubject, { id }: GivenSchema): void {
    this.#checkWritable(at);
    if (id !== undefined && this.modeOf(at) !== 'IMPORT')
      throw refusals.notPermitted(
        `Subject ${renderSubject(at)} in context ${at.context} is not in import mode`,
      );
  }

  #checkWritable(at: QualifiedSubject): void {
    const mode = this.modeOf(at);
    if (mode === 'READONLY' || mode === 'READONLY_OVERRIDE')
      throw refusals.notPermitted(
        `Subject ${renderSubject(at)} in context ${at.context} is in read-only mode`,
      );
  }

  #checkUnreferenced({ context, subject }: QualifiedSubject, version: number): void {
    if (this.context(context).referrers(subject, version).length > 0)
      throw refusals.referenceExists(subject, version);
  }
}
