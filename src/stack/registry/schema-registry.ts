import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { UsageError } from '../../base/errors.ts';
import { connectSchemaRegistry } from '../../kafka/schema-registry.ts';
import type { RegistryAccess } from '../../kafka/schema-registry-http.ts';
import { readTls } from '../../kafka/security/tls.ts';
import type { JsonObject } from '../../model/json.ts';
import type { SchemaKind, SchemaRegistry } from '../../model/schema-registry.ts';
import type { SchemaRegistryConfig } from '../../model/schema-registry-config.ts';
import { HOST_FROM_CONTAINERS, type Place } from '../services/launched.ts';
import type { RegistryDeps, RunningRegistry } from './running-registry.ts';

/** The schema registry of a run, with the configured schemas registered. Disposing ends what was started for the run. */
export interface RunRegistry extends AsyncDisposable {
  readonly client: SchemaRegistry;
  readonly signal: AbortSignal | undefined;
  /** `.schemaRegistry` of the expressions that a program in that place reads. */
  addresses(place: Place): JsonObject;
}

/** @throws RunError SCHEMA_REGISTRY_*, DOCKER_*; UsageError; the signal's reason */
export async function startSchemaRegistry(
  config: SchemaRegistryConfig,
  deps: RegistryDeps,
): Promise<RunRegistry> {
  await using parts = new AsyncDisposableStack();
  const running = parts.use(await startOne(config, deps));
  const client = connectSchemaRegistry({ url: running.url('host'), ...(await accessOf(config, deps)) });
  for (const [subject, given] of Object.entries(config.schemas ?? {})) {
    const { file, references = [] } = typeof given === 'string' ? { file: given } : given;
    await client.register(
      subject,
      { kind: kindOf(file), text: await readSchema(file, deps), references },
      deps.signal,
    );
  }
  const started = parts.move();
  return {
    client,
    signal: running.signal,
    addresses: (place) => ({ url: running.url(place) }),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function startOne(config: SchemaRegistryConfig, deps: RegistryDeps): Promise<RunningRegistry> {
  if (config.url !== undefined) return nameExternal(String(await deps.evaluate(config.url)));
  if (config.provider === 'docker' && deps.docker) {
    const { startRegistryInDocker } = await import('./docker-registry.ts');
    return await startRegistryInDocker(config, { ...deps, docker: deps.docker });
  }
  // Loaded only when it is needed: most runs have none.
  const { EmbeddedRegistry } = await import('../../registry/embedded-registry.ts');
  const registry = await EmbeddedRegistry.start({
    port: config.port,
    host: deps.servesContainers ? '0.0.0.0' : '127.0.0.1',
  });
  return {
    url: (place) => `http://${place === 'host' ? '127.0.0.1' : HOST_FROM_CONTAINERS}:${registry.port}`,
    [Symbol.asyncDispose]: () => registry[Symbol.asyncDispose](),
  };
}

/** The names of this machine, which mean the container itself inside one. */
const LOCAL = /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/;

function nameExternal(url: string): RunningRegistry {
  const fromContainers = url.replace(LOCAL, `$1${HOST_FROM_CONTAINERS}`);
  return {
    url: (place) => (place === 'host' ? url : fromContainers),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

async function accessOf(
  { auth, tls }: SchemaRegistryConfig,
  { directory, evaluate }: RegistryDeps,
): Promise<Omit<RegistryAccess, 'url'>> {
  // Expressions only fill in texts, so what was checked when it was loaded still has its shape.
  const secured = (await evaluate({ auth, tls })) as Pick<SchemaRegistryConfig, 'auth' | 'tls'>;
  return {
    auth: secured.auth,
    tls: secured.tls === undefined ? undefined : readTls(secured.tls, directory, 'schemaRegistry.tls'),
  };
}

const KINDS: Readonly<Record<string, SchemaKind>> = {
  '.avsc': 'AVRO',
  '.json': 'JSON',
  '.proto': 'PROTOBUF',
};

function kindOf(file: string): SchemaKind {
  const kind = KINDS[extname(file)];
  if (kind) return kind;
  throw new UsageError('USAGE_BAD_VALUE', `schemaRegistry.schemas: "${file}" is of no known kind`, {
    hint: 'its name must end in .avsc (Avro), .json (JSON Schema) or .proto (Protobuf)',
  });
}

async function readSchema(file: string, { directory }: RegistryDeps): Promise<string> {
  try {
    return await readFile(resolve(directory, file), 'utf8');
  } catch (cause) {
    throw new UsageError('USAGE_FILE_NOT_FOUND', `schemaRegistry.schemas: file "${file}" cannot be read`, {
      hint: 'paths are relative to flowproof.yaml',
      cause,
    });
  }
}
