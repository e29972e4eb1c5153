import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  sleep,
  systemClock
} from "./part-base-clock.js";
import {
  RunError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/broker/broker.ts
import { randomBytes as randomBytes3 } from "node:crypto";

// src/broker/error-codes.ts
var errorCodes = {
  UNKNOWN_SERVER_ERROR: -1,
  NONE: 0,
  OFFSET_OUT_OF_RANGE: 1,
  CORRUPT_MESSAGE: 2,
  UNKNOWN_TOPIC_OR_PARTITION: 3,
  INVALID_FETCH_SIZE: 4,
  LEADER_NOT_AVAILABLE: 5,
  NOT_LEADER_OR_FOLLOWER: 6,
  REQUEST_TIMED_OUT: 7,
  BROKER_NOT_AVAILABLE: 8,
  REPLICA_NOT_AVAILABLE: 9,
  MESSAGE_TOO_LARGE: 10,
  STALE_CONTROLLER_EPOCH: 11,
  OFFSET_METADATA_TOO_LARGE: 12,
  NETWORK_EXCEPTION: 13,
  COORDINATOR_LOAD_IN_PROGRESS: 14,
  COORDINATOR_NOT_AVAILABLE: 15,
  NOT_COORDINATOR: 16,
  INVALID_TOPIC_EXCEPTION: 17,
  RECORD_LIST_TOO_LARGE: 18,
  NOT_ENOUGH_REPLICAS: 19,
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 20,
  INVALID_REQUIRED_ACKS: 21,
  ILLEGAL_GENERATION: 22,
  INCONSISTENT_GROUP_PROTOCOL: 23,
  INVALID_GROUP_ID: 24,
  UNKNOWN_MEMBER_ID: 25,
  INVALID_SESSION_TIMEOUT: 26,
  REBALANCE_IN_PROGRESS: 27,
  INVALID_COMMIT_OFFSET_SIZE: 28,
  TOPIC_AUTHORIZATION_FAILED: 29,
  GROUP_AUTHORIZATION_FAILED: 30,
  CLUSTER_AUTHORIZATION_FAILED: 31,
  INVALID_TIMESTAMP: 32,
  UNSUPPORTED_SASL_MECHANISM: 33,
  ILLEGAL_SASL_STATE: 34,
  UNSUPPORTED_VERSION: 35,
  TOPIC_ALREADY_EXISTS: 36,
  INVALID_PARTITIONS: 37,
  INVALID_REPLICATION_FACTOR: 38,
  INVALID_REPLICA_ASSIGNMENT: 39,
  INVALID_CONFIG: 40,
  NOT_CONTROLLER: 41,
  INVALID_REQUEST: 42,
  UNSUPPORTED_FOR_MESSAGE_FORMAT: 43,
  POLICY_VIOLATION: 44,
  OUT_OF_ORDER_SEQUENCE_NUMBER: 45,
  DUPLICATE_SEQUENCE_NUMBER: 46,
  INVALID_PRODUCER_EPOCH: 47,
  INVALID_TXN_STATE: 48,
  INVALID_PRODUCER_ID_MAPPING: 49,
  INVALID_TRANSACTION_TIMEOUT: 50,
  CONCURRENT_TRANSACTIONS: 51,
  TRANSACTION_COORDINATOR_FENCED: 52,
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: 53,
  SECURITY_DISABLED: 54,
  OPERATION_NOT_ATTEMPTED: 55,
  KAFKA_STORAGE_ERROR: 56,
  LOG_DIR_NOT_FOUND: 57,
  SASL_AUTHENTICATION_FAILED: 58,
  UNKNOWN_PRODUCER_ID: 59,
  REASSIGNMENT_IN_PROGRESS: 60,
  DELEGATION_TOKEN_AUTH_DISABLED: 61,
  DELEGATION_TOKEN_NOT_FOUND: 62,
  DELEGATION_TOKEN_OWNER_MISMATCH: 63,
  DELEGATION_TOKEN_REQUEST_NOT_ALLOWED: 64,
  DELEGATION_TOKEN_AUTHORIZATION_FAILED: 65,
  DELEGATION_TOKEN_EXPIRED: 66,
  INVALID_PRINCIPAL_TYPE: 67,
  NON_EMPTY_GROUP: 68,
  GROUP_ID_NOT_FOUND: 69,
  FETCH_SESSION_ID_NOT_FOUND: 70,
  INVALID_FETCH_SESSION_EPOCH: 71,
  LISTENER_NOT_FOUND: 72,
  TOPIC_DELETION_DISABLED: 73,
  FENCED_LEADER_EPOCH: 74,
  UNKNOWN_LEADER_EPOCH: 75,
  UNSUPPORTED_COMPRESSION_TYPE: 76,
  STALE_BROKER_EPOCH: 77,
  OFFSET_NOT_AVAILABLE: 78,
  MEMBER_ID_REQUIRED: 79,
  PREFERRED_LEADER_NOT_AVAILABLE: 80,
  GROUP_MAX_SIZE_REACHED: 81,
  FENCED_INSTANCE_ID: 82,
  ELIGIBLE_LEADERS_NOT_AVAILABLE: 83,
  ELECTION_NOT_NEEDED: 84,
  NO_REASSIGNMENT_IN_PROGRESS: 85,
  GROUP_SUBSCRIBED_TO_TOPIC: 86,
  INVALID_RECORD: 87,
  UNSTABLE_OFFSET_COMMIT: 88,
  THROTTLING_QUOTA_EXCEEDED: 89,
  PRODUCER_FENCED: 90,
  RESOURCE_NOT_FOUND: 91,
  DUPLICATE_RESOURCE: 92,
  UNACCEPTABLE_CREDENTIAL: 93,
  INCONSISTENT_VOTER_SET: 94,
  INVALID_UPDATE_VERSION: 95,
  FEATURE_UPDATE_FAILED: 96,
  PRINCIPAL_DESERIALIZATION_FAILURE: 97,
  SNAPSHOT_NOT_FOUND: 98,
  POSITION_OUT_OF_RANGE: 99,
  UNKNOWN_TOPIC_ID: 100,
  DUPLICATE_BROKER_REGISTRATION: 101,
  BROKER_ID_NOT_REGISTERED: 102,
  INCONSISTENT_TOPIC_ID: 103,
  INCONSISTENT_CLUSTER_ID: 104,
  TRANSACTIONAL_ID_NOT_FOUND: 105,
  FETCH_SESSION_TOPIC_ID_ERROR: 106,
  INELIGIBLE_REPLICA: 107,
  NEW_LEADER_ELECTED: 108,
  OFFSET_MOVED_TO_TIERED_STORAGE: 109,
  FENCED_MEMBER_EPOCH: 110,
  UNRELEASED_INSTANCE_ID: 111,
  UNSUPPORTED_ASSIGNOR: 112,
  STALE_MEMBER_EPOCH: 113,
  MISMATCHED_ENDPOINT_TYPE: 114,
  UNSUPPORTED_ENDPOINT_TYPE: 115,
  UNKNOWN_CONTROLLER_ID: 116,
  UNKNOWN_SUBSCRIPTION_ID: 117,
  TELEMETRY_TOO_LARGE: 118,
  INVALID_REGISTRATION: 119,
  TRANSACTION_ABORTABLE: 120,
  INVALID_RECORD_STATE: 121,
  SHARE_SESSION_NOT_FOUND: 122,
  INVALID_SHARE_SESSION_EPOCH: 123,
  FENCED_STATE_EPOCH: 124,
  INVALID_VOTER_KEY: 125,
  DUPLICATE_VOTER: 126,
  VOTER_NOT_FOUND: 127,
  INVALID_REGULAR_EXPRESSION: 128,
  REBOOTSTRAP_REQUIRED: 129,
  STREAMS_INVALID_TOPOLOGY: 130,
  STREAMS_INVALID_TOPOLOGY_EPOCH: 131,
  STREAMS_TOPOLOGY_FENCED: 132,
  SHARE_SESSION_LIMIT_REACHED: 133,
  GROUP_DELETION_FAILED: 134,
  STREAMS_TOPOLOGY_DESCRIPTION_UPDATE_FAILED: 135,
  CONTROLLER_ID_NOT_REGISTERED: 136
};
var NOT_HOSTED = "This server does not host this topic-partition.";
function refuse(errorCode, errorMessage = "") {
  return { errorCode, errorMessage };
}
__name(refuse, "refuse");

// src/broker/client-quotas.ts
var clientLimits = {
  consumer_byte_rate: "whole",
  request_percentage: "any",
  producer_byte_rate: "whole",
  controller_mutation_rate: "any"
};
var limitsOf = {
  "client-id": clientLimits,
  ip: { connection_creation_rate: "whole" },
  user: clientLimits
};
var matchTypes = { exact: 0, default: 1, specified: 2 };
var ClientQuotas = class {
  static {
    __name(this, "ClientQuotas");
  }
  #quotas = /* @__PURE__ */ new Map();
  /** Changes the limits of an entity, or with `isOnlyValidated` only says why it cannot. */
  alter(parts, changes, isOnlyValidated) {
    const problem = entityProblem(parts) ?? changesProblem(parts, changes);
    if (problem !== void 0) return refuse(errorCodes.INVALID_REQUEST, problem);
    if (isOnlyValidated) return void 0;
    const entity = inOrderOfTypes(parts);
    const name = JSON.stringify(entity);
    const limits = new Map(this.#quotas.get(name)?.limits);
    for (const { key, value, remove: remove2 } of changes) {
      if (remove2) limits.delete(key);
      else limits.set(key, value);
    }
    if (limits.size === 0) this.#quotas.delete(name);
    else this.#quotas.set(name, { entity, limits });
    return void 0;
  }
  /** The quotas that all filters match; strictly, those with no part besides. */
  find(filters, isStrict) {
    const problem = filterProblem(filters);
    if (problem) return problem;
    return [...this.#quotas.values()].filter(({ entity }) => !isStrict || entity.length === filters.length).filter(({ entity }) => filters.every((filter) => entity.some((part) => isMatch(filter, part)))).map(({ entity, limits }) => ({ entity, limits: inOrder(limits) })).toSorted((a, b) => a.entity.length - b.entity.length);
  }
};
function inOrderOfTypes(parts) {
  return parts.toSorted((a, b) => a.entityType < b.entityType ? -1 : 1);
}
__name(inOrderOfTypes, "inOrderOfTypes");
function inOrder(limits) {
  const order = [...Object.keys(clientLimits), ...limits.keys()];
  return new Map([...limits].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
__name(inOrder, "inOrder");
function isMatch({ entityType, matchType, match }, part) {
  if (part.entityType !== entityType) return false;
  return matchType === matchTypes.specified || part.entityName === match;
}
__name(isMatch, "isMatch");
function entityProblem(parts) {
  const types = new Set(parts.map(({ entityType }) => entityType));
  for (const { entityType, entityName } of parts) {
    if (!limitsOf[entityType]) return `Unhandled client quota entity type: ${entityType}`;
    if (entityName === "") return `Empty ${entityType} not supported`;
  }
  const isMixed = types.has("ip") && types.size > 1;
  return types.size === 0 || types.size < parts.length || isMixed ? "Invalid empty client quota entity" : void 0;
}
__name(entityProblem, "entityProblem");
function changesProblem(parts, changes) {
  const known = limitsOf[parts[0]?.entityType ?? ""] ?? {};
  const seen = /* @__PURE__ */ new Set();
  for (const { key, value, remove: remove2 } of changes) {
    if (seen.has(key)) return `Duplicate quota key ${key} not updating quota for this entity`;
    seen.add(key);
    if (remove2) continue;
    if (!known[key]) return `Invalid configuration key ${key}`;
    if (known[key] === "whole" && Math.abs(Math.round(value) - value) > EPSILON)
      return `Configuration ${key} must be a Long value`;
  }
  return void 0;
}
__name(changesProblem, "changesProblem");
var EPSILON = 1e-6;
function filterProblem(filters) {
  const types = new Set(filters.map(({ entityType }) => entityType));
  for (const { entityType, matchType, match } of filters) {
    if (entityType === "") return refuse(errorCodes.INVALID_REQUEST, "Invalid empty entity type.");
    if (!limitsOf[entityType])
      return refuse(errorCodes.UNSUPPORTED_VERSION, `Unsupported entity type ${entityType}`);
    if (matchType < matchTypes.exact || matchType > matchTypes.specified)
      return refuse(errorCodes.INVALID_REQUEST, `Unknown match type ${matchType}`);
    if (matchType === matchTypes.exact === (match === null))
      return refuse(errorCodes.INVALID_REQUEST, "A match string belongs to an exact match, and to no other.");
  }
  if (types.size < filters.length)
    return refuse(errorCodes.INVALID_REQUEST, "An entity type cannot appear more than once in the filter.");
  if (types.has("ip") && types.size > 1)
    return refuse(
      errorCodes.INVALID_REQUEST,
      "Invalid entity filter component combination. IP filter component should not be used with user or clientId filter component."
    );
  return void 0;
}
__name(filterProblem, "filterProblem");

// src/broker/config/broker-settings.ts
var brokerSettings = {
  "advertised.listeners": { type: "list", value: null },
  "auto.create.topics.enable": { type: "boolean", value: "true" },
  "broker.id": { type: "int", value: "0", min: 0 },
  "compression.gzip.level": { type: "int", value: "-1" },
  "compression.lz4.level": { type: "int", value: "9" },
  "compression.type": { type: "string", value: "producer" },
  "compression.zstd.level": { type: "int", value: "3" },
  "connections.max.idle.ms": { type: "long", value: "600000", min: 1 },
  "connections.max.reauth.ms": { type: "long", value: "0", min: 0 },
  "default.replication.factor": { type: "int", value: "1", min: 1 },
  "delete.topic.enable": { type: "boolean", value: "true" },
  "fetch.max.bytes": { type: "int", value: "57671680", min: 1024 },
  "group.consumer.heartbeat.interval.ms": { type: "int", value: "1000", min: 1 },
  "group.consumer.max.heartbeat.interval.ms": { type: "int", value: "15000", min: 1 },
  "group.consumer.max.session.timeout.ms": { type: "int", value: "60000", min: 1 },
  "group.consumer.max.size": { type: "int", value: "2147483647", min: 1 },
  "group.consumer.migration.policy": {
    type: "string",
    value: "bidirectional",
    oneOf: ["bidirectional", "upgrade", "downgrade", "disabled"]
  },
  "group.consumer.min.heartbeat.interval.ms": { type: "int", value: "1000", min: 1 },
  "group.consumer.min.session.timeout.ms": { type: "int", value: "45000", min: 1 },
  "group.consumer.session.timeout.ms": { type: "int", value: "45000", min: 1 },
  "group.initial.rebalance.delay.ms": { type: "int", value: "200", min: 0 },
  "group.max.session.timeout.ms": { type: "int", value: "1800000", min: 1 },
  "group.max.size": { type: "int", value: "2147483647", min: 1 },
  "group.min.session.timeout.ms": { type: "int", value: "6000", min: 1 },
  "log.cleaner.delete.retention.ms": { type: "long", value: "86400000", min: 0 },
  "log.cleaner.max.compaction.lag.ms": { type: "long", value: "9223372036854775807", min: 1 },
  "log.cleaner.min.cleanable.ratio": { type: "double", value: "0.5", min: 0 },
  "log.cleaner.min.compaction.lag.ms": { type: "long", value: "0", min: 0 },
  "log.cleanup.policy": { type: "list", value: "delete", oneOf: ["compact", "delete"] },
  "log.flush.interval.messages": { type: "long", value: "9223372036854775807", min: 1 },
  "log.flush.interval.ms": { type: "long", value: null, min: 0 },
  "log.index.interval.bytes": { type: "int", value: "4096", min: 0 },
  "log.index.size.max.bytes": { type: "int", value: "10485760", min: 4 },
  "log.local.retention.bytes": { type: "long", value: "-2", min: -2 },
  "log.local.retention.ms": { type: "long", value: "-2", min: -2 },
  "log.message.timestamp.after.max.ms": { type: "long", value: "3600000", min: 0 },
  "log.message.timestamp.before.max.ms": { type: "long", value: "9223372036854775807", min: 0 },
  "log.message.timestamp.type": {
    type: "string",
    value: "CreateTime",
    oneOf: ["CreateTime", "LogAppendTime"]
  },
  "log.preallocate": { type: "boolean", value: "false" },
  "log.retention.bytes": { type: "long", value: "-1" },
  "log.retention.check.interval.ms": { type: "long", value: "15000", min: 1 },
  "log.retention.ms": { type: "long", value: null, min: -1 },
  "log.roll.jitter.ms": { type: "long", value: null, min: 0 },
  "log.roll.ms": { type: "long", value: null, min: 1 },
  "log.segment.bytes": { type: "int", value: "1073741824", min: 14 },
  "log.segment.delete.delay.ms": { type: "long", value: "60000", min: 0 },
  "message.max.bytes": { type: "int", value: "1048588", min: 0 },
  "min.insync.replicas": { type: "int", value: "1", min: 1 },
  "node.id": { type: "int", value: "0", min: 0 },
  "num.partitions": { type: "int", value: "1", min: 1 },
  "offset.metadata.max.bytes": { type: "int", value: "4096", min: 0 },
  "offsets.retention.minutes": { type: "int", value: "10080", min: 1 },
  "offsets.topic.num.partitions": { type: "int", value: "50", min: 1 },
  "socket.request.max.bytes": { type: "int", value: "104857600", min: 1 },
  "transaction.max.timeout.ms": { type: "int", value: "900000", min: 1 },
  "transaction.state.log.num.partitions": { type: "int", value: "50", min: 1 },
  "unclean.leader.election.enable": { type: "boolean", value: "false" }
};

// src/broker/config/setting.ts
var settingTypes = {
  boolean: 1,
  string: 2,
  int: 3,
  long: 5,
  double: 6,
  list: 7
};
var ranges = {
  int: [-(2 ** 31), 2 ** 31 - 1],
  long: [-Infinity, Infinity],
  double: [-Infinity, Infinity]
};
function settingProblem(name, setting, value) {
  const wrong = /* @__PURE__ */ __name((why) => `Invalid value ${value} for configuration ${name}: ${why}`, "wrong");
  if (setting.type === "boolean" && !/^(true|false)$/i.test(value.trim()))
    return wrong("Expected value to be either true or false");
  const range2 = ranges[setting.type];
  if (range2) return numberProblem(setting, value, range2, wrong);
  const parts = setting.type === "list" ? splitList(value) : [value];
  const stranger = parts.find((part) => setting.oneOf && !setting.oneOf.includes(part));
  if (stranger !== void 0) return wrong(`String must be one of: ${setting.oneOf?.join(", ")}`);
  return void 0;
}
__name(settingProblem, "settingProblem");
function numberProblem({ type, min = -Infinity }, value, [lowest, highest], wrong) {
  const pattern = type === "double" ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^[+-]?\d+$/;
  const number = Number(value.trim());
  if (!pattern.test(value.trim()) || number < lowest || number > highest)
    return wrong(`Not a number of type ${type.toUpperCase()}`);
  if (number < min) return wrong(`Value must be at least ${min}`);
  return void 0;
}
__name(numberProblem, "numberProblem");
function splitList(value) {
  return value.split(",").map((part) => part.trim()).filter((part) => part !== "");
}
__name(splitList, "splitList");

// src/broker/config/configuration.ts
var Configuration = class {
  static {
    __name(this, "Configuration");
  }
  /** Of what is set here. */
  source;
  settings;
  #own = /* @__PURE__ */ new Map();
  #fallback;
  /** Settings that are not set here are looked up in `fallback`. */
  constructor(source, settings, fallback) {
    this.source = source;
    this.settings = settings;
    this.#fallback = fallback;
  }
  /** What was set here, by name. */
  get own() {
    return this.#own;
  }
  /** The value that counts; null when there is none. */
  text(name) {
    return this.#own.get(name) ?? this.inherited(name);
  }
  /** The value that counts when nothing is set here. */
  inherited(name) {
    const from = this.heritage(name);
    return from?.configuration.text(from.name) ?? this.#setting(name).value;
  }
  /** The configuration that decides when nothing is set here, and the name of the setting there. */
  heritage(name) {
    const { brokerSetting = name } = this.#setting(name);
    if (!this.#fallback || !(brokerSetting in this.#fallback.settings)) return void 0;
    return { configuration: this.#fallback, name: brokerSetting };
  }
  /** Whether the value that counts was set by somebody. */
  isSet(name) {
    const from = this.heritage(name);
    return this.#own.has(name) || (from?.configuration.isSet(from.name) ?? false);
  }
  /** A boolean setting. */
  isOn(name) {
    return this.text(name)?.trim().toLowerCase() === "true";
  }
  /** A number setting; absurdly large ones lose precision, which no use of them notices. */
  number(name) {
    return Number(this.text(name));
  }
  /** A list setting. */
  list(name) {
    return splitList(this.text(name) ?? "");
  }
  /** Sets these values, which the caller has checked, in place of all that was set; null is the default. */
  replace(values) {
    this.#own.clear();
    for (const [name, value] of values) if (value !== null) this.#own.set(name, value);
    return this;
  }
  #setting(name) {
    const setting = this.settings[name];
    if (!setting) throw new RangeError(`no setting is called "${name}"`);
    return setting;
  }
};
function configurationProblem(settings, values, owner) {
  for (const [name, value] of values) {
    const setting = settings[name];
    if (!setting && owner !== "broker") return `Unknown ${owner} config name: ${name}`;
    if (value === null) return `Null value not supported for: ${name}`;
    const problem = setting && settingProblem(name, setting, value);
    if (problem) return problem;
  }
  return void 0;
}
__name(configurationProblem, "configurationProblem");

// src/broker/config/group-settings.ts
var groupSettings = {
  "consumer.heartbeat.interval.ms": inherited("group.consumer.heartbeat.interval.ms"),
  "consumer.session.timeout.ms": inherited("group.consumer.session.timeout.ms")
};
function inherited(brokerSetting) {
  const { value } = brokerSettings[brokerSetting];
  return { type: "int", value, brokerSetting };
}
__name(inherited, "inherited");
function groupBoundsProblem(broker, values) {
  for (const [name, value] of values) {
    const [kind, ...words] = name.split(".");
    const [least, most] = ["min", "max"].map(
      (bound) => broker.number(["group", kind, bound, ...words].join("."))
    );
    const isWithin = Number(value) >= Number(least) && Number(value) <= Number(most);
    if (!isWithin) return `${name} must be in the range ${least} to ${most} inclusive.`;
  }
  return void 0;
}
__name(groupBoundsProblem, "groupBoundsProblem");
var GroupConfigurations = class {
  static {
    __name(this, "GroupConfigurations");
  }
  #broker;
  #changed = /* @__PURE__ */ new Map();
  /** What a group is not told, `broker` says. */
  constructor(broker) {
    this.#broker = broker;
  }
  /** The groups that something was set for. */
  get ids() {
    return this.#changed.keys();
  }
  of(id) {
    return this.#changed.get(id) ?? new Configuration("group", groupSettings, this.#broker);
  }
  /** Keeps what was set for a group. */
  keep(id, configuration) {
    if (configuration.own.size > 0) this.#changed.set(id, configuration);
    else this.#changed.delete(id);
  }
};

// src/broker/faults.ts
var Faults = class {
  static {
    __name(this, "Faults");
  }
  #failures = /* @__PURE__ */ new Map();
  #pausedTopics = /* @__PURE__ */ new Map();
  #fetchDelays = /* @__PURE__ */ new Set();
  #wake;
  /** @internal */
  constructor(wake) {
    this.#wake = wake;
  }
  /** Lets the next requests of one kind fail with an error, as a whole. */
  failRequests({ apiKey, error, times }) {
    const failure = { errorCode: errorCodes[error], left: times };
    const failures = this.#failures.get(apiKey) ?? [];
    this.#failures.set(apiKey, failures);
    failures.push(failure);
    return {
      [Symbol.dispose]: () => {
        failure.left = 0;
      }
    };
  }
  /** Gives consumers of a topic no records; producers do not notice. */
  pauseTopic(topic) {
    this.#pausedTopics.set(topic, (this.#pausedTopics.get(topic) ?? 0) + 1);
    const stack = new DisposableStack();
    stack.defer(() => {
      const count = (this.#pausedTopics.get(topic) ?? 1) - 1;
      if (count > 0) this.#pausedTopics.set(topic, count);
      else this.#pausedTopics.delete(topic);
      this.#wake(topic);
    });
    return stack;
  }
  /** Answers every fetch this much later. */
  delayFetches(ms) {
    const delay = { ms };
    this.#fetchDelays.add(delay);
    return { [Symbol.dispose]: () => this.#fetchDelays.delete(delay) };
  }
  /** @internal */
  isPaused(topic) {
    return this.#pausedTopics.has(topic);
  }
  /** How much later a fetch is to be answered. @internal */
  get fetchDelayMs() {
    return Math.max(0, ...[...this.#fetchDelays].map(({ ms }) => ms));
  }
  /** The error that the next request of this kind is to fail with; it counts as failed. @internal */
  takeFailure(apiKey) {
    const failure = this.#failures.get(apiKey)?.find(({ left }) => left > 0);
    if (!failure) return void 0;
    failure.left--;
    return failure.errorCode;
  }
};

// src/broker/fetch-sessions.ts
import { randomInt } from "node:crypto";

// src/broker/wire/wire-error.ts
var WireError = class extends Error {
  static {
    __name(this, "WireError");
  }
  name = "WireError";
};

// src/broker/wire/primitives.ts
var NO_ID = "AAAAAAAAAAAAAAAAAAAAAA";
var int8 = fixed(
  0,
  (reader) => reader.int8(),
  (writer, value) => writer.int8(value)
);
var int16 = fixed(
  0,
  (reader) => reader.int16(),
  (writer, value) => writer.int16(value)
);
var uint16 = fixed(
  0,
  (reader) => reader.uint16(),
  (writer, value) => writer.uint16(value)
);
var int32 = fixed(
  0,
  (reader) => reader.int32(),
  (writer, value) => writer.int32(value)
);
var int64 = fixed(
  0n,
  (reader) => reader.int64(),
  (writer, value) => writer.int64(value)
);
var float64 = fixed(
  0,
  (reader) => reader.float64(),
  (writer, value) => writer.float64(value)
);
var bool = fixed(
  false,
  (reader) => reader.int8() !== 0,
  (writer, value) => writer.int8(value ? 1 : 0)
);
var uuid = fixed(
  NO_ID,
  (reader) => reader.bytes(16).toString("base64url"),
  (writer, value) => writer.bytes(Buffer.from(value, "base64url"))
);
var string = sized({
  lengthAs: "int16",
  absent: "",
  sizeOf: /* @__PURE__ */ __name((value) => Buffer.byteLength(value), "sizeOf"),
  read: /* @__PURE__ */ __name((reader, size) => reader.bytes(size).toString("utf8"), "read"),
  write: /* @__PURE__ */ __name((writer, value, size) => writer.utf8(value, size), "write")
});
var bytes = sized({
  lengthAs: "int32",
  absent: Buffer.alloc(0),
  sizeOf: /* @__PURE__ */ __name((value) => value.length, "sizeOf"),
  read: /* @__PURE__ */ __name((reader, size) => reader.bytes(size), "read"),
  write: /* @__PURE__ */ __name((writer, value) => writer.bytes(value), "write")
});
var records = sized({
  lengthAs: "int32",
  absent: Buffer.alloc(0),
  sizeOf: /* @__PURE__ */ __name((pieces) => pieces.reduce((sum, piece) => sum + piece.length, 0), "sizeOf"),
  read: /* @__PURE__ */ __name((reader, size) => reader.bytes(size), "read"),
  write(writer, pieces) {
    for (const piece of pieces) writer.bytes(piece);
  }
});
function fixed(absent, read, write) {
  const codec = { read, write };
  return { codec: /* @__PURE__ */ __name(() => codec, "codec"), absent, optional: false };
}
__name(fixed, "fixed");
function sized(form) {
  return sizedIn(() => form, form.absent);
}
__name(sized, "sized");
function sizedIn(formIn, absent) {
  const nullableCodec = /* @__PURE__ */ __name((dialect) => {
    const form = formIn(dialect);
    const { readSize, writeSize } = dialect.flexible ? compactSize : plainSize[form.lengthAs];
    return {
      read(reader) {
        const size = readSize(reader);
        return size < 0 ? null : form.read(reader, size);
      },
      write(writer, value) {
        if (value === null) return writeSize(writer, -1);
        const size = form.sizeOf(value);
        writeSize(writer, size);
        form.write(writer, value, size);
      }
    };
  }, "nullableCodec");
  return { nullableCodec, codec: /* @__PURE__ */ __name((dialect) => neverNull(nullableCodec(dialect)), "codec"), absent, optional: false };
}
__name(sizedIn, "sizedIn");
function neverNull(codec) {
  return {
    read(reader) {
      const value = codec.read(reader);
      if (value === null) throw new WireError("null was sent where the protocol allows none");
      return value;
    },
    write: /* @__PURE__ */ __name((writer, value) => codec.write(writer, value), "write")
  };
}
__name(neverNull, "neverNull");
var compactSize = {
  readSize: /* @__PURE__ */ __name((reader) => reader.uvarint() - 1, "readSize"),
  writeSize: /* @__PURE__ */ __name((writer, size) => writer.uvarint(size + 1), "writeSize")
};
var plainSize = {
  int16: {
    readSize: /* @__PURE__ */ __name((reader) => reader.int16(), "readSize"),
    writeSize: /* @__PURE__ */ __name((writer, size) => writer.int16(size), "writeSize")
  },
  int32: {
    readSize: /* @__PURE__ */ __name((reader) => reader.int32(), "readSize"),
    writeSize: /* @__PURE__ */ __name((writer, size) => writer.int32(size), "writeSize")
  }
};

// src/broker/fetch-sessions.ts
var NO_SESSION = 0;
var BEGINS = 0;
var WANTS_NONE = -1;
var MAX_SESSIONS = 1e3;
var MAX_EPOCH = 2 ** 31 - 1;
var FetchSessions = class {
  static {
    __name(this, "FetchSessions");
  }
  /** The one that was used last comes last. */
  #sessions = /* @__PURE__ */ new Map();
  /** Finds, begins or ends the session of a request; without one, it is taken for itself. */
  open(request) {
    const { sessionId, sessionEpoch, wishes } = request;
    if (sessionEpoch !== BEGINS && sessionEpoch !== WANTS_NONE) return this.#goOn(request);
    this.#sessions.delete(sessionId);
    if (sessionEpoch === WANTS_NONE || wishes.length === 0)
      return { sessionId: NO_SESSION, wishes, tell: /* @__PURE__ */ __name((fetched) => fetched, "tell") };
    return this.#begin(wishes);
  }
  #begin(wishes) {
    const session = new FetchSession(wishes);
    let id = NO_SESSION;
    while (id === NO_SESSION || this.#sessions.has(id)) id = randomInt(1, MAX_EPOCH);
    const [longestUnused] = this.#sessions.keys();
    if (this.#sessions.size >= MAX_SESSIONS && longestUnused !== void 0)
      this.#sessions.delete(longestUnused);
    this.#sessions.set(id, session);
    return {
      sessionId: id,
      wishes: session.wishes,
      tell(fetched) {
        session.news(fetched);
        return fetched;
      }
    };
  }
  #goOn(request) {
    const { sessionId, sessionEpoch } = request;
    const session = this.#sessions.get(sessionId);
    if (!session) return refuse(errorCodes.FETCH_SESSION_ID_NOT_FOUND, "");
    if (session.epoch !== sessionEpoch) return refuse(errorCodes.INVALID_FETCH_SESSION_EPOCH, "");
    if (!session.usesSameNames(request)) return refuse(errorCodes.FETCH_SESSION_TOPIC_ID_ERROR, "");
    session.update(request);
    this.#sessions.delete(sessionId);
    const { wishes } = session;
    if (wishes.length === 0) return { sessionId: NO_SESSION, wishes, tell: /* @__PURE__ */ __name((fetched) => fetched, "tell") };
    this.#sessions.set(sessionId, session);
    return { sessionId, wishes, tell: /* @__PURE__ */ __name((fetched) => session.news(fetched), "tell") };
  }
};
var FetchSession = class {
  static {
    __name(this, "FetchSession");
  }
  #wishes = /* @__PURE__ */ new Map();
  #told = /* @__PURE__ */ new Map();
  #usesIds;
  epoch = 1;
  constructor(wishes) {
    for (const wish of wishes) this.#wishes.set(keyOf(wish), wish);
    this.#usesIds = wishes.some(({ topicId }) => topicId !== NO_ID);
  }
  /** In the order of turns: those that had records last time come last. */
  get wishes() {
    return [...this.#wishes.values()];
  }
  /** Whether a request names topics as the first one did. */
  usesSameNames({ wishes, forgotten }) {
    return [...wishes, ...forgotten].every(({ topicId }) => topicId !== NO_ID === this.#usesIds);
  }
  update({ wishes, forgotten }) {
    for (const wish of wishes) this.#wishes.set(keyOf(wish), wish);
    for (const place of forgotten) {
      this.#wishes.delete(keyOf(place));
      this.#told.delete(keyOf(place));
    }
    this.epoch = this.epoch === MAX_EPOCH ? 1 : this.epoch + 1;
  }
  /** The partitions with records, errors or offsets that the client does not know. */
  news(fetched) {
    return fetched.filter((each) => {
      const key = keyOf({ ...each, partition: each.partitionIndex });
      const { errorCode, highWatermark, logStartOffset, sizeBytes } = each;
      const told = this.#told.get(key);
      this.#told.set(key, { highWatermark, logStartOffset });
      if (sizeBytes > 0) this.#takeTurn(key);
      const hasMoved = told?.highWatermark !== highWatermark || told.logStartOffset !== logStartOffset;
      return hasMoved || sizeBytes > 0 || errorCode !== errorCodes.NONE;
    });
  }
  #takeTurn(key) {
    const wish = this.#wishes.get(key);
    if (!wish) return;
    this.#wishes.delete(key);
    this.#wishes.set(key, wish);
  }
};
function keyOf({
  topic,
  topicId,
  partition
}) {
  return `${topicId} ${topic} ${partition}`;
}
__name(keyOf, "keyOf");

// src/broker/groups/classic-group.ts
import { randomUUID } from "node:crypto";

// src/broker/timer.ts
var Timer = class {
  static {
    __name(this, "Timer");
  }
  #clock;
  #due;
  constructor(clock) {
    this.#clock = clock;
  }
  /** Whether an action is due. */
  get isSet() {
    return this.#due !== void 0;
  }
  /** Calls `action` once, in `ms`. */
  set(ms, action) {
    this.clear();
    this.#due = this.#clock.at(this.#clock.nowMs() + ms, () => {
      this.#due = void 0;
      action();
    });
  }
  clear() {
    this.#due?.[Symbol.dispose]();
    this.#due = void 0;
  }
};

// src/broker/groups/classic-member.ts
var NO_ASSIGNMENT = Buffer.alloc(0);
var NEW_MEMBER_TIMEOUT_MS = 3e5;
function refuseJoin(errorCode, memberId) {
  return {
    errorCode,
    memberId,
    generationId: -1,
    protocolType: null,
    protocolName: null,
    leader: "",
    skipAssignment: false,
    members: []
  };
}
__name(refuseJoin, "refuseJoin");
function refuseSync(errorCode) {
  return { errorCode, protocolType: null, protocolName: null, assignment: NO_ASSIGNMENT };
}
__name(refuseSync, "refuseSync");
var ClassicMember = class {
  static {
    __name(this, "ClassicMember");
  }
  id;
  groupInstanceId;
  clientId;
  clientHost;
  sessionTimeoutMs;
  rebalanceTimeoutMs;
  protocols;
  assignment = NO_ASSIGNMENT;
  /** Has not been part of a generation yet. */
  isNew = true;
  /** Ends with the member's place in the group. */
  session;
  #joinReply;
  #syncReply;
  constructor(id, draft, clock) {
    this.session = new Timer(clock);
    this.id = id;
    this.groupInstanceId = draft.groupInstanceId;
    this.clientId = draft.clientId;
    this.clientHost = draft.clientHost;
    this.sessionTimeoutMs = draft.sessionTimeoutMs;
    this.rebalanceTimeoutMs = draft.rebalanceTimeoutMs;
    this.protocols = draft.protocols.map(copyProtocol);
  }
  get isAwaitingJoin() {
    return this.#joinReply !== void 0;
  }
  get isAwaitingSync() {
    return this.#syncReply !== void 0;
  }
  /** A member whose request is being held is alive: its session starts anew with the answer. */
  get isHeld() {
    return !this.isNew && (this.isAwaitingJoin || this.isAwaitingSync);
  }
  /** How long the group waits for a sign of life. */
  get patienceMs() {
    return this.isNew ? NEW_MEMBER_TIMEOUT_MS : this.sessionTimeoutMs;
  }
  /** Takes what the member says when it joins again. */
  update({ protocols, sessionTimeoutMs, rebalanceTimeoutMs }) {
    this.protocols = protocols.map(copyProtocol);
    this.sessionTimeoutMs = sessionTimeoutMs;
    this.rebalanceTimeoutMs = rebalanceTimeoutMs;
  }
  /** Whether it offers exactly these protocols. */
  matches(protocols) {
    return protocols.length === this.protocols.length && protocols.every(({ name, metadata: metadata2 }, index) => {
      const own = this.protocols[index];
      return own?.name === name && own.metadata.equals(metadata2);
    });
  }
  /** What it tells the leader under this protocol. */
  metadataFor(protocolName) {
    return this.protocols.find(({ name }) => name === protocolName)?.metadata ?? NO_ASSIGNMENT;
  }
  /** Keeps a join waiting until the generation is complete. An earlier one that still waits is let go. */
  awaitJoin() {
    this.replyJoin(refuseJoin(errorCodes.UNKNOWN_MEMBER_ID, this.id));
    return new Promise((resolve) => {
      this.#joinReply = resolve;
    });
  }
  /** Keeps a sync waiting until the leader has assigned. */
  awaitSync() {
    this.replySync(refuseSync(errorCodes.REBALANCE_IN_PROGRESS));
    return new Promise((resolve) => {
      this.#syncReply = resolve;
    });
  }
  replyJoin(result) {
    this.#joinReply?.(result);
    this.#joinReply = void 0;
  }
  replySync(result) {
    this.#syncReply?.(result);
    this.#syncReply = void 0;
  }
  /** Answers whatever it waits for with an error. */
  refuse(errorCode) {
    this.replyJoin(refuseJoin(errorCode, this.id));
    this.replySync(refuseSync(errorCode));
  }
};
function copyProtocol({ name, metadata: metadata2 }) {
  return { name, metadata: Buffer.from(metadata2) };
}
__name(copyProtocol, "copyProtocol");

// src/broker/wire/field.ts
function optional(field, absent) {
  return { ...field, absent, optional: true };
}
__name(optional, "optional");
function since(version, field, ...absent) {
  return limited(field, { from: version }, absent);
}
__name(since, "since");
function until(version, field, ...absent) {
  return limited(field, { to: version }, absent);
}
__name(until, "until");
function between(from, to, field, ...absent) {
  return limited(field, { from, to }, absent);
}
__name(between, "between");
function tagged(tag, version, field, absent = field.absent) {
  return { ...field, tag, from: version, absent, optional: true };
}
__name(tagged, "tagged");
function nullable(field) {
  return { codec: /* @__PURE__ */ __name((dialect) => field.nullableCodec(dialect), "codec"), absent: null, optional: false };
}
__name(nullable, "nullable");
function limited(field, limits, absent) {
  const [value] = absent;
  return {
    ...field,
    ...limits,
    absent: value === void 0 ? field.absent : value,
    optional: absent.length > 0
  };
}
__name(limited, "limited");

// src/broker/wire/reader.ts
var Reader = class _Reader {
  static {
    __name(this, "Reader");
  }
  #buffer;
  #offset = 0;
  constructor(buffer) {
    this.#buffer = buffer;
  }
  /** Bytes that are not read yet. */
  get remaining() {
    return this.#buffer.length - this.#offset;
  }
  int8() {
    return this.#buffer.readInt8(this.#advance(1));
  }
  int16() {
    return this.#buffer.readInt16BE(this.#advance(2));
  }
  uint8() {
    return this.#buffer.readUInt8(this.#advance(1));
  }
  uint16() {
    return this.#buffer.readUInt16BE(this.#advance(2));
  }
  int32() {
    return this.#buffer.readInt32BE(this.#advance(4));
  }
  int64() {
    return this.#buffer.readBigInt64BE(this.#advance(8));
  }
  float64() {
    return this.#buffer.readDoubleBE(this.#advance(8));
  }
  /** Unsigned, at most 32 bits. */
  uvarint() {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte2 = this.#buffer.readUInt8(this.#advance(1));
      value += (byte2 & 127) * 2 ** shift;
      if (byte2 < 128) {
        if (value > 4294967295) break;
        return value;
      }
    }
    throw new WireError("a variable-length integer has more than 32 bits");
  }
  /** Zigzag, at most 32 bits: lengths and deltas inside records. */
  varint() {
    const value = this.uvarint();
    return value >>> 1 ^ -(value & 1);
  }
  /** Zigzag, at most 64 bits: the time stamps of records. */
  varlong() {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte2 = this.#buffer.readUInt8(this.#advance(1));
      value |= BigInt(byte2 & 127) << shift;
      if (byte2 < 128) return BigInt.asIntN(64, value >> 1n ^ -(value & 1n));
    }
    throw new WireError("a variable-length integer has more than 64 bits");
  }
  /** The next `length` bytes, not copied: whoever keeps them longer than the request copies them. */
  bytes(length) {
    const start = this.#advance(length);
    return this.#buffer.subarray(start, start + length);
  }
  /** A reader of the next `length` bytes alone. */
  section(length) {
    return new _Reader(this.bytes(length));
  }
  #advance(length) {
    if (length < 0) throw new WireError(`a length is negative: ${length}`);
    const start = this.#offset;
    if (start + length > this.#buffer.length)
      throw new WireError(`${length} bytes were announced where ${this.remaining} are left`);
    this.#offset = start + length;
    return start;
  }
};

// src/broker/wire/writer.ts
var FIRST_SIZE_BYTES = 256;
var COPY_BELOW_BYTES = 1024;
var Writer = class {
  static {
    __name(this, "Writer");
  }
  #pieces = [];
  #current = Buffer.allocUnsafe(FIRST_SIZE_BYTES);
  #length = 0;
  #finishedLength = 0;
  /** Bytes written so far. */
  get length() {
    return this.#finishedLength + this.#length;
  }
  int8(value) {
    const at = this.#reserve(1);
    this.#current.writeInt8(value, at);
  }
  int16(value) {
    const at = this.#reserve(2);
    this.#current.writeInt16BE(value, at);
  }
  uint16(value) {
    const at = this.#reserve(2);
    this.#current.writeUInt16BE(value, at);
  }
  int32(value) {
    const at = this.#reserve(4);
    this.#current.writeInt32BE(value, at);
  }
  int64(value) {
    const at = this.#reserve(8);
    this.#current.writeBigInt64BE(value, at);
  }
  float64(value) {
    const at = this.#reserve(8);
    this.#current.writeDoubleBE(value, at);
  }
  uvarint(value) {
    let rest = value;
    while (rest >= 128) {
      const at2 = this.#reserve(1);
      this.#current.writeUInt8(rest % 128 | 128, at2);
      rest = Math.floor(rest / 128);
    }
    const at = this.#reserve(1);
    this.#current.writeUInt8(rest, at);
  }
  /** Zigzag, 32 bits. */
  varint(value) {
    this.uvarint((value << 1 ^ value >> 31) >>> 0);
  }
  /** Zigzag, 64 bits. */
  varlong(value) {
    let rest = BigInt.asUintN(64, value << 1n ^ value >> 63n);
    while (rest >= 0x80n) {
      const at2 = this.#reserve(1);
      this.#current.writeUInt8(Number(rest & 0x7fn) | 128, at2);
      rest >>= 7n;
    }
    const at = this.#reserve(1);
    this.#current.writeUInt8(Number(rest), at);
  }
  utf8(text, lengthBytes) {
    const at = this.#reserve(lengthBytes);
    this.#current.write(text, at, "utf8");
  }
  /** Must not be changed afterwards: it may be kept instead of copied. */
  bytes(bytes2) {
    if (bytes2.length <= COPY_BELOW_BYTES) {
      const at = this.#reserve(bytes2.length);
      this.#current.set(bytes2, at);
      return;
    }
    this.#finishCurrent();
    this.#pieces.push(Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength));
    this.#finishedLength += bytes2.length;
  }
  /** All that was written, in order. The writer is used up. */
  finish() {
    this.#finishCurrent();
    return this.#pieces;
  }
  #finishCurrent() {
    if (this.#length === 0) return;
    this.#pieces.push(this.#current.subarray(0, this.#length));
    this.#finishedLength += this.#length;
    this.#current = this.#current.subarray(this.#length);
    this.#length = 0;
  }
  #reserve(length) {
    const start = this.#length;
    if (start + length > this.#current.length) {
      const larger = Buffer.allocUnsafe(Math.max(FIRST_SIZE_BYTES, (start + length) * 2));
      this.#current.copy(larger, 0, 0, start);
      this.#current = larger;
    }
    this.#length = start + length;
    return start;
  }
};

// src/broker/wire/structures.ts
function list(item) {
  const codecOf2 = /* @__PURE__ */ __name((dialect) => isField(item) ? item.codec(dialect) : structCodec(item, dialect), "codecOf");
  return sizedIn((dialect) => {
    const codec = codecOf2(dialect);
    return {
      lengthAs: "int32",
      absent: [],
      sizeOf: /* @__PURE__ */ __name((items) => items.length, "sizeOf"),
      read: /* @__PURE__ */ __name((reader, count) => readItems(codec, reader, count), "read"),
      write(writer, items) {
        for (const value of items) codec.write(writer, value);
      }
    };
  }, []);
}
__name(list, "list");
function struct(fields) {
  const nullableCodec = /* @__PURE__ */ __name((dialect) => {
    const codec = structCodec(fields, dialect);
    return {
      read: /* @__PURE__ */ __name((reader) => reader.int8() < 0 ? null : codec.read(reader), "read"),
      write(writer, value) {
        writer.int8(value === null ? -1 : 1);
        if (value !== null) codec.write(writer, value);
      }
    };
  }, "nullableCodec");
  return {
    nullableCodec,
    codec: /* @__PURE__ */ __name((dialect) => structCodec(fields, dialect), "codec"),
    absent: absentValue(fields),
    optional: false
  };
}
__name(struct, "struct");
function structCodec(fields, dialect) {
  const present = Object.entries(fields).filter(([, { from = 0, to = Infinity }]) => from <= dialect.version && dialect.version <= to).map(([name, field]) => ({ name, field, codec: field.codec(dialect) }));
  const plain = present.filter(({ field }) => field.tag === void 0);
  const tags = present.filter(({ field }) => field.tag !== void 0).sort((a, b) => (a.field.tag ?? 0) - (b.field.tag ?? 0));
  const missing6 = Object.entries(fields).filter(
    ([name, { tag }]) => tag !== void 0 || !present.some((slot) => slot.name === name)
  );
  return {
    read(reader) {
      const value = {};
      for (const { name, codec } of plain) value[name] = codec.read(reader);
      for (const [name, { absent }] of missing6) value[name] = absent;
      if (dialect.flexible) readTags(reader, tags, value);
      return value;
    },
    write(writer, draft) {
      for (const { name, field, codec } of plain) {
        const value = draft[name];
        codec.write(writer, value === void 0 ? field.absent : value);
      }
      if (dialect.flexible) writeTags(writer, tags, draft);
    }
  };
}
__name(structCodec, "structCodec");
function isField(item) {
  return typeof item.codec === "function";
}
__name(isField, "isField");
function readItems(codec, reader, count) {
  if (count > reader.remaining)
    throw new WireError(`${count} items were announced where ${reader.remaining} bytes are left`);
  const items = [];
  for (let index = 0; index < count; index++) items.push(codec.read(reader));
  return items;
}
__name(readItems, "readItems");
function absentValue(fields) {
  const entries = Object.entries(fields).map(([name, { absent }]) => [name, absent]);
  return Object.fromEntries(entries);
}
__name(absentValue, "absentValue");
function readTags(reader, tags, value) {
  for (let count = reader.uvarint(); count > 0; count--) {
    const tag = reader.uvarint();
    const section = reader.section(reader.uvarint());
    const slot = tags.find(({ field }) => field.tag === tag);
    if (slot) value[slot.name] = slot.codec.read(section);
  }
}
__name(readTags, "readTags");
function writeTags(writer, tags, draft) {
  const given = tags.filter(({ name, field }) => draft[name] !== void 0 && draft[name] !== field.absent);
  writer.uvarint(given.length);
  for (const { name, field, codec } of given) {
    const content = new Writer();
    codec.write(content, draft[name]);
    writer.uvarint(field.tag ?? 0);
    writer.uvarint(content.length);
    for (const piece of content.finish()) writer.bytes(piece);
  }
}
__name(writeTags, "writeTags");

// src/broker/groups/consumer-protocol.ts
var LAST_VERSION = 3;
var topicPartitions = list({ topic: string, partitions: list(int32) });
var subscriptionFields = {
  topics: list(string),
  userData: nullable(bytes),
  ownedPartitions: since(1, topicPartitions),
  generationId: since(2, int32, -1),
  rackId: since(3, nullable(string), null)
};
var assignmentFields = { assignedPartitions: topicPartitions, userData: nullable(bytes) };
function readSubscription(metadata2) {
  return readVersioned(metadata2, subscriptionFields);
}
__name(readSubscription, "readSubscription");
function readAssignment(assignment) {
  return readVersioned(assignment, assignmentFields);
}
__name(readAssignment, "readAssignment");
function subscribedTopics(metadata2) {
  return readVersioned(metadata2, subscriptionFields, 0)?.topics;
}
__name(subscribedTopics, "subscribedTopics");
function writeAssignment(assignedPartitions, metadata2) {
  const version = Math.min(new Reader(metadata2).int16(), LAST_VERSION);
  const writer = new Writer();
  writer.int16(version);
  structCodec(assignmentFields, { version, flexible: false }).write(writer, {
    assignedPartitions,
    userData: null
  });
  return Buffer.concat(writer.finish());
}
__name(writeAssignment, "writeAssignment");
function readVersioned(content, fields, lastVersion = LAST_VERSION) {
  try {
    const reader = new Reader(content);
    const version = reader.int16();
    if (version < 0) return void 0;
    return structCodec(fields, { version: Math.min(version, lastVersion), flexible: false }).read(reader);
  } catch (cause) {
    if (cause instanceof WireError) return void 0;
    throw cause;
  }
}
__name(readVersioned, "readVersioned");

// src/broker/groups/classic-roster.ts
var ClassicRoster = class {
  static {
    __name(this, "ClassicRoster");
  }
  #members = /* @__PURE__ */ new Map();
  /** Member ids by group instance id (KIP-345). */
  #staticIds = /* @__PURE__ */ new Map();
  #leaderId;
  #protocolType = "";
  get size() {
    return this.#members.size;
  }
  get all() {
    return [...this.#members.values()];
  }
  get leader() {
    return this.#leaderId === void 0 ? void 0 : this.#members.get(this.#leaderId);
  }
  /** The longest that a member asks the others to wait for it. */
  get rebalanceTimeoutMs() {
    return Math.max(0, ...this.all.map(({ rebalanceTimeoutMs }) => rebalanceTimeoutMs));
  }
  /** Of the first member, and so of all; it stays when they are gone. */
  get protocolType() {
    return this.#protocolType;
  }
  /** Those that did not join again; static ones are waited for. */
  get absentees() {
    return this.all.filter(
      ({ isAwaitingJoin, groupInstanceId }) => !isAwaitingJoin && groupInstanceId === null
    );
  }
  /** Those that have joined but wait for nothing. */
  get unsynced() {
    return this.all.filter(({ isAwaitingSync }) => !isAwaitingSync);
  }
  /** Whether a consumer reads this topic, or may do so: some do not say what they read in words that the broker knows. */
  mayRead(topic, protocolName) {
    if (protocolName === null) return true;
    const read = this.all.map((member) => subscribedTopics(member.metadataFor(protocolName)));
    return read.some((topics) => topics === void 0 || topics.includes(topic));
  }
  /** The first member leads. */
  add(member, protocolType) {
    if (this.size === 0) this.#protocolType = protocolType;
    this.#members.set(member.id, member);
    if (member.groupInstanceId !== null) this.#staticIds.set(member.groupInstanceId, member.id);
    this.#leaderId ??= member.id;
  }
  /** The leader's place goes to the oldest member that is left. */
  remove(member) {
    member.session.clear();
    this.#members.delete(member.id);
    if (member.groupInstanceId !== null) this.#staticIds.delete(member.groupInstanceId);
    if (this.#leaderId === member.id) this.#leaderId = this.#members.keys().next().value;
  }
  /** A static member came back under a new id. */
  rename(member, memberId) {
    const wasLeader = this.#leaderId === member.id;
    this.#members.delete(member.id);
    member.id = memberId;
    this.#members.set(memberId, member);
    if (member.groupInstanceId !== null) this.#staticIds.set(member.groupInstanceId, memberId);
    if (wasLeader) this.#leaderId = memberId;
  }
  /** Gives the lead to a member that has joined, if the leader has not; false: nobody has. */
  ensureJoinedLeader() {
    if (this.leader?.isAwaitingJoin) return true;
    const joined = this.all.find(({ isAwaitingJoin }) => isAwaitingJoin);
    if (joined) this.#leaderId = joined.id;
    return joined !== void 0;
  }
  static(groupInstanceId) {
    const id = groupInstanceId === null ? void 0 : this.#staticIds.get(groupInstanceId);
    return id === void 0 ? void 0 : this.#members.get(id);
  }
  /** The member that a request comes from, or the error code for it. */
  find({ memberId, groupInstanceId }) {
    if (groupInstanceId === null) return this.#members.get(memberId) ?? errorCodes.UNKNOWN_MEMBER_ID;
    const member = this.static(groupInstanceId);
    if (!member) return errorCodes.UNKNOWN_MEMBER_ID;
    return member.id === memberId ? member : errorCodes.FENCED_INSTANCE_ID;
  }
  /** The same for one that leaves: a static member may be named by its instance id alone. */
  findLeaving(claim) {
    if (claim.groupInstanceId === null || claim.memberId !== "") return this.find(claim);
    return this.static(claim.groupInstanceId) ?? errorCodes.UNKNOWN_MEMBER_ID;
  }
  /** Whether a newcomer could work with the members that are here. */
  hasInCommon(newcomer) {
    const { protocolType, protocols } = newcomer;
    if (this.size === 0) return protocolType !== "" && protocols.length > 0;
    return protocolType === this.#protocolType && protocols.some(({ name }) => this.isCommon(name));
  }
  /** Whether every member offers this protocol. */
  isCommon(protocolName) {
    return this.all.every(({ protocols }) => protocols.some(({ name }) => name === protocolName));
  }
  /** Of the protocols that all members offer, the one that most of them prefer. */
  selectProtocol() {
    const votes = /* @__PURE__ */ new Map();
    for (const { protocols } of this.#members.values()) {
      const vote = protocols.find(({ name }) => this.isCommon(name))?.name;
      if (vote !== void 0) votes.set(vote, (votes.get(vote) ?? 0) + 1);
    }
    const [winner] = [...votes].sort(([, a], [, b]) => b - a);
    return winner?.[0] ?? null;
  }
};

// src/broker/groups/generation.ts
var Generation = class {
  static {
    __name(this, "Generation");
  }
  id;
  protocolType;
  /** null: there are no members. */
  protocolName;
  constructor(id, protocolType, protocolName) {
    this.id = id;
    this.protocolType = protocolType;
    this.protocolName = protocolName;
  }
  /** Whether a member that names a protocol means this generation's. */
  hasProtocol(type, name) {
    return (type === null || type === this.protocolType) && (name === null || name === this.protocolName);
  }
  /** What a member is told when it has joined. */
  joinResult(member, { leader, all }) {
    const protocolName = this.protocolName ?? "";
    return {
      errorCode: errorCodes.NONE,
      memberId: member.id,
      generationId: this.id,
      protocolType: this.protocolType,
      protocolName: this.protocolName,
      leader: leader?.id ?? "",
      skipAssignment: false,
      members: (member === leader ? all : []).map((each) => ({
        memberId: each.id,
        groupInstanceId: each.groupInstanceId,
        metadata: each.metadataFor(protocolName)
      }))
    };
  }
  /**
   * What a static member is told that comes back under a new id: the group keeps its assignment. A leader that cannot be
   * told so is told that another leads.
   */
  resumeResult(member, roster, former) {
    const result = this.joinResult(member, roster);
    if (member !== roster.leader) return result;
    return former.knowsSkipAssignment ? { ...result, skipAssignment: true } : { ...result, leader: former.memberId, members: [] };
  }
  /** What a member is told when the leader has assigned. */
  syncResult({ assignment }) {
    const { protocolType, protocolName } = this;
    return { errorCode: errorCodes.NONE, protocolType, protocolName, assignment };
  }
};

// src/broker/groups/pending-ids.ts
var PendingIds = class {
  static {
    __name(this, "PendingIds");
  }
  #timers = /* @__PURE__ */ new Map();
  #clock;
  constructor(clock) {
    this.#clock = clock;
  }
  get size() {
    return this.#timers.size;
  }
  has(memberId) {
    return this.#timers.has(memberId);
  }
  /** Waits for the id for this long; `onExpired` is called when it did not come. */
  add(memberId, timeoutMs, onExpired) {
    const expire = /* @__PURE__ */ __name(() => {
      this.#timers.delete(memberId);
      onExpired();
    }, "expire");
    this.#timers.set(memberId, this.#clock.at(this.#clock.nowMs() + timeoutMs, expire));
  }
  /** Stops waiting for the id; false: nobody waited. */
  take(memberId) {
    this.#timers.get(memberId)?.[Symbol.dispose]();
    return this.#timers.delete(memberId);
  }
  clear() {
    for (const memberId of [...this.#timers.keys()]) this.take(memberId);
  }
};

// src/broker/groups/classic-group.ts
var ClassicGroup = class {
  static {
    __name(this, "ClassicGroup");
  }
  kind = "classic";
  id;
  offsets;
  #options;
  #roster = new ClassicRoster();
  #pendingIds;
  #state = "Empty";
  #generation = new Generation(0, "", null);
  /** Ends the wait for members to join, or for members to sync. */
  #phase;
  /** The first members wait for more to come, even when all that are known are here. */
  #isGathering = false;
  constructor(id, options) {
    this.id = id;
    this.offsets = options.offsets;
    this.#options = options;
    this.#pendingIds = new PendingIds(options.clock);
    this.#phase = new Timer(options.clock);
  }
  get state() {
    return this.#state;
  }
  get protocolType() {
    return this.#roster.protocolType;
  }
  get protocolName() {
    return this.#generation.protocolName;
  }
  get generationId() {
    return this.#generation.id;
  }
  /** The protocol of the generation, or of the first one to be. */
  get commonProtocol() {
    return this.protocolName ?? this.#roster.selectProtocol();
  }
  get members() {
    return this.#roster.all;
  }
  /** No members and none on their way. */
  get isVacant() {
    return this.#roster.size === 0 && this.#pendingIds.size === 0;
  }
  /** Whether a member reads this topic; groups of other kinds than consumers keep that to themselves. */
  isSubscribedTo(topic) {
    if (this.#state === "Empty") return false;
    return this.protocolType === "consumer" && this.#roster.mayRead(topic, this.protocolName);
  }
  join(join2) {
    const { memberId, groupInstanceId } = join2;
    const isKnown = memberId !== "" && !this.#pendingIds.has(memberId);
    if (!isKnown && !this.#roster.static(groupInstanceId) && this.#roster.size >= this.#options.maxSize)
      return refuseJoin(errorCodes.GROUP_MAX_SIZE_REACHED, memberId);
    if (!this.#roster.hasInCommon(join2)) return refuseJoin(errorCodes.INCONSISTENT_GROUP_PROTOCOL, memberId);
    if (isKnown) return this.#joinAgain(join2);
    if (this.#pendingIds.take(memberId)) return this.#joinFirst(memberId, join2);
    const newId = `${groupInstanceId ?? join2.clientId}-${randomUUID()}`;
    if (groupInstanceId !== null) return this.#joinStatic(newId, join2);
    if (!join2.requiresKnownMemberId) return this.#joinFirst(newId, join2);
    this.#pendingIds.add(newId, join2.sessionTimeoutMs, () => this.#completeJoinWhenAllAreHere());
    return refuseJoin(errorCodes.MEMBER_ID_REQUIRED, newId);
  }
  sync(sync) {
    const member = this.#find(sync);
    if (typeof member === "number") return refuseSync(member);
    if (!this.#generation.hasProtocol(sync.protocolType, sync.protocolName))
      return refuseSync(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    if (this.#state === "PreparingRebalance") return refuseSync(errorCodes.REBALANCE_IN_PROGRESS);
    if (this.#state === "Stable") {
      this.#armSession(member);
      return this.#generation.syncResult(member);
    }
    const answer3 = member.awaitSync();
    if (member === this.#roster.leader) this.#assign(sync.assignments);
    return answer3;
  }
  /** The error code of a heartbeat. */
  heartbeat(claim) {
    const member = this.#find(claim);
    if (typeof member === "number") return member;
    this.#armSession(member);
    return this.#state === "PreparingRebalance" ? errorCodes.REBALANCE_IN_PROGRESS : errorCodes.NONE;
  }
  leave(claims) {
    return claims.map((claim) => {
      const wasPending = this.#pendingIds.take(claim.memberId);
      if (wasPending) this.#completeJoinWhenAllAreHere();
      const member = wasPending ? errorCodes.NONE : this.#roster.findLeaving(claim);
      if (typeof member === "number") return member;
      this.#remove(member);
      return errorCodes.NONE;
    });
  }
  /** Whether offsets may be committed under this claim: NONE, or why not. */
  checkCommit(claim, { isTransactional: isTransactional2 }) {
    if (this.#state === "Dead") return errorCodes.COORDINATOR_NOT_AVAILABLE;
    if (claim.generationId < 0 && this.#state === "Empty") return errorCodes.NONE;
    const isOutsider = claim.generationId < 0 && claim.memberId === "" && claim.groupInstanceId === null;
    if (isOutsider) return isTransactional2 ? errorCodes.NONE : errorCodes.UNKNOWN_MEMBER_ID;
    const member = this.#find(claim);
    if (typeof member === "number") return member;
    if (this.#state === "CompletingRebalance" && !isTransactional2) return errorCodes.REBALANCE_IN_PROGRESS;
    this.#armSession(member);
    return errorCodes.NONE;
  }
  /** Takes the members of a group of the new protocol, which goes on as this one. */
  takeOver(generationId, members) {
    for (const member of members) {
      member.isNew = false;
      this.#roster.add(member, "consumer");
      this.#armSession(member);
    }
    this.#generation = new Generation(generationId, "consumer", this.#roster.selectProtocol());
    this.#state = "Stable";
  }
  /** Calls all members together, to join again. */
  rebalance() {
    if (this.#state === "CompletingRebalance") this.#dropAssignment();
    const isFirst = this.#state === "Empty";
    this.#state = "PreparingRebalance";
    const { rebalanceTimeoutMs: rebalanceMs } = this.#roster;
    const delayMs = isFirst ? Math.min(this.#options.initialRebalanceDelayMs, rebalanceMs) : 0;
    this.#isGathering = delayMs > 0;
    this.#phase.set(delayMs || rebalanceMs, () => this.#completeJoin());
    this.#completeJoinWhenAllAreHere();
  }
  /** Lets all members go, with an answer to those that wait: the group was deleted or moved on, or the broker stops. */
  close(errorCode = errorCodes.COORDINATOR_NOT_AVAILABLE) {
    this.#state = "Dead";
    this.#phase.clear();
    this.#pendingIds.clear();
    for (const member of this.#roster.all) {
      member.session.clear();
      member.refuse(errorCode);
    }
  }
  #joinFirst(memberId, join2) {
    const member = new ClassicMember(memberId, join2, this.#options.clock);
    this.#roster.add(member, join2.protocolType);
    return this.#awaitGeneration(member);
  }
  #joinAgain(join2) {
    const member = this.#roster.find(join2);
    if (typeof member === "number") return refuseJoin(member, join2.memberId);
    const isFollowing = this.#state === "Stable" && member !== this.#roster.leader;
    const mayStay = member.matches(join2.protocols) && (this.#state === "CompletingRebalance" || isFollowing);
    member.update(join2);
    if (!mayStay) return this.#awaitGeneration(member);
    this.#armSession(member);
    return this.#generation.joinResult(member, this.#roster);
  }
  /** A static member without an id is new, or is one that was started again. */
  #joinStatic(newId, join2) {
    const member = this.#roster.static(join2.groupInstanceId);
    if (!member) return this.#joinFirst(newId, join2);
    const { id: oldId } = member;
    member.refuse(errorCodes.FENCED_INSTANCE_ID);
    this.#roster.rename(member, newId);
    member.update(join2);
    if (this.#state !== "Stable" || this.#roster.selectProtocol() !== this.#generation.protocolName)
      return this.#awaitGeneration(member);
    this.#armSession(member);
    return this.#generation.resumeResult(member, this.#roster, { ...join2, memberId: oldId });
  }
  #awaitGeneration(member) {
    const answer3 = member.awaitJoin();
    this.#armSession(member);
    if (this.#state === "PreparingRebalance") this.#completeJoinWhenAllAreHere();
    else this.rebalance();
    return answer3;
  }
  #dropAssignment() {
    for (const member of this.#roster.all) {
      member.assignment = NO_ASSIGNMENT;
      if (!member.isAwaitingSync) continue;
      member.replySync(refuseSync(errorCodes.REBALANCE_IN_PROGRESS));
      this.#armSession(member);
    }
  }
  #completeJoinWhenAllAreHere() {
    const isComplete = !this.#isGathering && this.#pendingIds.size === 0 && this.#roster.all.every((m) => m.isAwaitingJoin);
    if (this.#state === "PreparingRebalance" && isComplete) this.#completeJoin();
  }
  #completeJoin() {
    for (const member of this.#roster.absentees) this.#roster.remove(member);
    if (this.#roster.size > 0 && !this.#roster.ensureJoinedLeader()) {
      this.#phase.set(this.#roster.rebalanceTimeoutMs, () => this.#completeJoin());
      return;
    }
    this.#phase.clear();
    this.#isGathering = false;
    const protocolName = this.#roster.selectProtocol();
    this.#generation = new Generation(this.#generation.id + 1, this.protocolType, protocolName);
    this.#state = this.#roster.size === 0 ? "Empty" : "CompletingRebalance";
    if (this.#state === "Empty") return;
    this.#phase.set(this.#roster.rebalanceTimeoutMs, () => {
      for (const member of this.#roster.unsynced) this.#remove(member);
    });
    for (const member of this.#roster.all) {
      member.isNew = false;
      member.replyJoin(this.#generation.joinResult(member, this.#roster));
      this.#armSession(member);
    }
  }
  #assign(assignments) {
    this.#phase.clear();
    this.#state = "Stable";
    for (const member of this.#roster.all) {
      member.assignment = Buffer.from(assignments.get(member.id) ?? NO_ASSIGNMENT);
      if (!member.isAwaitingSync) continue;
      member.replySync(this.#generation.syncResult(member));
      this.#armSession(member);
    }
  }
  #find(claim) {
    const member = this.#roster.find(claim);
    if (typeof member === "number" || claim.generationId === this.#generation.id) return member;
    return errorCodes.ILLEGAL_GENERATION;
  }
  #remove(member) {
    this.#roster.remove(member);
    member.refuse(errorCodes.UNKNOWN_MEMBER_ID);
    if (this.#state === "Stable" || this.#state === "CompletingRebalance") this.rebalance();
    else this.#completeJoinWhenAllAreHere();
  }
  #armSession(member) {
    member.session.set(member.patienceMs, () => {
      if (!member.isHeld) this.#remove(member);
    });
  }
};

// src/broker/groups/committed-offsets.ts
var CommittedOffsets = class {
  static {
    __name(this, "CommittedOffsets");
  }
  #topics = /* @__PURE__ */ new Map();
  /** By producer id, in the order they came. */
  #pending = /* @__PURE__ */ new Map();
  get isEmpty() {
    return this.#topics.size === 0 && this.#pending.size === 0;
  }
  get(topic, partition) {
    return this.#topics.get(topic)?.get(partition);
  }
  /** All of them, by topic. */
  all() {
    return this.#topics;
  }
  commit({ topic, partition, offset, leaderEpoch, metadata: metadata2 }) {
    const partitions = this.#topics.get(topic) ?? /* @__PURE__ */ new Map();
    this.#topics.set(topic, partitions);
    partitions.set(partition, { offset, leaderEpoch, metadata: metadata2 });
  }
  /** Keeps an offset until the producer's transaction ends. */
  hold(producerId, placed) {
    const held = this.#pending.get(producerId) ?? [];
    this.#pending.set(producerId, held);
    held.push(placed);
  }
  /** Whether an open transaction may still change the offset of this partition. */
  isUnstable(topic, partition) {
    for (const held of this.#pending.values())
      if (held.some((placed) => placed.topic === topic && placed.partition === partition)) return true;
    return false;
  }
  /** Commits or drops what a producer's transaction holds. */
  endTransaction(producerId, committed) {
    if (committed) for (const placed of this.#pending.get(producerId) ?? []) this.commit(placed);
    this.#pending.delete(producerId);
  }
  /** Forgets one partition. */
  delete(topic, partition) {
    const partitions = this.#topics.get(topic);
    partitions?.delete(partition);
    if (partitions?.size === 0) this.#topics.delete(topic);
  }
  /** Forgets a topic that was deleted. */
  deleteTopic(topic) {
    this.#topics.delete(topic);
    for (const [producerId, held] of this.#pending)
      this.#pending.set(
        producerId,
        held.filter((placed) => placed.topic !== topic)
      );
  }
};

// src/broker/groups/classic-guests.ts
import { randomUUID as randomUUID2 } from "node:crypto";

// src/broker/groups/partition-key.ts
function partitionKey(topicId, partition) {
  return `${topicId}/${partition}`;
}
__name(partitionKey, "partitionKey");
function parsePartitionKey(key) {
  const slash = key.indexOf("/");
  return { topicId: key.slice(0, slash), partition: Number(key.slice(slash + 1)) };
}
__name(parsePartitionKey, "parsePartitionKey");

// src/broker/groups/topic-partitions.ts
function topicPartitionsOf(keys) {
  const topics = Map.groupBy([...keys].map(parsePartitionKey), ({ topicId }) => topicId);
  return [...topics].map(([topicId, places]) => ({
    topicId,
    partitions: places.map(({ partition }) => partition).toSorted((a, b) => a - b)
  }));
}
__name(topicPartitionsOf, "topicPartitionsOf");
function keysOf(topicPartitions2) {
  return new Set(
    topicPartitions2.flatMap(
      ({ topicId, partitions }) => partitions.map((partition) => partitionKey(topicId, partition))
    )
  );
}
__name(keysOf, "keysOf");
function namedPartitionsOf(keys, topics) {
  return topicPartitionsOf(keys).flatMap(({ topicId, partitions }) => {
    const topic = topics.withId(topicId)?.name;
    return topic === void 0 ? [] : [{ topic, partitions }];
  });
}
__name(namedPartitionsOf, "namedPartitionsOf");
function keysOfNamed(named, topics) {
  return keysOf(
    named.flatMap(({ topic, partitions }) => {
      const topicId = topics.named(topic)?.id;
      return topicId === void 0 ? [] : [{ topicId, partitions }];
    })
  );
}
__name(keysOfNamed, "keysOfNamed");

// src/broker/groups/classic-guests.ts
var ClassicGuests = class {
  static {
    __name(this, "ClassicGuests");
  }
  #host;
  constructor(host) {
    this.#host = host;
  }
  join(join2) {
    const { roster, targets, topics, mayDowngrade } = this.#host;
    const replacesLast = roster.isLastOfNewProtocol(roster.static(join2.groupInstanceId));
    const admission = this.#admit(join2);
    if ("errorCode" in admission) return admission;
    const { member, traits, subscription } = admission;
    const isChanged = member.subscribe({
      ...join2,
      rackId: subscription.rackId,
      topicNames: subscription.topics,
      topicPattern: ""
    });
    member.classic = traits;
    member.rejoin.clear();
    targets.bumpIfChanged(isChanged);
    const owned = keysOfNamed(subscription.ownedPartitions, topics);
    if (replacesLast && mayDowngrade) {
      const { isStale } = targets;
      if (!isStale) this.#host.reconcile(member, owned);
      this.#host.downgrade(isStale);
    } else {
      targets.update();
      this.#host.reconcile(member, owned);
      this.#armSession(member, traits);
      member.sync.set(join2.rebalanceTimeoutMs, () => this.#remove(member));
    }
    return {
      ...refuseJoin(errorCodes.NONE, member.id),
      generationId: member.epoch,
      protocolType: "consumer",
      protocolName: traits.protocols[0].name
    };
  }
  sync(sync) {
    const found = this.#find(sync);
    if (typeof found === "number") return refuseSync(found);
    const { member, traits } = found;
    const [{ name, metadata: metadata2 }] = traits.protocols;
    const { protocolType, protocolName } = sync;
    if ((protocolType ?? "consumer") !== "consumer" || (protocolName ?? name) !== name)
      return refuseSync(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    if (this.#host.targets.epoch > member.epoch && member.state !== "unrevoked") {
      this.#awaitJoin(member);
      return refuseSync(errorCodes.REBALANCE_IN_PROGRESS);
    }
    member.sync.clear();
    this.#armSession(member, traits);
    const assigned = namedPartitionsOf(member.assigned.keys(), this.#host.topics);
    return {
      errorCode: errorCodes.NONE,
      protocolType,
      protocolName,
      assignment: writeAssignment(assigned, metadata2)
    };
  }
  heartbeat(claim) {
    const found = this.#find(claim);
    if (typeof found === "number") return found;
    const { member, traits } = found;
    this.#armSession(member, traits);
    if (!this.#mustRejoin(member)) return errorCodes.NONE;
    this.#awaitJoin(member);
    return errorCodes.REBALANCE_IN_PROGRESS;
  }
  leave(claims) {
    const found = claims.map((claim) => this.#host.roster.findLeaving(claim));
    const leaving = new Set(found.flatMap((each) => "errorCode" in each ? [] : [each]));
    if (leaving.size > 0) this.#host.remove(leaving);
    return found.map((each) => "errorCode" in each ? each.errorCode : errorCodes.NONE);
  }
  #admit(join2) {
    const refuse2 = /* @__PURE__ */ __name((errorCode) => refuseJoin(errorCode, ""), "refuse");
    const { memberId, groupInstanceId, protocols, sessionTimeoutMs } = join2;
    if (!this.#host.allowsGuests) return refuse2(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    if (this.#host.isFullFor(join2)) return refuse2(errorCodes.GROUP_MAX_SIZE_REACHED);
    const [first, ...others] = protocols.map(copyProtocol);
    if (!first || join2.protocolType !== "consumer" || !this.#haveCommon(protocols))
      return refuse2(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    const claim = { groupInstanceId, memberId: memberId || randomUUID2() };
    if (memberId === "" && groupInstanceId === null && join2.requiresKnownMemberId)
      return refuseJoin(errorCodes.MEMBER_ID_REQUIRED, claim.memberId);
    const known = memberId === "" || groupInstanceId === null ? void 0 : this.#host.roster.find(claim);
    if (known && "errorCode" in known) return refuse2(known.errorCode);
    const subscription = readSubscription(first.metadata);
    if (!subscription) return refuse2(errorCodes.INCONSISTENT_GROUP_PROTOCOL);
    const traits = { sessionTimeoutMs, protocols: [first, ...others] };
    return { member: known ?? this.#host.enlist(claim), traits, subscription };
  }
  /** Whether all other guests know one of these protocols; the host's own members need none. */
  #haveCommon(protocols) {
    const others = this.#host.roster.all.flatMap(({ classic }) => classic ?? []);
    return protocols.some(
      ({ name }) => others.every((other) => other.protocols.some((known) => known.name === name))
    );
  }
  #find(claim) {
    const member = this.#host.roster.find(claim);
    if ("errorCode" in member) return member.errorCode;
    if (!member.classic) return errorCodes.UNKNOWN_MEMBER_ID;
    if (member.epoch !== claim.generationId) return errorCodes.ILLEGAL_GENERATION;
    return { member, traits: member.classic };
  }
  #mustRejoin(member) {
    const { roster, targets } = this.#host;
    if (member.epoch < targets.epoch || member.state === "unrevoked") return true;
    if (member.state !== "unreleased") return false;
    const missing6 = [...targets.of(member.id).partitions].filter((key) => !member.assigned.has(key));
    return !missing6.some((key) => roster.isHeld(key));
  }
  #armSession(member, { sessionTimeoutMs }) {
    member.session.set(sessionTimeoutMs, () => this.#remove(member));
  }
  #awaitJoin(member) {
    if (!member.rejoin.isSet) member.rejoin.set(member.rebalanceTimeoutMs, () => this.#remove(member));
  }
  #remove(member) {
    this.#host.remove(/* @__PURE__ */ new Set([member]));
  }
};

// src/broker/groups/consumer-member.ts
var LEAVES = -1;
var LEAVES_FOR_NOW = -2;
var ConsumerMember = class {
  static {
    __name(this, "ConsumerMember");
  }
  id;
  instanceId;
  rackId = null;
  clientId = "";
  clientHost = "";
  rebalanceTimeoutMs = -1;
  topicNames = [];
  topicPattern = "";
  assignor = null;
  epoch = 0;
  previousEpoch = 0;
  state = "stable";
  /** Partitions that it may read. */
  assigned = /* @__PURE__ */ new Map();
  /** Partitions that it is asked to give up and has not. */
  revoking = /* @__PURE__ */ new Map();
  /** Absent: it speaks the new protocol. */
  classic;
  session;
  /** Ends with the member's place in the group, when it does not give up what it must. */
  revocation;
  /** The same, when a member of the classic protocol does not join again, or has joined and does not sync. */
  rejoin;
  sync;
  constructor(id, instanceId, clock) {
    this.id = id;
    this.instanceId = instanceId;
    this.session = new Timer(clock);
    this.revocation = new Timer(clock);
    this.rejoin = new Timer(clock);
    this.sync = new Timer(clock);
  }
  /** Stops the timers: the member is gone. */
  close() {
    for (const timer of [this.session, this.revocation, this.rejoin, this.sync]) timer.clear();
  }
  /** Whether it has this partition, or has not given it up yet. */
  holds(key) {
    return this.assigned.has(key) || this.revoking.has(key);
  }
  /** Whether it has had this partition since this epoch, or one before. */
  hasSince(key, epoch) {
    const since2 = this.assigned.get(key) ?? this.revoking.get(key);
    return since2 !== void 0 && since2 <= epoch;
  }
  get hasLeftForNow() {
    return this.epoch === LEAVES_FOR_NOW;
  }
  /** It speaks the new protocol from now on. */
  upgrade() {
    this.classic = void 0;
    this.rejoin.clear();
    this.sync.clear();
  }
  /** Takes what the member says of itself; true: it reads something else now. */
  subscribe(wishes) {
    const before = this.#reading();
    this.clientId = wishes.clientId;
    this.clientHost = wishes.clientHost;
    this.rackId = wishes.rackId ?? this.rackId;
    if (wishes.rebalanceTimeoutMs !== -1) this.rebalanceTimeoutMs = wishes.rebalanceTimeoutMs;
    this.topicNames = wishes.topicNames ?? this.topicNames;
    this.topicPattern = wishes.topicPattern ?? this.topicPattern;
    return this.#reading() !== before;
  }
  /** Takes the place of a static member that was here under another id; its epochs begin anew. */
  inherit(old) {
    const { rackId, rebalanceTimeoutMs, topicNames, topicPattern, assignor, state, assigned } = old;
    Object.assign(this, { rackId, rebalanceTimeoutMs, topicNames, topicPattern, assignor, state, assigned });
    this.revoking = old.revoking;
    this.classic = old.classic;
  }
  /** A static member goes, but keeps its place: what it has is of no epoch. */
  leaveForNow() {
    this.epoch = LEAVES_FOR_NOW;
    this.revoking = /* @__PURE__ */ new Map();
    this.assigned = new Map([...this.assigned.keys()].map((key) => [key, 0]));
  }
  /** Whether a member that says it has this epoch is this one; the one before counts when it has got no more since. */
  isAtEpoch(epoch, owned) {
    if (epoch === this.epoch) return true;
    if (epoch > this.epoch || epoch !== this.previousEpoch || owned === null) return false;
    return [...owned].every((key) => this.assigned.has(key));
  }
  /**
   * Moves the member towards what it is to have: first it gives up what it must, then it gets what nobody else has any
   * more. Follows Kafka's CurrentAssignmentBuilder. False: there was nothing to do.
   */
  reconcile(target, { owned, isFree, isSubscribed }) {
    if (this.state === "stable" && this.epoch === target.epoch) return false;
    const stillOwns = /* @__PURE__ */ __name((holdings) => owned === null || [...holdings.keys()].some((key) => owned.has(key)), "stillOwns");
    if (this.state === "unrevoked" && stillOwns(this.revoking)) {
      const unread = where(this.assigned, (key) => !isSubscribed(key));
      if (unread.size > 0) this.#revoke(new Map([...this.revoking, ...unread]));
      return unread.size > 0;
    }
    const revoking = where(this.assigned, (key) => !target.partitions.has(key));
    if (revoking.size > 0 && stillOwns(revoking)) {
      this.#revoke(revoking);
      return true;
    }
    const missing6 = [...target.partitions].filter((key) => !this.assigned.has(key));
    const free = missing6.filter(isFree);
    this.state = free.length < missing6.length ? "unreleased" : "stable";
    if (revoking.size > 0 || free.length > 0) {
      const gained = free.map((key) => [key, target.epoch]);
      this.assigned = new Map([...without(this.assigned, revoking), ...gained]);
    }
    this.revoking = /* @__PURE__ */ new Map();
    this.#enter(target.epoch);
    return true;
  }
  #reading() {
    return JSON.stringify([this.topicNames.toSorted(), this.topicPattern]);
  }
  #revoke(revoking) {
    this.state = "unrevoked";
    this.assigned = without(this.assigned, revoking);
    this.revoking = revoking;
    this.#enter(this.epoch);
  }
  #enter(epoch) {
    this.previousEpoch = this.epoch;
    this.epoch = epoch;
  }
};
function without(holdings, others) {
  return where(holdings, (key) => !others.has(key));
}
__name(without, "without");
function where(holdings, keeps) {
  return new Map([...holdings].filter(([key]) => keeps(key)));
}
__name(where, "where");

// src/broker/groups/consumer-roster.ts
var ConsumerRoster = class {
  static {
    __name(this, "ConsumerRoster");
  }
  #groupId;
  #members = /* @__PURE__ */ new Map();
  constructor(groupId) {
    this.#groupId = groupId;
  }
  get size() {
    return this.#members.size;
  }
  get all() {
    return [...this.#members.values()];
  }
  get(memberId) {
    return this.#members.get(memberId);
  }
  static(instanceId) {
    return instanceId === null ? void 0 : this.all.find((member) => member.instanceId === instanceId);
  }
  add(member) {
    this.#members.set(member.id, member);
  }
  remove(member) {
    member.close();
    this.#members.delete(member.id);
  }
  /** The member that a request comes from, or why it is none of these. */
  find({ memberId, groupInstanceId }) {
    const member = groupInstanceId === null ? this.get(memberId) : this.static(groupInstanceId);
    if (!member)
      return refuse(
        errorCodes.UNKNOWN_MEMBER_ID,
        `Member ${memberId} is not a member of group ${this.#groupId}.`
      );
    if (member.id === memberId) return member;
    return refuse(
      errorCodes.FENCED_INSTANCE_ID,
      `Static member ${memberId} with instance id ${groupInstanceId} was fenced by member ${member.id}.`
    );
  }
  /** The same for one that leaves: a static member may be named by its instance id alone. */
  findLeaving(claim) {
    const memberId = claim.memberId || this.static(claim.groupInstanceId)?.id;
    return this.find({ ...claim, memberId: memberId ?? "" });
  }
  /** Whether a member has this partition, or has not given it up yet. */
  isHeld(key) {
    return this.all.some((member) => member.holds(key));
  }
  /** The same of any member but this one. */
  isHeldByOther(member, key) {
    return this.all.some((other) => other !== member && other.holds(key));
  }
  /** Whether this member speaks the new protocol, and all others the classic one. */
  isLastOfNewProtocol(member) {
    if (!member || member.classic) return false;
    return this.all.every((other) => other === member || other.classic);
  }
};

// src/broker/groups/assignors.ts
var uniform = /* @__PURE__ */ __name((members, topics) => {
  const shares = new Map(members.map(({ memberId }) => [memberId, /* @__PURE__ */ new Set()]));
  const lightest = /* @__PURE__ */ __name((topicId) => {
    const readers = members.filter(({ topicIds }) => topicIds.has(topicId));
    const candidates = readers.map(({ memberId }) => shares.get(memberId) ?? /* @__PURE__ */ new Set());
    return candidates.toSorted((a, b) => a.size - b.size)[0];
  }, "lightest");
  for (const topic of topics) {
    for (let partition = 0; partition < topic.partitions; partition++) {
      const key = partitionKey(topic.id, partition);
      const keeper = members.find(({ topicIds, target }) => topicIds.has(topic.id) && target.has(key));
      if (keeper) shares.get(keeper.memberId)?.add(key);
    }
  }
  const taken = new Set([...shares.values()].flatMap((share) => [...share]));
  for (const topic of topics)
    for (let partition = 0; partition < topic.partitions; partition++) {
      const key = partitionKey(topic.id, partition);
      if (!taken.has(key)) lightest(topic.id)?.add(key);
    }
  level([...shares.values()], lightest);
  return shares;
}, "uniform");
function level(shares, lightest) {
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const share of shares)
      for (const key of [...share].reverse()) {
        const other = lightest(parsePartitionKey(key).topicId);
        if (!other || other.size + 1 >= share.size) continue;
        share.delete(key);
        other.add(key);
        hasMoved = true;
      }
  }
}
__name(level, "level");
var range = /* @__PURE__ */ __name((members, topics) => {
  const shares = new Map(members.map(({ memberId }) => [memberId, /* @__PURE__ */ new Set()]));
  const sorted = members.toSorted((a, b) => rankOf(a) < rankOf(b) ? -1 : 1);
  for (const { id, partitions } of topics) {
    const readers = sorted.filter(({ topicIds }) => topicIds.has(id));
    const [least, withOneMore] = [Math.floor(partitions / readers.length), partitions % readers.length];
    let next = 0;
    for (const [index, { memberId }] of readers.entries()) {
      const end = next + least + (index < withOneMore ? 1 : 0);
      for (; next < end; next++) shares.get(memberId)?.add(partitionKey(id, next));
    }
  }
  return shares;
}, "range");
function rankOf({ memberId, instanceId }) {
  return instanceId === null ? `1${memberId}` : `0${instanceId}`;
}
__name(rankOf, "rankOf");
var assignors = { uniform, range };

// src/broker/groups/topic-pattern.ts
function compileTopicPattern(pattern) {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return void 0;
  }
}
__name(compileTopicPattern, "compileTopicPattern");

// src/broker/groups/target-assignment.ts
var DEFAULT_ASSIGNOR = "uniform";
var TargetAssignment = class {
  static {
    __name(this, "TargetAssignment");
  }
  #topics;
  #roster;
  #groupEpoch;
  #epoch;
  #partitions;
  /** The topics that members read, as they were when the group's epoch last moved. */
  #seenTopics;
  /** A group that was of the classic protocol goes on with its generation, and with what its members have. */
  constructor(topics, roster, start) {
    this.#topics = topics;
    this.#roster = roster;
    this.#groupEpoch = start.epoch;
    this.#epoch = start.epoch;
    this.#partitions = start.partitions;
    this.#seenTopics = this.#renderTopics();
  }
  get groupEpoch() {
    return this.#groupEpoch;
  }
  get epoch() {
    return this.#epoch;
  }
  /** The one that most members ask for. */
  get assignorName() {
    const wishes = this.#roster.all.flatMap(({ assignor }) => assignor ?? []);
    const [winner] = [...Map.groupBy(wishes, (name) => name)].sort(([, a], [, b]) => b.length - a.length);
    return winner?.[0] ?? DEFAULT_ASSIGNOR;
  }
  of(memberId) {
    return { epoch: this.#epoch, partitions: this.#partitions.get(memberId) ?? /* @__PURE__ */ new Set() };
  }
  /** A member goes on under another id. */
  rename(oldId, newId) {
    const { partitions } = this.of(oldId);
    const others = [...this.#partitions].filter(([id]) => id !== oldId);
    this.#partitions = new Map([...others, [newId, partitions]]);
  }
  /** Whether members are still to be told of a newer epoch. */
  get isStale() {
    return this.#epoch < this.#groupEpoch;
  }
  /** Moves the group's epoch when members or their wishes have changed, or the topics that they read. */
  bumpIfChanged(areMembersChanged) {
    if (areMembersChanged || this.#renderTopics() !== this.#seenTopics) this.#bump();
  }
  /** Makes new targets if the group's epoch has moved. */
  update() {
    if (!this.isStale) return;
    const subscribers = this.#roster.all.map((member) => {
      const ids = [...this.namesReadBy(member)].flatMap((name) => this.#topics.named(name)?.id ?? []);
      const { id: memberId, instanceId } = member;
      return { memberId, instanceId, topicIds: new Set(ids), target: this.of(memberId).partitions };
    });
    this.#partitions = assignors[this.assignorName]?.(subscribers, this.#assignableTopics()) ?? /* @__PURE__ */ new Map();
    this.#epoch = this.#groupEpoch;
  }
  /** Members are gone: those that are left are told when they are next heard of. */
  membersLeft() {
    this.#bump();
    if (this.#roster.size === 0) this.#epoch = this.#groupEpoch;
  }
  /** The names of the topics that a member reads, those that its pattern finds among them. */
  namesReadBy({ topicNames, topicPattern }) {
    if (topicPattern === "") return new Set(topicNames);
    const pattern = compileTopicPattern(topicPattern);
    const all = this.#topics.all().map(({ name }) => name);
    return /* @__PURE__ */ new Set([...topicNames, ...all.filter((name) => pattern?.test(name))]);
  }
  #bump() {
    this.#groupEpoch++;
    this.#seenTopics = this.#renderTopics();
  }
  #renderTopics() {
    return JSON.stringify(this.#assignableTopics());
  }
  #assignableTopics() {
    const names = this.#roster.all.reduce(
      (all, each) => all.union(this.namesReadBy(each)),
      /* @__PURE__ */ new Set()
    );
    return [...names].sort().flatMap((name) => {
      const topic = this.#topics.named(name);
      return topic ? [{ id: topic.id, partitions: topic.partitions.length }] : [];
    });
  }
};

// src/broker/groups/consumer-group.ts
var ConsumerGroup = class {
  static {
    __name(this, "ConsumerGroup");
  }
  kind = "consumer";
  protocolType = "consumer";
  id;
  offsets;
  topics;
  roster;
  targets;
  /** For the members that still speak the classic protocol. */
  guests = new ClassicGuests(this);
  #options;
  constructor(id, options) {
    const { start = { epoch: FIRST_EPOCH, members: [] } } = options;
    this.id = id;
    this.offsets = options.offsets;
    this.topics = options.topics;
    this.#options = options;
    this.roster = new ConsumerRoster(id);
    for (const member of start.members) {
      this.roster.add(member);
      member.session.set(member.classic?.sessionTimeoutMs ?? 0, () => this.remove(/* @__PURE__ */ new Set([member])));
    }
    const partitions = new Map(start.members.map((each) => [each.id, new Set(each.assigned.keys())]));
    this.targets = new TargetAssignment(this.topics, this.roster, { epoch: start.epoch, partitions });
  }
  get state() {
    if (this.isVacant) return "Empty";
    if (this.targets.isStale) return "Assigning";
    const isSettled = this.roster.all.every(
      ({ state, epoch }) => state === "stable" && epoch === this.targets.epoch
    );
    return isSettled ? "Stable" : "Reconciling";
  }
  get isVacant() {
    return this.roster.size === 0;
  }
  get allowsGuests() {
    return this.#options.allowsGuests();
  }
  get mayDowngrade() {
    return this.#options.mayDowngrade(this);
  }
  isSubscribedTo(topic) {
    return this.roster.all.some((member) => this.targets.namesReadBy(member).has(topic));
  }
  heartbeat(request) {
    const member = this.#findOrJoin(request);
    if ("errorCode" in member) return member;
    const { targets } = this;
    const before = { assigned: member.assigned, assignor: targets.assignorName };
    const isChanged = member.subscribe(request);
    member.upgrade();
    member.assignor = request.assignor ?? member.assignor;
    targets.bumpIfChanged(isChanged || targets.assignorName !== before.assignor);
    targets.update();
    this.reconcile(member, request.owned);
    member.session.set(this.#options.sessionTimeoutMs(), () => this.remove(/* @__PURE__ */ new Set([member])));
    const { memberEpoch, rebalanceTimeoutMs, topicNames, topicPattern, owned } = request;
    const namesTopics = topicNames !== null || topicPattern !== null;
    const isFull = memberEpoch === 0 || rebalanceTimeoutMs !== -1 && namesTopics && owned !== null;
    return { member, isToldPartitions: isFull || member.assigned !== before.assigned };
  }
  /** Removes a member; a static one that leaves for now keeps its place. */
  leave(claim, isForNow) {
    const member = this.roster.find(claim);
    if ("errorCode" in member) return member;
    if (isForNow) member.leaveForNow();
    else this.remove(/* @__PURE__ */ new Set([member]));
    return void 0;
  }
  /** Whether offsets may be committed under this claim: NONE, or why not. The generation is the member's epoch. */
  checkCommit(claim, { isTransactional: isTransactional2, knowsEpochs, keys }) {
    const { memberId, groupInstanceId, generationId } = claim;
    if (generationId < 0 && this.isVacant) return errorCodes.NONE;
    const isOutsider = generationId === -1 && memberId === "" && groupInstanceId === null;
    if (isTransactional2 && isOutsider) return errorCodes.NONE;
    const member = this.roster.get(memberId);
    if (!member) return errorCodes.UNKNOWN_MEMBER_ID;
    if (!isTransactional2 && !knowsEpochs && !member.classic) return errorCodes.UNSUPPORTED_VERSION;
    const isCovered = generationId <= member.epoch && keys.every((key) => member.hasSince(key, generationId));
    return generationId === member.epoch || isCovered ? errorCodes.NONE : staleEpochCode(member);
  }
  /** Whether a member may ask for offsets: NONE, or why not. */
  checkFetch(memberId, epoch) {
    if (memberId === null && epoch < 0) return errorCodes.NONE;
    const member = this.roster.get(memberId ?? "");
    if (!member) return errorCodes.UNKNOWN_MEMBER_ID;
    return member.epoch === epoch ? errorCodes.NONE : staleEpochCode(member);
  }
  /** Stops all timers. */
  close() {
    for (const member of this.roster.all) this.roster.remove(member);
  }
  isFullFor({ memberId, groupInstanceId }) {
    const isKnown = this.roster.static(groupInstanceId) ?? this.roster.get(memberId);
    return !isKnown && this.roster.size >= this.#options.maxSize;
  }
  enlist({ memberId, groupInstanceId }) {
    const former = this.roster.static(groupInstanceId);
    const known = groupInstanceId === null ? this.roster.get(memberId) : void 0;
    if (known) return known;
    const member = new ConsumerMember(memberId, groupInstanceId, this.#options.clock);
    if (former) {
      member.inherit(former);
      this.roster.remove(former);
      this.targets.rename(former.id, memberId);
    }
    this.roster.add(member);
    return member;
  }
  reconcile(member, owned) {
    const topicNames = this.targets.namesReadBy(member);
    const hasMoved = member.reconcile(this.targets.of(member.id), {
      owned,
      isFree: /* @__PURE__ */ __name((key) => !this.roster.isHeldByOther(member, key), "isFree"),
      isSubscribed: /* @__PURE__ */ __name((key) => topicNames.has(this.topics.withId(parsePartitionKey(key).topicId)?.name ?? ""), "isSubscribed")
    });
    if (!hasMoved || member.classic) return;
    if (member.state !== "unrevoked") member.revocation.clear();
    else member.revocation.set(member.rebalanceTimeoutMs, () => this.remove(/* @__PURE__ */ new Set([member])));
  }
  /** Members are gone. If only members of the classic protocol are left, the group becomes theirs. */
  remove(members) {
    for (const member of members) this.roster.remove(member);
    const isLeftToGuests = !this.isVacant && this.roster.all.every(({ classic }) => classic);
    if (isLeftToGuests && this.mayDowngrade) this.downgrade(true);
    else this.targets.membersLeft();
  }
  downgrade(rebalances) {
    this.#options.downgrade(this, rebalances);
  }
  #findOrJoin(request) {
    const { memberEpoch, owned } = request;
    if (this.isFullFor(request))
      return refuse(
        errorCodes.GROUP_MAX_SIZE_REACHED,
        `The consumer group has reached its maximum capacity of ${this.#options.maxSize} members.`
      );
    if (memberEpoch === 0) return this.#join(request);
    const known = this.roster.find(request);
    if ("errorCode" in known || known.isAtEpoch(memberEpoch, owned)) return known;
    return refuse(
      errorCodes.FENCED_MEMBER_EPOCH,
      `The consumer group member has another member epoch (${memberEpoch}) than the one known by the group coordinator (${known.epoch}). The member must abandon all its partitions and rejoin.`
    );
  }
  #join(request) {
    const former = this.roster.static(request.groupInstanceId);
    if (!former || former.classic || former.hasLeftForNow) return this.enlist(request);
    return refuse(
      errorCodes.UNRELEASED_INSTANCE_ID,
      `Static member ${request.memberId} with instance id ${request.groupInstanceId} cannot join the group because the instance id is owned by ${former.id} member.`
    );
  }
};
var FIRST_EPOCH = 1;
function staleEpochCode({ classic }) {
  return classic ? errorCodes.ILLEGAL_GENERATION : errorCodes.STALE_MEMBER_EPOCH;
}
__name(staleEpochCode, "staleEpochCode");

// src/broker/groups/migration.ts
var MigrationPolicy = class {
  static {
    __name(this, "MigrationPolicy");
  }
  #configuration;
  constructor(configuration) {
    this.#configuration = configuration;
  }
  get allowsGuests() {
    return this.#name !== "disabled";
  }
  mayDowngrade(group) {
    const isSmall = group.roster.size <= this.#configuration.number("group.max.size");
    return isSmall && ["bidirectional", "downgrade"].includes(this.#name);
  }
  /** Why a classic group may not become one of the new protocol; `undefined`: it may. */
  upgradeProblem({ protocolType, members }) {
    if (!["bidirectional", "upgrade"].includes(this.#name)) return "online upgrade is disabled";
    if (protocolType !== "consumer") return "the group does not use the consumer embedded protocol";
    if (members.length <= this.#configuration.number("group.consumer.max.size")) return void 0;
    return "the group size exceeds the consumer group maximum size";
  }
  get #name() {
    return this.#configuration.text("group.consumer.migration.policy") ?? "";
  }
};
function createGuests(group, topics, clock) {
  const guests = [];
  for (const member of group.members) {
    const subscription = readSubscription(member.metadataFor(group.commonProtocol ?? ""));
    const assignment = member.assignment.length > 0 ? readAssignment(member.assignment) : NO_PARTITIONS;
    const [first, ...others] = member.protocols;
    if (!subscription || !assignment || !first) return "the embedded consumer protocol is malformed";
    if (assignment.userData?.length) return "an unsupported custom assignor is in use";
    const guest = new ConsumerMember(member.id, member.groupInstanceId, clock);
    guest.subscribe({ ...member, ...subscription, topicNames: subscription.topics, topicPattern: "" });
    guest.classic = { sessionTimeoutMs: member.sessionTimeoutMs, protocols: [first, ...others] };
    guest.epoch = group.generationId;
    guest.previousEpoch = group.generationId;
    const keys = keysOfNamed(assignment.assignedPartitions, topics);
    guest.assigned = new Map([...keys].map((key) => [key, group.generationId]));
    guests.push(guest);
  }
  return guests;
}
__name(createGuests, "createGuests");
var NO_PARTITIONS = { assignedPartitions: [], userData: null };
function moveGuests(from, to, clock) {
  const members = from.roster.all.flatMap((member) => {
    const { id, instanceId: groupInstanceId, classic } = member;
    return classic ? [new ClassicMember(id, { ...member, ...classic, groupInstanceId }, clock)] : [];
  });
  to.takeOver(from.targets.groupEpoch, members);
  for (const member of members) {
    const target = namedPartitionsOf(from.targets.of(member.id).partitions, from.topics);
    member.assignment = writeAssignment(target, member.metadataFor(to.protocolName ?? ""));
  }
}
__name(moveGuests, "moveGuests");

// src/broker/groups/group-coordinator.ts
var GroupCoordinator = class {
  static {
    __name(this, "GroupCoordinator");
  }
  #groups = /* @__PURE__ */ new Map();
  #surroundings;
  #migration;
  constructor(surroundings) {
    this.#surroundings = surroundings;
    this.#migration = new MigrationPolicy(surroundings.configuration);
  }
  /** All groups, in the order they appeared. */
  all() {
    return [...this.#groups.values()];
  }
  get(id) {
    return this.#groups.get(id);
  }
  /** The group of this id if it is one of the classic protocol. */
  classic(id) {
    const group = this.#groups.get(id);
    return group?.kind === "classic" ? group : void 0;
  }
  /** The group of this id if it is one of the new protocol. */
  consumer(id) {
    const group = this.#groups.get(id);
    return group?.kind === "consumer" ? group : void 0;
  }
  /** The group of this id; a new one of the classic protocol when there is none. */
  findOrCreate(id) {
    return this.#groups.get(id) ?? this.#add(this.#newClassic(id, new CommittedOffsets()));
  }
  /** What requests of the classic protocol may ask of the group of this id, whichever protocol it has. */
  classicSide(id) {
    const group = this.#groups.get(id);
    return group?.kind === "consumer" ? group.guests : group;
  }
  /**
   * Where a member of the classic protocol joins: in a new group where there is none, or one of the new protocol without
   * members. `undefined`: there is no such group, and the member is not new.
   */
  classicSideToJoin(id, isNew) {
    const known = this.#groups.get(id);
    if (known?.kind === "classic") return known;
    if (known && !known.isVacant) return known.guests;
    if (known) this.delete(known);
    return isNew ? this.#add(this.#newClassic(id, known?.offsets ?? new CommittedOffsets())) : void 0;
  }
  /**
   * Like `consumer`, but with a new group where there is none, or one without members. The members of a classic group
   * become guests of the new one.
   */
  findOrCreateConsumer(id) {
    const known = this.#groups.get(id);
    if (known?.kind === "consumer") return known;
    if (known && known.state !== "Empty") return this.#upgrade(known);
    known?.close(errorCodes.REBALANCE_IN_PROGRESS);
    return this.#add(this.#newConsumer(id, { offsets: known?.offsets ?? new CommittedOffsets() }));
  }
  /** Forgets a group without members. */
  delete(group) {
    group.close();
    this.#groups.delete(group.id);
  }
  /** Forgets the committed offsets of a topic that was deleted. */
  topicDeleted(topic) {
    for (const { offsets } of this.#groups.values()) offsets.deleteTopic(topic);
  }
  /** Lets all members of all groups go. */
  close() {
    for (const group of this.#groups.values()) group.close();
  }
  #add(group) {
    this.#groups.set(group.id, group);
    return group;
  }
  #newClassic(id, offsets) {
    const { clock, configuration } = this.#surroundings;
    return new ClassicGroup(id, {
      clock,
      offsets,
      initialRebalanceDelayMs: configuration.number("group.initial.rebalance.delay.ms"),
      maxSize: configuration.number("group.max.size")
    });
  }
  #newConsumer(id, options) {
    const { clock, configuration, groupConfigurations, topics } = this.#surroundings;
    return new ConsumerGroup(id, {
      ...options,
      clock,
      topics,
      sessionTimeoutMs: /* @__PURE__ */ __name(() => groupConfigurations.of(id).number("consumer.session.timeout.ms"), "sessionTimeoutMs"),
      maxSize: configuration.number("group.consumer.max.size"),
      allowsGuests: /* @__PURE__ */ __name(() => this.#migration.allowsGuests, "allowsGuests"),
      mayDowngrade: /* @__PURE__ */ __name((group) => this.#migration.mayDowngrade(group), "mayDowngrade"),
      downgrade: /* @__PURE__ */ __name((group, rebalances) => this.#downgrade(group, rebalances), "downgrade")
    });
  }
  /** A member of the new protocol has come to a classic group. */
  #upgrade(group) {
    const { clock, topics } = this.#surroundings;
    const members = this.#migration.upgradeProblem(group) ?? createGuests(group, topics, clock);
    if (typeof members === "string")
      return refuse(
        errorCodes.GROUP_ID_NOT_FOUND,
        `Cannot upgrade classic group ${group.id} to consumer group because ${members}.`
      );
    const start = { epoch: group.generationId, members };
    group.close(errorCodes.REBALANCE_IN_PROGRESS);
    return this.#add(this.#newConsumer(group.id, { offsets: group.offsets, start }));
  }
  /** Only members of the classic protocol are left in a group of the new one. */
  #downgrade(group, rebalances) {
    const classic = this.#add(this.#newClassic(group.id, group.offsets));
    moveGuests(group, classic, this.#surroundings.clock);
    group.close();
    if (rebalances) classic.rebalance();
  }
};

// src/broker/log/log-cleaner.ts
var LogCleaner = class {
  static {
    __name(this, "LogCleaner");
  }
  #surroundings;
  #timer;
  constructor(surroundings) {
    this.#surroundings = surroundings;
    this.#timer = new Timer(surroundings.clock);
    this.#schedule();
  }
  /** Cleans now. With `isAll`, even what Kafka would leave until the segment that is written to is full. */
  clean(isAll) {
    const nowMs = Math.floor(this.#surroundings.clock.wallMs());
    for (const { configuration, partitions } of this.#surroundings.topics.all()) {
      const policy = configuration.list("cleanup.policy");
      for (const log of partitions) {
        if (policy.includes("delete")) log.retain(nowMs);
        if (policy.includes("compact")) log.compact(nowMs, isAll);
      }
    }
  }
  [Symbol.dispose]() {
    this.#timer.clear();
  }
  #schedule() {
    this.#timer.set(this.#surroundings.configuration.number("log.retention.check.interval.ms"), () => {
      this.clean(false);
      this.#schedule();
    });
  }
};

// src/broker/log/overflow-file.ts
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var OverflowFile = class {
  static {
    __name(this, "OverflowFile");
  }
  #descriptor;
  #free = [];
  #endBytes = 0;
  constructor() {
    const folder = mkdtempSync(join(tmpdir(), "flowproof-kafka-"));
    try {
      this.#descriptor = openSync(join(folder, "segments"), "wx+");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  write(bytes2) {
    const at = this.#take(bytes2.length);
    for (let written = 0; written < bytes2.length; )
      written += writeSync(this.#descriptor, bytes2, written, bytes2.length - written, at + written);
    return { at, sizeBytes: bytes2.length };
  }
  /** The bytes from one place of a piece to another. */
  read({ at }, from, to) {
    const bytes2 = Buffer.allocUnsafeSlow(to - from);
    for (let read = 0; read < bytes2.length; ) {
      const count = readSync(this.#descriptor, bytes2, read, bytes2.length - read, at + from + read);
      if (count === 0) throw new RangeError(`the overflow file ends before byte ${at + to}`);
      read += count;
    }
    return bytes2;
  }
  giveBack(slot) {
    this.#free.push(slot);
  }
  [Symbol.dispose]() {
    closeSync(this.#descriptor);
  }
  #take(sizeBytes) {
    const slot = this.#free.find((each) => each.sizeBytes >= sizeBytes);
    if (!slot) {
      const at = this.#endBytes;
      this.#endBytes += sizeBytes;
      return at;
    }
    this.#free = this.#free.filter((each) => each !== slot);
    const rest = { at: slot.at + sizeBytes, sizeBytes: slot.sizeBytes - sizeBytes };
    if (rest.sizeBytes > 0) this.#free.push(rest);
    return slot.at;
  }
};

// src/broker/log/log-memory.ts
var LogMemory = class {
  static {
    __name(this, "LogMemory");
  }
  #limitBytes;
  /** In the order they became full. */
  #sealed = /* @__PURE__ */ new Set();
  #residentBytes = 0;
  #file;
  constructor(limitBytes) {
    this.#limitBytes = limitBytes;
  }
  get residentBytes() {
    return this.#residentBytes;
  }
  /** Takes note that logs take more memory, or with a negative number less. */
  grew(bytes2) {
    this.#residentBytes += bytes2;
  }
  /** Takes note that nothing will be added to a segment, and makes room if that is needed. */
  seal(segment) {
    this.#sealed.add(segment);
    for (const oldest of this.#sealed) {
      if (this.#residentBytes <= this.#limitBytes) return;
      this.#sealed.delete(oldest);
      this.#file ??= new OverflowFile();
      oldest.spill(this.#file);
    }
  }
  /** Takes note that a segment is gone. */
  forget(segment) {
    this.#sealed.delete(segment);
    this.#residentBytes -= segment.residentBytes;
  }
  [Symbol.dispose]() {
    this.#file?.[Symbol.dispose]();
  }
};

// src/broker/sasl/credentials.ts
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from "node:crypto";
var scramMechanisms = {
  "SCRAM-SHA-256": { number: 1, hash: "sha256", keyBytes: 32 },
  "SCRAM-SHA-512": { number: 2, hash: "sha512", keyBytes: 64 }
};
var SCRAM_ITERATIONS = 4096;
var Credentials = class {
  static {
    __name(this, "Credentials");
  }
  #passwords;
  #scram = /* @__PURE__ */ new Map();
  constructor(users) {
    this.#passwords = new Map(Object.entries(users));
    for (const mechanism of Object.keys(scramMechanisms)) {
      const made = /* @__PURE__ */ new Map();
      for (const [user, password] of this.#passwords) made.set(user, fromPassword(mechanism, password));
      this.#scram.set(mechanism, made);
    }
  }
  isPassword(user, password) {
    const known = this.#passwords.get(user);
    return known !== void 0 && isEqual(Buffer.from(known), Buffer.from(password));
  }
  scram(mechanism, user) {
    return this.#scram.get(mechanism)?.get(user);
  }
  setScram(mechanism, user, credential) {
    this.#scram.get(mechanism)?.set(user, credential);
  }
  /** False: there was none. */
  deleteScram(mechanism, user) {
    return this.#scram.get(mechanism)?.delete(user) ?? false;
  }
  /** All users with SCRAM credentials, in order. */
  scramUsers() {
    const users = [...this.#scram.values()].flatMap((made) => [...made.keys()]);
    return [...new Set(users)].sort();
  }
};
function fromSaltedPassword(mechanism, { salt, iterations, saltedPassword }) {
  const { hash } = scramMechanisms[mechanism];
  const hmac = /* @__PURE__ */ __name((text) => createHmac(hash, saltedPassword).update(text).digest(), "hmac");
  return {
    salt,
    iterations,
    storedKey: createHash(hash).update(hmac("Client Key")).digest(),
    serverKey: hmac("Server Key")
  };
}
__name(fromSaltedPassword, "fromSaltedPassword");
function isEqual(a, b) {
  return a.length === b.length && timingSafeEqual(a, b);
}
__name(isEqual, "isEqual");
function fromPassword(mechanism, password) {
  const { hash, keyBytes } = scramMechanisms[mechanism];
  const salt = randomBytes(16);
  const saltedPassword = pbkdf2Sync(password.normalize("NFKC"), salt, SCRAM_ITERATIONS, keyBytes, hash);
  return fromSaltedPassword(mechanism, { salt, iterations: SCRAM_ITERATIONS, saltedPassword });
}
__name(fromPassword, "fromPassword");

// src/broker/topics.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// src/broker/config/topic-settings.ts
var topicSettings = {
  "cleanup.policy": {
    type: "list",
    value: "delete",
    oneOf: ["compact", "delete"],
    brokerSetting: "log.cleanup.policy"
  },
  "compression.gzip.level": { type: "int", value: "-1", brokerSetting: "compression.gzip.level" },
  "compression.lz4.level": { type: "int", value: "9", brokerSetting: "compression.lz4.level" },
  "compression.type": {
    type: "string",
    value: "producer",
    oneOf: ["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"],
    brokerSetting: "compression.type"
  },
  "compression.zstd.level": { type: "int", value: "3", brokerSetting: "compression.zstd.level" },
  "delete.retention.ms": {
    type: "long",
    value: "86400000",
    min: 0,
    brokerSetting: "log.cleaner.delete.retention.ms"
  },
  "file.delete.delay.ms": {
    type: "long",
    value: "60000",
    min: 0,
    brokerSetting: "log.segment.delete.delay.ms"
  },
  "flush.messages": {
    type: "long",
    value: "9223372036854775807",
    min: 1,
    brokerSetting: "log.flush.interval.messages"
  },
  "flush.ms": {
    type: "long",
    value: "9223372036854775807",
    min: 0,
    brokerSetting: "log.flush.interval.ms"
  },
  "follower.replication.throttled.replicas": { type: "list", value: "" },
  "index.interval.bytes": { type: "int", value: "4096", min: 0, brokerSetting: "log.index.interval.bytes" },
  "leader.replication.throttled.replicas": { type: "list", value: "" },
  "local.retention.bytes": {
    type: "long",
    value: "-2",
    min: -2,
    brokerSetting: "log.local.retention.bytes"
  },
  "local.retention.ms": { type: "long", value: "-2", min: -2, brokerSetting: "log.local.retention.ms" },
  "max.compaction.lag.ms": {
    type: "long",
    value: "9223372036854775807",
    min: 1,
    brokerSetting: "log.cleaner.max.compaction.lag.ms"
  },
  "max.message.bytes": { type: "int", value: "1048588", min: 0, brokerSetting: "message.max.bytes" },
  "message.timestamp.after.max.ms": {
    type: "long",
    value: "3600000",
    min: 0,
    brokerSetting: "log.message.timestamp.after.max.ms"
  },
  "message.timestamp.before.max.ms": {
    type: "long",
    value: "9223372036854775807",
    min: 0,
    brokerSetting: "log.message.timestamp.before.max.ms"
  },
  "message.timestamp.type": {
    type: "string",
    value: "CreateTime",
    oneOf: ["CreateTime", "LogAppendTime"],
    brokerSetting: "log.message.timestamp.type"
  },
  "min.cleanable.dirty.ratio": {
    type: "double",
    value: "0.5",
    min: 0,
    brokerSetting: "log.cleaner.min.cleanable.ratio"
  },
  "min.compaction.lag.ms": {
    type: "long",
    value: "0",
    min: 0,
    brokerSetting: "log.cleaner.min.compaction.lag.ms"
  },
  "min.insync.replicas": { type: "int", value: "1", min: 1, brokerSetting: "min.insync.replicas" },
  preallocate: { type: "boolean", value: "false", brokerSetting: "log.preallocate" },
  "remote.log.copy.disable": { type: "boolean", value: "false" },
  "remote.log.delete.on.disable": { type: "boolean", value: "false" },
  "remote.storage.enable": { type: "boolean", value: "false" },
  "retention.bytes": { type: "long", value: "-1", brokerSetting: "log.retention.bytes" },
  "retention.ms": { type: "long", value: "604800000", min: -1, brokerSetting: "log.retention.ms" },
  "segment.bytes": { type: "int", value: "1073741824", min: 1, brokerSetting: "log.segment.bytes" },
  "segment.index.bytes": {
    type: "int",
    value: "10485760",
    min: 4,
    brokerSetting: "log.index.size.max.bytes"
  },
  "segment.jitter.ms": { type: "long", value: "0", min: 0, brokerSetting: "log.roll.jitter.ms" },
  "segment.ms": { type: "long", value: "604800000", min: 1, brokerSetting: "log.roll.ms" },
  "unclean.leader.election.enable": {
    type: "boolean",
    value: "false",
    brokerSetting: "unclean.leader.election.enable"
  }
};

// src/broker/wire/crc32c.ts
var CASTAGNOLI = 2197175160;
var BYTES = 256;
var table = makeTable();
function crc32c(bytes2, start = 0) {
  let crc = -1;
  let at = start;
  for (const end = bytes2.length - 7; at < end; at += 8) {
    crc ^= byte(bytes2, at) | byte(bytes2, at + 1) << 8 | byte(bytes2, at + 2) << 16 | byte(bytes2, at + 3) << 24;
    crc = entry(7, crc & 255) ^ entry(6, crc >>> 8 & 255) ^ entry(5, crc >>> 16 & 255) ^ entry(4, crc >>> 24) ^ entry(3, byte(bytes2, at + 4)) ^ entry(2, byte(bytes2, at + 5)) ^ entry(1, byte(bytes2, at + 6)) ^ entry(0, byte(bytes2, at + 7));
  }
  for (; at < bytes2.length; at++) crc = crc >>> 8 ^ entry(0, (crc ^ byte(bytes2, at)) & 255);
  return ~crc >>> 0;
}
__name(crc32c, "crc32c");
function byte(bytes2, at) {
  return bytes2[at];
}
__name(byte, "byte");
function entry(zeros, value) {
  return table[zeros * BYTES | value];
}
__name(entry, "entry");
function makeTable() {
  const made = new Int32Array(8 * BYTES);
  for (let value = 0; value < BYTES; value++) {
    let crc = value;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ CASTAGNOLI : crc >>> 1;
    made[value] = crc;
  }
  for (let at = BYTES; at < made.length; at++) {
    const before = made[at - BYTES];
    made[at] = before >>> 8 ^ made[before & 255];
  }
  return made;
}
__name(makeTable, "makeTable");

// src/broker/wire/record-batch.ts
var AT = {
  baseOffset: 0,
  length: 8,
  leaderEpoch: 12,
  magic: 16,
  crc: 17,
  attributes: 21,
  lastOffsetDelta: 23,
  baseTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  producerEpoch: 51,
  baseSequence: 53,
  count: 57
};
var BATCH_HEADER_BYTES = 61;
var BATCH_PREFIX_BYTES = 12;
var MAGIC = 2;
var MAX_SEQUENCE = 2 ** 31 - 1;
function readBatchHeader(buffer, at = 0) {
  return {
    baseOffset: buffer.readBigInt64BE(at + AT.baseOffset),
    sizeBytes: batchSize(buffer, at),
    magic: buffer.readInt8(at + AT.magic),
    attributes: buffer.readInt16BE(at + AT.attributes),
    lastOffsetDelta: buffer.readInt32BE(at + AT.lastOffsetDelta),
    baseTimestamp: buffer.readBigInt64BE(at + AT.baseTimestamp),
    maxTimestamp: maxTimestampAt(buffer, at),
    producerId: buffer.readBigInt64BE(at + AT.producerId),
    producerEpoch: buffer.readInt16BE(at + AT.producerEpoch),
    baseSequence: buffer.readInt32BE(at + AT.baseSequence),
    count: buffer.readInt32BE(at + AT.count)
  };
}
__name(readBatchHeader, "readBatchHeader");
function batchSize(buffer, at) {
  return BATCH_PREFIX_BYTES + buffer.readInt32BE(at + AT.length);
}
__name(batchSize, "batchSize");
function maxTimestampAt(buffer, at) {
  return buffer.readBigInt64BE(at + AT.maxTimestamp);
}
__name(maxTimestampAt, "maxTimestampAt");
function codecOf({ attributes }) {
  return attributes & 7;
}
__name(codecOf, "codecOf");
var ZSTD = 4;
function isTransactional({ attributes }) {
  return (attributes & 16) !== 0;
}
__name(isTransactional, "isTransactional");
function isControl({ attributes }) {
  return (attributes & 32) !== 0;
}
__name(isControl, "isControl");
function hasRightChecksum(batch) {
  return batch.readUInt32BE(AT.crc) === crc32c(batch, AT.attributes);
}
__name(hasRightChecksum, "hasRightChecksum");
function placeBatch(batch, baseOffset, leaderEpoch) {
  batch.writeBigInt64BE(baseOffset, AT.baseOffset);
  batch.writeInt32BE(leaderEpoch, AT.leaderEpoch);
}
__name(placeBatch, "placeBatch");
function stampBatch(batch, appendTimeMs) {
  batch.writeInt16BE(batch.readInt16BE(AT.attributes) | 8, AT.attributes);
  batch.writeBigInt64BE(appendTimeMs, AT.maxTimestamp);
  batch.writeUInt32BE(crc32c(batch, AT.attributes), AT.crc);
}
__name(stampBatch, "stampBatch");
function encodeBatch(draft) {
  const body = encodeRecords(draft.records);
  const batch = Buffer.alloc(BATCH_HEADER_BYTES + body.length);
  const deltas = draft.records.map(({ offsetDelta }, index) => offsetDelta ?? index);
  const latest = draft.records.reduce(
    (max, { timestampDelta = 0n }) => timestampDelta > max ? timestampDelta : max,
    0n
  );
  batch.writeInt32BE(batch.length - BATCH_PREFIX_BYTES, AT.length);
  batch.writeInt8(MAGIC, AT.magic);
  batch.writeInt16BE(draft.attributes ?? 0, AT.attributes);
  batch.writeInt32BE(deltas.at(-1) ?? 0, AT.lastOffsetDelta);
  batch.writeBigInt64BE(draft.baseTimestamp, AT.baseTimestamp);
  batch.writeBigInt64BE(draft.baseTimestamp + latest, AT.maxTimestamp);
  batch.writeBigInt64BE(draft.producerId ?? -1n, AT.producerId);
  batch.writeInt16BE(draft.producerEpoch ?? -1, AT.producerEpoch);
  batch.writeInt32BE(draft.baseSequence ?? -1, AT.baseSequence);
  batch.writeInt32BE(draft.records.length, AT.count);
  body.copy(batch, BATCH_HEADER_BYTES);
  batch.writeUInt32BE(crc32c(batch, AT.attributes), AT.crc);
  return batch;
}
__name(encodeBatch, "encodeBatch");
function encodeRecords(records2) {
  const writer = new Writer();
  for (const [index, record] of records2.entries()) {
    const content = new Writer();
    content.int8(0);
    content.varlong(record.timestampDelta ?? 0n);
    content.varint(record.offsetDelta ?? index);
    writeVarBytes(content, record.key);
    writeVarBytes(content, record.value);
    content.varint(record.headers?.length ?? 0);
    for (const [name, value] of record.headers ?? []) {
      writeVarBytes(content, Buffer.from(name));
      writeVarBytes(content, value);
    }
    writer.varint(content.length);
    for (const piece of content.finish()) writer.bytes(piece);
  }
  return Buffer.concat(writer.finish());
}
__name(encodeRecords, "encodeRecords");
function writeVarBytes(writer, bytes2) {
  writer.varint(bytes2 === null ? -1 : bytes2.length);
  if (bytes2) writer.bytes(bytes2);
}
__name(writeVarBytes, "writeVarBytes");
var CODEC_BITS = 7;
function rewriteBatch(batch, records2) {
  const rewritten = Buffer.concat([batch.subarray(0, BATCH_HEADER_BYTES), ...records2]);
  rewritten.writeInt32BE(rewritten.length - BATCH_PREFIX_BYTES, AT.length);
  rewritten.writeInt16BE(rewritten.readInt16BE(AT.attributes) & ~CODEC_BITS, AT.attributes);
  rewritten.writeInt32BE(records2.length, AT.count);
  rewritten.writeUInt32BE(crc32c(rewritten, AT.attributes), AT.crc);
  return rewritten;
}
__name(rewriteBatch, "rewriteBatch");

// src/broker/wire/compression.ts
import { gunzipSync, zstdDecompressSync } from "node:zlib";

// src/broker/wire/snappy.ts
var STREAM_MAGIC = Buffer.from([130, 83, 78, 65, 80, 80, 89, 0]);
function decompressSnappy(bytes2, maxBytes) {
  const reader = new Reader(bytes2);
  if (!bytes2.subarray(0, STREAM_MAGIC.length).equals(STREAM_MAGIC)) return readBlock(reader, maxBytes);
  reader.bytes(STREAM_MAGIC.length + 8);
  const blocks = [];
  for (let restBytes = maxBytes; reader.remaining > 0; ) {
    const block = readBlock(reader.section(reader.int32()), restBytes);
    restBytes -= block.length;
    blocks.push(block);
  }
  return Buffer.concat(blocks);
}
__name(decompressSnappy, "decompressSnappy");
function readBlock(reader, maxBytes) {
  const sizeBytes = reader.uvarint();
  if (sizeBytes > maxBytes) throw new WireError(`the block has ${sizeBytes} bytes, more than ${maxBytes}`);
  const output = Buffer.alloc(sizeBytes);
  let at = 0;
  while (reader.remaining > 0) {
    const tag = reader.uint8();
    const kind = tag & 3;
    if (kind === 0) {
      const literal = reader.bytes(literalLength(reader, tag >>> 2));
      if (at + literal.length > sizeBytes) throw new WireError("a literal passes the end of the block");
      literal.copy(output, at);
      at += literal.length;
      continue;
    }
    const { length, distance } = readCopy(reader, tag, kind);
    copyWithin(output, at, distance, length);
    at += length;
  }
  if (at !== sizeBytes) throw new WireError(`the block has ${at} bytes, not ${sizeBytes}`);
  return output;
}
__name(readBlock, "readBlock");
function literalLength(reader, inTag) {
  return inTag < 60 ? inTag + 1 : littleEndian(reader, inTag - 59) + 1;
}
__name(literalLength, "literalLength");
function readCopy(reader, tag, kind) {
  if (kind === 1) return { length: (tag >>> 2 & 7) + 4, distance: tag >>> 5 << 8 | reader.uint8() };
  return { length: (tag >>> 2) + 1, distance: littleEndian(reader, kind === 2 ? 2 : 4) };
}
__name(readCopy, "readCopy");
function littleEndian(reader, bytes2) {
  return reader.bytes(bytes2).readUIntLE(0, bytes2);
}
__name(littleEndian, "littleEndian");
function copyWithin(output, at, distance, length) {
  if (distance === 0 || distance > at || at + length > output.length)
    throw new WireError("a copy reaches outside of the block");
  if (distance >= length) output.copyWithin(at, at - distance, at - distance + length);
  else for (let index = at; index < at + length; index++) output[index] = output[index - distance];
}
__name(copyWithin, "copyWithin");

// src/broker/wire/lz4.ts
var MAGIC2 = 407708164;
var FLAGS = { dictionary: 1, contentChecksum: 4, contentSize: 8, blockChecksum: 16 };
var UNCOMPRESSED = 2147483648;
var MIN_MATCH = 4;
function decompressLz4(bytes2, maxBytes) {
  const reader = new Reader(bytes2);
  if (reader.bytes(4).readUInt32LE() !== MAGIC2) throw new WireError("not an LZ4 frame");
  const flags = reader.uint8();
  reader.int8();
  if (flags & FLAGS.contentSize) reader.bytes(8);
  if (flags & FLAGS.dictionary) reader.bytes(4);
  reader.int8();
  const output = new Output(maxBytes);
  for (; ; ) {
    const size = reader.bytes(4).readUInt32LE();
    if (size === 0) return output.finish();
    const block = reader.bytes(size % UNCOMPRESSED);
    if (size >= UNCOMPRESSED) output.literal(block);
    else readBlock2(new Reader(block), output);
    if (flags & FLAGS.blockChecksum) reader.bytes(4);
  }
}
__name(decompressLz4, "decompressLz4");
function readBlock2(reader, output) {
  for (; ; ) {
    const token = reader.uint8();
    output.literal(reader.bytes(readLength(reader, token >>> 4)));
    if (reader.remaining === 0) return;
    const distance = reader.bytes(2).readUInt16LE();
    output.repeat(distance, readLength(reader, token & 15) + MIN_MATCH);
  }
}
__name(readBlock2, "readBlock");
function readLength(reader, inToken) {
  if (inToken < 15) return inToken;
  let length = inToken;
  for (; ; ) {
    const more = reader.uint8();
    length += more;
    if (more < 255) return length;
  }
}
__name(readLength, "readLength");
var Output = class {
  static {
    __name(this, "Output");
  }
  #maxBytes;
  #buffer = Buffer.alloc(4096);
  #length = 0;
  constructor(maxBytes) {
    this.#maxBytes = maxBytes;
  }
  literal(bytes2) {
    this.#reserve(bytes2.length);
    bytes2.copy(this.#buffer, this.#length);
    this.#length += bytes2.length;
  }
  repeat(distance, length) {
    this.#reserve(length);
    copyWithin(this.#buffer, this.#length, distance, length);
    this.#length += length;
  }
  finish() {
    return this.#buffer.subarray(0, this.#length);
  }
  #reserve(length) {
    const needed = this.#length + length;
    if (needed > this.#maxBytes) throw new WireError(`more than ${this.#maxBytes} bytes come out`);
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.alloc(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
};

// src/broker/wire/compression.ts
var MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
var codecs = [
  (bytes2) => bytes2,
  (bytes2) => gunzipSync(bytes2, { maxOutputLength: MAX_OUTPUT_BYTES }),
  (bytes2) => decompressSnappy(bytes2, MAX_OUTPUT_BYTES),
  (bytes2) => decompressLz4(bytes2, MAX_OUTPUT_BYTES),
  (bytes2) => zstdDecompressSync(bytes2, { maxOutputLength: MAX_OUTPUT_BYTES })
];
function decompress(codec, bytes2) {
  const decode2 = codecs[codec];
  if (!decode2) throw new WireError(`no compression has the number ${codec}`);
  try {
    return decode2(bytes2);
  } catch (cause) {
    throw new WireError("the records cannot be decompressed", { cause });
  }
}
__name(decompress, "decompress");

// src/broker/wire/records.ts
var LOG_APPEND_TIME = 8;
function readRecords(batch) {
  const header = readBatchHeader(batch);
  const body = decompress(codecOf(header), batch.subarray(BATCH_HEADER_BYTES));
  const isStamped = (header.attributes & LOG_APPEND_TIME) !== 0;
  const reader = new Reader(body);
  const records2 = [];
  for (let index = 0; index < header.count; index++) {
    const start = body.length - reader.remaining;
    const content = reader.section(reader.varint());
    content.int8();
    const timestamp = header.baseTimestamp + content.varlong();
    const offset = header.baseOffset + BigInt(content.varint());
    const key = readVarBytes(content);
    const value = readVarBytes(content);
    records2.push({
      offset,
      timestamp: isStamped ? header.maxTimestamp : timestamp,
      key,
      value,
      bytes: body.subarray(start, body.length - reader.remaining)
    });
  }
  return records2;
}
__name(readRecords, "readRecords");
function tryReadRecords(batch) {
  try {
    return readRecords(batch);
  } catch (cause) {
    if (cause instanceof WireError) return void 0;
    throw cause;
  }
}
__name(tryReadRecords, "tryReadRecords");
function readVarBytes(reader) {
  const length = reader.varint();
  return length < 0 ? null : reader.bytes(length);
}
__name(readVarBytes, "readVarBytes");

// src/broker/log/compact.ts
function compact(batches, aborted, rules, tombstones) {
  const decoded = batches.map((batch) => decode(batch, aborted));
  const last = /* @__PURE__ */ new Map();
  for (const { records: records2 } of decoded)
    for (const { key, offset } of records2 ?? []) if (key) last.set(key.toString("latin1"), offset);
  const stays = /* @__PURE__ */ __name((record) => {
    if (!record.key || last.get(record.key.toString("latin1")) !== record.offset) return false;
    return record.value !== null || isYoung(record.offset, rules, tombstones);
  }, "stays");
  return decoded.flatMap(({ batch, header, records: records2 }) => {
    if (isControl(header) || !records2) return [batch];
    const kept = records2.filter(stays);
    if (kept.length === header.count) return [batch];
    return kept.length === 0 ? [] : [
      rewriteBatch(
        batch,
        kept.map(({ bytes: bytes2 }) => bytes2)
      )
    ];
  });
}
__name(compact, "compact");
function decode(batch, aborted) {
  const header = readBatchHeader(batch);
  const isDropped = isControl(header) || isTransactional(header) && isAborted(header, aborted);
  return { batch, header, records: isDropped ? [] : tryReadRecords(batch) };
}
__name(decode, "decode");
function isAborted({ producerId, baseOffset }, aborted) {
  return aborted.some(
    (transaction) => transaction.producerId === producerId && transaction.firstOffset <= baseOffset && baseOffset < transaction.lastOffset
  );
}
__name(isAborted, "isAborted");
function isYoung(offset, rules, tombstones) {
  const sinceMs = tombstones.get(offset) ?? rules.nowMs;
  tombstones.set(offset, sinceMs);
  return rules.nowMs - sinceMs < rules.deleteRetentionMs;
}
__name(isYoung, "isYoung");

// src/broker/log/producer-states.ts
var REMEMBERED_BATCHES = 5;
var COORDINATOR_EPOCH = 0;
var ProducerStates = class {
  static {
    __name(this, "ProducerStates");
  }
  #states = /* @__PURE__ */ new Map();
  #aborted = [];
  /** Says whether a batch of a producer may be appended, is a retry of one that was, or why not. */
  check(batch) {
    const state = this.#states.get(batch.producerId);
    if (!state) return void 0;
    const lastSequence = lastSequenceOf(batch);
    if (batch.producerEpoch === state.epoch) {
      const same = state.batches.find(
        (known) => known.firstSequence === batch.baseSequence && known.lastSequence === lastSequence
      );
      if (same) return { baseOffset: same.baseOffset, logAppendTimeMs: same.maxTimestamp };
    }
    if (batch.producerEpoch < state.epoch) return refuse(errorCodes.INVALID_PRODUCER_EPOCH);
    if (state.transactionStart !== void 0 && !isTransactional(batch))
      return refuse(errorCodes.INVALID_TXN_STATE);
    const last = batch.producerEpoch === state.epoch ? state.batches.at(-1)?.lastSequence ?? -1 : -1;
    return follows(last, batch.baseSequence) ? void 0 : refuse(errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER);
  }
  /** Takes note of a batch that was appended at `baseOffset`. */
  appended(batch, baseOffset) {
    const state = this.#states.get(batch.producerId) ?? newState(batch.producerEpoch);
    this.#states.set(batch.producerId, state);
    if (state.epoch !== batch.producerEpoch) {
      state.epoch = batch.producerEpoch;
      state.batches = [];
    }
    state.batches.push({
      firstSequence: batch.baseSequence,
      lastSequence: lastSequenceOf(batch),
      baseOffset,
      maxTimestamp: batch.maxTimestamp
    });
    if (state.batches.length > REMEMBERED_BATCHES) state.batches.shift();
    state.lastTimestamp = batch.maxTimestamp;
    if (isTransactional(batch)) state.transactionStart ??= baseOffset;
  }
  /** Takes note of the marker that ended a producer's transaction. */
  ended({ producerId, producerEpoch: epoch, committed, offset, timestamp }) {
    const state = this.#states.get(producerId) ?? newState(epoch);
    this.#states.set(producerId, state);
    if (state.epoch !== epoch) {
      state.epoch = epoch;
      state.batches = [];
    }
    state.coordinatorEpoch = COORDINATOR_EPOCH;
    state.lastTimestamp = timestamp;
    const firstOffset = state.transactionStart;
    state.transactionStart = void 0;
    if (!committed && firstOffset !== void 0)
      this.#aborted.push({ producerId, firstOffset, lastOffset: offset });
  }
  /** Offset of the first record of an open transaction; `undefined`: none is open. */
  get firstOpenOffset() {
    let first;
    for (const { transactionStart } of this.#states.values())
      if (transactionStart !== void 0 && (first === void 0 || transactionStart < first))
        first = transactionStart;
    return first;
  }
  /** The transactions that were aborted and have records from `from` up to, not including, `to`. */
  abortedBetween(from, to) {
    return this.#aborted.filter(({ firstOffset, lastOffset }) => lastOffset >= from && firstOffset < to);
  }
  /** The producers, in no order. */
  summaries() {
    return [...this.#states].map(([producerId, state]) => ({
      producerId,
      epoch: state.epoch,
      lastSequence: state.batches.at(-1)?.lastSequence ?? -1,
      lastTimestamp: state.lastTimestamp,
      coordinatorEpoch: state.coordinatorEpoch,
      transactionStart: state.transactionStart ?? -1n
    }));
  }
  /** Forgets aborted transactions that ended before `offset`: no reader can see their records any more. */
  forgetBefore(offset) {
    const kept = this.#aborted.filter(({ lastOffset }) => lastOffset >= offset);
    this.#aborted.splice(0, this.#aborted.length, ...kept);
  }
};
function newState(epoch) {
  return { epoch, batches: [], lastTimestamp: -1n, coordinatorEpoch: -1, transactionStart: void 0 };
}
__name(newState, "newState");
function lastSequenceOf({ baseSequence, lastOffsetDelta }) {
  const last = baseSequence + lastOffsetDelta;
  return last > MAX_SEQUENCE ? last - MAX_SEQUENCE - 1 : last;
}
__name(lastSequenceOf, "lastSequenceOf");
function follows(last, next) {
  return next === last + 1 || next === 0 && last === MAX_SEQUENCE;
}
__name(follows, "follows");

// src/broker/log/segment.ts
var SEGMENT_BYTES = 1 << 20;
var FIRST_BUFFER_BYTES = 4096;
var NOTHING = Buffer.alloc(0);
var Segment = class {
  static {
    __name(this, "Segment");
  }
  baseOffset;
  /** Epoch milliseconds of its first append. */
  createdAtMs;
  #memory;
  #buffer = NOTHING;
  #spilled;
  #sizeBytes = 0;
  /** Of each batch: where it starts, its first and last offset from `baseOffset` on, and its latest time. */
  #positions = [];
  #firstDeltas = [];
  #lastDeltas = [];
  #timestamps = [];
  constructor(baseOffset, createdAtMs, memory) {
    this.baseOffset = baseOffset;
    this.createdAtMs = createdAtMs;
    this.#memory = memory;
  }
  get sizeBytes() {
    return this.#sizeBytes;
  }
  get residentBytes() {
    return this.#buffer.length;
  }
  get isEmpty() {
    return this.#positions.length === 0;
  }
  /** Offset of the last record. */
  get lastOffset() {
    return this.baseOffset + BigInt(this.#lastDeltas.at(-1) ?? -1);
  }
  /** The latest time stamp of its records; -1: it has none. */
  get maxTimestamp() {
    return this.#timestamps.reduce((latest, timestamp) => Math.max(latest, timestamp), -1);
  }
  /** Copies a batch to the end. The result is the copy, in place. */
  append(batch, baseOffset, lastOffset, leaderEpoch) {
    this.#reserve(batch.length);
    const start = this.#sizeBytes;
    batch.copy(this.#buffer, start);
    this.#sizeBytes += batch.length;
    this.#positions.push(start);
    this.#firstDeltas.push(Number(baseOffset - this.baseOffset));
    this.#lastDeltas.push(Number(lastOffset - this.baseOffset));
    this.#timestamps.push(Number(maxTimestampAt(batch, 0)));
    const placed = this.#buffer.subarray(start, this.#sizeBytes);
    placeBatch(placed, baseOffset, leaderEpoch);
    return placed;
  }
  /**
   * The batches from the one with `offset` on, those that start below `below`, up to `maxBytes`; with `atLeastOne` the
   * first even when it is larger. Never changed. `isRest`: nothing of the segment comes after them.
   */
  read(offset, { below, maxBytes, atLeastOne }) {
    const first = this.#indexOf(offset);
    const belowDelta = Number(below - this.baseOffset);
    const start = this.#positions[first] ?? this.#sizeBytes;
    let index = first;
    while (this.#isWanted(index, start, belowDelta, maxBytes, atLeastOne && index === first)) index++;
    const bytes2 = this.#bytes(start, this.#positions[index] ?? this.#sizeBytes);
    return { bytes: bytes2, isRest: index === this.#positions.length };
  }
  /** The whole batches, in order. */
  *batches() {
    const all = this.#bytes(0, this.#sizeBytes);
    for (const [index, position] of this.#positions.entries())
      yield all.subarray(position, this.#positions[index + 1] ?? this.#sizeBytes);
  }
  /** The first batch from `offset` on whose latest time stamp is at least `timestamp`. */
  findByTime(timestamp, offset) {
    const first = this.#indexOf(offset);
    const index = this.#timestamps.findIndex(
      (latest, place) => place >= first && BigInt(latest) >= timestamp
    );
    const position = this.#positions[index];
    if (position === void 0) return void 0;
    return this.#bytes(position, this.#positions[index + 1] ?? this.#sizeBytes);
  }
  /** Moves the bytes to the overflow file. Nothing may be appended any more. */
  spill(file) {
    this.#spilled = { file, slot: file.write(this.#buffer.subarray(0, this.#sizeBytes)) };
    this.#setBuffer(NOTHING);
  }
  /** Gives back what it takes. */
  delete() {
    this.#memory.forget(this);
    this.#buffer = NOTHING;
    this.#spilled?.file.giveBack(this.#spilled.slot);
  }
  #bytes(from, to) {
    if (!this.#spilled || from === to) return this.#buffer.subarray(from, to);
    return this.#spilled.file.read(this.#spilled.slot, from, to);
  }
  #isWanted(index, start, belowDelta, maxBytes, always) {
    const firstDelta = this.#firstDeltas[index];
    if (firstDelta === void 0 || firstDelta >= belowDelta) return false;
    return always || (this.#positions[index + 1] ?? this.#sizeBytes) - start <= maxBytes;
  }
  /** Index of the first batch whose last offset is not below `offset`. */
  #indexOf(offset) {
    const delta = Number(offset - this.baseOffset);
    let low = 0;
    let high = this.#lastDeltas.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if ((this.#lastDeltas[middle] ?? 0) < delta) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  #reserve(sizeBytes) {
    const needed = this.#sizeBytes + sizeBytes;
    if (needed <= this.#buffer.length) return;
    const doubled = Math.min(Math.max(FIRST_BUFFER_BYTES, this.#buffer.length * 2), SEGMENT_BYTES);
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, doubled));
    this.#buffer.copy(larger, 0, 0, this.#sizeBytes);
    this.#setBuffer(larger);
  }
  #setBuffer(buffer) {
    this.#memory.grew(buffer.length - this.#buffer.length);
    this.#buffer = buffer;
  }
};

// src/broker/log/segments.ts
var Segments = class {
  static {
    __name(this, "Segments");
  }
  #memory;
  #segments = [];
  constructor(memory) {
    this.#memory = memory;
  }
  get all() {
    return this.#segments;
  }
  get sizeBytes() {
    return this.#segments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  }
  /** The segment that a batch of this size goes to. */
  forAppend(sizeBytes, nextOffset, nowMs, rules) {
    const last = this.#segments.at(-1);
    const limit = Math.min(SEGMENT_BYTES, rules.maxBytes);
    const hasRoom = last && (last.isEmpty || last.sizeBytes + sizeBytes <= limit);
    if (last && hasRoom && !isOld(last, nowMs, rules)) return last;
    this.roll(nextOffset, nowMs);
    return this.#segments.at(-1);
  }
  /** Begins a new segment, so that all before it can be cleaned. */
  roll(nextOffset, nowMs) {
    const last = this.#segments.at(-1);
    if (last) this.#memory.seal(last);
    this.#segments.push(new Segment(nextOffset, nowMs, this.#memory));
  }
  /** Begins a new segment if the last one is too old for more. */
  rollIfOld(nextOffset, nowMs, rules) {
    const last = this.#segments.at(-1);
    if (last && !last.isEmpty && isOld(last, nowMs, rules)) this.roll(nextOffset, nowMs);
  }
  /** Batches from the one with `offset` on, in pieces. */
  read(offset, { maxBytes, atLeastOne, below }) {
    const pieces = [];
    let sizeBytes = 0;
    for (let index = this.#indexOf(offset); index < this.#segments.length; index++) {
      const segment = this.#segments[index];
      if (!segment || segment.baseOffset >= below) break;
      const rest = { below, maxBytes: maxBytes - sizeBytes, atLeastOne: atLeastOne && sizeBytes === 0 };
      const { bytes: bytes2, isRest } = segment.read(offset, rest);
      if (bytes2.length > 0) pieces.push(bytes2);
      sizeBytes += bytes2.length;
      if (!isRest) break;
    }
    return { pieces, sizeBytes };
  }
  /** Deletes the oldest segments, as long as they are so. */
  deleteWhile(isToGo) {
    for (let [oldest] = this.#segments; oldest && isToGo(oldest); [oldest] = this.#segments) {
      oldest.delete();
      this.#segments.shift();
    }
  }
  /** Puts other segments in the place of the first `count`. */
  replaceFirst(count, segments) {
    for (const segment of this.#segments.slice(0, count)) segment.delete();
    this.#segments = [...segments, ...this.#segments.slice(count)];
    for (const segment of segments) this.#memory.seal(segment);
  }
  /** Index of the segment that `offset` is in, or the next one after a gap. */
  #indexOf(offset) {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if ((this.#segments[middle]?.lastOffset ?? 0n) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};
function isOld({ createdAtMs }, nowMs, { maxAgeMs }) {
  return nowMs - createdAtMs >= maxAgeMs;
}
__name(isOld, "isOld");

// src/broker/log/partition-log.ts
var LEADER_EPOCH = 0;
var PartitionLog = class {
  static {
    __name(this, "PartitionLog");
  }
  topic;
  partition;
  producers = new ProducerStates();
  #configuration;
  #memory;
  #segments;
  #watchers = /* @__PURE__ */ new Set();
  #tombstones = /* @__PURE__ */ new Map();
  #startOffset = 0n;
  #endOffset = 0n;
  #isDeleted = false;
  constructor({ topic, partition, configuration, memory }) {
    this.topic = topic;
    this.partition = partition;
    this.#configuration = configuration;
    this.#memory = memory;
    this.#segments = new Segments(memory);
  }
  /** First offset that can be read. */
  get startOffset() {
    return this.#startOffset;
  }
  /** Next offset to be written; with one broker that is the high watermark too. */
  get endOffset() {
    return this.#endOffset;
  }
  /** Committed readers see no record from here on. */
  get lastStableOffset() {
    return this.producers.firstOpenOffset ?? this.#endOffset;
  }
  get sizeBytes() {
    return this.#segments.sizeBytes;
  }
  /** The topic is gone; who still holds the log finds no partition. */
  get isDeleted() {
    return this.#isDeleted;
  }
  /** Stores a checked batch and returns the offset of its first record. With `isStamped` its time is that of the append. */
  append(batch, header, nowMs, isStamped) {
    const baseOffset = this.#endOffset;
    const placed = this.#store(batch, baseOffset + BigInt(header.lastOffsetDelta), nowMs);
    if (isStamped) stampBatch(placed, BigInt(nowMs));
    if (header.producerId >= 0n) this.producers.appended(header, baseOffset);
    this.wake();
    return baseOffset;
  }
  /** Ends a producer's transaction here with a marker that readers see. */
  appendMarker({ producerId, producerEpoch }, committed, nowMs) {
    const batch = encodeBatch({
      baseTimestamp: BigInt(nowMs),
      attributes: TRANSACTIONAL_CONTROL,
      producerId,
      producerEpoch,
      records: [{ key: committed ? COMMIT_KEY : ABORT_KEY, value: MARKER_VALUE }]
    });
    const offset = this.#endOffset;
    this.#store(batch, offset, nowMs);
    this.producers.ended({ producerId, producerEpoch, committed, offset, timestamp: BigInt(nowMs) });
    this.wake();
  }
  /** Batches from the one with `offset` on, in pieces that are not copied and must not be changed. */
  read(offset, limits) {
    return this.#segments.read(offset, limits);
  }
  /** The aborted transactions that a committed reader of these offsets must know. */
  abortedBetween(from, to) {
    return this.producers.abortedBetween(from, to);
  }
  /** The first batch that has a record with this time or a later one. */
  findByTime(timestamp) {
    for (const segment of this.#segments.all) {
      const batch = segment.findByTime(timestamp, this.#startOffset);
      if (batch) return batch;
    }
    return void 0;
  }
  /** The first of the batches that have the latest record of all. */
  findLatest() {
    const latest = Math.max(-1, ...this.#segments.all.map(({ maxTimestamp }) => maxTimestamp));
    return latest < 0 ? void 0 : this.findByTime(BigInt(latest));
  }
  /** Gives up all records below `offset`. The caller has checked that it lies in the log. */
  deleteBefore(offset) {
    if (offset <= this.#startOffset) return;
    this.#startOffset = offset;
    this.#segments.deleteWhile((segment) => !segment.isEmpty && segment.lastOffset < offset);
    this.producers.forgetBefore(offset);
  }
  /**
   * Gives up what the topic's `retention.ms` and `retention.bytes` do not keep: whole segments, the oldest first. The
   * default of a week does not count: records of tests often have old time stamps.
   */
  retain(nowMs) {
    const isLimited = this.#configuration.isSet("retention.ms");
    const retentionMs = isLimited ? this.#configuration.number("retention.ms") : -1;
    const retentionBytes = this.#configuration.number("retention.bytes");
    let excessBytes = retentionBytes < 0 ? 0 : this.sizeBytes - retentionBytes;
    let before = this.#startOffset;
    for (const segment of this.#segments.all) {
      const isExpired = retentionMs >= 0 && nowMs - segment.maxTimestamp > retentionMs;
      const isExcess = excessBytes >= segment.sizeBytes && segment !== this.#segments.all.at(-1);
      if (segment.isEmpty || !(isExpired || isExcess) || segment.lastOffset >= this.lastStableOffset) break;
      excessBytes -= segment.sizeBytes;
      before = segment.lastOffset + 1n;
    }
    this.deleteBefore(before);
  }
  /**
   * Leaves of each key only the last record, in all segments but the one that is written to; with `isAll` in that one
   * too. What is not committed yet stays as it is.
   */
  compact(nowMs, isAll) {
    const rules = this.#rollRules();
    this.#segments.rollIfOld(this.#endOffset, nowMs, isAll ? { ...rules, maxAgeMs: -Infinity } : rules);
    const below = this.lastStableOffset;
    const sealed = this.#segments.all.slice(0, -1);
    const unready = sealed.findIndex(({ lastOffset }) => lastOffset >= below);
    const ready = unready < 0 ? sealed : sealed.slice(0, unready);
    const batches = ready.flatMap((segment) => [...segment.batches()]);
    const deleteRetentionMs = this.#configuration.number("delete.retention.ms");
    const aborted = this.producers.abortedBetween(this.#startOffset, below);
    const kept = compact(batches, aborted, { deleteRetentionMs, nowMs }, this.#tombstones);
    const isSame = kept.length === batches.length && kept.every((batch, index) => batch === batches[index]);
    if (!isSame) this.#segments.replaceFirst(ready.length, this.#segmentsOf(kept, nowMs));
  }
  /** Lets all readers go: the topic was deleted. */
  delete() {
    this.#isDeleted = true;
    this.#segments.deleteWhile(() => true);
    this.wake();
  }
  /** Calls `watcher` after every append and when the log is deleted, until the result is disposed. */
  watch(watcher) {
    this.#watchers.add(watcher);
    return { [Symbol.dispose]: () => this.#watchers.delete(watcher) };
  }
  #store(batch, lastOffset, nowMs) {
    const baseOffset = this.#endOffset;
    const segment = this.#segments.forAppend(batch.length, baseOffset, nowMs, this.#rollRules());
    this.#endOffset = lastOffset + 1n;
    return segment.append(batch, baseOffset, lastOffset, LEADER_EPOCH);
  }
  #segmentsOf(batches, nowMs) {
    const segments = new Segments(this.#memory);
    for (const batch of batches) {
      const { baseOffset, lastOffsetDelta } = readBatchHeader(batch);
      const segment = segments.forAppend(batch.length, baseOffset, nowMs, this.#rollRules());
      segment.append(batch, baseOffset, baseOffset + BigInt(lastOffsetDelta), LEADER_EPOCH);
    }
    return segments.all;
  }
  #rollRules() {
    return {
      maxBytes: this.#configuration.number("segment.bytes"),
      maxAgeMs: this.#configuration.number("segment.ms")
    };
  }
  /** Lets all that watch look again. */
  wake() {
    for (const watcher of [...this.#watchers]) watcher();
  }
};
var TRANSACTIONAL_CONTROL = 48;
var ABORT_KEY = Buffer.from([0, 0, 0, 0]);
var COMMIT_KEY = Buffer.from([0, 0, 0, 1]);
var MARKER_VALUE = Buffer.alloc(6);

// src/broker/topics.ts
var MAX_NAME_LENGTH = 249;
var internalTopics = {
  __consumer_offsets: { partitionsSetting: "offsets.topic.num.partitions" },
  __transaction_state: { partitionsSetting: "transaction.state.log.num.partitions" }
};
var Topics = class {
  static {
    __name(this, "Topics");
  }
  #byName = /* @__PURE__ */ new Map();
  #byId = /* @__PURE__ */ new Map();
  #brokerConfiguration;
  #memory;
  constructor(brokerConfiguration, memory) {
    this.#brokerConfiguration = brokerConfiguration;
    this.#memory = memory;
  }
  /** All topics, in order of their names. */
  all() {
    return [...this.#byName.values()].sort((a, b) => a.name < b.name ? -1 : 1);
  }
  named(name) {
    return this.#byName.get(name);
  }
  withId(id) {
    return this.#byId.get(id);
  }
  /** The topic that a message names by its id (newer versions) or by its name (then the id is zero). */
  find({ name, topicId }) {
    return topicId === NO_ID ? this.named(name) : this.withId(topicId);
  }
  /** The log of a partition; `undefined` when there is no such topic or partition. */
  partition(name, partition) {
    return this.named(name)?.partitions[partition];
  }
  /** Why a topic cannot be created under this name; `undefined`: it can. */
  nameProblem(name) {
    if (this.#byName.has(name))
      return refuse(errorCodes.TOPIC_ALREADY_EXISTS, `Topic '${name}' already exists.`);
    const problem = topicNameProblem(name);
    if (problem) return refuse(errorCodes.INVALID_TOPIC_EXCEPTION, problem);
    const alike = [...this.#byName.keys()].find((other) => metricName(other) === metricName(name));
    if (alike === void 0) return void 0;
    return refuse(
      errorCodes.INVALID_TOPIC_EXCEPTION,
      `Topic '${name}' collides with existing topic: ${alike}`
    );
  }
  /** What a topic would be. */
  plan(name, { partitions, settings = /* @__PURE__ */ new Map() }) {
    const configuration = new Configuration("topic", topicSettings, this.#brokerConfiguration).replace(
      settings
    );
    const topic = { name, id: newTopicId(), partitions: [], configuration };
    this.extend(topic, partitions);
    return topic;
  }
  /** Creates a topic. The caller has checked the name and the draft. */
  create(name, draft) {
    const topic = this.plan(name, draft);
    this.#byName.set(name, topic);
    this.#byId.set(topic.id, topic);
    return topic;
  }
  /** The topic of this name, created with the broker's defaults when it is missing and the broker allows it. */
  findOrCreate(name) {
    const known = this.named(name);
    if (known) return known;
    if (!this.#brokerConfiguration.isOn("auto.create.topics.enable"))
      return refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, NOT_HOSTED);
    const problem = this.nameProblem(name);
    if (problem) return problem;
    return this.create(name, { partitions: this.#brokerConfiguration.number("num.partitions") });
  }
  /** Creates a topic of the broker's own when it is first needed. */
  ensureInternal(name) {
    if (this.#byName.has(name)) return;
    const partitions = this.#brokerConfiguration.number(internalTopics[name].partitionsSetting);
    const settings = /* @__PURE__ */ new Map([
      ["cleanup.policy", "compact"],
      ["segment.bytes", "104857600"]
    ]);
    this.create(name, { partitions, settings });
  }
  /** Adds empty partitions up to `count`. */
  extend(topic, count) {
    for (let index = topic.partitions.length; index < count; index++)
      topic.partitions.push(
        new PartitionLog({
          topic: topic.name,
          partition: index,
          configuration: topic.configuration,
          memory: this.#memory
        })
      );
  }
  /** Deletes a topic with its records. */
  delete(topic) {
    this.#byName.delete(topic.name);
    this.#byId.delete(topic.id);
    for (const log of topic.partitions) log.delete();
  }
};
function isInternalTopic(name) {
  return Object.hasOwn(internalTopics, name);
}
__name(isInternalTopic, "isInternalTopic");
function topicNameProblem(name) {
  if (name === "") return "Topic name is invalid: the empty string is not allowed";
  if (name === "." || name === "..") return `Topic name is invalid: '.' or '..' is not allowed`;
  if (name.length > MAX_NAME_LENGTH)
    return `Topic name is invalid: the length of '${name}' is longer than the max allowed length ${MAX_NAME_LENGTH}`;
  if (!/^[a-zA-Z0-9._-]+$/.test(name))
    return `Topic name is invalid: '${name}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`;
  return void 0;
}
__name(topicNameProblem, "topicNameProblem");
function metricName(name) {
  return name.replaceAll(".", "_");
}
__name(metricName, "metricName");
function newTopicId() {
  for (; ; ) {
    const id = randomBytes2(16).toString("base64url");
    if (!id.startsWith("-") && id !== NO_ID) return id;
  }
}
__name(newTopicId, "newTopicId");

// src/broker/transactions/transaction.ts
var LAST_EPOCH = 2 ** 15 - 2;
var Transaction = class {
  static {
    __name(this, "Transaction");
  }
  id;
  producerId;
  /** -1: no producer has come yet. */
  producerEpoch = -1;
  /** Of the producer before, so that a repeated request is recognised. */
  previousProducerId = -1n;
  previousProducerEpoch = -1;
  timeoutMs;
  state = "Empty";
  /** Of the latest transaction, epoch milliseconds; -1: this producer has begun none. */
  startedAtMs = -1;
  /** Partitions with records of the transaction that is going on. */
  partitions = /* @__PURE__ */ new Map();
  /** Groups with offsets of it. */
  groups = /* @__PURE__ */ new Set();
  /** Aborts it when it takes too long. */
  expiry;
  constructor(id, producerId, timeoutMs, expiry) {
    this.id = id;
    this.producerId = producerId;
    this.timeoutMs = timeoutMs;
    this.expiry = expiry;
  }
  has(topic, partition) {
    return this.state === "Ongoing" && (this.partitions.get(topic)?.has(partition) ?? false);
  }
  add(topic, partition) {
    const partitions = this.partitions.get(topic) ?? /* @__PURE__ */ new Set();
    this.partitions.set(topic, partitions.add(partition));
  }
  /** Fences whoever used the epoch before. When epochs run out, the producer gets a new id. */
  bumpEpoch(newProducerId) {
    this.previousProducerId = this.producerId;
    this.previousProducerEpoch = this.producerEpoch;
    if (this.producerEpoch < LAST_EPOCH) {
      this.producerEpoch++;
      return;
    }
    this.producerId = newProducerId();
    this.producerEpoch = 0;
  }
  /** Whether a producer repeats a request that has bumped its epoch. */
  isRepeatedBy({ producerId, producerEpoch }) {
    return producerId === this.previousProducerId && producerEpoch === this.previousProducerEpoch;
  }
  isCurrent({ producerId, producerEpoch }) {
    return producerId === this.producerId && producerEpoch === this.producerEpoch;
  }
};

// src/broker/transactions/transaction-coordinator.ts
var NOBODY = { producerId: -1n, producerEpoch: -1 };
var TransactionCoordinator = class {
  static {
    __name(this, "TransactionCoordinator");
  }
  #surroundings;
  #transactions = /* @__PURE__ */ new Map();
  #lastProducerId = -1n;
  constructor(surroundings) {
    this.#surroundings = surroundings;
  }
  /** All transactional ids, in the order they appeared. */
  all() {
    return [...this.#transactions.values()];
  }
  get(id) {
    return this.#transactions.get(id);
  }
  /** An id that no producer has had. */
  newProducerId() {
    this.#lastProducerId++;
    return this.#lastProducerId;
  }
  /** Gives a producer its id and a new epoch, aborts what an earlier one has left, and fences that one. */
  init(request) {
    const { transactionalId, timeoutMs } = request;
    if (transactionalId === "") return { ...NOBODY, errorCode: errorCodes.INVALID_REQUEST };
    const longestMs = this.#surroundings.configuration.number("transaction.max.timeout.ms");
    if (timeoutMs <= 0 || timeoutMs > longestMs)
      return { ...NOBODY, errorCode: errorCodes.INVALID_TRANSACTION_TIMEOUT };
    const transaction = this.#findOrCreate(transactionalId, timeoutMs);
    const isNew = transaction.producerEpoch === -1;
    const isRepeated = !isNew && request.producerId >= 0n && transaction.isRepeatedBy(request);
    const mayContinue = isNew || isRepeated || request.producerId < 0n || transaction.isCurrent(request);
    if (!mayContinue) return { ...NOBODY, errorCode: errorCodes.PRODUCER_FENCED };
    if (transaction.state === "Ongoing") this.#fence(transaction);
    if (!isRepeated) transaction.bumpEpoch(() => this.newProducerId());
    transaction.timeoutMs = timeoutMs;
    transaction.state = "Empty";
    transaction.startedAtMs = -1;
    return resultOf(transaction);
  }
  /** Why a producer cannot work in its transaction, as an error code; NONE: it can. */
  check(transactionalId, claim) {
    const transaction = this.#transactions.get(transactionalId);
    if (!transaction || transaction.producerId !== claim.producerId)
      return errorCodes.INVALID_PRODUCER_ID_MAPPING;
    return transaction.isCurrent(claim) ? errorCodes.NONE : errorCodes.PRODUCER_FENCED;
  }
  /** The transaction of a producer that was checked, begun if it was not. */
  begin(transactionalId) {
    const transaction = this.#findOrCreate(transactionalId, 0);
    if (transaction.state === "Ongoing") return transaction;
    transaction.state = "Ongoing";
    transaction.startedAtMs = this.#surroundings.clock.wallMs();
    transaction.expiry.set(transaction.timeoutMs, () => this.#fence(transaction));
    return transaction;
  }
  end(request) {
    const { isCommit, bumpsEpoch } = request;
    const transaction = this.#transactions.get(request.transactionalId);
    const isRepeated = bumpsEpoch && (transaction?.isRepeatedBy(request) ?? false);
    if (!transaction || transaction.producerId !== request.producerId && !isRepeated)
      return { ...NOBODY, errorCode: errorCodes.INVALID_PRODUCER_ID_MAPPING };
    const isComplete = transaction.state === "CompleteCommit" || transaction.state === "CompleteAbort";
    if (!transaction.isCurrent(request) && !(isRepeated && isComplete))
      return { ...NOBODY, errorCode: errorCodes.PRODUCER_FENCED };
    if (transaction.state !== "Ongoing") return this.#endNothing(transaction, request, isRepeated);
    if (bumpsEpoch) transaction.bumpEpoch(() => this.newProducerId());
    this.#complete(transaction, isCommit, bumpsEpoch ? markerOf(transaction) : transaction);
    return resultOf(transaction);
  }
  /** Lets all timers go. */
  close() {
    for (const { expiry } of this.#transactions.values()) expiry.clear();
  }
  /** A producer ends what has ended already, or has not begun. */
  #endNothing(transaction, { isCommit, bumpsEpoch }, isRepeated) {
    const isSameEnd = transaction.state === (isCommit ? "CompleteCommit" : "CompleteAbort");
    if (isSameEnd && (isRepeated || !bumpsEpoch)) return resultOf(transaction);
    if (isCommit || !bumpsEpoch || isRepeated) return { ...NOBODY, errorCode: errorCodes.INVALID_TXN_STATE };
    transaction.bumpEpoch(() => this.newProducerId());
    transaction.state = "CompleteAbort";
    transaction.startedAtMs = this.#surroundings.clock.wallMs();
    return resultOf(transaction);
  }
  #findOrCreate(id, timeoutMs) {
    const known = this.#transactions.get(id);
    if (known) return known;
    const expiry = new Timer(this.#surroundings.clock);
    const transaction = new Transaction(id, this.newProducerId(), timeoutMs, expiry);
    this.#transactions.set(id, transaction);
    return transaction;
  }
  /** Aborts what goes on, under an epoch that the producer does not have. */
  #fence(transaction) {
    transaction.bumpEpoch(() => this.newProducerId());
    this.#complete(transaction, false, markerOf(transaction));
  }
  #complete(transaction, isCommit, { producerId, producerEpoch }) {
    const { topics, groups, clock } = this.#surroundings;
    const nowMs = Math.floor(clock.wallMs());
    for (const [topic, partitions] of transaction.partitions)
      for (const partition of partitions)
        topics.partition(topic, partition)?.appendMarker({ producerId, producerEpoch }, isCommit, nowMs);
    for (const group of transaction.groups) groups.get(group)?.offsets.endTransaction(producerId, isCommit);
    transaction.expiry.clear();
    transaction.partitions.clear();
    transaction.groups.clear();
    transaction.state = isCommit ? "CompleteCommit" : "CompleteAbort";
  }
};
function markerOf({ previousProducerId, previousProducerEpoch }) {
  return { producerId: previousProducerId, producerEpoch: previousProducerEpoch + 1 };
}
__name(markerOf, "markerOf");
function resultOf({ producerId, producerEpoch }) {
  return { errorCode: errorCodes.NONE, producerId, producerEpoch };
}
__name(resultOf, "resultOf");

// src/broker/broker.ts
var DEFAULT_MEMORY_BYTES = 512 * 1024 * 1024;
var Broker = class {
  static {
    __name(this, "Broker");
  }
  clock;
  clusterId = randomBytes3(16).toString("base64url");
  /** Where the records are, for those who ask: in memory. */
  logDirectory = "memory";
  configuration;
  #started;
  groupConfigurations;
  topics;
  groups;
  transactions;
  cleaner;
  faults;
  fetchSessions = new FetchSessions();
  quotas = new ClientQuotas();
  credentials;
  #memory;
  constructor(clock, options = {}) {
    const { settings = /* @__PURE__ */ new Map(), memoryLimitBytes = DEFAULT_MEMORY_BYTES, users = {} } = options;
    this.credentials = new Credentials(users);
    this.#memory = new LogMemory(memoryLimitBytes);
    this.faults = new Faults((topic) => {
      for (const log of this.topics.named(topic)?.partitions ?? []) log.wake();
    });
    this.clock = clock;
    this.#started = new Configuration("staticBroker", brokerSettings).replace(settings);
    this.configuration = new Configuration("dynamicBroker", brokerSettings, this.#started);
    this.groupConfigurations = new GroupConfigurations(this.configuration);
    this.topics = new Topics(this.configuration, this.#memory);
    this.groups = new GroupCoordinator(this);
    this.transactions = new TransactionCoordinator(this);
    this.cleaner = new LogCleaner(this);
  }
  get nodeId() {
    return this.configuration.number("node.id");
  }
  /** Says in its settings where clients find it, as `PLAINTEXT://host:port` and so on. */
  advertise(listeners) {
    this.#started.replace(new Map([...this.#started.own, ["advertised.listeners", listeners.join(",")]]));
  }
  /** Epoch milliseconds, whole. */
  nowMs() {
    return Math.floor(this.clock.wallMs());
  }
  /** Deletes a topic with its records and the offsets that groups have committed in it. */
  deleteTopic(topic) {
    this.topics.delete(topic);
    this.groups.topicDeleted(topic.name);
  }
  [Symbol.dispose]() {
    this.groups.close();
    this.transactions.close();
    this.cleaner[Symbol.dispose]();
    this.#memory[Symbol.dispose]();
  }
};

// src/broker/sasl/plain-exchange.ts
var PlainExchange = class {
  static {
    __name(this, "PlainExchange");
  }
  #credentials;
  constructor(credentials) {
    this.#credentials = credentials;
  }
  next(message) {
    const [authzid = "", user = "", password = "", ...more] = message.toString("utf8").split("\0");
    const isAllowed = more.length === 0 && (authzid === "" || authzid === user) && this.#credentials.isPassword(user, password);
    return isAllowed ? { answer: Buffer.alloc(0), isDone: true, user } : "refused";
  }
};

// src/broker/sasl/scram-exchange.ts
import { createHash as createHash2, createHmac as createHmac2, randomBytes as randomBytes4 } from "node:crypto";
var FIRST = /^([ny]|p=[^,]*),(?<authzid>a=[^,]*)?,(?<bare>(?:m=[^,]*,)?n=(?<user>[^,]*),r=(?<nonce>[^,]+).*)$/;
var FINAL = /^(?<bare>c=(?<binding>[^,]*),r=(?<nonce>[^,]*).*),p=(?<proof>[^,]*)$/;
var ScramExchange = class {
  static {
    __name(this, "ScramExchange");
  }
  #mechanism;
  #credentials;
  /** What was said first, when it was. */
  #first;
  constructor(mechanism, credentials) {
    this.#mechanism = mechanism;
    this.#credentials = credentials;
  }
  next(message) {
    const text = message.toString("utf8");
    return this.#first ? this.#finish(text, this.#first) : this.#start(text);
  }
  #start(text) {
    const { bare, user, nonce } = FIRST.exec(text)?.groups ?? {};
    if (bare === void 0 || user === void 0 || nonce === void 0) return "refused";
    const name = user.replaceAll("=2C", ",").replaceAll("=3D", "=");
    const credential = this.#credentials.scram(this.#mechanism, name);
    if (!credential) return "refused";
    const whole = `${nonce}${randomBytes4(18).toString("base64url")}`;
    const answer3 = `r=${whole},s=${credential.salt.toString("base64")},i=${credential.iterations}`;
    const header = text.slice(0, text.length - bare.length);
    this.#first = { user: name, nonce: whole, text: `${bare},${answer3}`, header };
    return { answer: Buffer.from(answer3), isDone: false };
  }
  #finish(text, first) {
    const { bare, binding, nonce, proof } = FINAL.exec(text)?.groups ?? {};
    const credential = this.#credentials.scram(this.#mechanism, first.user);
    const isSame = nonce === first.nonce && binding === Buffer.from(first.header).toString("base64");
    if (bare === void 0 || proof === void 0 || !credential || !isSame) return "refused";
    const { hash } = scramMechanisms[this.#mechanism];
    const whole = `${first.text},${bare}`;
    const signature = createHmac2(hash, credential.storedKey).update(whole).digest();
    const clientKey = xor(signature, Buffer.from(proof, "base64"));
    if (!isEqual(createHash2(hash).update(clientKey).digest(), credential.storedKey)) return "refused";
    const verifier = createHmac2(hash, credential.serverKey).update(whole).digest("base64");
    return { answer: Buffer.from(`v=${verifier}`), isDone: true, user: first.user };
  }
};
function xor(a, b) {
  return Buffer.from(a.map((byte2, index) => byte2 ^ (b[index] ?? 0)));
}
__name(xor, "xor");

// src/broker/sasl/authentication.ts
var Authentication = class {
  static {
    __name(this, "Authentication");
  }
  #clock;
  #setup;
  #exchange;
  #mechanism;
  #framing = "requests";
  /** Who it is, when that is known. */
  #user;
  #endsAtMs = Number.POSITIVE_INFINITY;
  /** Without a setup, everybody may do everything. */
  constructor(clock, setup) {
    this.#clock = clock;
    this.#setup = setup;
  }
  /** Whether all requests are served, not only those that authenticate. */
  get isDone() {
    if (!this.#setup) return true;
    return this.#user !== void 0 && !this.#exchange && this.#clock.nowMs() < this.#endsAtMs;
  }
  get mechanisms() {
    return this.#setup?.mechanisms ?? [];
  }
  /** The mechanism of the handshake. */
  get mechanism() {
    return this.#mechanism;
  }
  /** Who it is, when that is known. */
  get user() {
    return this.#user;
  }
  /** How long the authentication that was just done counts; 0: for ever. */
  get sessionMs() {
    return this.#setup?.sessionMs ?? 0;
  }
  /** Whether it is the time for a handshake: an authentication is repeated only where it ends. */
  get canBegin() {
    return this.#setup !== void 0 && !this.#exchange && (this.#user === void 0 || this.sessionMs > 0);
  }
  /** Whether the next frame is no request, but a message of the exchange. */
  get awaitsBareMessage() {
    return this.#exchange !== void 0 && this.#framing === "bare";
  }
  /** Begins an exchange; false: the mechanism is not offered. */
  begin(name, framing) {
    const mechanism = this.mechanisms.find((offered) => offered === name);
    if (!this.#setup || !mechanism) return false;
    const { credentials } = this.#setup;
    this.#mechanism = mechanism;
    this.#framing = framing;
    this.#exchange = mechanism === "PLAIN" ? new PlainExchange(credentials) : new ScramExchange(mechanism, credentials);
    return true;
  }
  /** Takes a message of the exchange; `undefined`: none was begun. */
  next(message) {
    const step = this.#exchange?.next(message);
    if (!step || step !== "refused" && !step.isDone) return step;
    this.#exchange = void 0;
    if (step === "refused") return step;
    if (this.#user !== void 0 && this.#user !== step.user) return { otherUser: step.user };
    this.#user = step.user;
    if (this.sessionMs > 0) this.#endsAtMs = this.#clock.nowMs() + this.sessionMs;
    return step;
  }
};

// src/broker/wire/frame-splitter.ts
var SIZE_BYTES = 4;
var FrameSplitter = class {
  static {
    __name(this, "FrameSplitter");
  }
  #maxFrameBytes;
  #chunks = [];
  #bufferedBytes = 0;
  constructor(maxFrameBytes) {
    this.#maxFrameBytes = maxFrameBytes;
  }
  /** Bytes that came and are not part of a frame that was taken. */
  get bufferedBytes() {
    return this.#bufferedBytes;
  }
  push(chunk) {
    this.#chunks.push(chunk);
    this.#bufferedBytes += chunk.length;
  }
  /**
   * The next whole frame, without its size; `undefined`: it is not all there yet.
   * @throws WireError when its size is none, so before anything is kept for it
   */
  next() {
    if (this.#bufferedBytes < SIZE_BYTES) return void 0;
    const sizeBytes = this.#gather(SIZE_BYTES).readInt32BE();
    if (sizeBytes < 0 || sizeBytes > this.#maxFrameBytes)
      throw new WireError(
        `a request announces ${sizeBytes} bytes; the most allowed are ${this.#maxFrameBytes}`
      );
    if (this.#bufferedBytes < SIZE_BYTES + sizeBytes) return void 0;
    const whole = this.#gather(SIZE_BYTES + sizeBytes);
    const rest = whole.subarray(SIZE_BYTES + sizeBytes);
    if (rest.length > 0) this.#chunks[0] = rest;
    else this.#chunks.shift();
    this.#bufferedBytes -= SIZE_BYTES + sizeBytes;
    return whole.subarray(SIZE_BYTES, SIZE_BYTES + sizeBytes);
  }
  /** Makes the first chunk have at least so many bytes. */
  #gather(sizeBytes) {
    let count = 0;
    for (let bytes2 = 0; bytes2 < sizeBytes; count++) bytes2 += this.#chunks[count]?.length ?? Infinity;
    const [first] = this.#chunks;
    if (count === 1 && first) return first;
    const gathered = Buffer.concat(this.#chunks.slice(0, count));
    this.#chunks.splice(0, count, gathered);
    return gathered;
  }
};

// src/broker/connection.ts
var READ_AHEAD_BYTES = 1 << 20;
var STALL_MS = 3e4;
var Connection = class {
  static {
    __name(this, "Connection");
  }
  clientHost;
  brokerAddress;
  authentication;
  #dispatcher;
  #transport;
  #clock;
  #limits;
  #onBug;
  #frames;
  #closing = new AbortController();
  #isBusy = false;
  /** Nothing more is answered. */
  #isLeaving = false;
  #isClogged = false;
  #isPaused = false;
  #lastProgressMs;
  #watchdog;
  constructor(dispatcher, transport, options) {
    this.clientHost = `/${transport.remoteAddress}`;
    this.brokerAddress = options.brokerAddress;
    this.authentication = new Authentication(options.clock, options.sasl);
    this.#dispatcher = dispatcher;
    this.#transport = transport;
    this.#clock = options.clock;
    this.#limits = options.limits;
    this.#onBug = options.onBug;
    this.#frames = new FrameSplitter(options.limits.maxFrameBytes);
    this.#lastProgressMs = this.#clock.nowMs();
    this.#watchdog = this.#armWatchdog();
  }
  get signal() {
    return this.#closing.signal;
  }
  /** Takes what came from the client. */
  receive(chunk) {
    this.#lastProgressMs = this.#clock.nowMs();
    this.#frames.push(chunk);
    this.#serve();
  }
  /** The transport can take more. */
  drained() {
    this.#lastProgressMs = this.#clock.nowMs();
    this.#isClogged = false;
    this.#serve();
  }
  closeConnection(when = "now") {
    this.#isLeaving = true;
    if (when === "after the answer") return;
    this.#transport.destroy();
    this.closed();
  }
  /** The transport is gone. */
  closed() {
    this.#isLeaving = true;
    this.#watchdog[Symbol.dispose]();
    this.#closing.abort();
  }
  #serve() {
    try {
      while (!this.#isBusy && !this.#isClogged && !this.#isLeaving) {
        const frame = this.#frames.next();
        if (!frame) break;
        const reply = this.#dispatcher.dispatch(frame, this);
        if (reply instanceof Promise) this.#await(reply);
        else this.#send(reply);
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#throttle();
  }
  #await(reply) {
    this.#isBusy = true;
    reply.then((pieces) => {
      this.#isBusy = false;
      this.#send(pieces);
      this.#serve();
    }).catch((error) => this.#fail(error));
  }
  #send(pieces) {
    if (!pieces || this.signal.aborted) return;
    this.#lastProgressMs = this.#clock.nowMs();
    this.#isClogged = !this.#transport.write(pieces);
    if (this.#isLeaving) this.#transport.end();
  }
  #fail(error) {
    const isExpected = error instanceof WireError || error === this.signal.reason;
    if (!isExpected) this.#onBug(error);
    this.closeConnection();
  }
  /** Reads no further than the requests that wait already. */
  #throttle() {
    const isWaiting = this.#isBusy || this.#isClogged;
    const mustPause = isWaiting && this.#frames.bufferedBytes > READ_AHEAD_BYTES;
    if (mustPause === this.#isPaused || this.signal.aborted) return;
    this.#isPaused = mustPause;
    if (mustPause) this.#transport.pause();
    else this.#transport.resume();
  }
  #armWatchdog() {
    const nowMs = this.#clock.nowMs();
    return this.#clock.at(nowMs + Math.min(STALL_MS, this.#limits.idleMs), () => {
      if (this.#clock.nowMs() >= this.#lastProgressMs + this.#allowedMs()) this.closeConnection();
      else this.#watchdog = this.#armWatchdog();
    });
  }
  #allowedMs() {
    if (this.#isBusy) return this.#limits.idleMs;
    const isStalled = this.#isClogged || this.#frames.bufferedBytes > 0;
    return isStalled ? STALL_MS : this.#limits.idleMs;
  }
};

// src/broker/log/check-batch.ts
function readSentBatch(records2) {
  if (records2 === null || records2.length < BATCH_HEADER_BYTES) return refuse(errorCodes.INVALID_RECORD);
  const sizeBytes = batchSize(records2, 0);
  if (records2.readInt8(16) !== MAGIC) return refuse(errorCodes.INVALID_RECORD);
  if (sizeBytes > records2.length || sizeBytes < BATCH_HEADER_BYTES) return refuse(errorCodes.CORRUPT_MESSAGE);
  if (sizeBytes < records2.length) return refuse(errorCodes.INVALID_RECORD);
  return readBatchHeader(records2);
}
__name(readSentBatch, "readSentBatch");
function batchProblem(batch, header, rules) {
  if (header.sizeBytes > rules.maxBytes) return refuse(errorCodes.MESSAGE_TOO_LARGE);
  if (!hasRightChecksum(batch)) return refuse(errorCodes.CORRUPT_MESSAGE);
  return headerProblem(header) ?? timeProblem(header, rules) ?? (rules.keyedFor ? keyProblem(batch, rules.keyedFor) : void 0);
}
__name(batchProblem, "batchProblem");
function headerProblem(header) {
  if (header.baseOffset !== 0n) return refuse(errorCodes.INVALID_RECORD);
  if (isControl(header)) return refuse(errorCodes.INVALID_RECORD);
  if (header.count <= 0 || header.lastOffsetDelta < 0) return refuse(errorCodes.INVALID_RECORD);
  if (header.count !== header.lastOffsetDelta + 1) return refuse(errorCodes.INVALID_RECORD);
  if (header.producerId >= 0n && header.baseSequence < 0) return refuse(errorCodes.INVALID_RECORD);
  return void 0;
}
__name(headerProblem, "headerProblem");
function timeProblem({ baseTimestamp, maxTimestamp }, rules) {
  if (rules.isStamped) return void 0;
  const latest = rules.nowMs + rules.timestampAfterMaxMs;
  const earliest = rules.nowMs - rules.timestampBeforeMaxMs;
  const outside = [maxTimestamp, baseTimestamp].find(
    (timestamp) => Number(timestamp) > latest || timestamp >= 0n && Number(timestamp) < earliest
  );
  if (outside === void 0) return void 0;
  return refuse(
    errorCodes.INVALID_TIMESTAMP,
    `Timestamp ${outside} of message is out of range. The timestamp should be within [${earliest}, ${latest}]`
  );
}
__name(timeProblem, "timeProblem");
function keyProblem(batch, partition) {
  const records2 = tryReadRecords(batch);
  if (!records2) return refuse(errorCodes.CORRUPT_MESSAGE);
  const message = `Compacted topic cannot accept message without key in topic partition ${partition}.`;
  const keyless = [...records2.entries()].filter(([, { key }]) => key === null);
  if (keyless.length === 0) return void 0;
  const shown = keyless.slice(0, 3).map(([index]) => `RecordError(batchIndex=${index}, message='${message}')`);
  const text = `One or more records have been rejected due to ${keyless.length} record errors in total, and only showing the first three errors at most: [${shown.join(", ")}]`;
  const recordErrors = keyless.map(([batchIndex]) => ({ batchIndex, batchIndexErrorMessage: message }));
  return { ...refuse(errorCodes.INVALID_RECORD, text), recordErrors };
}
__name(keyProblem, "keyProblem");

// src/broker/transactions/join-transaction.ts
var JOINS_FROM = 12;
var ABORTABLE_FROM = 11;
function joinTransaction(broker, write) {
  const { header, transactionalId, topic, partition, version } = write;
  if (transactionalId === null) return refuse(errorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
  const { transactions } = broker;
  const problem = transactions.check(transactionalId, header);
  if (problem === errorCodes.PRODUCER_FENCED) return refuse(errorCodes.INVALID_PRODUCER_EPOCH);
  if (problem !== errorCodes.NONE) return refuse(problem);
  if (version >= JOINS_FROM) transactions.begin(transactionalId).add(topic, partition);
  if (transactions.get(transactionalId)?.has(topic, partition)) return void 0;
  return version < ABORTABLE_FROM ? refuse(errorCodes.INVALID_TXN_STATE, "Partition was not added to the transaction") : refuse(errorCodes.TRANSACTION_ABORTABLE);
}
__name(joinTransaction, "joinTransaction");

// src/broker/append-records.ts
function appendRecords(broker, topic, log, { records: records2, ...circumstances }) {
  const header = readSentBatch(records2);
  if ("errorCode" in header) return header;
  const batch = records2;
  const { topic: name, partition, startOffset: logStartOffset } = log;
  const write = { header, topic: name, partition, ...circumstances };
  const refusal = isTransactional(header) ? joinTransaction(broker, write) : void 0;
  if (refusal) return refusal;
  const rules = rulesOf(topic, `${name}-${partition}`, broker.nowMs());
  const problem = batchProblem(batch, header, rules);
  if (problem) return hidesLogStart(problem) ? problem : { ...problem, logStartOffset };
  const known = header.producerId >= 0n ? log.producers.check(header) : void 0;
  if (known) return { ...known, logStartOffset };
  const baseOffset = log.append(batch, header, rules.nowMs, rules.isStamped);
  const logAppendTimeMs = rules.isStamped ? BigInt(rules.nowMs) : -1n;
  return { baseOffset, logAppendTimeMs, logStartOffset };
}
__name(appendRecords, "appendRecords");
function hidesLogStart({ errorCode }) {
  return errorCode === errorCodes.MESSAGE_TOO_LARGE || errorCode === errorCodes.CORRUPT_MESSAGE;
}
__name(hidesLogStart, "hidesLogStart");
function rulesOf({ configuration }, place, nowMs) {
  const isCompacted = configuration.list("cleanup.policy").includes("compact");
  return {
    maxBytes: configuration.number("max.message.bytes"),
    keyedFor: isCompacted ? place : void 0,
    timestampBeforeMaxMs: configuration.number("message.timestamp.before.max.ms"),
    timestampAfterMaxMs: configuration.number("message.timestamp.after.max.ms"),
    isStamped: configuration.text("message.timestamp.type") === "LogAppendTime",
    nowMs
  };
}
__name(rulesOf, "rulesOf");

// src/broker/apis/define-api.ts
function defineApi(definition) {
  const { key, versions, flexibleFrom = Infinity } = definition;
  const isFlexible = /* @__PURE__ */ __name((version) => version >= flexibleFrom, "isFlexible");
  const codecs2 = /* @__PURE__ */ __name((fields) => {
    const made = /* @__PURE__ */ new Map();
    return (version) => {
      const known = made.get(version);
      if (known) return known;
      const codec = structCodec(fields, { version, flexible: isFlexible(version) });
      made.set(version, codec);
      return codec;
    };
  }, "codecs");
  return {
    key,
    versions,
    advertised: definition.advertised ?? versions,
    isFlexible,
    plainResponseHeader: definition.plainResponseHeader ?? false,
    requestCodec: codecs2(definition.request),
    responseCodec: codecs2(definition.response),
    // The dispatcher hands on what requestCodec read.
    handle: /* @__PURE__ */ __name((request, context) => definition.handle(request, context), "handle"),
    refuse: /* @__PURE__ */ __name((request, errorCode, context) => definition.refuse(request, errorCode, context), "refuse")
  };
}
__name(defineApi, "defineApi");

// src/broker/apis/0-produce.ts
var produce = defineApi({
  key: 0,
  versions: [3, 13],
  advertised: [0, 13],
  flexibleFrom: 9,
  request: {
    transactionalId: optional(nullable(string), null),
    acks: int16,
    timeoutMs: int32,
    topicData: list({
      name: until(12, string),
      topicId: since(13, uuid),
      partitionData: list({
        index: int32,
        records: nullable(records)
      })
    })
  },
  response: {
    responses: list({
      name: until(12, string),
      topicId: since(13, uuid),
      partitionResponses: list({
        index: int32,
        errorCode: int16,
        baseOffset: int64,
        logAppendTimeMs: optional(int64, -1n),
        logStartOffset: since(5, int64, -1n),
        recordErrors: since(
          8,
          list({
            batchIndex: int32,
            batchIndexErrorMessage: optional(nullable(string), null)
          })
        ),
        errorMessage: since(8, nullable(string), null),
        currentLeader: tagged(
          0,
          10,
          struct({
            leaderId: optional(int32, -1),
            leaderEpoch: optional(int32, -1)
          })
        )
      })
    }),
    throttleTimeMs: optional(int32, 0),
    nodeEndpoints: tagged(
      0,
      10,
      list({
        nodeId: int32,
        host: string,
        port: int32,
        rack: optional(nullable(string), null)
      })
    )
  },
  handle(request, { broker, version, closeConnection }) {
    const answer3 = answerEach(
      request,
      (place, records2) => produceTo(broker, place, { ...request, records: records2, version })
    );
    if (request.acks !== 0) return answer3;
    const hasFailed = answer3.responses.some(
      ({ partitionResponses }) => partitionResponses.some(({ errorCode }) => errorCode !== errorCodes.NONE)
    );
    if (hasFailed) closeConnection();
    return void 0;
  },
  refuse: /* @__PURE__ */ __name((request, errorCode) => answerEach(request, () => refuse(errorCode)), "refuse")
});
function answerEach({ topicData }, append) {
  const responses = topicData.map(({ name, topicId, partitionData }) => ({
    name,
    topicId,
    partitionResponses: partitionData.map(({ index, records: records2 }) => ({
      index,
      recordErrors: [],
      ...partitionAnswer(append({ name, topicId, index }, records2))
    }))
  }));
  return { responses };
}
__name(answerEach, "answerEach");
function partitionAnswer(result) {
  if ("errorCode" in result) {
    return { ...result, errorMessage: result.errorMessage || null, baseOffset: -1n };
  }
  return { errorCode: errorCodes.NONE, ...result };
}
__name(partitionAnswer, "partitionAnswer");
function produceTo(broker, place, produced) {
  const topic = broker.topics.find(place);
  const log = topic?.partitions[place.index];
  if (!topic && place.topicId !== NO_ID) return refuse(errorCodes.UNKNOWN_TOPIC_ID);
  if (!topic || !log) return refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION);
  const { records: records2, version, acks } = produced;
  const isZstd = records2 && records2.length >= BATCH_HEADER_BYTES && codecOf(readBatchHeader(records2)) === ZSTD;
  if (isZstd && version < 7) return refuse(errorCodes.UNSUPPORTED_COMPRESSION_TYPE);
  if (acks < -1 || acks > 1) return refuse(errorCodes.INVALID_REQUIRED_ACKS);
  if (isInternalTopic(topic.name)) return refuse(errorCodes.INVALID_TOPIC_EXCEPTION);
  return appendRecords(broker, topic, log, produced);
}
__name(produceTo, "produceTo");

// src/broker/fetch-partitions.ts
function fetchPartitions(topics, wishes, limits) {
  let restBytes = limits.maxBytes;
  let isEmpty = true;
  return wishes.map((wish) => {
    const fetched = fetchPartition(topics, wish, { ...limits, maxBytes: restBytes }, isEmpty);
    restBytes = Math.max(0, restBytes - fetched.sizeBytes);
    if (fetched.sizeBytes > 0) isEmpty = false;
    return fetched;
  });
}
__name(fetchPartitions, "fetchPartitions");
function hasEnough(fetched, minBytes) {
  const sizeBytes = fetched.reduce((sum, each) => sum + each.sizeBytes, 0);
  return sizeBytes >= minBytes || fetched.some(({ errorCode }) => errorCode !== errorCodes.NONE);
}
__name(hasEnough, "hasEnough");
function fetchPartition(topics, wish, { maxBytes, isCommitted, isPaused }, atLeastOne) {
  const { fetchOffset, partitionMaxBytes } = wish;
  const topic = topics.find({ name: wish.topic, topicId: wish.topicId });
  const log = topic?.partitions[wish.partition];
  if (!log)
    return failed(
      wish,
      wish.topicId !== NO_ID && !topic ? errorCodes.UNKNOWN_TOPIC_ID : errorCodes.UNKNOWN_TOPIC_OR_PARTITION
    );
  const epochProblem = leaderEpochProblem(wish.currentLeaderEpoch);
  if (epochProblem !== void 0) return failed(wish, epochProblem, log);
  if (fetchOffset < log.startOffset || fetchOffset > log.endOffset)
    return failed(wish, errorCodes.OFFSET_OUT_OF_RANGE, log);
  const below = isCommitted ? log.lastStableOffset : log.endOffset;
  const { pieces, sizeBytes } = log.read(fetchOffset, {
    maxBytes: Math.min(maxBytes, partitionMaxBytes),
    atLeastOne,
    below: isPaused(log.topic) ? 0n : below
  });
  return {
    ...placeOf(wish),
    errorCode: errorCodes.NONE,
    highWatermark: log.endOffset,
    lastStableOffset: log.lastStableOffset,
    logStartOffset: log.startOffset,
    abortedTransactions: isCommitted ? log.abortedBetween(fetchOffset, below) : null,
    records: pieces,
    sizeBytes,
    log
  };
}
__name(fetchPartition, "fetchPartition");
function leaderEpochProblem(epoch) {
  if (epoch < 0 || epoch === LEADER_EPOCH) return void 0;
  return epoch < LEADER_EPOCH ? errorCodes.FENCED_LEADER_EPOCH : errorCodes.UNKNOWN_LEADER_EPOCH;
}
__name(leaderEpochProblem, "leaderEpochProblem");
function failed(wish, errorCode, log) {
  return {
    ...placeOf(wish),
    errorCode,
    highWatermark: -1n,
    lastStableOffset: -1n,
    logStartOffset: -1n,
    // As in Kafka: null of a partition that is there, but a list of one that is not.
    abortedTransactions: log ? null : [],
    records: [],
    sizeBytes: 0,
    log
  };
}
__name(failed, "failed");
function placeOf({ topic, topicId, partition }) {
  return { topic, topicId, partitionIndex: partition };
}
__name(placeOf, "placeOf");

// src/broker/until-appended.ts
function untilAppended(logs, isEnough, { clock, maxWaitMs, signal }) {
  return new Promise((resolve) => {
    const waiting = new DisposableStack();
    const finish = /* @__PURE__ */ __name(() => {
      waiting.dispose();
      resolve();
    }, "finish");
    waiting.use(clock.at(clock.nowMs() + maxWaitMs, finish));
    for (const log of logs)
      waiting.use(
        log.watch(() => {
          if (isEnough()) finish();
        })
      );
    signal.addEventListener("abort", finish, { once: true });
    waiting.defer(() => signal.removeEventListener("abort", finish));
    if (signal.aborted) finish();
  });
}
__name(untilAppended, "untilAppended");

// src/broker/apis/1-fetch.ts
var fetch = defineApi({
  key: 1,
  versions: [4, 18],
  flexibleFrom: 12,
  request: {
    clusterId: tagged(0, 12, nullable(string), null),
    replicaId: until(14, int32, -1),
    replicaState: tagged(
      1,
      15,
      struct({
        replicaId: optional(int32, -1),
        replicaEpoch: optional(int64, -1n)
      })
    ),
    maxWaitMs: int32,
    minBytes: int32,
    maxBytes: optional(int32, 2147483647),
    isolationLevel: optional(int8, 0),
    sessionId: since(7, int32, 0),
    sessionEpoch: since(7, int32, -1),
    topics: list({
      topic: until(12, string),
      topicId: since(13, uuid),
      partitions: list({
        partition: int32,
        currentLeaderEpoch: since(9, int32, -1),
        fetchOffset: int64,
        lastFetchedEpoch: since(12, int32, -1),
        logStartOffset: since(5, int64, -1n),
        partitionMaxBytes: int32,
        replicaDirectoryId: tagged(0, 17, uuid),
        highWatermark: tagged(1, 18, int64, 9223372036854775807n)
      })
    }),
    forgottenTopicsData: since(
      7,
      list({
        topic: until(12, string),
        topicId: since(13, uuid),
        partitions: list(int32)
      })
    ),
    rackId: since(11, string, "")
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(7, int16),
    sessionId: since(7, int32, 0),
    responses: list({
      topic: until(12, string),
      topicId: since(13, uuid),
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        highWatermark: int64,
        lastStableOffset: optional(int64, -1n),
        logStartOffset: since(5, int64, -1n),
        divergingEpoch: tagged(
          0,
          12,
          struct({
            epoch: optional(int32, -1),
            endOffset: optional(int64, -1n)
          })
        ),
        currentLeader: tagged(
          1,
          12,
          struct({
            leaderId: optional(int32, -1),
            leaderEpoch: optional(int32, -1)
          })
        ),
        snapshotId: tagged(
          2,
          12,
          struct({
            endOffset: optional(int64, -1n),
            epoch: optional(int32, -1)
          })
        ),
        abortedTransactions: nullable(
          list({
            producerId: int64,
            firstOffset: int64
          })
        ),
        preferredReadReplica: since(11, int32, -1),
        records: nullable(records)
      })
    }),
    nodeEndpoints: tagged(
      0,
      16,
      list({
        nodeId: int32,
        host: string,
        port: int32,
        rack: optional(nullable(string), null)
      })
    )
  },
  async handle(request, { broker, signal }) {
    const { sessionId, sessionEpoch, maxWaitMs, minBytes } = request;
    const wishes = placesIn(request.topics, (partition) => partition);
    const forgotten = placesIn(request.forgottenTopicsData, (partition) => ({ partition }));
    const opened = broker.fetchSessions.open({ sessionId, sessionEpoch, wishes, forgotten });
    if ("errorCode" in opened) return { errorCode: opened.errorCode, responses: [] };
    const limits = {
      maxBytes: Math.min(request.maxBytes, broker.configuration.number("fetch.max.bytes")),
      isCommitted: request.isolationLevel === READ_COMMITTED,
      isPaused: /* @__PURE__ */ __name((topic) => broker.faults.isPaused(topic), "isPaused")
    };
    let fetched = fetchPartitions(broker.topics, opened.wishes, limits);
    if (fetched.length > 0 && maxWaitMs > 0 && !hasEnough(fetched, minBytes)) {
      const refresh = /* @__PURE__ */ __name(() => {
        fetched = fetchPartitions(broker.topics, opened.wishes, limits);
        return hasEnough(fetched, minBytes);
      }, "refresh");
      const logs = fetched.flatMap(({ log }) => log ?? []);
      await untilAppended(logs, refresh, { clock: broker.clock, maxWaitMs, signal });
      refresh();
    }
    const responses = groupByTopic(opened.tell(fetched));
    return { errorCode: errorCodes.NONE, sessionId: opened.sessionId, responses };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, responses: [] }), "refuse")
});
var READ_COMMITTED = 1;
function placesIn(topics, wishOf) {
  return topics.flatMap(
    ({ topic, topicId, partitions }) => partitions.map((partition) => ({ topic, topicId, ...wishOf(partition) }))
  );
}
__name(placesIn, "placesIn");
function groupByTopic(fetched) {
  const topics = Map.groupBy(fetched, ({ topic, topicId }) => `${topicId} ${topic}`);
  return [...topics.values()].map((partitions) => ({
    topic: partitions[0]?.topic ?? "",
    topicId: partitions[0]?.topicId ?? NO_ID,
    partitions
  }));
}
__name(groupByTopic, "groupByTopic");

// src/broker/log/find-record.ts
function findRecord(log, timestamp) {
  const batch = log.findByTime(timestamp);
  return batch && placesIn2(batch).find((place) => place.timestamp >= timestamp && place.offset >= log.startOffset);
}
__name(findRecord, "findRecord");
function latestRecord(log) {
  const batch = log.findLatest();
  const places = batch ? placesIn2(batch) : [];
  return places.reduce(
    (latest, place) => latest && latest.timestamp >= place.timestamp ? latest : place,
    void 0
  );
}
__name(latestRecord, "latestRecord");
function placesIn2(batch) {
  const { baseOffset, maxTimestamp } = readBatchHeader(batch);
  return tryReadRecords(batch) ?? [{ offset: baseOffset, timestamp: maxTimestamp }];
}
__name(placesIn2, "placesIn");

// src/broker/apis/2-list-offsets.ts
var listOffsets = defineApi({
  key: 2,
  versions: [1, 11],
  flexibleFrom: 6,
  request: {
    replicaId: int32,
    isolationLevel: since(2, int8),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        currentLeaderEpoch: since(4, int32, -1),
        timestamp: int64
      })
    }),
    timeoutMs: since(10, int32)
  },
  response: {
    throttleTimeMs: since(2, int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        timestamp: optional(int64, -1n),
        offset: optional(int64, -1n),
        leaderEpoch: since(4, int32, -1)
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ topics, isolationLevel }, { broker, version }) => answerEach2(topics, ({ name, partitionIndex, currentLeaderEpoch, timestamp }) => {
    if (version < firstVersionOf(timestamp)) return { errorCode: errorCodes.UNSUPPORTED_VERSION };
    const log = broker.topics.partition(name, partitionIndex);
    if (!log) return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION };
    const problem = leaderEpochProblem(currentLeaderEpoch);
    if (problem !== void 0) return { errorCode: problem };
    return find(log, timestamp, isolationLevel === READ_COMMITTED2);
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => answerEach2(topics, () => ({ errorCode })), "refuse")
});
var READ_COMMITTED2 = 1;
var LATEST = -1n;
var EARLIEST = -2n;
var MAX_TIMESTAMP = -3n;
var EARLIEST_LOCAL = -4n;
var LATEST_TIERED = -5n;
var EARLIEST_PENDING_UPLOAD = -6n;
function firstVersionOf(timestamp) {
  return timestamp >= EARLIEST ? 1 : SPECIAL_FROM.get(timestamp) ?? Infinity;
}
__name(firstVersionOf, "firstVersionOf");
var SPECIAL_FROM = /* @__PURE__ */ new Map([
  [MAX_TIMESTAMP, 7],
  [EARLIEST_LOCAL, 8],
  [LATEST_TIERED, 9],
  [EARLIEST_PENDING_UPLOAD, 11]
]);
function answerEach2(topics, look) {
  return {
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((partition) => ({
        partitionIndex: partition.partitionIndex,
        ...look({ name, ...partition })
      }))
    }))
  };
}
__name(answerEach2, "answerEach");
function find(log, timestamp, isCommitted) {
  const found = { errorCode: errorCodes.NONE, leaderEpoch: LEADER_EPOCH };
  const end = isCommitted ? log.lastStableOffset : log.endOffset;
  if (timestamp === LATEST) return { ...found, offset: end };
  if (timestamp === EARLIEST || timestamp === EARLIEST_LOCAL) return { ...found, offset: log.startOffset };
  if (timestamp === LATEST_TIERED || timestamp === EARLIEST_PENDING_UPLOAD)
    return { errorCode: errorCodes.NONE };
  const record = timestamp === MAX_TIMESTAMP ? latestRecord(log) : findRecord(log, timestamp);
  if (!record || record.offset >= end) return { errorCode: errorCodes.NONE };
  return { ...found, timestamp: record.timestamp, offset: record.offset };
}
__name(find, "find");

// src/broker/authorized-operations.ts
var operations = {
  READ: 3,
  WRITE: 4,
  CREATE: 5,
  DELETE: 6,
  ALTER: 7,
  DESCRIBE: 8,
  CLUSTER_ACTION: 9,
  DESCRIBE_CONFIGS: 10,
  ALTER_CONFIGS: 11,
  IDEMPOTENT_WRITE: 12
};
var allowed = {
  topic: ["READ", "WRITE", "CREATE", "DELETE", "ALTER", "DESCRIBE", "DESCRIBE_CONFIGS", "ALTER_CONFIGS"],
  group: ["READ", "DELETE", "DESCRIBE", "DESCRIBE_CONFIGS", "ALTER_CONFIGS"],
  cluster: [
    "CREATE",
    "ALTER",
    "DESCRIBE",
    "CLUSTER_ACTION",
    "DESCRIBE_CONFIGS",
    "ALTER_CONFIGS",
    "IDEMPOTENT_WRITE"
  ]
};
var NO_OPERATIONS = -(2 ** 31);
function operationsOf(kind) {
  return allowed[kind].reduce((set, name) => set | 1 << operations[name], 0);
}
__name(operationsOf, "operationsOf");
var NO_AUTHORIZER = "No Authorizer is configured.";

// src/broker/apis/describe-partition.ts
function describePartition(partitionIndex, nodeId) {
  return {
    errorCode: errorCodes.NONE,
    partitionIndex,
    leaderId: nodeId,
    leaderEpoch: LEADER_EPOCH,
    replicaNodes: [nodeId],
    isrNodes: [nodeId],
    offlineReplicas: []
  };
}
__name(describePartition, "describePartition");

// src/broker/apis/3-metadata.ts
var metadata = defineApi({
  key: 3,
  versions: [0, 13],
  flexibleFrom: 9,
  request: {
    topics: nullable(
      list({
        topicId: since(10, uuid),
        name: nullable(string)
      })
    ),
    allowAutoTopicCreation: since(4, bool, true),
    includeClusterAuthorizedOperations: between(8, 10, bool),
    includeTopicAuthorizedOperations: since(8, bool)
  },
  response: {
    throttleTimeMs: since(3, int32, 0),
    brokers: list({
      nodeId: int32,
      host: string,
      port: int32,
      rack: since(1, nullable(string), null)
    }),
    clusterId: since(2, nullable(string), null),
    controllerId: since(1, int32, -1),
    topics: list({
      errorCode: int16,
      name: nullable(string),
      topicId: since(10, uuid),
      isInternal: since(1, bool, false),
      partitions: list({
        errorCode: int16,
        partitionIndex: int32,
        leaderId: int32,
        leaderEpoch: since(7, int32, -1),
        replicaNodes: list(int32),
        isrNodes: list(int32),
        offlineReplicas: since(5, list(int32))
      }),
      topicAuthorizedOperations: since(8, int32, -2147483648)
    }),
    clusterAuthorizedOperations: between(8, 10, int32, -2147483648),
    errorCode: since(13, int16)
  },
  handle(request, context) {
    const { broker, version } = context;
    const { topics, includeTopicAuthorizedOperations: withOperations } = request;
    const isForAll = topics === null || version === 0 && topics.length === 0;
    const found = isForAll ? broker.topics.all().map((topic) => describe(topic, broker.nodeId, withOperations)) : topics.map((topic) => findTopic(topic, request, context));
    const clusterAuthorizedOperations = request.includeClusterAuthorizedOperations ? operationsOf("cluster") : NO_OPERATIONS;
    return { ...clusterOf(context), topics: found, clusterAuthorizedOperations, errorCode: errorCodes.NONE };
  },
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode, context) => ({
    ...clusterOf(context),
    topics: (topics ?? []).map(({ name, topicId }) => missing(name ?? "", topicId, errorCode)),
    errorCode
  }), "refuse")
});
function clusterOf({ broker, brokerAddress }) {
  const { nodeId, clusterId } = broker;
  return { brokers: [{ nodeId, ...brokerAddress }], clusterId, controllerId: nodeId };
}
__name(clusterOf, "clusterOf");
function findTopic({ name, topicId }, { allowAutoTopicCreation, includeTopicAuthorizedOperations }, { broker }) {
  const found = lookUp(broker, name, topicId, allowAutoTopicCreation);
  return "errorCode" in found ? missing(
    name,
    topicId,
    found.errorCode,
    operationsFor(name !== null && includeTopicAuthorizedOperations)
  ) : describe(found, broker.nodeId, includeTopicAuthorizedOperations);
}
__name(findTopic, "findTopic");
function lookUp(broker, name, topicId, mayCreate) {
  if (name === null || topicId !== NO_ID)
    return broker.topics.withId(topicId) ?? refuse(errorCodes.UNKNOWN_TOPIC_ID, "");
  if (mayCreate) return broker.topics.findOrCreate(name);
  const isValid = topicNameProblem(name) === void 0;
  const errorCode = isValid ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.INVALID_TOPIC_EXCEPTION;
  return broker.topics.named(name) ?? refuse(errorCode, "");
}
__name(lookUp, "lookUp");
function missing(name, topicId, errorCode, topicAuthorizedOperations = NO_OPERATIONS) {
  return { errorCode, name, topicId, isInternal: false, partitions: [], topicAuthorizedOperations };
}
__name(missing, "missing");
function operationsFor(areWanted) {
  return areWanted ? operationsOf("topic") : NO_OPERATIONS;
}
__name(operationsFor, "operationsFor");
function describe({ name, id, partitions }, nodeId, withOperations) {
  return {
    errorCode: errorCodes.NONE,
    name,
    topicId: id,
    isInternal: isInternalTopic(name),
    partitions: partitions.map((_, partitionIndex) => describePartition(partitionIndex, nodeId)),
    topicAuthorizedOperations: operationsFor(withOperations)
  };
}
__name(describe, "describe");

// src/broker/groups/commit-offsets.ts
function commitProblem({ groups }, committer, attempt) {
  const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generationId } = committer;
  const group = groups.get(groupId);
  if (group) return group.checkCommit({ memberId, groupInstanceId, generationId }, attempt);
  if (generationId < 0) return errorCodes.NONE;
  return attempt.knowsEpochs ? errorCodes.GROUP_ID_NOT_FOUND : errorCodes.ILLEGAL_GENERATION;
}
__name(commitProblem, "commitProblem");
function commitOffsets(broker, { groupId, topics }, { admit, store }) {
  const longest = broker.configuration.number("offset.metadata.max.bytes");
  const metadataOf = /* @__PURE__ */ __name(({ committedMetadata }) => committedMetadata ?? "", "metadataOf");
  const isTooLong = /* @__PURE__ */ __name((partition) => Buffer.byteLength(metadataOf(partition)) > longest, "isTooLong");
  const found = new Map(topics.map((topic) => [topic, broker.topics.find(topic)]));
  const keys = [...found].flatMap(
    ([{ partitions }, topic]) => partitions.filter((partition) => topic?.partitions[partition.partitionIndex] && !isTooLong(partition)).map(({ partitionIndex }) => partitionKey(topic?.id ?? "", partitionIndex))
  );
  let admission;
  return answerOffsets(topics, (topic, partition) => {
    const known = found.get(topic);
    if (!known && topic.topicId !== NO_ID) return errorCodes.UNKNOWN_TOPIC_ID;
    if (!known?.partitions[partition.partitionIndex]) return errorCodes.UNKNOWN_TOPIC_OR_PARTITION;
    admission ??= admit(keys);
    if (admission !== errorCodes.NONE) return admission;
    const { offsets } = broker.groups.findOrCreate(groupId);
    if (isTooLong(partition)) return errorCodes.OFFSET_METADATA_TOO_LARGE;
    store(offsets, {
      topic: known.name,
      partition: partition.partitionIndex,
      offset: partition.committedOffset,
      leaderEpoch: partition.committedLeaderEpoch,
      metadata: metadataOf(partition)
    });
    return errorCodes.NONE;
  });
}
__name(commitOffsets, "commitOffsets");
function answerOffsets(topics, commit) {
  return {
    topics: topics.map((topic) => ({
      name: topic.name,
      topicId: topic.topicId,
      partitions: topic.partitions.map((partition) => ({
        partitionIndex: partition.partitionIndex,
        errorCode: commit(topic, partition)
      }))
    }))
  };
}
__name(answerOffsets, "answerOffsets");

// src/broker/apis/8-offset-commit.ts
var offsetCommit = defineApi({
  key: 8,
  versions: [2, 10],
  flexibleFrom: 8,
  request: {
    groupId: string,
    generationIdOrMemberEpoch: optional(int32, -1),
    memberId: string,
    groupInstanceId: since(7, nullable(string), null),
    retentionTimeMs: until(4, int64, -1n),
    topics: list({
      name: until(9, string),
      topicId: since(10, uuid),
      partitions: list({
        partitionIndex: int32,
        committedOffset: int64,
        committedLeaderEpoch: since(6, int32, -1),
        committedMetadata: nullable(string)
      })
    })
  },
  response: {
    throttleTimeMs: since(3, int32, 0),
    topics: list({
      name: until(9, string),
      topicId: since(10, uuid),
      partitions: list({
        partitionIndex: int32,
        errorCode: int16
      })
    })
  },
  handle(request, { broker, version }) {
    const knowsEpochs = version >= EPOCHS_FROM;
    return commitOffsets(broker, request, {
      admit: /* @__PURE__ */ __name((keys) => commitProblem(broker, request, { isTransactional: false, knowsEpochs, keys }), "admit"),
      store: /* @__PURE__ */ __name((offsets, placed) => offsets.commit(placed), "store")
    });
  },
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => answerOffsets(topics, () => errorCode), "refuse")
});
var EPOCHS_FROM = 9;

// src/broker/apis/9-offset-fetch.ts
var offsetFetch = defineApi({
  key: 9,
  versions: [1, 10],
  flexibleFrom: 6,
  request: {
    groupId: until(7, string),
    topics: until(
      7,
      nullable(
        list({
          name: string,
          partitionIndexes: list(int32)
        })
      )
    ),
    groups: since(
      8,
      list({
        groupId: string,
        memberId: since(9, nullable(string), null),
        memberEpoch: since(9, int32, -1),
        topics: nullable(
          list({
            name: until(9, string),
            topicId: since(10, uuid),
            partitionIndexes: list(int32)
          })
        )
      })
    ),
    requireStable: since(7, bool, false)
  },
  response: {
    throttleTimeMs: since(3, int32, 0),
    topics: until(
      7,
      list({
        name: string,
        partitions: list({
          partitionIndex: int32,
          committedOffset: int64,
          committedLeaderEpoch: since(5, int32, -1),
          metadata: nullable(string),
          errorCode: int16
        })
      })
    ),
    errorCode: between(2, 7, int16, 0),
    groups: since(
      8,
      list({
        groupId: string,
        topics: list({
          name: until(9, string),
          topicId: since(10, uuid),
          partitions: list({
            partitionIndex: int32,
            committedOffset: int64,
            committedLeaderEpoch: optional(int32, -1),
            metadata: nullable(string),
            errorCode: int16
          })
        }),
        errorCode: optional(int16, 0)
      })
    )
  },
  handle(request, { broker, version }) {
    const groups = groupsOf(request, version).map(
      (group) => fetchGroup(broker, group, request.requireStable)
    );
    const [only] = groups;
    return { topics: only?.topics ?? [], errorCode: only?.errorCode ?? errorCodes.NONE, groups };
  },
  refuse(request, errorCode, { version }) {
    const groups = groupsOf(request, version).map(({ groupId }) => ({ groupId, topics: [], errorCode }));
    return { topics: [], errorCode, groups };
  }
});
function groupsOf({
  groupId,
  topics,
  groups
}, version) {
  return version < 8 ? [{ groupId, memberId: null, memberEpoch: -1, topics }] : groups;
}
__name(groupsOf, "groupsOf");
function fetchGroup(broker, { groupId, topics, memberId, memberEpoch }, requireStable) {
  const problem = broker.groups.consumer(groupId)?.checkFetch(memberId, memberEpoch) ?? errorCodes.NONE;
  if (problem !== errorCodes.NONE) return { groupId, errorCode: problem, topics: [] };
  const offsets = broker.groups.get(groupId)?.offsets;
  const wanted = topics ?? [...offsets?.all() ?? []].map(([name, partitions]) => ({
    name,
    topicId: broker.topics.named(name)?.id ?? NO_ID,
    partitionIndexes: [...partitions.keys()]
  }));
  return {
    groupId,
    errorCode: errorCodes.NONE,
    topics: wanted.map(({ name, topicId = NO_ID, partitionIndexes }) => {
      const topic = broker.topics.find({ name, topicId });
      const isUnknownId = topicId !== NO_ID && !topic;
      const fetchOffset = /* @__PURE__ */ __name((partition) => isUnknownId ? nowhere(errorCodes.UNKNOWN_TOPIC_ID) : offsetAt(offsets, { topic: topic?.name ?? name, partition, requireStable }), "fetchOffset");
      return {
        name,
        topicId,
        partitions: partitionIndexes.map((partitionIndex) => ({
          partitionIndex,
          ...fetchOffset(partitionIndex)
        }))
      };
    })
  };
}
__name(fetchGroup, "fetchGroup");
function offsetAt(offsets, { topic, partition, requireStable }) {
  if (requireStable && offsets?.isUnstable(topic, partition))
    return nowhere(errorCodes.UNSTABLE_OFFSET_COMMIT);
  const committed = offsets?.get(topic, partition);
  if (!committed) return nowhere(errorCodes.NONE);
  return {
    committedOffset: committed.offset,
    committedLeaderEpoch: committed.leaderEpoch,
    metadata: committed.metadata,
    errorCode: errorCodes.NONE
  };
}
__name(offsetAt, "offsetAt");
function nowhere(errorCode) {
  return { committedOffset: -1n, committedLeaderEpoch: -1, metadata: "", errorCode };
}
__name(nowhere, "nowhere");

// src/broker/apis/10-find-coordinator.ts
var findCoordinator = defineApi({
  key: 10,
  versions: [0, 6],
  flexibleFrom: 3,
  request: {
    key: until(3, string),
    keyType: since(1, int8, 0),
    coordinatorKeys: since(4, list(string))
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: until(3, int16),
    errorMessage: between(1, 3, nullable(string)),
    nodeId: until(3, int32),
    host: until(3, string),
    port: until(3, int32),
    coordinators: since(
      4,
      list({
        key: string,
        nodeId: int32,
        host: string,
        port: int32,
        errorCode: int16,
        errorMessage: nullable(string)
      })
    )
  },
  handle({ key, keyType, coordinatorKeys }, context) {
    const keys = context.version < 4 ? [key] : coordinatorKeys;
    const topic = internalTopicOf.get(keyType);
    if (!topic) return answer(context, keys, errorCodes.INVALID_REQUEST);
    context.broker.topics.ensureInternal(topic);
    return answer(context, keys, errorCodes.NONE);
  },
  refuse: /* @__PURE__ */ __name(({ key, coordinatorKeys }, errorCode, context) => answer(context, context.version < 4 ? [key] : coordinatorKeys, errorCode), "refuse")
});
var internalTopicOf = /* @__PURE__ */ new Map([
  [0, "__consumer_offsets"],
  [1, "__transaction_state"]
]);
function answer({ broker, brokerAddress }, keys, errorCode) {
  const isFound = errorCode === errorCodes.NONE;
  const place = isFound ? { nodeId: broker.nodeId, ...brokerAddress } : { nodeId: -1, host: "", port: -1 };
  const errorMessage = isFound ? null : "The coordinator is not available.";
  const coordinators = keys.map((key) => ({ key, ...place, errorCode, errorMessage }));
  return { errorCode, errorMessage, ...place, coordinators };
}
__name(answer, "answer");

// src/broker/apis/11-join-group.ts
var joinGroup = defineApi({
  key: 11,
  versions: [0, 9],
  flexibleFrom: 6,
  request: {
    groupId: string,
    sessionTimeoutMs: int32,
    rebalanceTimeoutMs: since(1, int32, -1),
    memberId: string,
    groupInstanceId: since(5, nullable(string), null),
    protocolType: string,
    protocols: list({
      name: string,
      metadata: bytes
    }),
    reason: since(8, nullable(string), null)
  },
  response: {
    throttleTimeMs: since(2, int32, 0),
    errorCode: int16,
    generationId: optional(int32, -1),
    protocolType: since(7, nullable(string), null),
    protocolName: nullable(string),
    leader: string,
    skipAssignment: since(9, bool, false),
    memberId: string,
    members: list({
      memberId: string,
      groupInstanceId: since(5, nullable(string), null),
      metadata: bytes
    })
  },
  async handle(request, context) {
    const { broker, version, clientId, clientHost } = context;
    const problem = joinProblem(request, broker.configuration);
    if (problem !== void 0) return asWritten(refuseJoin(problem, request.memberId), version);
    const { groupId, rebalanceTimeoutMs, sessionTimeoutMs } = request;
    const group = broker.groups.classicSideToJoin(groupId, request.memberId === "");
    if (!group) return asWritten(refuseJoin(errorCodes.UNKNOWN_MEMBER_ID, request.memberId), version);
    const result = await group.join({
      ...request,
      clientId,
      clientHost,
      rebalanceTimeoutMs: rebalanceTimeoutMs < 0 ? sessionTimeoutMs : rebalanceTimeoutMs,
      requiresKnownMemberId: version >= 4,
      knowsSkipAssignment: version >= 9
    });
    return asWritten(result, version);
  },
  refuse: /* @__PURE__ */ __name(({ memberId }, errorCode, { version }) => asWritten(refuseJoin(errorCode, memberId), version), "refuse")
});
function joinProblem({ groupId, sessionTimeoutMs }, configuration) {
  if (groupId === "") return errorCodes.INVALID_GROUP_ID;
  const isAllowed = sessionTimeoutMs >= configuration.number("group.min.session.timeout.ms") && sessionTimeoutMs <= configuration.number("group.max.session.timeout.ms");
  return isAllowed ? void 0 : errorCodes.INVALID_SESSION_TIMEOUT;
}
__name(joinProblem, "joinProblem");
function asWritten(result, version) {
  return version < 7 && result.protocolName === null ? { ...result, protocolName: "" } : result;
}
__name(asWritten, "asWritten");

// src/broker/apis/12-heartbeat.ts
var heartbeat = defineApi({
  key: 12,
  versions: [0, 4],
  flexibleFrom: 4,
  request: {
    groupId: string,
    generationId: int32,
    memberId: string,
    groupInstanceId: since(3, nullable(string), null)
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16
  },
  handle: /* @__PURE__ */ __name(({ groupId, ...claim }, { broker }) => ({
    errorCode: broker.groups.classicSide(groupId)?.heartbeat(claim) ?? errorCodes.UNKNOWN_MEMBER_ID
  }), "handle"),
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode }), "refuse")
});

// src/broker/apis/13-leave-group.ts
var leaveGroup = defineApi({
  key: 13,
  versions: [0, 5],
  flexibleFrom: 4,
  request: {
    groupId: string,
    memberId: until(2, string),
    members: since(
      3,
      list({
        memberId: string,
        groupInstanceId: optional(nullable(string), null),
        reason: since(5, nullable(string), null)
      })
    )
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16,
    members: since(
      3,
      list({
        memberId: string,
        groupInstanceId: nullable(string),
        errorCode: int16
      })
    )
  },
  handle({ groupId, memberId, members }, { broker, version }) {
    const leaving = version < 3 ? [{ memberId, groupInstanceId: null }] : members;
    const errors = broker.groups.classicSide(groupId)?.leave(leaving);
    const results = leaving.map((member, index) => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      errorCode: errors?.[index] ?? errorCodes.UNKNOWN_MEMBER_ID
    }));
    const [only] = results;
    return { errorCode: version < 3 && only ? only.errorCode : errorCodes.NONE, members: results };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, members: [] }), "refuse")
});

// src/broker/apis/14-sync-group.ts
var syncGroup = defineApi({
  key: 14,
  versions: [0, 5],
  flexibleFrom: 4,
  request: {
    groupId: string,
    generationId: int32,
    memberId: string,
    groupInstanceId: since(3, nullable(string), null),
    protocolType: since(5, nullable(string), null),
    protocolName: since(5, nullable(string), null),
    assignments: list({
      memberId: string,
      assignment: bytes
    })
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16,
    protocolType: since(5, nullable(string), null),
    protocolName: since(5, nullable(string), null),
    assignment: bytes
  },
  handle(request, { broker }) {
    const group = broker.groups.classicSide(request.groupId);
    if (!group) return refuseSync(errorCodes.UNKNOWN_MEMBER_ID);
    const assignments = new Map(
      request.assignments.map(({ memberId, assignment }) => [memberId, assignment])
    );
    return group.sync({ ...request, assignments });
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => refuseSync(errorCode), "refuse")
});

// src/broker/apis/15-describe-groups.ts
var describeGroups = defineApi({
  key: 15,
  versions: [0, 6],
  flexibleFrom: 5,
  request: {
    groups: list(string),
    includeAuthorizedOperations: since(3, bool)
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    groups: list({
      errorCode: int16,
      errorMessage: since(6, nullable(string), null),
      groupId: string,
      groupState: string,
      protocolType: string,
      protocolData: string,
      members: list({
        memberId: string,
        groupInstanceId: since(4, nullable(string), null),
        clientId: string,
        clientHost: string,
        memberMetadata: bytes,
        memberAssignment: bytes
      }),
      authorizedOperations: since(3, int32, -2147483648)
    })
  },
  handle: /* @__PURE__ */ __name(({ groups, includeAuthorizedOperations }, { broker, version }) => ({
    groups: groups.map((groupId) => {
      const group = broker.groups.classic(groupId);
      if (!group && version >= 6) return missing2(groupId, errorCodes.GROUP_ID_NOT_FOUND);
      return {
        ...group ? describe2(group) : missing2(groupId, errorCodes.NONE),
        authorizedOperations: includeAuthorizedOperations ? operationsOf("group") : NO_OPERATIONS
      };
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ groups }, errorCode) => ({ groups: groups.map((groupId) => missing2(groupId, errorCode)) }), "refuse")
});
function describe2(group) {
  const isStable = group.state === "Stable";
  const protocolData = isStable && group.protocolName || "";
  return {
    errorCode: errorCodes.NONE,
    groupId: group.id,
    groupState: group.state,
    protocolType: group.protocolType,
    protocolData,
    members: group.members.map((member) => ({
      memberId: member.id,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      memberMetadata: member.metadataFor(protocolData),
      memberAssignment: member.assignment
    }))
  };
}
__name(describe2, "describe");
function missing2(groupId, errorCode) {
  const isAbsent = errorCode === errorCodes.GROUP_ID_NOT_FOUND;
  return {
    errorCode,
    errorMessage: isAbsent ? `Group ${groupId} not found.` : null,
    groupId,
    groupState: "Dead",
    protocolType: "",
    protocolData: "",
    members: []
  };
}
__name(missing2, "missing");

// src/broker/apis/16-list-groups.ts
var listGroups = defineApi({
  key: 16,
  versions: [0, 5],
  flexibleFrom: 3,
  request: {
    statesFilter: since(4, list(string)),
    typesFilter: since(5, list(string))
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16,
    groups: list({
      groupId: string,
      protocolType: string,
      groupState: since(4, string),
      groupType: since(5, string)
    })
  },
  handle: /* @__PURE__ */ __name(({ statesFilter, typesFilter }, { broker }) => ({
    errorCode: errorCodes.NONE,
    groups: broker.groups.all().filter(({ state }) => isWanted(statesFilter, state)).filter(({ kind }) => isWanted(typesFilter, kind)).map(({ id, protocolType, state, kind }) => ({
      groupId: id,
      protocolType,
      groupState: state,
      groupType: kind
    }))
  }), "handle"),
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, groups: [] }), "refuse")
});
function isWanted(filter, word) {
  return filter.length === 0 || filter.some((wanted) => wanted.toLowerCase() === word.toLowerCase());
}
__name(isWanted, "isWanted");

// src/broker/apis/17-sasl-handshake.ts
var saslHandshake = defineApi({
  key: 17,
  versions: [0, 1],
  request: {
    mechanism: string
  },
  response: {
    errorCode: int16,
    mechanisms: list(string)
  },
  handle({ mechanism }, { authentication, version }) {
    if (!authentication.canBegin) return { errorCode: errorCodes.ILLEGAL_SASL_STATE, mechanisms: [] };
    const { mechanisms } = authentication;
    const isBegun = authentication.begin(mechanism, version === 0 ? "bare" : "requests");
    return { errorCode: isBegun ? errorCodes.NONE : errorCodes.UNSUPPORTED_SASL_MECHANISM, mechanisms };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode, { authentication }) => ({ errorCode, mechanisms: authentication.mechanisms }), "refuse")
});

// src/broker/apis/18-api-versions.ts
var apiVersions = defineApi({
  key: 18,
  versions: [0, 5],
  flexibleFrom: 3,
  plainResponseHeader: true,
  request: {
    clientSoftwareName: since(3, string),
    clientSoftwareVersion: since(3, string),
    clusterId: since(5, nullable(string), null),
    nodeId: since(5, int32, -1)
  },
  response: {
    errorCode: int16,
    apiKeys: list({
      apiKey: int16,
      minVersion: int16,
      maxVersion: int16
    }),
    throttleTimeMs: since(1, int32, 0),
    supportedFeatures: tagged(
      0,
      3,
      list({
        name: string,
        minVersion: int16,
        maxVersion: int16
      })
    ),
    finalizedFeaturesEpoch: tagged(1, 3, int64, -1n),
    finalizedFeatures: tagged(
      2,
      3,
      list({
        name: string,
        maxVersionLevel: int16,
        minVersionLevel: int16
      })
    ),
    zkMigrationReady: tagged(3, 3, bool, false)
  },
  handle({ clientSoftwareName, clientSoftwareVersion, clusterId, nodeId }, context) {
    const { broker, version } = context;
    const isNamed = SOFTWARE.test(clientSoftwareName) && SOFTWARE.test(clientSoftwareVersion);
    if (version >= 3 && !isNamed) return { errorCode: errorCodes.INVALID_REQUEST, apiKeys: [] };
    const isMeant = (clusterId === null || clusterId === broker.clusterId) && (nodeId === -1 || nodeId === broker.nodeId);
    if (!isMeant) return { errorCode: errorCodes.REBOOTSTRAP_REQUIRED, apiKeys: [] };
    return {
      errorCode: errorCodes.NONE,
      apiKeys: context.apis.map(({ key, advertised: [minVersion, maxVersion] }) => ({
        apiKey: key,
        minVersion,
        maxVersion
      })),
      // Version 3 cannot say that a feature may be off (KAFKA-17011).
      supportedFeatures: (version < 4 ? [] : features).map(({ name, level: level2 }) => ({
        name,
        minVersion: 0,
        maxVersion: level2
      })),
      finalizedFeaturesEpoch: 0n,
      finalizedFeatures: features.map(({ name, level: level2 }) => ({
        name,
        maxVersionLevel: level2,
        minVersionLevel: level2
      }))
    };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, apiKeys: [] }), "refuse")
});
var SOFTWARE = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/;
var features = [
  { name: "group.version", level: 1 },
  { name: "transaction.version", level: 2 }
];

// src/broker/config/describe-settings.ts
var sources = {
  topic: 1,
  dynamicBroker: 2,
  staticBroker: 4,
  default: 5,
  group: 8
};
function describeSettings(configuration) {
  const unknown2 = [...configuration.own.keys()].filter((name) => !(name in configuration.settings));
  const known = Object.entries(configuration.settings).map(([name, setting]) => {
    const synonyms = synonymsOf(configuration, name);
    return {
      name,
      value: configuration.text(name),
      readOnly: configuration.source === "dynamicBroker" && READ_ONLY.has(name),
      configSource: synonyms[0]?.source ?? sources.default,
      isSensitive: false,
      synonyms,
      configType: settingTypes[setting.type],
      documentation: null
    };
  });
  return [...known, ...unknown2.map((name) => describeUnknown(name, sources[configuration.source]))];
}
__name(describeSettings, "describeSettings");
function describeUnknown(name, source) {
  return {
    name,
    value: null,
    readOnly: false,
    configSource: source,
    isSensitive: true,
    synonyms: [{ name, value: null, source }],
    configType: UNKNOWN_TYPE,
    documentation: null
  };
}
__name(describeUnknown, "describeUnknown");
var UNKNOWN_TYPE = 0;
var READ_ONLY = /* @__PURE__ */ new Set([
  "advertised.listeners",
  "broker.id",
  "connections.max.reauth.ms",
  "node.id",
  "socket.request.max.bytes"
]);
function synonymsOf(configuration, name) {
  const value = configuration.own.get(name);
  const own = value === void 0 ? [] : [{ name, value, source: sources[configuration.source] }];
  const from = configuration.heritage(name);
  if (from) return [...own, ...synonymsOf(from.configuration, from.name)];
  const origin = configuration.source === "topic" ? null : configuration.inherited(name);
  return origin === null ? own : [...own, { name, value: origin, source: sources.default }];
}
__name(synonymsOf, "synonymsOf");

// src/broker/create-topic.ts
var MAX_PARTITIONS = 1e4;
function createTopic(broker, draft, isOnlyValidated) {
  const { topics, configuration } = broker;
  const problem = topics.nameProblem(draft.name) ?? partitionsProblem(draft) ?? settingsProblem(draft);
  if (problem) return problem;
  const wanted = draft.assignments.length || draft.numPartitions;
  const topicDraft = {
    partitions: wanted === -1 ? configuration.number("num.partitions") : wanted,
    settings: new Map(draft.configs.map(({ name, value }) => [name, value ?? ""]))
  };
  return isOnlyValidated ? topics.plan(draft.name, topicDraft) : topics.create(draft.name, topicDraft);
}
__name(createTopic, "createTopic");
function partitionsProblem(draft) {
  const { numPartitions, replicationFactor, assignments } = draft;
  if (assignments.length > 0) return assignmentsProblem(draft);
  if (numPartitions === 0 || numPartitions < -1)
    return refuse(
      errorCodes.INVALID_PARTITIONS,
      "Number of partitions was set to an invalid non-positive value."
    );
  if (replicationFactor === 0 || replicationFactor < -1)
    return refuse(
      errorCodes.INVALID_REPLICATION_FACTOR,
      "Replication factor was set to an invalid non-positive value."
    );
  if (numPartitions > MAX_PARTITIONS)
    return refuse(errorCodes.POLICY_VIOLATION, `Excessively large number of partitions per request.`);
  return void 0;
}
__name(partitionsProblem, "partitionsProblem");
function assignmentsProblem({
  numPartitions,
  replicationFactor,
  assignments
}) {
  if (replicationFactor !== -1)
    return refuse(
      errorCodes.INVALID_REQUEST,
      "A manual partition assignment was specified, but replication factor was not set to -1."
    );
  if (numPartitions !== -1)
    return refuse(
      errorCodes.INVALID_REQUEST,
      "A manual partition assignment was specified, but numPartitions was not set to -1."
    );
  const indexes = assignments.map(({ partitionIndex }) => partitionIndex).toSorted((a, b) => a - b);
  if (indexes.some((index, place) => index !== place))
    return refuse(
      errorCodes.INVALID_REPLICA_ASSIGNMENT,
      "partitions should be a consecutive 0-based integer sequence"
    );
  return void 0;
}
__name(assignmentsProblem, "assignmentsProblem");
function settingsProblem({ configs }) {
  const problem = configurationProblem(
    topicSettings,
    configs.map(({ name, value }) => [name, value]),
    "topic"
  );
  return problem === void 0 ? void 0 : refuse(errorCodes.INVALID_CONFIG, problem);
}
__name(settingsProblem, "settingsProblem");

// src/broker/apis/19-create-topics.ts
var createTopics = defineApi({
  key: 19,
  versions: [2, 7],
  flexibleFrom: 5,
  request: {
    topics: list({
      name: string,
      numPartitions: int32,
      replicationFactor: int16,
      assignments: list({
        partitionIndex: int32,
        brokerIds: list(int32)
      }),
      configs: list({
        name: string,
        value: nullable(string)
      })
    }),
    timeoutMs: optional(int32, 6e4),
    validateOnly: optional(bool, false)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      topicId: since(7, uuid),
      errorCode: int16,
      errorMessage: nullable(string),
      topicConfigErrorCode: tagged(0, 5, int16),
      numPartitions: since(5, int32, -1),
      replicationFactor: since(5, int16, -1),
      configs: since(
        5,
        nullable(
          list({
            name: string,
            value: nullable(string),
            readOnly: bool,
            configSource: optional(int8, -1),
            isSensitive: bool
          })
        )
      )
    })
  },
  handle({ topics, validateOnly }, { broker }) {
    const counts = Map.groupBy(topics, ({ name }) => name);
    return {
      topics: [...counts].map(([name, drafts]) => {
        const [draft] = drafts;
        if (!draft || drafts.length > 1) return refused(name, duplicate());
        const created = createTopic(broker, draft, validateOnly);
        return "errorCode" in created ? refused(name, created) : describe3(created, draft, validateOnly);
      })
    };
  },
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => ({
    topics: topics.map(({ name }) => refused(name, refuse(errorCode, "")))
  }), "refuse")
});
function duplicate() {
  return refuse(errorCodes.INVALID_REQUEST, "Duplicate topic name.");
}
__name(duplicate, "duplicate");
function refused(name, { errorCode, errorMessage }) {
  return { name, topicId: NO_ID, errorCode, errorMessage, configs: null };
}
__name(refused, "refused");
function describe3({ name, id, partitions, configuration }, draft, isOnlyValidated) {
  return {
    name,
    topicId: isOnlyValidated ? NO_ID : id,
    errorCode: errorCodes.NONE,
    errorMessage: null,
    numPartitions: partitions.length,
    replicationFactor: Math.max(1, draft.replicationFactor),
    configs: describeSettings(configuration)
  };
}
__name(describe3, "describe");

// src/broker/apis/20-delete-topics.ts
var deleteTopics = defineApi({
  key: 20,
  versions: [1, 6],
  flexibleFrom: 4,
  request: {
    topics: since(
      6,
      list({
        name: optional(nullable(string), null),
        topicId: uuid
      })
    ),
    topicNames: until(5, list(string)),
    timeoutMs: int32
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    responses: list({
      name: nullable(string),
      topicId: since(6, uuid),
      errorCode: int16,
      errorMessage: since(5, nullable(string), null)
    })
  },
  handle: /* @__PURE__ */ __name((request, { broker }) => ({
    responses: wishesOf(request).map(({ name, topicId }) => {
      const topic = broker.topics.find({ name: name ?? "", topicId });
      const errorCode = topicId === NO_ID ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.UNKNOWN_TOPIC_ID;
      if (!topic) return { name, topicId, errorCode, errorMessage: NOT_HOSTED };
      broker.deleteTopic(topic);
      return { name: topic.name, topicId: topic.id, errorCode: errorCodes.NONE };
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name((request, errorCode) => ({
    responses: wishesOf(request).map(({ name, topicId }) => ({ name, topicId, errorCode }))
  }), "refuse")
});
function wishesOf({
  topics,
  topicNames
}) {
  return [...topics, ...topicNames.map((name) => ({ name, topicId: NO_ID }))];
}
__name(wishesOf, "wishesOf");

// src/broker/apis/21-delete-records.ts
var deleteRecords = defineApi({
  key: 21,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        offset: int64
      })
    }),
    timeoutMs: int32
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        lowWatermark: int64,
        errorCode: int16
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ topics }, { broker }) => answerEach3(
    topics,
    (topic, { partitionIndex, offset }) => deleteFrom(broker, topic, partitionIndex, offset)
  ), "handle"),
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => answerEach3(topics, () => failed2(errorCode)), "refuse")
});
function answerEach3(topics, answer3) {
  return {
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((wish) => ({
        partitionIndex: wish.partitionIndex,
        ...answer3(name, wish)
      }))
    }))
  };
}
__name(answerEach3, "answerEach");
function deleteFrom({ topics }, name, partition, offset) {
  const topic = topics.named(name);
  const log = topic?.partitions[partition];
  if (!topic || !log) return failed2(errorCodes.UNKNOWN_TOPIC_OR_PARTITION);
  if (!topic.configuration.list("cleanup.policy").includes("delete"))
    return failed2(errorCodes.POLICY_VIOLATION);
  const before = offset === -1n ? log.endOffset : offset;
  if (before < 0n || before > log.endOffset) return failed2(errorCodes.OFFSET_OUT_OF_RANGE);
  log.deleteBefore(before);
  return { lowWatermark: log.startOffset, errorCode: errorCodes.NONE };
}
__name(deleteFrom, "deleteFrom");
function failed2(errorCode) {
  return { lowWatermark: -1n, errorCode };
}
__name(failed2, "failed");

// src/broker/transactions/fenced.ts
function fencedAs(errorCode, knowsFenced) {
  return errorCode === errorCodes.PRODUCER_FENCED && !knowsFenced ? errorCodes.INVALID_PRODUCER_EPOCH : errorCode;
}
__name(fencedAs, "fencedAs");

// src/broker/apis/22-init-producer-id.ts
var initProducerId = defineApi({
  key: 22,
  versions: [0, 5],
  flexibleFrom: 2,
  request: {
    transactionalId: nullable(string),
    transactionTimeoutMs: int32,
    producerId: since(3, int64, -1n),
    producerEpoch: since(3, int16, -1)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    producerId: optional(int64, -1n),
    producerEpoch: int16
  },
  handle({ transactionalId, transactionTimeoutMs, producerId, producerEpoch }, { broker, version }) {
    const { transactions } = broker;
    if (transactionalId === null)
      return { errorCode: errorCodes.NONE, producerId: transactions.newProducerId(), producerEpoch: 0 };
    const claim = { transactionalId, timeoutMs: transactionTimeoutMs, producerId, producerEpoch };
    const result = transactions.init(claim);
    return { ...result, errorCode: fencedAs(result.errorCode, version >= 4) };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, producerEpoch: -1 }), "refuse")
});

// src/broker/apis/23-offset-for-leader-epoch.ts
var offsetForLeaderEpoch = defineApi({
  key: 23,
  versions: [2, 4],
  flexibleFrom: 4,
  request: {
    replicaId: since(3, int32, -2),
    topics: list({
      topic: string,
      partitions: list({
        partition: int32,
        currentLeaderEpoch: optional(int32, -1),
        leaderEpoch: int32
      })
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      topic: string,
      partitions: list({
        errorCode: int16,
        partition: int32,
        leaderEpoch: optional(int32, -1),
        endOffset: optional(int64, -1n)
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ topics }, { broker }) => answerEach4(topics, (topic, { partition, currentLeaderEpoch, leaderEpoch }) => {
    const log = broker.topics.partition(topic, partition);
    if (!log) return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION };
    const problem = leaderEpochProblem(currentLeaderEpoch);
    if (problem !== void 0) return { errorCode: problem };
    if (leaderEpoch !== LEADER_EPOCH) return { errorCode: errorCodes.NONE };
    return { errorCode: errorCodes.NONE, leaderEpoch, endOffset: log.endOffset };
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => answerEach4(topics, () => ({ errorCode })), "refuse")
});
function answerEach4(topics, answer3) {
  return {
    topics: topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map((wish) => ({ partition: wish.partition, ...answer3(topic, wish) }))
    }))
  };
}
__name(answerEach4, "answerEach");

// src/broker/apis/24-add-partitions-to-txn.ts
var addPartitionsToTxn = defineApi({
  key: 24,
  versions: [0, 5],
  flexibleFrom: 3,
  request: {
    transactions: since(
      4,
      list({
        transactionalId: string,
        producerId: int64,
        producerEpoch: int16,
        verifyOnly: optional(bool, false),
        topics: list({
          name: string,
          partitions: list(int32)
        })
      })
    ),
    v3AndBelowTransactionalId: until(3, string),
    v3AndBelowProducerId: until(3, int64),
    v3AndBelowProducerEpoch: until(3, int16),
    v3AndBelowTopics: until(
      3,
      list({
        name: string,
        partitions: list(int32)
      })
    )
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(4, int16),
    resultsByTransaction: since(
      4,
      list({
        transactionalId: string,
        topicResults: list({
          name: string,
          resultsByPartition: list({
            partitionIndex: int32,
            partitionErrorCode: int16
          })
        })
      })
    ),
    resultsByTopicV3AndBelow: until(
      3,
      list({
        name: string,
        resultsByPartition: list({
          partitionIndex: int32,
          partitionErrorCode: int16
        })
      })
    )
  },
  handle: /* @__PURE__ */ __name((request, context) => answerEach5(request, context, (wish) => addAll(wish, context)), "handle"),
  refuse: /* @__PURE__ */ __name((request, errorCode, context) => answerEach5(request, context, () => () => errorCode), "refuse")
});
function answerEach5(request, { version }, answer3) {
  const wishes = version < 4 ? [onlyWish(request)] : request.transactions;
  const results = wishes.map((wish) => {
    const errorOf = answer3(wish);
    const topicResults = wish.topics.map(({ name, partitions }) => ({
      name,
      resultsByPartition: partitions.map((partitionIndex) => ({
        partitionIndex,
        partitionErrorCode: errorOf(name, partitionIndex)
      }))
    }));
    return { transactionalId: wish.transactionalId, topicResults };
  });
  return {
    errorCode: errorCodes.NONE,
    resultsByTransaction: results,
    resultsByTopicV3AndBelow: results[0]?.topicResults ?? []
  };
}
__name(answerEach5, "answerEach");
function onlyWish(request) {
  return {
    transactionalId: request.v3AndBelowTransactionalId,
    producerId: request.v3AndBelowProducerId,
    producerEpoch: request.v3AndBelowProducerEpoch,
    verifyOnly: false,
    topics: request.v3AndBelowTopics
  };
}
__name(onlyWish, "onlyWish");
function addAll(wish, { broker, version }) {
  const { topics, transactions } = broker;
  const isThere = /* @__PURE__ */ __name((topic, partition) => topics.partition(topic, partition) !== void 0, "isThere");
  if (!wish.topics.every(({ name, partitions }) => partitions.every((partition) => isThere(name, partition))))
    return (topic, partition) => isThere(topic, partition) ? errorCodes.OPERATION_NOT_ATTEMPTED : errorCodes.UNKNOWN_TOPIC_OR_PARTITION;
  const problem = transactions.check(wish.transactionalId, wish);
  if (problem !== errorCodes.NONE) return () => fencedAs(problem, version >= 2);
  if (wish.verifyOnly) {
    const transaction2 = transactions.get(wish.transactionalId);
    return (topic, partition) => transaction2?.has(topic, partition) ? errorCodes.NONE : errorCodes.TRANSACTION_ABORTABLE;
  }
  const transaction = transactions.begin(wish.transactionalId);
  for (const { name, partitions } of wish.topics)
    for (const partition of partitions) transaction.add(name, partition);
  return () => errorCodes.NONE;
}
__name(addAll, "addAll");

// src/broker/apis/25-add-offsets-to-txn.ts
var addOffsetsToTxn = defineApi({
  key: 25,
  versions: [0, 4],
  flexibleFrom: 3,
  request: {
    transactionalId: string,
    producerId: int64,
    producerEpoch: int16,
    groupId: string
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16
  },
  handle({ transactionalId, groupId, ...claim }, { broker, version }) {
    const problem = broker.transactions.check(transactionalId, claim);
    if (problem !== errorCodes.NONE) return { errorCode: fencedAs(problem, version >= 2) };
    broker.transactions.begin(transactionalId).groups.add(groupId);
    return { errorCode: errorCodes.NONE };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode }), "refuse")
});

// src/broker/apis/26-end-txn.ts
var endTxn = defineApi({
  key: 26,
  versions: [0, 5],
  flexibleFrom: 3,
  request: {
    transactionalId: string,
    producerId: int64,
    producerEpoch: int16,
    committed: bool
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    producerId: since(5, int64, -1n),
    producerEpoch: since(5, int16, -1)
  },
  handle({ committed, ...request }, { broker, version }) {
    const result = broker.transactions.end({ ...request, isCommit: committed, bumpsEpoch: version >= 5 });
    return { ...result, errorCode: fencedAs(result.errorCode, version >= 2) };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode }), "refuse")
});

// src/broker/apis/28-txn-offset-commit.ts
var txnOffsetCommit = defineApi({
  key: 28,
  versions: [0, 6],
  flexibleFrom: 3,
  request: {
    transactionalId: string,
    groupId: string,
    producerId: int64,
    producerEpoch: int16,
    generationIdOrMemberEpoch: since(3, int32, -1),
    memberId: since(3, string, ""),
    groupInstanceId: since(3, nullable(string), null),
    topics: list({
      name: until(5, string),
      topicId: since(6, uuid),
      partitions: list({
        partitionIndex: int32,
        committedOffset: int64,
        committedLeaderEpoch: since(2, int32, -1),
        committedMetadata: nullable(string)
      })
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: until(5, string),
      topicId: since(6, uuid),
      partitions: list({
        partitionIndex: int32,
        errorCode: int16
      })
    })
  },
  handle(request, context) {
    return commitOffsets(context.broker, request, {
      admit: /* @__PURE__ */ __name((keys) => problemOf(request, keys, context), "admit"),
      store: /* @__PURE__ */ __name((offsets, placed) => offsets.hold(request.producerId, placed), "store")
    });
  },
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => answerOffsets(topics, () => errorCode), "refuse")
});
function problemOf(request, keys, { broker, version }) {
  const { transactionalId, groupId } = request;
  const problem = broker.transactions.check(transactionalId, request);
  if (problem === errorCodes.PRODUCER_FENCED) return errorCodes.INVALID_PRODUCER_EPOCH;
  if (problem !== errorCodes.NONE) return problem;
  const knowsEpochs = version >= EPOCHS_FROM2;
  const refusal = commitProblem(broker, request, { isTransactional: true, knowsEpochs, keys });
  if (refusal === errorCodes.STALE_MEMBER_EPOCH && !knowsEpochs) return errorCodes.ILLEGAL_GENERATION;
  if (refusal !== errorCodes.NONE) return refusal;
  if (version >= 5) broker.transactions.begin(transactionalId).groups.add(groupId);
  if (broker.transactions.get(transactionalId)?.groups.has(groupId)) return errorCodes.NONE;
  return version < ABORTABLE_FROM2 ? errorCodes.INVALID_TXN_STATE : errorCodes.TRANSACTION_ABORTABLE;
}
__name(problemOf, "problemOf");
var ABORTABLE_FROM2 = 4;
var EPOCHS_FROM2 = 6;

// src/broker/apis/29-describe-acls.ts
var describeAcls = defineApi({
  key: 29,
  versions: [1, 3],
  flexibleFrom: 2,
  request: {
    resourceTypeFilter: int8,
    resourceNameFilter: nullable(string),
    patternTypeFilter: optional(int8, 3),
    principalFilter: nullable(string),
    hostFilter: nullable(string),
    operation: int8,
    permissionType: int8
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    resources: list({
      resourceType: int8,
      resourceName: string,
      patternType: optional(int8, 3),
      acls: list({
        principal: string,
        host: string,
        operation: int8,
        permissionType: int8
      })
    })
  },
  handle: /* @__PURE__ */ __name(() => ({ errorCode: errorCodes.SECURITY_DISABLED, errorMessage: NO_AUTHORIZER, resources: [] }), "handle"),
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, errorMessage: null, resources: [] }), "refuse")
});

// src/broker/apis/30-create-acls.ts
var createAcls = defineApi({
  key: 30,
  versions: [1, 3],
  flexibleFrom: 2,
  request: {
    creations: list({
      resourceType: int8,
      resourceName: string,
      resourcePatternType: optional(int8, 3),
      principal: string,
      host: string,
      operation: int8,
      permissionType: int8
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      errorCode: int16,
      errorMessage: nullable(string)
    })
  },
  handle: /* @__PURE__ */ __name(({ creations }) => ({
    results: creations.map(() => ({ errorCode: errorCodes.SECURITY_DISABLED, errorMessage: NO_AUTHORIZER }))
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ creations }, errorCode) => ({
    results: creations.map(() => ({ errorCode, errorMessage: null }))
  }), "refuse")
});

// src/broker/apis/31-delete-acls.ts
var deleteAcls = defineApi({
  key: 31,
  versions: [1, 3],
  flexibleFrom: 2,
  request: {
    filters: list({
      resourceTypeFilter: int8,
      resourceNameFilter: nullable(string),
      patternTypeFilter: optional(int8, 3),
      principalFilter: nullable(string),
      hostFilter: nullable(string),
      operation: int8,
      permissionType: int8
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    filterResults: list({
      errorCode: int16,
      errorMessage: nullable(string),
      matchingAcls: list({
        errorCode: int16,
        errorMessage: nullable(string),
        resourceType: int8,
        resourceName: string,
        patternType: optional(int8, 3),
        principal: string,
        host: string,
        operation: int8,
        permissionType: int8
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ filters }) => ({
    filterResults: filters.map(() => ({
      errorCode: errorCodes.SECURITY_DISABLED,
      errorMessage: NO_AUTHORIZER,
      matchingAcls: []
    }))
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ filters }, errorCode) => ({
    filterResults: filters.map(() => ({ errorCode, errorMessage: null, matchingAcls: [] }))
  }), "refuse")
});

// src/broker/config/resources.ts
var resourceTypes = { topic: 2, broker: 4, brokerLogger: 8, group: 32 };
function describeResource(broker, type, name) {
  const found = { errorCode: errorCodes.NONE, errorMessage: "" };
  if (type === resourceTypes.broker && name === "") return { ...found, settings: [] };
  const configuration = findResource(broker, type, name);
  if ("errorCode" in configuration) return { ...configuration, settings: [] };
  return { ...found, settings: describeSettings(configuration) };
}
__name(describeResource, "describeResource");
function alterResource(broker, { resourceType, resourceName, isOnlyValidated }, change) {
  const isForAllBrokers = resourceType === resourceTypes.broker && resourceName === "";
  const name = isForAllBrokers ? String(broker.nodeId) : resourceName;
  const found = findResource(broker, resourceType, name);
  const isMissingTopic = "errorCode" in found && resourceType === resourceTypes.topic;
  const configuration = isMissingTopic ? new Configuration("topic", topicSettings) : found;
  if ("errorCode" in configuration) return configuration;
  const values = change(configuration);
  if ("errorCode" in values) return values;
  const problem = valuesProblem(broker, resourceType, values);
  if (problem !== void 0) return refuse(errorCodes.INVALID_CONFIG, problem);
  if ("errorCode" in found) return found;
  if (isOnlyValidated) return void 0;
  configuration.replace(values);
  if (resourceType === resourceTypes.group) broker.groupConfigurations.keep(name, configuration);
  return void 0;
}
__name(alterResource, "alterResource");
function valuesProblem(broker, type, values) {
  if (type === resourceTypes.topic) return configurationProblem(topicSettings, values, "topic");
  if (type === resourceTypes.group)
    return configurationProblem(groupSettings, values, "group") ?? groupBoundsProblem(broker.configuration, values);
  return configurationProblem(broker.configuration.settings, values, "broker");
}
__name(valuesProblem, "valuesProblem");
function answerResources(resources, alter) {
  return {
    responses: resources.map((resource) => {
      const { resourceType, resourceName } = resource;
      const refusal = alter(resource);
      return {
        errorCode: refusal?.errorCode ?? errorCodes.NONE,
        errorMessage: refusal?.errorMessage || null,
        resourceType,
        resourceName
      };
    })
  };
}
__name(answerResources, "answerResources");
function findResource(broker, type, name) {
  if (type === resourceTypes.topic)
    return broker.topics.named(name)?.configuration ?? refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, NOT_HOSTED);
  if (type === resourceTypes.group)
    return name === "" ? refuse(errorCodes.INVALID_REQUEST, "Group name must not be empty") : broker.groupConfigurations.of(name);
  if (type !== resourceTypes.broker)
    return refuse(errorCodes.INVALID_REQUEST, `Unsupported resource type: ${type}`);
  if (name === String(broker.nodeId)) return broker.configuration;
  const text = `Unexpected broker id, expected ${broker.nodeId} or empty string, but received ${name}`;
  return refuse(errorCodes.INVALID_REQUEST, text);
}
__name(findResource, "findResource");

// src/broker/apis/32-describe-configs.ts
var describeConfigs = defineApi({
  key: 32,
  versions: [1, 4],
  flexibleFrom: 4,
  request: {
    resources: list({
      resourceType: int8,
      resourceName: string,
      configurationKeys: nullable(list(string))
    }),
    includeSynonyms: optional(bool, false),
    includeDocumentation: since(3, bool, false)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      errorCode: int16,
      errorMessage: nullable(string),
      resourceType: int8,
      resourceName: string,
      configs: list({
        name: string,
        value: nullable(string),
        readOnly: bool,
        configSource: optional(int8, -1),
        isSensitive: bool,
        synonyms: list({
          name: string,
          value: nullable(string),
          source: int8
        }),
        configType: since(3, int8, 0),
        documentation: since(3, nullable(string))
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ resources, includeSynonyms }, { broker }) => ({
    results: resources.map(({ resourceType, resourceName, configurationKeys }) => {
      const found = describeResource(broker, resourceType, resourceName);
      const { errorCode, errorMessage, settings } = found;
      const wanted = configurationKeys?.length ? settings.filter(({ name }) => configurationKeys.includes(name)) : settings;
      const configs = wanted.map((setting) => includeSynonyms ? setting : { ...setting, synonyms: [] });
      return { errorCode, errorMessage, resourceType, resourceName, configs };
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ resources }, errorCode) => ({
    results: resources.map(({ resourceType, resourceName }) => ({
      errorCode,
      errorMessage: null,
      resourceType,
      resourceName,
      configs: []
    }))
  }), "refuse")
});

// src/broker/apis/33-alter-configs.ts
var alterConfigs = defineApi({
  key: 33,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    resources: list({
      resourceType: int8,
      resourceName: string,
      configs: list({
        name: string,
        value: nullable(string)
      })
    }),
    validateOnly: bool
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    responses: list({
      errorCode: int16,
      errorMessage: nullable(string),
      resourceType: int8,
      resourceName: string
    })
  },
  handle: /* @__PURE__ */ __name(({ resources, validateOnly }, { broker }) => answerResources(resources, ({ resourceType, resourceName, configs }) => {
    const values = new Map(configs.map(({ name, value }) => [name, value]));
    return alterResource(
      broker,
      { resourceType, resourceName, isOnlyValidated: validateOnly },
      () => values
    );
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ resources }, errorCode) => answerResources(resources, () => refuse(errorCode, "")), "refuse")
});

// src/broker/apis/34-alter-replica-log-dirs.ts
var alterReplicaLogDirs = defineApi({
  key: 34,
  versions: [1, 2],
  flexibleFrom: 2,
  request: {
    dirs: list({
      path: string,
      topics: list({
        name: string,
        partitions: list(int32)
      })
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      topicName: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ dirs }, { broker }) => ({
    results: dirs.flatMap(
      ({ path, topics }) => topics.map(({ name, partitions }) => ({
        topicName: name,
        partitions: partitions.map((partitionIndex) => ({
          partitionIndex,
          errorCode: moveProblem(broker, path, broker.topics.named(name)?.partitions[partitionIndex])
        }))
      }))
    )
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ dirs }, errorCode) => ({
    results: dirs.flatMap(
      ({ topics }) => topics.map(({ name, partitions }) => ({
        topicName: name,
        partitions: partitions.map((partitionIndex) => ({ partitionIndex, errorCode }))
      }))
    )
  }), "refuse")
});
function moveProblem(broker, path, replica) {
  if (path !== broker.logDirectory) return errorCodes.LOG_DIR_NOT_FOUND;
  return replica ? errorCodes.NONE : errorCodes.REPLICA_NOT_AVAILABLE;
}
__name(moveProblem, "moveProblem");

// src/broker/apis/35-describe-log-dirs.ts
var describeLogDirs = defineApi({
  key: 35,
  versions: [1, 5],
  flexibleFrom: 2,
  request: {
    topics: nullable(
      list({
        topic: string,
        partitions: list(int32)
      })
    )
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(3, int16),
    results: list({
      errorCode: int16,
      logDir: string,
      topics: list({
        name: string,
        partitions: list({
          partitionIndex: int32,
          partitionSize: int64,
          offsetLag: int64,
          isFutureKey: bool
        })
      }),
      totalBytes: since(4, int64, -1n),
      usableBytes: since(4, int64, -1n),
      isCordoned: since(5, bool, false)
    })
  },
  handle({ topics }, { broker }) {
    const wanted = topics?.flatMap(({ topic, partitions }) => {
      const found = broker.topics.named(topic);
      const described = found && describe4(found, partitions);
      return described && described.partitions.length > 0 ? described : [];
    });
    const all = wanted ?? broker.topics.all().map((topic) => describe4(topic, [...topic.partitions.keys()]));
    const results = [{ errorCode: errorCodes.NONE, logDir: broker.logDirectory, topics: all }];
    return { errorCode: errorCodes.NONE, results };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, results: [] }), "refuse")
});
function describe4({ name, partitions }, wanted) {
  return {
    name,
    partitions: wanted.flatMap((partitionIndex) => {
      const log = partitions[partitionIndex];
      if (!log) return [];
      return [{ partitionIndex, partitionSize: BigInt(log.sizeBytes), offsetLag: 0n, isFutureKey: false }];
    })
  };
}
__name(describe4, "describe");

// src/broker/apis/36-sasl-authenticate.ts
var saslAuthenticate = defineApi({
  key: 36,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    authBytes: bytes
  },
  response: {
    errorCode: int16,
    errorMessage: nullable(string),
    authBytes: bytes,
    sessionLifetimeMs: since(1, int64, 0n)
  },
  handle({ authBytes }, { authentication, closeConnection }) {
    const { mechanism, user, sessionMs } = authentication;
    const step = authentication.next(authBytes);
    if (!step)
      return refused2(
        errorCodes.ILLEGAL_SASL_STATE,
        "SaslAuthenticate request received outside of a SASL exchange"
      );
    if (step !== "refused" && "answer" in step) {
      const sessionLifetimeMs = BigInt(step.isDone ? sessionMs : 0);
      return { errorCode: errorCodes.NONE, errorMessage: null, authBytes: step.answer, sessionLifetimeMs };
    }
    closeConnection("after the answer");
    return refused2(
      errorCodes.SASL_AUTHENTICATION_FAILED,
      step === "refused" ? refusalOf(mechanism) : anotherUser(user, step.otherUser)
    );
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => refused2(errorCode, null), "refuse")
});
function refusalOf(mechanism) {
  return mechanism === "PLAIN" ? "Authentication failed: Invalid username or password" : `Authentication failed during authentication due to invalid credentials with SASL mechanism ${mechanism}`;
}
__name(refusalOf, "refusalOf");
function anotherUser(before, now) {
  return `Cannot change principals during re-authentication from User.${before}: User.${now}`;
}
__name(anotherUser, "anotherUser");
function refused2(errorCode, errorMessage) {
  return { errorCode, errorMessage, authBytes: Buffer.alloc(0) };
}
__name(refused2, "refused");

// src/broker/apis/37-create-partitions.ts
var createPartitions = defineApi({
  key: 37,
  versions: [0, 3],
  flexibleFrom: 2,
  request: {
    topics: list({
      name: string,
      count: int32,
      assignments: nullable(
        list({
          brokerIds: list(int32)
        })
      )
    }),
    timeoutMs: int32,
    validateOnly: bool
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      name: string,
      errorCode: int16,
      errorMessage: optional(nullable(string), null)
    })
  },
  handle: /* @__PURE__ */ __name(({ topics, validateOnly }, { broker }) => ({
    results: topics.map((wish) => {
      const isRepeated = topics.filter(({ name }) => name === wish.name).length > 1;
      const problem = isRepeated ? duplicate2() : problemOf2(broker, wish);
      if (problem) return { name: wish.name, ...problem, errorMessage: problem.errorMessage || null };
      const topic = broker.topics.named(wish.name);
      if (topic && !validateOnly) broker.topics.extend(topic, wish.count);
      return { name: wish.name, errorCode: errorCodes.NONE };
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => ({ results: topics.map(({ name }) => ({ name, errorCode })) }), "refuse")
});
function duplicate2() {
  return refuse(errorCodes.INVALID_REQUEST, "Duplicate topic name.");
}
__name(duplicate2, "duplicate");
function problemOf2({ topics }, { name, count, assignments }) {
  const current = topics.named(name)?.partitions.length;
  if (current === void 0) return refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION);
  if (count === current)
    return refuse(errorCodes.INVALID_PARTITIONS, `Topic already has ${current} partition(s).`);
  if (count < current)
    return refuse(
      errorCodes.INVALID_PARTITIONS,
      `The topic ${name} currently has ${current} partition(s); ${count} would not be an increase.`
    );
  if (count - current > MAX_PARTITIONS)
    return refuse(errorCodes.POLICY_VIOLATION, "Excessively large number of partitions per request.");
  if (assignments && assignments.length !== count - current)
    return refuse(
      errorCodes.INVALID_REPLICA_ASSIGNMENT,
      `Attempted to add ${count - current} additional partition(s), but only ${assignments.length} assignment(s) were specified.`
    );
  return void 0;
}
__name(problemOf2, "problemOf");

// src/broker/apis/42-delete-groups.ts
var deleteGroups = defineApi({
  key: 42,
  versions: [0, 3],
  flexibleFrom: 2,
  request: {
    groupsNames: list(string)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      groupId: string,
      errorCode: int16,
      errorMessage: since(3, nullable(string), null)
    })
  },
  handle: /* @__PURE__ */ __name(({ groupsNames }, { broker: { groups } }) => ({
    results: groupsNames.map((groupId) => {
      const group = groups.get(groupId);
      if (!group) return { groupId, errorCode: errorCodes.GROUP_ID_NOT_FOUND };
      if (!group.isVacant) return { groupId, errorCode: errorCodes.NON_EMPTY_GROUP };
      groups.delete(group);
      return { groupId, errorCode: errorCodes.NONE };
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ groupsNames }, errorCode) => ({
    results: groupsNames.map((groupId) => ({ groupId, errorCode }))
  }), "refuse")
});

// src/broker/apis/43-elect-leaders.ts
var electLeaders = defineApi({
  key: 43,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    electionType: since(1, int8),
    topicPartitions: nullable(
      list({
        topic: string,
        partitions: list(int32)
      })
    ),
    timeoutMs: optional(int32, 6e4)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(1, int16),
    replicaElectionResults: list({
      topic: string,
      partitionResult: list({
        partitionId: int32,
        errorCode: int16,
        errorMessage: nullable(string)
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ topicPartitions: topicPartitions2 }, { broker }) => answerEach6(
    topicPartitions2,
    (topic, partition) => broker.topics.partition(topic, partition) ? {
      errorCode: errorCodes.ELECTION_NOT_NEEDED,
      errorMessage: "Leader election not needed for topic partition."
    } : { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: `No such topic as ${topic}` }
  ), "handle"),
  refuse: /* @__PURE__ */ __name(({ topicPartitions: topicPartitions2 }, errorCode) => ({
    ...answerEach6(topicPartitions2, () => ({ errorCode, errorMessage: null })),
    errorCode
  }), "refuse")
});
function answerEach6(topics, answer3) {
  const replicaElectionResults = (topics ?? []).map(({ topic, partitions }) => ({
    topic,
    partitionResult: partitions.map((partitionId) => ({ partitionId, ...answer3(topic, partitionId) }))
  }));
  return { errorCode: errorCodes.NONE, replicaElectionResults };
}
__name(answerEach6, "answerEach");

// src/broker/config/apply-changes.ts
var operations2 = { set: 0, delete: 1, append: 2, subtract: 3 };
function applyChanges(configuration, changes) {
  const values = new Map(configuration.own);
  const names = new Set(changes.map(({ name }) => name));
  if (names.size < changes.length)
    return refuse(errorCodes.INVALID_REQUEST, "Error due to duplicate config keys");
  for (const change of changes) {
    const problem = applyChange(values, configuration, change);
    if (problem) return problem;
  }
  return values;
}
__name(applyChanges, "applyChanges");
function applyChange(values, configuration, { name, configOperation, value }) {
  if (configOperation === operations2.delete) {
    values.delete(name);
    return void 0;
  }
  if (configOperation === operations2.set) {
    values.set(name, value);
    return void 0;
  }
  if (configOperation !== operations2.append && configOperation !== operations2.subtract)
    return refuse(errorCodes.UNKNOWN_SERVER_ERROR);
  if (configuration.settings[name]?.type !== "list")
    return refuse(
      errorCodes.INVALID_CONFIG,
      `Can't append or subtract to key ${name} because its type is not LIST.`
    );
  const current = splitList(values.get(name) ?? configuration.inherited(name) ?? "");
  const changed = splitList(value ?? "");
  const isAppended = configOperation === operations2.append;
  const left = current.filter((part) => isAppended || !changed.includes(part));
  const added = isAppended ? changed.filter((part) => !current.includes(part)) : [];
  values.set(name, [...left, ...added].join(","));
  return void 0;
}
__name(applyChange, "applyChange");

// src/broker/apis/44-incremental-alter-configs.ts
var incrementalAlterConfigs = defineApi({
  key: 44,
  versions: [0, 1],
  flexibleFrom: 1,
  request: {
    resources: list({
      resourceType: int8,
      resourceName: string,
      configs: list({
        name: string,
        configOperation: int8,
        value: nullable(string)
      })
    }),
    validateOnly: bool
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    responses: list({
      errorCode: int16,
      errorMessage: nullable(string),
      resourceType: int8,
      resourceName: string
    })
  },
  handle: /* @__PURE__ */ __name(({ resources, validateOnly }, { broker }) => answerResources(resources, ({ resourceType, resourceName, configs }) => {
    const target = { resourceType, resourceName, isOnlyValidated: validateOnly };
    return alterResource(broker, target, (configuration) => applyChanges(configuration, configs));
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ resources }, errorCode) => answerResources(resources, () => refuse(errorCode, "")), "refuse")
});

// src/broker/apis/45-alter-partition-reassignments.ts
var alterPartitionReassignments = defineApi({
  key: 45,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    timeoutMs: optional(int32, 6e4),
    allowReplicationFactorChange: since(1, bool, true),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        replicas: optional(nullable(list(int32)), null)
      })
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    allowReplicationFactorChange: since(1, bool, true),
    errorCode: int16,
    errorMessage: nullable(string),
    responses: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: nullable(string)
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ topics }, { broker }) => answerEach7(topics, (topic, wish) => reassign(broker, topic, wish)), "handle"),
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => ({ ...answerEach7(topics, () => errorCode), errorCode }), "refuse")
});
function answerEach7(topics, answer3) {
  const responses = topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((wish) => ({
      partitionIndex: wish.partitionIndex,
      errorCode: answer3(name, wish),
      errorMessage: null
    }))
  }));
  return { errorCode: errorCodes.NONE, errorMessage: null, responses };
}
__name(answerEach7, "answerEach");
function reassign({ topics, nodeId }, topic, { partitionIndex, replicas: replicas2 }) {
  if (!topics.partition(topic, partitionIndex)) return errorCodes.UNKNOWN_TOPIC_OR_PARTITION;
  if (replicas2 === null) return errorCodes.NO_REASSIGNMENT_IN_PROGRESS;
  const isHere = replicas2.length === 1 && replicas2[0] === nodeId;
  return isHere ? errorCodes.NONE : errorCodes.INVALID_REPLICA_ASSIGNMENT;
}
__name(reassign, "reassign");

// src/broker/apis/46-list-partition-reassignments.ts
var listPartitionReassignments = defineApi({
  key: 46,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    timeoutMs: optional(int32, 6e4),
    topics: optional(
      nullable(
        list({
          name: string,
          partitionIndexes: list(int32)
        })
      ),
      null
    )
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        replicas: list(int32),
        addingReplicas: list(int32),
        removingReplicas: list(int32)
      })
    })
  },
  handle: /* @__PURE__ */ __name(() => ({ errorCode: errorCodes.NONE, errorMessage: null, topics: [] }), "handle"),
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, errorMessage: null, topics: [] }), "refuse")
});

// src/broker/apis/47-offset-delete.ts
var offsetDelete = defineApi({
  key: 47,
  versions: [0, 0],
  request: {
    groupId: string,
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32
      })
    })
  },
  response: {
    errorCode: int16,
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16
      })
    })
  },
  handle({ groupId, topics }, { broker }) {
    const group = broker.groups.get(groupId);
    if (!group) return { errorCode: errorCodes.GROUP_ID_NOT_FOUND, topics: [] };
    if (!group.isVacant && group.protocolType !== "consumer")
      return { errorCode: errorCodes.NON_EMPTY_GROUP, topics: [] };
    return {
      errorCode: errorCodes.NONE,
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => {
          const isThere = broker.topics.partition(name, partitionIndex) !== void 0;
          if (!isThere) return { partitionIndex, errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION };
          if (group.isSubscribedTo(name))
            return { partitionIndex, errorCode: errorCodes.GROUP_SUBSCRIBED_TO_TOPIC };
          group.offsets.delete(name, partitionIndex);
          return { partitionIndex, errorCode: errorCodes.NONE };
        })
      }))
    };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, topics: [] }), "refuse")
});

