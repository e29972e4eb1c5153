import { createHash } from 'node:crypto';
import type { SchemaKind, SchemaReference } from '../model/schema-registry.ts';
import type { Level } from './compatibility.ts';
import type { ParsedSchema } from './languages/language.ts';

/** A schema with its id; the same under whatever subjects it is registered. */
export interface StoredSchema {
  readonly id: number;
  readonly guid: string;
  readonly kind: SchemaKind;
  readonly parsed: ParsedSchema;
  readonly references: readonly SchemaReference[];
  /** What clients keep with a schema and the registry does not look into. */
  readonly extras: SchemaExtras;
}

export interface SchemaExtras {
  readonly metadata?: unknown;
  readonly ruleSet?: unknown;
}

/** One version of a subject. */
export interface StoredVersion {
  readonly version: number;
  readonly schema: StoredSchema;
  /** Soft-deleted: still there by id, and when asked for with `deleted=true`. */
  isDeleted: boolean;
}

export const MODES = ['READWRITE', 'READONLY', 'READONLY_OVERRIDE', 'IMPORT'] as const;
export type Mode = (typeof MODES)[number];

/** What may be set for a subject, or for all of a context under the name ''. */
export interface Settings {
  level?: Level | undefined;
  mode?: Mode | undefined;
}

/** One context: its own subjects and ids. Changes only between awaits. */
export class ContextStore {
  readonly subjects = new Map<string, StoredVersion[]>();
  readonly schemas = new Map<number, StoredSchema>();
  readonly settings = new Map<string, Settings>();
  #lastId = 0;

  /** The settings of a subject, made when missing. */
  settingsOf(subject: string): Settings {
    const known = this.settings.get(subject) ?? {};
    this.settings.set(subject, known);
    return known;
  }

  /** The schema of this identity, if any has it. */
  find(identity: string): StoredSchema | undefined {
    return [...this.schemas.values()].find((schema) => identityOf(schema) === identity);
  }

  /** Gives a schema the next id, or one that was asked for (mode IMPORT). */
  add(schema: Omit<StoredSchema, 'id' | 'guid'>, wantedId?: number): StoredSchema {
    const id = wantedId ?? this.#lastId + 1;
    this.#lastId = Math.max(this.#lastId, id);
    const stored = { ...schema, id, guid: guidOf(identityOf(schema)) };
    this.schemas.set(id, stored);
    return stored;
  }

  /** Forgets the schemas that no version has any more. */
  prune(): void {
    const used = new Set([...this.subjects.values()].flat().map(({ schema }) => schema.id));
    for (const id of this.schemas.keys()) if (!used.has(id)) this.schemas.delete(id);
  }

  /** Subjects and versions that refer to one version, deleted ones left out. */
  referrers(subject: string, version: number): readonly StoredVersion[] {
    return [...this.subjects.values()]
      .flat()
      .filter(({ isDeleted }) => !isDeleted)
      .filter(({ schema }) =>
        schema.references.some((one) => one.subject === subject && one.version === version),
      );
  }
}

/** Equal for schemas that are the same, references and all. */
export function identityOf({ kind, parsed, references, extras }: Omit<StoredSchema, 'id' | 'guid'>): string {
  return JSON.stringify([kind, parsed.identity, references, extras]);
}

/** A UUID made of a hash, so that the same schema has the same one everywhere. */
function guidOf(identity: string): string {
  const hex = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
