import { expect, it } from 'vitest';
import { RunError } from '../../../../src/base/errors.ts';
import { dockerError } from '../../../../src/stack/docker/docker-error.ts';

it.for([
  ['(HTTP code 500) server error - write /var/lib/docker/tmp/x: no space left on device', 'DOCKER_DISK_FULL'],
  [
    'driver failed programming external connectivity: Bind for 0.0.0.0:9092 failed: port is already allocated',
    'DOCKER_PORT_TAKEN',
  ],
  ['listen tcp4 0.0.0.0:9092: bind: address already in use', 'DOCKER_PORT_TAKEN'],
  [
    '(HTTP code 404) no such image - manifest for apache/kafka:0.0 not found: manifest unknown',
    'DOCKER_IMAGE_NOT_FOUND',
  ],
  ['pull access denied for nobody/none, repository does not exist', 'DOCKER_IMAGE_NOT_FOUND'],
  ['connect ECONNREFUSED /var/run/docker.sock', 'DOCKER_NOT_RUNNING'],
  ['connect EACCES /var/run/docker.sock', 'DOCKER_DENIED'],
  [
    'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nothing": executable file not found in $PATH: unknown',
    'SERVICE_NOT_STARTED',
  ],
  [
    'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host',
    'DOCKER_IMAGE_NOT_FOUND',
  ],
  [
    'ERROR: failed to build: failed to solve: failed to read dockerfile: open None.Dockerfile: no such file or directory',
    'DOCKER_BUILD_FAILED',
  ],
  ['something else', 'DOCKER_FAILED'],
] as const)('knows that "%s" is %s', ([text, code]) => {
  const error = dockerError('the container of "web" could not be started', new Error(text));
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^the container of "web" could not be started: /);
  expect(error.message).not.toMatch(/HTTP code|OCI runtime|failed to solve|ERROR/);
  if (code !== 'DOCKER_FAILED') expect(error.hint).toBeDefined();
});

it('leaves an error alone that says what is wrong already', () => {
  const error = new RunError('DOCKER_MISSING', 'this run needs Docker');
  expect(dockerError('the network could not be created', error)).toBe(error);
});