// src/broker/apis/48-describe-client-quotas.ts
var describeClientQuotas = defineApi({
  key: 48,
  versions: [0, 1],
  flexibleFrom: 1,
  request: {
    components: list({
      entityType: string,
      matchType: int8,
      match: nullable(string)
    }),
    strict: bool
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    entries: nullable(
      list({
        entity: list({
          entityType: string,
          entityName: nullable(string)
        }),
        values: list({
          key: string,
          value: float64
        })
      })
    )
  },
  handle({ components, strict }, { broker }) {
    const found = broker.quotas.find(components, strict);
    if ("errorCode" in found) return { ...found, entries: null };
    const entries = found.map(({ entity, limits }) => ({
      entity,
      values: [...limits].map(([key, value]) => ({ key, value }))
    }));
    return { errorCode: errorCodes.NONE, errorMessage: null, entries };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, errorMessage: null, entries: null }), "refuse")
});

// src/broker/apis/49-alter-client-quotas.ts
var alterClientQuotas = defineApi({
  key: 49,
  versions: [0, 1],
  flexibleFrom: 1,
  request: {
    entries: list({
      entity: list({
        entityType: string,
        entityName: nullable(string)
      }),
      ops: list({
        key: string,
        value: float64,
        remove: bool
      })
    }),
    validateOnly: bool
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    entries: list({
      errorCode: int16,
      errorMessage: nullable(string),
      entity: list({
        entityType: string,
        entityName: nullable(string)
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ entries, validateOnly }, { broker }) => ({
    entries: entries.map(({ entity, ops }) => {
      const refusal = broker.quotas.alter(entity, ops, validateOnly);
      return { errorCode: errorCodes.NONE, errorMessage: null, ...refusal, entity: inOrderOfTypes(entity) };
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ entries }, errorCode) => ({
    entries: entries.map(({ entity }) => ({ errorCode, errorMessage: null, entity }))
  }), "refuse")
});

// src/broker/apis/50-describe-user-scram-credentials.ts
var describeUserScramCredentials = defineApi({
  key: 50,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    users: nullable(
      list({
        name: string
      })
    )
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    results: list({
      user: string,
      errorCode: int16,
      errorMessage: nullable(string),
      credentialInfos: list({
        mechanism: int8,
        iterations: int32
      })
    })
  },
  handle({ users }, { broker }) {
    const { credentials } = broker;
    const all = users === null || users.length === 0;
    const names = all ? credentials.scramUsers() : users.map(({ name }) => name);
    return {
      errorCode: errorCodes.NONE,
      errorMessage: null,
      results: [...new Set(names)].map((user) => describe5(credentials, user))
    };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, errorMessage: null, results: [] }), "refuse")
});
function describe5(credentials, user) {
  const credentialInfos = Object.entries(scramMechanisms).flatMap(([name, { number }]) => {
    const credential = credentials.scram(name, user);
    return credential ? [{ mechanism: number, iterations: credential.iterations }] : [];
  });
  const isKnown = credentialInfos.length > 0;
  return {
    user,
    errorCode: isKnown ? errorCodes.NONE : errorCodes.RESOURCE_NOT_FOUND,
    errorMessage: isKnown ? null : `Attempt to describe a user credential that does not exist: ${user}`,
    credentialInfos
  };
}
__name(describe5, "describe");

// src/broker/apis/51-alter-user-scram-credentials.ts
var alterUserScramCredentials = defineApi({
  key: 51,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    deletions: list({
      name: string,
      mechanism: int8
    }),
    upsertions: list({
      name: string,
      mechanism: int8,
      iterations: int32,
      salt: bytes,
      saltedPassword: bytes
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      user: string,
      errorCode: int16,
      errorMessage: nullable(string)
    })
  },
  handle({ deletions, upsertions }, { broker }) {
    const results = [
      ...deletions.map(({ name, mechanism }) => ({ user: name, errorCode: remove(broker, name, mechanism) })),
      ...upsertions.map((wish) => ({ user: wish.name, errorCode: upsert(broker, wish) }))
    ];
    return { results: results.map((result) => ({ ...result, errorMessage: null })) };
  },
  refuse: /* @__PURE__ */ __name(({ deletions, upsertions }, errorCode) => ({
    results: [...deletions, ...upsertions].map(({ name }) => ({ user: name, errorCode, errorMessage: null }))
  }), "refuse")
});
function mechanismOf(wanted) {
  const entry2 = Object.entries(scramMechanisms).find(([, { number }]) => number === wanted);
  return entry2?.[0];
}
__name(mechanismOf, "mechanismOf");
function remove({ credentials }, user, number) {
  const mechanism = mechanismOf(number);
  if (!mechanism) return errorCodes.UNSUPPORTED_SASL_MECHANISM;
  return credentials.deleteScram(mechanism, user) ? errorCodes.NONE : errorCodes.RESOURCE_NOT_FOUND;
}
__name(remove, "remove");
function upsert({ credentials }, { name, mechanism: number, iterations, salt, saltedPassword }) {
  const mechanism = mechanismOf(number);
  if (!mechanism) return errorCodes.UNSUPPORTED_SASL_MECHANISM;
  if (name === "" || iterations < SCRAM_ITERATIONS || iterations > MAX_ITERATIONS)
    return errorCodes.UNACCEPTABLE_CREDENTIAL;
  const kept = { iterations, salt: Buffer.from(salt), saltedPassword: Buffer.from(saltedPassword) };
  credentials.setScram(mechanism, name, fromSaltedPassword(mechanism, kept));
  return errorCodes.NONE;
}
__name(upsert, "upsert");
var MAX_ITERATIONS = 16384;

