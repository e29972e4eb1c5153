import type { Settings } from './setting.ts';

/**
 * What a topic can be told, with Kafka's defaults: https://kafka.apache.org/documentation/#topicconfigs. All are kept
 * and shown; those about files, replicas and tiers have nothing to act on here.
 */
export const topicSettings = {
  'cleanup.policy': {
    type: 'list',
    value: 'delete',
    oneOf: ['compact', 'delete'],
    brokerSetting: 'log.cleanup.policy',
  },
  'compression.gzip.level': { type: 'int', value: '-1', brokerSetting: 'compression.gzip.level' },
  'compression.lz4.level': { type: 'int', value: '9', brokerSetting: 'compression.lz4.level' },
  'compression.type': {
    type: 'string',
    value: 'producer',
    oneOf: ['uncompressed', 'zstd', 'lz4', 'snappy', 'gzip', 'producer'],
    brokerSetting: 'compression.type',
  },
  'compression.zstd.level': { type: 'int', value: '3', brokerSetting: 'compression.zstd.level' },
  'delete.retention.ms': {
    type: 'long',
    value: '86400000',
    min: 0,
    brokerSetting: 'log.cleaner.delete.retention.ms',
  },
  'file.delete.delay.ms': {
    type: 'long',
    value: '60000',
    min: 0,
    brokerSetting: 'log.segment.delete.delay.ms',
  },
  'flush.messages': {
    type: 'long',
    value: '9223372036854775807',
    min: 1,
    brokerSetting: 'log.flush.interval.messages',
  },
  'flush.ms': {
    type: 'long',
    value: '9223372036854775807',
    min: 0,
    brokerSetting: 'log.flush.interval.ms',
  },
  'follower.replication.throttled.replicas': { type: 'list', value: '' },
  'index.interval.bytes': { type: 'int', value: '4096', min: 0, brokerSetting: 'log.index.interval.bytes' },
  'leader.replication.throttled.replicas': { type: 'list', value: '' },
  'local.retention.bytes': {
    type: 'long',
    value: '-2',
    min: -2,
    brokerSetting: 'log.local.retention.bytes',
  },
  'local.retention.ms': { type: 'long', value: '-2', min: -2, brokerSetting: 'log.local.retention.ms' },
  'max.compaction.lag.ms': {
    type: 'long',
    value: '9223372036854775807',
    min: 1,
    brokerSetting: 'log.cleaner.max.compaction.lag.ms',
  },
  'max.message.bytes': { type: 'int', value: '1048588', min: 0, brokerSetting: 'message.max.bytes' },
  'message.timestamp.after.max.ms': {
    type: 'long',
    value: '3600000',
    min: 0,
    brokerSetting: 'log.message.timestamp.after.max.ms',
  },
  'message.timestamp.before.max.ms': {
    type: 'long',
    value: '9223372036854775807',
    min: 0,
    brokerSetting: 'log.message.timestamp.before.max.ms',
  },
  'message.timestamp.type': {
    type: 'string',
    value: 'CreateTime',
    oneOf: ['CreateTime', 'LogAppendTime'],
    brokerSetting: 'log.message.timestamp.type',
  },
  'min.cleanable.dirty.ratio': {
    type: 'double',
    value: '0.5',
    min: 0,
    brokerSetting: 'log.cleaner.min.cleanable.ratio',
  },
  'min.compaction.lag.ms': {
    type: 'long',
    value: '0',
    min: 0,
    brokerSetting: 'log.cleaner.min.compaction.lag.ms',
  },
  'min.insync.replicas': { type: 'int', value: '1', min: 1, brokerSetting: 'min.insync.replicas' },
  preallocate: { type: 'boolean', value: 'false', brokerSetting: 'log.preallocate' },
  'remote.log.copy.disable': { type: 'boolean', value: 'false' },
  'remote.log.delete.on.disable': { type: 'boolean', value: 'false' },
  'remote.storage.enable': { type: 'boolean', value: 'false' },
  'retention.bytes': { type: 'long', value: '-1', brokerSetting: 'log.retention.bytes' },
  'retention.ms': { type: 'long', value: '604800000', min: -1, brokerSetting: 'log.retention.ms' },
  'segment.bytes': { type: 'int', value: '1073741824', min: 1, brokerSetting: 'log.segment.bytes' },
  'segment.index.bytes': {
    type: 'int',
    value: '10485760',
    min: 4,
    brokerSetting: 'log.index.size.max.bytes',
  },
  'segment.jitter.ms': { type: 'long', value: '0', min: 0, brokerSetting: 'log.roll.jitter.ms' },
  'segment.ms': { type: 'long', value: '604800000', min: 1, brokerSetting: 'log.roll.ms' },
  'unclean.leader.election.enable': {
    type: 'boolean',
    value: 'false',
    brokerSetting: 'unclean.leader.election.enable',
  },
} as const satisfies Settings;
