import type { Settings } from './setting.ts';

/**
 * What the broker can be told, by Kafka's names (https://kafka.apache.org/documentation/#brokerconfigs). Two defaults
 * are shorter than Kafka's, for tests: a group waits 200 ms (not 3 s) for more members before it first rebalances, which
 * kafka-python needs, as it hangs when it is given partitions before it knows of them; and members of the new group
 * protocol come every second (not every five). `log.retention.ms` counts only when it is set, so that records
 * with old time stamps do not vanish.
 */
export const brokerSettings = {
  'auto.create.topics.enable': { type: 'boolean', value: 'true' },
  'broker.id': { type: 'int', value: '0', min: 0 },
  'compression.gzip.level': { type: 'int', value: '-1' },
  'compression.lz4.level': { type: 'int', value: '9' },
  'compression.type': { type: 'string', value: 'producer' },
  'compression.zstd.level': { type: 'int', value: '3' },
  'connections.max.idle.ms': { type: 'long', value: '600000', min: 1 },
  'default.replication.factor': { type: 'int', value: '1', min: 1 },
  'delete.topic.enable': { type: 'boolean', value: 'true' },
  'fetch.max.bytes': { type: 'int', value: '57671680', min: 1024 },
  'group.consumer.heartbeat.interval.ms': { type: 'int', value: '1000', min: 1 },
  'group.consumer.max.size': { type: 'int', value: '2147483647', min: 1 },
  'group.consumer.session.timeout.ms': { type: 'int', value: '45000', min: 1 },
  'group.initial.rebalance.delay.ms': { type: 'int', value: '200', min: 0 },
  'group.max.session.timeout.ms': { type: 'int', value: '1800000', min: 1 },
  'group.max.size': { type: 'int', value: '2147483647', min: 1 },
  'group.min.session.timeout.ms': { type: 'int', value: '6000', min: 1 },
  'log.cleaner.delete.retention.ms': { type: 'long', value: '86400000', min: 0 },
  'log.cleaner.max.compaction.lag.ms': { type: 'long', value: '9223372036854775807', min: 1 },
  'log.cleaner.min.cleanable.ratio': { type: 'double', value: '0.5', min: 0 },
  'log.cleaner.min.compaction.lag.ms': { type: 'long', value: '0', min: 0 },
  'log.cleanup.policy': { type: 'list', value: 'delete', oneOf: ['compact', 'delete'] },
  'log.flush.interval.messages': { type: 'long', value: '9223372036854775807', min: 1 },
  'log.flush.interval.ms': { type: 'long', value: '9223372036854775807', min: 0 },
  'log.index.interval.bytes': { type: 'int', value: '4096', min: 0 },
  'log.index.size.max.bytes': { type: 'int', value: '10485760', min: 4 },
  'log.local.retention.bytes': { type: 'long', value: '-2', min: -2 },
  'log.local.retention.ms': { type: 'long', value: '-2', min: -2 },
  'log.message.timestamp.after.max.ms': { type: 'long', value: '3600000', min: 0 },
  'log.message.timestamp.before.max.ms': { type: 'long', value: '9223372036854775807', min: 0 },
  'log.message.timestamp.type': {
    type: 'string',
    value: 'CreateTime',
    oneOf: ['CreateTime', 'LogAppendTime'],
  },
  'log.preallocate': { type: 'boolean', value: 'false' },
  'log.retention.bytes': { type: 'long', value: '-1' },
  'log.retention.check.interval.ms': { type: 'long', value: '15000', min: 1 },
  'log.retention.ms': { type: 'long', value: '604800000', min: -1 },
  'log.roll.jitter.ms': { type: 'long', value: '0', min: 0 },
  'log.roll.ms': { type: 'long', value: '604800000', min: 1 },
  'log.segment.bytes': { type: 'int', value: '1073741824', min: 14 },
  'log.segment.delete.delay.ms': { type: 'long', value: '60000', min: 0 },
  'message.max.bytes': { type: 'int', value: '1048588', min: 0 },
  'min.insync.replicas': { type: 'int', value: '1', min: 1 },
  'node.id': { type: 'int', value: '0', min: 0 },
  'num.partitions': { type: 'int', value: '1', min: 1 },
  'offset.metadata.max.bytes': { type: 'int', value: '4096', min: 0 },
  'offsets.retention.minutes': { type: 'int', value: '10080', min: 1 },
  'socket.request.max.bytes': { type: 'int', value: '104857600', min: 1 },
  'transaction.max.timeout.ms': { type: 'int', value: '900000', min: 1 },
  'unclean.leader.election.enable': { type: 'boolean', value: 'false' },
} as const satisfies Settings;