// src/broker/apis/55-describe-quorum.ts
var replicas = list({
  replicaId: int32,
  replicaDirectoryId: since(2, uuid),
  logEndOffset: int64,
  lastFetchTimestamp: since(1, int64, -1n),
  lastCaughtUpTimestamp: since(1, int64, -1n)
});
var describeQuorum = defineApi({
  key: 55,
  versions: [0, 2],
  flexibleFrom: 0,
  request: {
    topics: list({
      topicName: string,
      partitions: list({
        partitionIndex: int32
      })
    })
  },
  response: {
    errorCode: int16,
    errorMessage: since(2, nullable(string)),
    topics: list({
      topicName: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: since(2, nullable(string)),
        leaderId: int32,
        leaderEpoch: int32,
        highWatermark: int64,
        currentVoters: replicas,
        observers: replicas
      })
    }),
    nodes: since(
      2,
      list({
        nodeId: int32,
        listeners: list({
          name: string,
          host: string,
          port: uint16
        })
      })
    )
  },
  handle({ topics }, { broker, brokerAddress }) {
    const { nodeId } = broker;
    const voter = { replicaId: nodeId, replicaDirectoryId: NO_ID, logEndOffset: 0n };
    const partition = {
      errorCode: errorCodes.NONE,
      errorMessage: null,
      leaderId: nodeId,
      leaderEpoch: LEADER_EPOCH,
      highWatermark: 0n,
      currentVoters: [voter],
      observers: []
    };
    return {
      errorCode: errorCodes.NONE,
      errorMessage: null,
      topics: topics.map(({ topicName, partitions }) => ({
        topicName,
        partitions: partitions.map(
          ({ partitionIndex }) => topicName === "__cluster_metadata" ? { partitionIndex, ...partition } : unknown(partitionIndex)
        )
      })),
      nodes: [{ nodeId, listeners: [{ name: "CONTROLLER", ...brokerAddress }] }]
    };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, errorMessage: null, topics: [], nodes: [] }), "refuse")
});
function unknown(partitionIndex) {
  return {
    partitionIndex,
    errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    errorMessage: null,
    leaderId: -1,
    leaderEpoch: -1,
    highWatermark: -1n,
    currentVoters: [],
    observers: []
  };
}
__name(unknown, "unknown");

