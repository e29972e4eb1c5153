import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import type { Configuration } from './configuration.ts';
import { splitList } from './setting.ts';

/** One change of IncrementalAlterConfigs. */
export interface Change {
  readonly name: string;
  readonly configOperation: number;
  readonly value: string | null;
}

/** Kafka's AlterConfigOp. */
const operations = { set: 0, delete: 1, append: 2, subtract: 3 } as const;

/** The values that a configuration has after these changes. It is not changed itself. */
export function applyChanges(
  configuration: Configuration,
  changes: readonly Change[],
): ReadonlyMap<string, string | null> | Refusal {
  const values = new Map<string, string | null>(configuration.own);
  const names = new Set(changes.map(({ name }) => name));
  if (names.size < changes.length)
    return refuse(errorCodes.INVALID_REQUEST, 'Error due to duplicate config keys');
  for (const change of changes) {
    const problem = applyChange(values, configuration, change);
    if (problem) return problem;
  }
  return values;
}

function applyChange(
  values: Map<string, string | null>,
  configuration: Configuration,
  { name, configOperation, value }: Change,
): Refusal | undefined {
  if (configOperation === operations.delete) {
    values.delete(name);
    return undefined;
  }
  if (configOperation === operations.set) {
    values.set(name, value);
    return undefined;
  }
  if (configOperation !== operations.append && configOperation !== operations.subtract)
    return refuse(errorCodes.UNKNOWN_SERVER_ERROR);
  if (configuration.settings[name]?.type !== 'list')
    return refuse(
      errorCodes.INVALID_CONFIG,
      `Can't append or subtract to key ${name} because its type is not LIST.`,
    );
  const current = splitList(values.get(name) ?? configuration.inherited(name) ?? '');
  const changed = splitList(value ?? '');
  const isAppended = configOperation === operations.append;
  const left = current.filter((part) => isAppended || !changed.includes(part));
  const added = isAppended ? changed.filter((part) => !current.includes(part)) : [];
  values.set(name, [...left, ...added].join(','));
  return undefined;
}
