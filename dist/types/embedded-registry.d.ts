/**
 * What `import … from 'flowproof/embedded-registry'` gives: the embedded schema registry. It is apart from the embedded
 * Kafka, which loads in a quarter of the time without it.
 */
export { RunError } from './base/errors.js';
export { EmbeddedRegistry, type EmbeddedRegistryOptions } from './registry/embedded-registry.js';
