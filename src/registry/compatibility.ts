import type { ParsedSchema } from './languages/language.ts';

/** Which earlier versions a new schema must get along with, and how. */
export const LEVELS = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
] as const;
export type Level = (typeof LEVELS)[number];

/** An earlier version of the subject. */
export interface Earlier {
  readonly version: number;
  readonly parsed: ParsedSchema;
}

/**
 * What is in the way of a new schema under a level, in Confluent's words; empty when nothing is. `earlier` is in the
 * order of versions.
 */
export function findConflicts(
  { parsed, earlier }: { readonly parsed: ParsedSchema; readonly earlier: readonly Earlier[] },
  level: Level,
): readonly string[] {
  if (level === 'NONE') return [];
  const judged = level.endsWith('_TRANSITIVE') ? earlier.toReversed() : earlier.slice(-1);
  const isBackward = level.startsWith('BACKWARD') || level.startsWith('FULL');
  const isForward = level.startsWith('FORWARD') || level.startsWith('FULL');
  for (const old of judged) {
    const conflicts = [
      ...(isBackward ? parsed.obstaclesToReading(old.parsed) : []),
      ...(isForward ? old.parsed.obstaclesToReading(parsed) : []),
    ];
    if (conflicts.length === 0) continue;
    return [
      ...conflicts,
      `{oldSchemaVersion: ${old.version}}`,
      `{oldSchema: '${old.parsed.canonical}'}`,
      `{validateFields: 'false', compatibility: '${level}'}`,
    ];
  }
  return [];
}
