import { type ErrorCode, RunError, type SettingPath } from '../base/errors.ts';

/** A part of flowproof.yaml that something of the run is made from. */
export interface Part {
  readonly path: SettingPath;
  readonly config: object;
}

/** What makes a container of something. */
const FORMS = ['compose', 'build', 'image', 'provider'];

/** The keys that an error is mostly about; of several, the one that is there. */
const KEYS: Partial<Record<ErrorCode, readonly string[]>> = {
  DOCKER_IMAGE_NOT_FOUND: ['image', 'build', 'compose', 'provider'],
  DOCKER_BUILD_FAILED: ['build', 'compose'],
  DOCKER_PORT_TAKEN: ['port', 'compose'],
  DOCKER_DENIED: FORMS,
  DOCKER_DISK_FULL: FORMS,
  DOCKER_FAILED: FORMS,
  DOCKER_MISSING: FORMS,
  DOCKER_NOT_RUNNING: FORMS,
  KAFKA_AUTHENTICATION: ['sasl'],
  KAFKA_PORT_TAKEN: ['port'],
  KAFKA_TLS: ['tls', 'bootstrap'],
  KAFKA_UNREACHABLE: ['bootstrap', 'image', 'provider'],
  SCHEMA_REGISTRY_DENIED: ['auth', 'url'],
  SCHEMA_REGISTRY_PORT_TAKEN: ['port'],
  SCHEMA_REGISTRY_REFUSED: ['url'],
  SCHEMA_REGISTRY_UNREACHABLE: ['url', 'image', 'provider'],
  SERVICE_NOT_READY: ['ready', 'compose'],
  SERVICE_NOT_STARTED: ['command'],
};

/** Waits for what is made from a part of flowproof.yaml. An error of it then names its setting. */
export async function blame<Result>(part: Part, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof RunError ? withSetting(cause, part) : cause;
  }
}

/** An error that names its setting already is about that one. */
export function withSetting(error: RunError, { path, config }: Part): RunError {
  if (error.setting) return error;
  const key = KEYS[error.code]?.find((one) => Reflect.get(config, one) !== undefined);
  const { code, message, hint, detail, cause } = error;
  return new RunError(code, message, {
    hint,
    detail,
    cause,
    setting: key === undefined ? path : [...path, key],
  });
}
