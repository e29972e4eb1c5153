/** Kafka's AclOperation, as bits of a set. */
const operations = {
  READ: 3,
  WRITE: 4,
  CREATE: 5,
  DELETE: 6,
  ALTER: 7,
  DESCRIBE: 8,
  CLUSTER_ACTION: 9,
  DESCRIBE_CONFIGS: 10,
  ALTER_CONFIGS: 11,
  IDEMPOTENT_WRITE: 12,
} as const;

/** What can be done to each kind of thing; there is no authorizer, so everybody may do it. */
const allowed = {
  topic: ['READ', 'WRITE', 'CREATE', 'DELETE', 'ALTER', 'DESCRIBE', 'DESCRIBE_CONFIGS', 'ALTER_CONFIGS'],
  group: ['READ', 'DELETE', 'DESCRIBE', 'DESCRIBE_CONFIGS', 'ALTER_CONFIGS'],
  cluster: [
    'CREATE',
    'ALTER',
    'DESCRIBE',
    'CLUSTER_ACTION',
    'DESCRIBE_CONFIGS',
    'ALTER_CONFIGS',
    'IDEMPOTENT_WRITE',
  ],
} as const satisfies { readonly [kind: string]: readonly (keyof typeof operations)[] };

/** The operations were not asked for. */
export const NO_OPERATIONS = -(2 ** 31);

/** The set of operations on a kind of thing, as answers carry it. */
export function operationsOf(kind: keyof typeof allowed): number {
  return allowed[kind].reduce((set, name) => set | (1 << operations[name]), 0);
}

/** What a Kafka without an authorizer says of its access lists. */
export const NO_AUTHORIZER = 'No Authorizer is configured.';
