import type { Plugin } from 'esbuild';

/**
 * The Kafka client validates options, and brings schema registries, with libraries that flowproof has no use for: its
 * options are typed, its registries are not called. Without them it starts in a third of the time.
 */
const unusedByKafkaClient: Plugin = {
  name: 'unused by the Kafka client',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(ajv|ajv-draft-04|avsc)($|\/.*\.js$)/ }, ({ path, importer }) =>
      importer.includes('/@platformatic/kafka/') ? { path, namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: ACCEPTS_ALL }));
  },
};

/**
 * Parts of testcontainers and its Docker client that flowproof never calls: Docker over SSH, BuildKit's own protocol,
 * copying into containers, compose, port forwarding. They are nine tenths of its size; two of them are no JavaScript.
 */
const unusedByTestcontainers: Plugin = {
  name: 'unused by testcontainers',
  setup({ onResolve, onLoad }) {
    const filter =
      /^(ssh2|ssh-remote-port-forward|cpu-features|@grpc\/.*|undici|archiver|docker-compose|properties-reader|proper-lockfile)$/;
    onResolve({ filter }, ({ path, importer }) =>
      /\/node_modules\/(testcontainers|dockerode|docker-modem)\//.test(importer)
        ? { path, namespace: 'never called' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'never called' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** The languages of zod's own messages: flowproof words the problems of a file itself. They are half of its size. */
const languagesOfZod: Plugin = {
  name: 'languages of zod',
  setup({ onLoad }) {
    onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/**
 * `import 'node:http'` reads each of its exports, and one of them is a getter that loads all of `fetch`: 35 ms of every
 * start. `require` reads what is used.
 */
const gettersOfHttp: Plugin = {
  name: 'getters of node:http',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:https?$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path: path.slice('node:'.length), namespace: 'node' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({
      contents: `module.exports = require('node:${path}');`,
    }));
  },
};

/** What libraries and Node would load at each start, and flowproof never uses. */
export const leaveOut = [unusedByKafkaClient, unusedByTestcontainers, languagesOfZod, gettersOfHttp];

const ACCEPTS_ALL = `
export class Ajv {
  addKeyword() {}
  compile() {
    return () => true;
  }
}
export { Ajv as Ajv2020 };
export default { Ajv };`;
