import { errorCodes, type Refusal, refuse } from './error-codes.ts';

/** Part of what a quota is for. `null`: whoever of this type has no quota of its own. */
export interface QuotaEntityPart {
  readonly entityType: string;
  readonly entityName: string | null;
}

/** A change of one limit. */
export interface QuotaChange {
  readonly key: string;
  readonly value: number;
  readonly remove: boolean;
}

/** Which quotas are asked for: with this name, for the default (`match` is null in both), or any of a type. */
export interface QuotaFilter {
  readonly entityType: string;
  readonly matchType: number;
  readonly match: string | null;
}

/** Limits by their keys, for one entity. */
interface Quota {
  /** In the order of the types. */
  readonly entity: readonly QuotaEntityPart[];
  readonly limits: ReadonlyMap<string, number>;
}

/** Kafka's limits, in the order in which it tells them, and whether they may have fractions. */
const clientLimits = {
  consumer_byte_rate: 'whole',
  request_percentage: 'any',
  producer_byte_rate: 'whole',
  controller_mutation_rate: 'any',
} as const;
const limitsOf: Readonly<Record<string, Readonly<Record<string, 'whole' | 'any'>>>> = {
  'client-id': clientLimits,
  ip: { connection_creation_rate: 'whole' },
  user: clientLimits,
};

const matchTypes = { exact: 0, default: 1, specified: 2 } as const;

/** The client quotas of a cluster (KIP-546). They are kept and told; nobody is slowed down. */
export class ClientQuotas {
  readonly #quotas = new Map<string, Quota>();

  /** Changes the limits of an entity, or with `isOnlyValidated` only says why it cannot. */
  alter(
    parts: readonly QuotaEntityPart[],
    changes: readonly QuotaChange[],
    isOnlyValidated: boolean,
  ): Refusal | undefined {
    const problem = entityProblem(parts) ?? changesProblem(parts, changes);
    if (problem !== undefined) return refuse(errorCodes.INVALID_REQUEST, problem);
    if (isOnlyValidated) return undefined;
    const entity = inOrderOfTypes(parts);
    const name = JSON.stringify(entity);
    const limits = new Map(this.#quotas.get(name)?.limits);
    for (const { key, value, remove } of changes) {
      if (remove) limits.delete(key);
      else limits.set(key, value);
    }
    if (limits.size === 0) this.#quotas.delete(name);
    else this.#quotas.set(name, { entity, limits });
    return undefined;
  }

  /** The quotas that all filters match; strictly, those with no part besides. */
  find(filters: readonly QuotaFilter[], isStrict: boolean): readonly Quota[] | Refusal {
    const problem = filterProblem(filters);
    if (problem) return problem;
    return [...this.#quotas.values()]
      .filter(({ entity }) => !isStrict || entity.length === filters.length)
      .filter(({ entity }) => filters.every((filter) => entity.some((part) => isMatch(filter, part))))
      .map(({ entity, limits }) => ({ entity, limits: inOrder(limits) }))
      .toSorted((a, b) => a.entity.length - b.entity.length);
  }
}

/** The parts of an entity as Kafka tells them. */
export function inOrderOfTypes(parts: readonly QuotaEntityPart[]): readonly QuotaEntityPart[] {
  return parts.toSorted((a, b) => (a.entityType < b.entityType ? -1 : 1));
}

function inOrder(limits: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const order = [...Object.keys(clientLimits), ...limits.keys()];
  return new Map([...limits].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function isMatch({ entityType, matchType, match }: QuotaFilter, part: QuotaEntityPart): boolean {
  if (part.entityType !== entityType) return false;
  return matchType === matchTypes.specified || part.entityName === match;
}

function entityProblem(parts: readonly QuotaEntityPart[]): string | undefined {
  const types = new Set(parts.map(({ entityType }) => entityType));
  for (const { entityType, entityName } of parts) {
    if (!limitsOf[entityType]) return `Unhandled client quota entity type: ${entityType}`;
    if (entityName === '') return `Empty ${entityType} not supported`;
  }
  const isMixed = types.has('ip') && types.size > 1;
  return types.size === 0 || types.size < parts.length || isMixed
    ? 'Invalid empty client quota entity'
    : undefined;
}

function changesProblem(
  parts: readonly QuotaEntityPart[],
  changes: readonly QuotaChange[],
): string | undefined {
  const known = limitsOf[parts[0]?.entityType ?? ''] ?? {};
  const seen = new Set<string>();
  for (const { key, value, remove } of changes) {
    if (seen.has(key)) return `Duplicate quota key ${key} not updating quota for this entity`;
    seen.add(key);
    if (remove) continue;
    if (!known[key]) return `Invalid configuration key ${key}`;
    if (known[key] === 'whole' && Math.abs(Math.round(value) - value) > EPSILON)
      return `Configuration ${key} must be a Long value`;
  }
  return undefined;
}

const EPSILON = 1e-6;

function filterProblem(filters: readonly QuotaFilter[]): Refusal | undefined {
  const types = new Set(filters.map(({ entityType }) => entityType));
  for (const { entityType, matchType, match } of filters) {
    if (entityType === '') return refuse(errorCodes.INVALID_REQUEST, 'Invalid empty entity type.');
    if (!limitsOf[entityType])
      return refuse(errorCodes.UNSUPPORTED_VERSION, `Unsupported entity type ${entityType}`);
    if (matchType < matchTypes.exact || matchType > matchTypes.specified)
      return refuse(errorCodes.INVALID_REQUEST, `Unknown match type ${matchType}`);
    if ((matchType === matchTypes.exact) === (match === null))
      return refuse(errorCodes.INVALID_REQUEST, 'A match string belongs to an exact match, and to no other.');
  }
  if (types.size < filters.length)
    return refuse(errorCodes.INVALID_REQUEST, 'An entity type cannot appear more than once in the filter.');
  if (types.has('ip') && types.size > 1)
    return refuse(
      errorCodes.INVALID_REQUEST,
      'Invalid entity filter component combination. IP filter component should not be used with user or clientId filter component.',
    );
  return undefined;
}
