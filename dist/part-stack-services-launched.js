import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);

// src/stack/services/launched.ts
var HOST_FROM_CONTAINERS = "host.docker.internal";

export {
  HOST_FROM_CONTAINERS
};
