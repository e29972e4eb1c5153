import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);

// package.json
var package_default = { name: "flowproof", version: "0.1.0" };

// src/version.ts
var version = package_default.version;

export {
  version
};