// src/broker/apis/60-describe-cluster.ts
var describeCluster = defineApi({
  key: 60,
  versions: [0, 2],
  flexibleFrom: 0,
  request: {
    includeClusterAuthorizedOperations: bool,
    endpointType: since(1, int8, 1),
    includeFencedBrokers: since(2, bool)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: optional(nullable(string), null),
    endpointType: since(1, int8, 1),
    clusterId: string,
    controllerId: optional(int32, -1),
    brokers: list({
      brokerId: int32,
      host: string,
      port: int32,
      rack: optional(nullable(string), null),
      isFenced: since(2, bool)
    }),
    clusterAuthorizedOperations: optional(int32, -2147483648)
  },
  handle({ includeClusterAuthorizedOperations, endpointType }, { broker, brokerAddress }) {
    if (endpointType !== BROKERS) return refused3(errorCodes.MISMATCHED_ENDPOINT_TYPE, endpointType);
    return {
      errorCode: errorCodes.NONE,
      endpointType,
      clusterId: broker.clusterId,
      controllerId: broker.nodeId,
      brokers: [{ brokerId: broker.nodeId, ...brokerAddress, isFenced: false }],
      clusterAuthorizedOperations: includeClusterAuthorizedOperations ? operationsOf("cluster") : NO_OPERATIONS
    };
  },
  refuse: /* @__PURE__ */ __name(({ endpointType }, errorCode) => refused3(errorCode, endpointType), "refuse")
});
var BROKERS = 1;
function refused3(errorCode, endpointType) {
  return { errorCode, endpointType, clusterId: "", brokers: [] };
}
__name(refused3, "refused");

