/** What `import … from 'flowproof/embedded'` gives: the embedded Kafka, for tests of any kind. */
export { RunError } from './base/errors.js';
export { EmbeddedKafka, type EmbeddedKafkaOptions, type ListenOptions } from './broker/embedded-kafka.js';
export type { FailedRequests, Faults } from './broker/faults.js';