// src/broker/apis/61-describe-producers.ts
var describeProducers = defineApi({
  key: 61,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    topics: list({
      name: string,
      partitionIndexes: list(int32)
    })
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: optional(nullable(string), null),
        activeProducers: list({
          producerId: int64,
          producerEpoch: int32,
          lastSequence: optional(int32, -1),
          lastTimestamp: optional(int64, -1n),
          coordinatorEpoch: int32,
          currentTxnStartOffset: optional(int64, -1n)
        })
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ topics }, { broker }) => answerEach8(topics, (name, partition) => {
    const log = broker.topics.partition(name, partition);
    if (log) return { errorCode: errorCodes.NONE, activeProducers: producersOf(log) };
    const errorMessage = broker.topics.named(name) ? null : NOT_HOSTED;
    return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION, errorMessage, activeProducers: [] };
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => answerEach8(topics, () => ({ errorCode, activeProducers: [] })), "refuse")
});
function answerEach8(topics, answer3) {
  return {
    topics: topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => ({
        partitionIndex,
        ...answer3(name, partitionIndex)
      }))
    }))
  };
}
__name(answerEach8, "answerEach");
function producersOf({ producers }) {
  return producers.summaries().map(({ epoch, transactionStart, ...summary }) => ({
    ...summary,
    producerEpoch: epoch,
    currentTxnStartOffset: transactionStart
  }));
}
__name(producersOf, "producersOf");

// src/broker/groups/offsets-partition.ts
var LEAST_INT = -(2 ** 31);
function offsetsPartition(groupId, partitions) {
  let hash = 0;
  for (let index = 0; index < groupId.length; index++)
    hash = Math.imul(31, hash) + groupId.charCodeAt(index) | 0;
  return hash === LEAST_INT ? 0 : Math.abs(hash) % partitions;
}
__name(offsetsPartition, "offsetsPartition");

// src/broker/apis/65-describe-transactions.ts
var describeTransactions = defineApi({
  key: 65,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    transactionalIds: list(string)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    transactionStates: list({
      errorCode: int16,
      transactionalId: string,
      transactionState: string,
      transactionTimeoutMs: int32,
      transactionStartTimeMs: int64,
      producerId: int64,
      producerEpoch: int16,
      topics: list({
        topic: string,
        partitions: list(int32)
      })
    })
  },
  handle: /* @__PURE__ */ __name(({ transactionalIds }, { broker }) => ({
    transactionStates: transactionalIds.map((transactionalId) => {
      const transaction = broker.transactions.get(transactionalId);
      return transaction ? describe6(transaction, broker) : missing3(transactionalId, errorCodes.TRANSACTIONAL_ID_NOT_FOUND);
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ transactionalIds }, errorCode) => ({
    transactionStates: transactionalIds.map((transactionalId) => missing3(transactionalId, errorCode))
  }), "refuse")
});
function describe6(transaction, { configuration }) {
  const { producerId, producerEpoch } = transaction;
  const ofOffsets = configuration.number("offsets.topic.num.partitions");
  const offsets = new Set([...transaction.groups].map((group) => offsetsPartition(group, ofOffsets)));
  const topics = new Map([...transaction.partitions, ["__consumer_offsets", offsets]]);
  return {
    errorCode: errorCodes.NONE,
    transactionalId: transaction.id,
    transactionState: transaction.state,
    transactionTimeoutMs: transaction.timeoutMs,
    transactionStartTimeMs: BigInt(Math.floor(transaction.startedAtMs)),
    producerId,
    producerEpoch,
    topics: [...topics].filter(([, partitions]) => partitions.size > 0).map(([topic, partitions]) => ({ topic, partitions: [...partitions] }))
  };
}
__name(describe6, "describe");
function missing3(transactionalId, errorCode) {
  return {
    errorCode,
    transactionalId,
    transactionState: "",
    transactionTimeoutMs: 0,
    transactionStartTimeMs: 0n,
    producerId: 0n,
    producerEpoch: 0,
    topics: []
  };
}
__name(missing3, "missing");

// src/broker/apis/66-list-transactions.ts
var listTransactions = defineApi({
  key: 66,
  versions: [0, 2],
  flexibleFrom: 0,
  request: {
    stateFilters: list(string),
    producerIdFilters: list(int64),
    durationFilter: since(1, int64, -1n),
    transactionalIdPattern: since(2, nullable(string), null)
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    unknownStateFilters: list(string),
    transactionStates: list({
      transactionalId: string,
      producerId: int64,
      transactionState: string
    })
  },
  handle(request, { broker }) {
    const pattern = request.transactionalIdPattern ? compileTopicPattern(request.transactionalIdPattern) : void 0;
    if (pattern === void 0 && request.transactionalIdPattern)
      return {
        errorCode: errorCodes.INVALID_REGULAR_EXPRESSION,
        unknownStateFilters: [],
        transactionStates: []
      };
    const found = broker.transactions.all().filter((transaction) => isWanted2(transaction, request, broker.nowMs())).filter(({ id }) => pattern === void 0 || pattern.test(id));
    return {
      errorCode: errorCodes.NONE,
      unknownStateFilters: request.stateFilters.filter((state) => !STATES.has(state)),
      transactionStates: found.map(({ id, producerId, state }) => ({
        transactionalId: id,
        producerId,
        transactionState: state
      }))
    };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, unknownStateFilters: [], transactionStates: [] }), "refuse")
});
var STATES = /* @__PURE__ */ new Set([
  "Empty",
  "Ongoing",
  "PrepareCommit",
  "PrepareAbort",
  "CompleteCommit",
  "CompleteAbort",
  "PrepareEpochFence"
]);
function isWanted2(transaction, filters, nowMs) {
  const { stateFilters, producerIdFilters, durationFilter } = filters;
  const isLong = durationFilter < 0n || nowMs - transaction.startedAtMs > Number(durationFilter);
  return isLong && (stateFilters.length === 0 || stateFilters.includes(transaction.state)) && (producerIdFilters.length === 0 || producerIdFilters.includes(transaction.producerId));
}
__name(isWanted2, "isWanted");

// src/broker/apis/68-consumer-group-heartbeat.ts
import { randomUUID as randomUUID3 } from "node:crypto";
var consumerGroupHeartbeat = defineApi({
  key: 68,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    groupId: string,
    memberId: string,
    memberEpoch: int32,
    instanceId: optional(nullable(string), null),
    rackId: optional(nullable(string), null),
    rebalanceTimeoutMs: optional(int32, -1),
    subscribedTopicNames: optional(nullable(list(string)), null),
    subscribedTopicRegex: since(1, nullable(string), null),
    serverAssignor: optional(nullable(string), null),
    topicPartitions: optional(
      nullable(
        list({
          topicId: uuid,
          partitions: list(int32)
        })
      ),
      null
    )
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: optional(nullable(string), null),
    memberId: optional(nullable(string), null),
    memberEpoch: int32,
    heartbeatIntervalMs: int32,
    assignment: optional(
      nullable(
        struct({
          topicPartitions: list({
            topicId: uuid,
            partitions: list(int32)
          })
        })
      ),
      null
    )
  },
  handle(request, context) {
    const problem = problemOf3(request, context.version);
    if (problem) return refused4(problem);
    const { broker } = context;
    const { groupId, memberEpoch, topicPartitions: topicPartitions2 } = request;
    const group = memberEpoch === 0 ? broker.groups.findOrCreateConsumer(groupId) : broker.groups.consumer(groupId);
    if (!group)
      return refused4(refuse(errorCodes.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a consumer group.`));
    if ("errorCode" in group) return refused4(group);
    const claim = { memberId: request.memberId || randomUUID3(), groupInstanceId: request.instanceId };
    if (memberEpoch < 0) {
      const refusal = group.leave(claim, memberEpoch === LEAVES_FOR_NOW);
      if (refusal) return refused4(refusal);
      return { errorCode: errorCodes.NONE, memberId: request.memberId, memberEpoch, heartbeatIntervalMs: 0 };
    }
    const result = group.heartbeat({
      ...claim,
      memberEpoch,
      clientId: context.clientId,
      clientHost: context.clientHost,
      rackId: request.rackId,
      rebalanceTimeoutMs: request.rebalanceTimeoutMs,
      topicNames: request.subscribedTopicNames,
      topicPattern: request.subscribedTopicRegex,
      assignor: request.serverAssignor,
      owned: topicPartitions2 && keysOf(topicPartitions2)
    });
    const intervalMs = broker.groupConfigurations.of(groupId).number("consumer.heartbeat.interval.ms");
    return "errorCode" in result ? refused4(result) : answer2(result, intervalMs);
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => refused4(refuse(errorCode, "")), "refuse")
});
function problemOf3(request, version) {
  const { memberEpoch, serverAssignor, subscribedTopicRegex } = request;
  const wrong = requestProblem(request, version);
  if (wrong) return refuse(errorCodes.INVALID_REQUEST, wrong);
  if (serverAssignor !== null && !(serverAssignor in assignors))
    return refuse(
      errorCodes.UNSUPPORTED_ASSIGNOR,
      `ServerAssignor ${serverAssignor} is not supported. Supported assignors: ${Object.keys(assignors).join(", ")}.`
    );
  if (memberEpoch < 0 || !subscribedTopicRegex || compileTopicPattern(subscribedTopicRegex)) return void 0;
  return refuse(
    errorCodes.INVALID_REGULAR_EXPRESSION,
    `SubscribedTopicRegex \`${subscribedTopicRegex}\` is not a valid regular expression.`
  );
}
__name(problemOf3, "problemOf");
function requestProblem(request, version) {
  const { groupId, memberId, memberEpoch, instanceId } = request;
  if (groupId === "") return "GroupId can't be empty.";
  if (instanceId === "") return "InstanceId can't be empty.";
  if (memberEpoch < LEAVES_FOR_NOW)
    return `MemberEpoch is ${memberEpoch}, but must be greater than or equal to -2.`;
  if (memberId === "" && (version > 0 || memberEpoch !== 0)) return "MemberId can't be empty.";
  if (memberEpoch === LEAVES_FOR_NOW && instanceId === null) return "InstanceId can't be null.";
  return memberEpoch === 0 ? firstRequestProblem(request) : void 0;
}
__name(requestProblem, "requestProblem");
function firstRequestProblem(request) {
  if (request.rebalanceTimeoutMs === -1) return "RebalanceTimeoutMs must be provided in first request.";
  if (request.topicPartitions === null || request.topicPartitions.length > 0)
    return "TopicPartitions must be empty when (re-)joining.";
  const isSubscribed = request.subscribedTopicNames !== null || request.subscribedTopicRegex !== null;
  return isSubscribed ? void 0 : "Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.";
}
__name(firstRequestProblem, "firstRequestProblem");
function answer2({ member, isToldPartitions }, heartbeatIntervalMs) {
  return {
    errorCode: errorCodes.NONE,
    memberId: member.id,
    memberEpoch: member.epoch,
    heartbeatIntervalMs,
    assignment: isToldPartitions ? { topicPartitions: topicPartitionsOf(member.assigned.keys()) } : null
  };
}
__name(answer2, "answer");
function refused4({ errorCode, errorMessage }) {
  return { errorCode, errorMessage: errorMessage || null, memberEpoch: LEAVES + 1, heartbeatIntervalMs: 0 };
}
__name(refused4, "refused");

// src/broker/apis/69-consumer-group-describe.ts
var consumerGroupDescribe = defineApi({
  key: 69,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    groupIds: list(string),
    includeAuthorizedOperations: bool
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    groups: list({
      errorCode: int16,
      errorMessage: optional(nullable(string), null),
      groupId: string,
      groupState: string,
      groupEpoch: int32,
      assignmentEpoch: int32,
      assignorName: string,
      members: list({
        memberId: string,
        instanceId: optional(nullable(string), null),
        rackId: optional(nullable(string), null),
        memberEpoch: int32,
        clientId: string,
        clientHost: string,
        subscribedTopicNames: list(string),
        subscribedTopicRegex: optional(nullable(string), null),
        assignment: struct({
          topicPartitions: list({
            topicId: uuid,
            topicName: string,
            partitions: list(int32)
          })
        }),
        targetAssignment: struct({
          topicPartitions: list({
            topicId: uuid,
            topicName: string,
            partitions: list(int32)
          })
        }),
        memberType: since(1, int8, -1)
      }),
      authorizedOperations: optional(int32, -2147483648)
    })
  },
  handle: /* @__PURE__ */ __name(({ groupIds, includeAuthorizedOperations }, { broker }) => ({
    groups: groupIds.map((groupId) => {
      const group = broker.groups.consumer(groupId);
      if (!group)
        return missing4(groupId, errorCodes.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a consumer group.`);
      return {
        ...describe7(group, broker.topics),
        authorizedOperations: includeAuthorizedOperations ? operationsOf("group") : NO_OPERATIONS
      };
    })
  }), "handle"),
  refuse: /* @__PURE__ */ __name(({ groupIds }, errorCode) => ({
    groups: groupIds.map((groupId) => missing4(groupId, errorCode, null))
  }), "refuse")
});
var memberTypes = { classic: 0, consumer: 1 };
function describe7(group, topics) {
  return {
    errorCode: errorCodes.NONE,
    groupId: group.id,
    groupState: group.state,
    groupEpoch: group.targets.groupEpoch,
    assignmentEpoch: group.targets.epoch,
    assignorName: group.targets.assignorName,
    members: group.roster.all.map((member) => describeMember(member, group, topics))
  };
}
__name(describe7, "describe");
function describeMember(member, group, topics) {
  const named = /* @__PURE__ */ __name((partitions) => ({
    topicPartitions: topicPartitionsOf(partitions).flatMap((each) => {
      const topicName = topics.withId(each.topicId)?.name;
      return topicName === void 0 ? [] : [{ ...each, topicName }];
    })
  }), "named");
  return {
    memberId: member.id,
    instanceId: member.instanceId,
    rackId: member.rackId,
    memberEpoch: member.epoch,
    clientId: member.clientId,
    clientHost: member.clientHost,
    subscribedTopicNames: member.topicNames.toSorted(),
    subscribedTopicRegex: member.topicPattern,
    assignment: named([...member.assigned.keys(), ...member.revoking.keys()]),
    targetAssignment: named(group.targets.of(member.id).partitions),
    memberType: member.classic ? memberTypes.classic : memberTypes.consumer
  };
}
__name(describeMember, "describeMember");
function missing4(groupId, errorCode, errorMessage) {
  return {
    errorCode,
    errorMessage,
    groupId,
    groupState: "",
    groupEpoch: 0,
    assignmentEpoch: 0,
    assignorName: "",
    members: []
  };
}
__name(missing4, "missing");

// src/broker/apis/74-list-config-resources.ts
var listConfigResources = defineApi({
  key: 74,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    resourceTypes: since(1, list(int8))
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    configResources: list({
      resourceName: string,
      resourceType: since(1, int8, 16)
    })
  },
  handle({ resourceTypes: wanted }, { broker, version }) {
    const topics = broker.topics.all().map(({ name }) => ({ resourceName: name, resourceType: resourceTypes.topic }));
    const brokers = [resourceTypes.broker, resourceTypes.brokerLogger].map((resourceType) => ({
      resourceName: String(broker.nodeId),
      resourceType
    }));
    const groups = [...broker.groupConfigurations.ids].map((id) => ({
      resourceName: id,
      resourceType: resourceTypes.group
    }));
    const all = version === 0 ? [] : [...topics, ...brokers, ...groups];
    const configResources = all.filter(
      ({ resourceType }) => wanted.length === 0 || wanted.includes(resourceType)
    );
    return { errorCode: errorCodes.NONE, configResources };
  },
  refuse: /* @__PURE__ */ __name((_request, errorCode) => ({ errorCode, configResources: [] }), "refuse")
});

// src/broker/apis/75-describe-topic-partitions.ts
var describeTopicPartitions = defineApi({
  key: 75,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    topics: list({
      name: string
    }),
    responsePartitionLimit: optional(int32, 2e3),
    cursor: optional(
      nullable(
        struct({
          topicName: string,
          partitionIndex: int32
        })
      ),
      null
    )
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      errorCode: int16,
      name: nullable(string),
      topicId: uuid,
      isInternal: optional(bool, false),
      partitions: list({
        errorCode: int16,
        partitionIndex: int32,
        leaderId: int32,
        leaderEpoch: optional(int32, -1),
        replicaNodes: list(int32),
        isrNodes: list(int32),
        eligibleLeaderReplicas: optional(nullable(list(int32)), null),
        lastKnownElr: optional(nullable(list(int32)), null),
        offlineReplicas: list(int32)
      }),
      topicAuthorizedOperations: optional(int32, -2147483648)
    }),
    nextCursor: optional(
      nullable(
        struct({
          topicName: string,
          partitionIndex: int32
        })
      ),
      null
    )
  },
  handle({ topics, responsePartitionLimit, cursor }, { broker }) {
    const names = topics.length > 0 ? topics.map(({ name }) => name) : broker.topics.all().map(({ name }) => name);
    const wanted = [...new Set(names)].sort().filter((name) => !cursor || name >= cursor.topicName);
    const isKnown = !cursor || topics.length === 0 || wanted.includes(cursor.topicName);
    if (!isKnown || cursor && cursor.partitionIndex < 0) return refused5(topics, errorCodes.INVALID_REQUEST);
    const described = [];
    let rest = Math.min(Math.max(1, responsePartitionLimit), MAX_PARTITIONS2);
    for (const name of wanted) {
      const first = cursor?.topicName === name ? cursor.partitionIndex : 0;
      if (rest === 0) return { topics: described, nextCursor: { topicName: name, partitionIndex: first } };
      const topic = describe8(broker, name, first, rest);
      described.push(topic);
      rest -= topic.partitions.length;
      const next = first + topic.partitions.length;
      if (next < (broker.topics.named(name)?.partitions.length ?? 0))
        return { topics: described, nextCursor: { topicName: name, partitionIndex: next } };
    }
    return { topics: described, nextCursor: null };
  },
  refuse: /* @__PURE__ */ __name(({ topics }, errorCode) => refused5(topics, errorCode), "refuse")
});
function refused5(topics, errorCode) {
  return { topics: topics.map(({ name }) => missing5(name, errorCode)), nextCursor: null };
}
__name(refused5, "refused");
var MAX_PARTITIONS2 = 2e3;
function describe8({ topics, nodeId }, name, first, count) {
  const topic = topics.named(name);
  if (!topic) {
    const isValid = topicNameProblem(name) === void 0;
    return missing5(
      name,
      isValid ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.INVALID_TOPIC_EXCEPTION,
      operationsOf("topic")
    );
  }
  const indexes = [...topic.partitions.keys()].slice(first, first + count);
  return {
    errorCode: errorCodes.NONE,
    name,
    topicId: topic.id,
    isInternal: isInternalTopic(name),
    partitions: indexes.map((partitionIndex) => ({
      ...describePartition(partitionIndex, nodeId),
      eligibleLeaderReplicas: [],
      lastKnownElr: []
    })),
    topicAuthorizedOperations: operationsOf("topic")
  };
}
__name(describe8, "describe");
function missing5(name, errorCode, topicAuthorizedOperations = NO_OPERATIONS) {
  return { errorCode, name, topicId: NO_ID, partitions: [], topicAuthorizedOperations };
}
__name(missing5, "missing");

// src/broker/apis/index.ts
var apis = {
  produce,
  fetch,
  listOffsets,
  metadata,
  offsetCommit,
  offsetFetch,
  findCoordinator,
  joinGroup,
  heartbeat,
  leaveGroup,
  syncGroup,
  describeGroups,
  listGroups,
  apiVersions,
  createTopics,
  deleteTopics,
  initProducerId,
  describeConfigs,
  describeCluster,
  addPartitionsToTxn,
  addOffsetsToTxn,
  endTxn,
  txnOffsetCommit,
  describeProducers,
  describeTransactions,
  listTransactions,
  deleteRecords,
  offsetForLeaderEpoch,
  describeAcls,
  createAcls,
  deleteAcls,
  alterConfigs,
  alterReplicaLogDirs,
  describeLogDirs,
  createPartitions,
  deleteGroups,
  electLeaders,
  incrementalAlterConfigs,
  alterPartitionReassignments,
  listPartitionReassignments,
  offsetDelete,
  describeClientQuotas,
  alterClientQuotas,
  describeQuorum,
  listConfigResources,
  describeTopicPartitions,
  consumerGroupHeartbeat,
  consumerGroupDescribe,
  saslHandshake,
  saslAuthenticate,
  describeUserScramCredentials,
  alterUserScramCredentials
};

// src/broker/wire/request-header.ts
function readRequestHeader(reader) {
  return { apiKey: reader.int16(), apiVersion: reader.int16(), correlationId: reader.int32() };
}
__name(readRequestHeader, "readRequestHeader");
function readClientId(reader, isFlexible) {
  const length = reader.int16();
  if (length < -1) throw new WireError(`the client id has a length of ${length}`);
  const clientId = length < 0 ? "" : reader.bytes(length).toString("utf8");
  if (isFlexible)
    for (let tags = reader.uvarint(); tags > 0; tags--) {
      reader.uvarint();
      reader.bytes(reader.uvarint());
    }
  return clientId;
}
__name(readClientId, "readClientId");

// src/broker/dispatcher.ts
var Dispatcher = class {
  static {
    __name(this, "Dispatcher");
  }
  #broker;
  #apis;
  #list = Object.values(apis);
  constructor(broker) {
    this.#broker = broker;
    this.#apis = new Map(this.#list.map((api) => [api.key, api]));
  }
  /**
   * Answers a request; at once, unless it has to wait.
   * @throws WireError for bytes that are no request, and for APIs and versions that are not served: Kafka closes the
   *   connection then, all but for ApiVersions
   */
  dispatch(frame, peer) {
    if (peer.authentication.awaitsBareMessage) return answerBareMessage(frame, peer.authentication);
    const reader = new Reader(frame);
    const { apiKey, apiVersion: version, correlationId } = readRequestHeader(reader);
    const api = this.#apis.get(apiKey);
    if (!api) throw new WireError(`no API with the key ${apiKey} is served`);
    if (version < api.versions[0] || version > api.versions[1]) {
      if (apiKey !== apis.apiVersions.key)
        throw new WireError(`API ${apiKey} is not served in version ${version}`);
      return writeResponse(api, 0, correlationId, unsupportedVersion(api));
    }
    if (!peer.authentication.isDone && !BEFORE_AUTHENTICATION.has(api))
      throw new WireError(`API ${apiKey} was asked for before authentication`);
    const clientId = readClientId(reader, api.isFlexible(version));
    const request = api.requestCodec(version).read(reader);
    const context = {
      broker: this.#broker,
      apis: this.#list,
      version,
      clientId,
      clientHost: peer.clientHost,
      brokerAddress: peer.brokerAddress,
      signal: peer.signal,
      authentication: peer.authentication,
      closeConnection: /* @__PURE__ */ __name((when) => peer.closeConnection(when), "closeConnection")
    };
    const response = this.#handle(api, request, context);
    const reply = /* @__PURE__ */ __name((draft) => draft === void 0 ? void 0 : writeResponse(api, version, correlationId, draft), "reply");
    return response instanceof Promise ? response.then(reply) : reply(response);
  }
  #handle(api, request, context) {
    const { faults, clock } = this.#broker;
    const errorCode = faults.takeFailure(api.key);
    if (errorCode !== void 0) return api.refuse(request, errorCode, context);
    const { fetchDelayMs } = faults;
    if (api !== apis.fetch || fetchDelayMs === 0) return api.handle(request, context);
    return sleep(clock, fetchDelayMs, context.signal).then(() => api.handle(request, context));
  }
};
var BEFORE_AUTHENTICATION = /* @__PURE__ */ new Set([
  apis.apiVersions,
  apis.saslHandshake,
  apis.saslAuthenticate
]);
function answerBareMessage(message, authentication) {
  const step = authentication.next(message);
  if (!step || step === "refused" || !("answer" in step)) throw new WireError("an authentication is refused");
  const size = Buffer.alloc(SIZE_BYTES2);
  size.writeInt32BE(step.answer.length);
  return [size, step.answer];
}
__name(answerBareMessage, "answerBareMessage");
function unsupportedVersion({ key, versions: [minVersion, maxVersion] }) {
  return {
    errorCode: errorCodes.UNSUPPORTED_VERSION,
    apiKeys: [{ apiKey: key, minVersion, maxVersion }]
  };
}
__name(unsupportedVersion, "unsupportedVersion");
var SIZE_BYTES2 = 4;
function writeResponse(api, version, correlationId, draft) {
  const writer = new Writer();
  writer.int32(0);
  writer.int32(correlationId);
  if (api.isFlexible(version) && !api.plainResponseHeader) writer.uvarint(0);
  api.responseCodec(version).write(writer, draft);
  const sizeBytes = writer.length - SIZE_BYTES2;
  const pieces = writer.finish();
  pieces[0]?.writeInt32BE(sizeBytes);
  return pieces;
}
__name(writeResponse, "writeResponse");

// src/broker/listener.ts
import { createServer } from "node:net";
var Listener = class _Listener {
  static {
    __name(this, "Listener");
  }
  #server;
  #sockets;
  port;
  constructor(server, sockets, port) {
    this.#server = server;
    this.#sockets = sockets;
    this.port = port;
  }
  /**
   * Listens on a port; 0: a free one.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  static async open(host, port, accept) {
    const sockets = /* @__PURE__ */ new Set();
    const server = createServer({ noDelay: true }, (socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      attach(socket, accept);
    });
    const { promise, resolve, reject } = Promise.withResolvers();
    server.once("error", reject);
    server.listen({ host, port }, resolve);
    try {
      await promise;
    } catch (cause) {
      throw new RunError("KAFKA_PORT_TAKEN", `the embedded Kafka cannot listen on ${host}:${port}`, {
        hint: "stop what uses the port, or choose another one; 0 takes any free port",
        cause
      });
    }
    const address = server.address();
    return new _Listener(server, sockets, typeof address === "object" && address ? address.port : port);
  }
  /** Closes all connections; clients that come again are served. */
  dropConnections() {
    for (const socket of this.#sockets) socket.destroy();
  }
  async [Symbol.asyncDispose]() {
    const { promise, resolve } = Promise.withResolvers();
    this.#server.close(() => resolve());
    this.dropConnections();
    await promise;
  }
};
function attach(socket, accept) {
  const connection = accept({
    remoteAddress: socket.remoteAddress ?? "",
    write: /* @__PURE__ */ __name((pieces) => writeAll(socket, pieces), "write"),
    pause: /* @__PURE__ */ __name(() => socket.pause(), "pause"),
    resume: /* @__PURE__ */ __name(() => socket.resume(), "resume"),
    end: /* @__PURE__ */ __name(() => socket.end(), "end"),
    destroy: /* @__PURE__ */ __name(() => socket.destroy(), "destroy")
  });
  socket.on("data", (chunk) => connection.receive(chunk));
  socket.on("drain", () => connection.drained());
  socket.on("close", () => connection.closed());
  socket.on("error", () => connection.closed());
}
__name(attach, "attach");
function writeAll(socket, pieces) {
  socket.cork();
  for (const piece of pieces) socket.write(piece);
  socket.uncork();
  return !socket.writableNeedDrain;
}
__name(writeAll, "writeAll");

// src/broker/embedded-kafka.ts
var DEFAULT_HOST = "127.0.0.1";
var ANY_ADDRESS = /* @__PURE__ */ new Set(["0.0.0.0", "::", ""]);
var MECHANISMS = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"];
var EmbeddedKafka = class _EmbeddedKafka {
  static {
    __name(this, "EmbeddedKafka");
  }
  #broker;
  #sasl;
  #dispatcher;
  /** The places that it listens in, the first one first. */
  #places = [];
  #listeners = [];
  constructor(broker, sasl) {
    this.#broker = broker;
    this.#sasl = sasl;
    this.#dispatcher = new Dispatcher(broker);
  }
  /**
   * Starts a broker and resolves when clients can connect.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  static async start(options = {}) {
    const { clock = systemClock, memoryLimitBytes } = options;
    const broker = new Broker(clock, {
      settings: settingsOf(options),
      memoryLimitBytes,
      users: options.sasl?.users
    });
    const kafka = new _EmbeddedKafka(broker, saslOf(broker, options));
    try {
      await kafka.listen(options);
      return kafka;
    } catch (error) {
      await kafka[Symbol.asyncDispose]();
      throw error;
    }
  }
  get host() {
    return this.#address.host;
  }
  get port() {
    return this.#address.port;
  }
  /** What clients take as `bootstrap.servers`. */
  get bootstrap() {
    return renderAddress(this.#address);
  }
  /** Misbehaviour on demand. */
  get faults() {
    return this.#broker.faults;
  }
  /**
   * Listens in one more place, whose clients are told to come there again: containers, say, which find this machine by
   * another name. Resolves with what they take as `bootstrap.servers`.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  async listen(options) {
    const place = await this.#open(options);
    this.#places.push(place);
    const protocol = this.#sasl ? "SASL_PLAINTEXT" : "PLAINTEXT";
    this.#broker.advertise(this.#places.map(({ address }) => `${protocol}://${renderAddress(address)}`));
    return renderAddress(place.address);
  }
  /** Applies retention and compaction now, to all records, even those that Kafka would not touch yet. */
  cleanLogs() {
    this.#broker.cleaner.clean(true);
  }
  /** Closes all connections; clients that connect again are served. */
  closeConnections() {
    for (const listener of this.#listeners) listener.dropConnections();
  }
  /** Goes away for a while, and comes back in the same places with everything that it had. */
  async restart({ downMs = 0 } = {}) {
    await this.#close();
    await sleep(this.#broker.clock, downMs, new AbortController().signal);
    for (const { options } of this.#places) await this.#open(options);
  }
  async [Symbol.asyncDispose]() {
    await this.#close();
    this.#broker[Symbol.dispose]();
  }
  get #address() {
    return this.#places[0]?.address ?? { host: DEFAULT_HOST, port: -1 };
  }
  async #close() {
    await Promise.all(this.#listeners.splice(0).map((listener) => listener[Symbol.asyncDispose]()));
  }
  async #open({ host = DEFAULT_HOST, port = 0, ...advertised }) {
    const reachableHost = advertised.advertisedHost ?? (ANY_ADDRESS.has(host) ? "localhost" : host);
    const listener = await Listener.open(host, port, (transport) => this.#accept(transport, address));
    const address = { host: reachableHost, port: advertised.advertisedPort ?? listener.port };
    this.#listeners.push(listener);
    return { address, options: { host, ...advertised, port: listener.port } };
  }
  #accept(transport, brokerAddress) {
    const { configuration, clock } = this.#broker;
    const limits = {
      maxFrameBytes: configuration.number("socket.request.max.bytes"),
      idleMs: configuration.number("connections.max.idle.ms")
    };
    const options = { clock, limits, brokerAddress, sasl: this.#sasl, onBug };
    return new Connection(this.#dispatcher, transport, options);
  }
};
function onBug(error) {
  process.emitWarning(error instanceof Error ? error : String(error), "EmbeddedKafkaBug");
}
__name(onBug, "onBug");
function renderAddress({ host, port }) {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
__name(renderAddress, "renderAddress");
function saslOf({ configuration, credentials }, { sasl }) {
  if (!sasl) return void 0;
  const sessionMs = configuration.number("connections.max.reauth.ms");
  return { mechanisms: sasl.mechanisms ?? MECHANISMS, credentials, sessionMs };
}
__name(saslOf, "saslOf");
function settingsOf({ numPartitions, config = {} }) {
  const settings = new Map(Object.entries(config));
  if (numPartitions !== void 0) settings.set("num.partitions", String(numPartitions));
  return settings;
}
__name(settingsOf, "settingsOf");

export {
  EmbeddedKafka
};
