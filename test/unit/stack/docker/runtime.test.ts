import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explainNoRuntime } from '../../../../src/stack/docker/runtime.ts';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-docker-'));
const socket = join(folder, 'docker.sock');
const bin = join(folder, 'bin');
mkdirSync(bin);
writeFileSync(join(bin, 'docker'), '', { mode: 0o755 });

it('tells a Docker that is not installed from one that does not run', () => {
  const missing = explainNoRuntime({ env: { PATH: folder }, socket });
  expect(missing.code).toBe('DOCKER_MISSING');
  expect(missing.message).toBe('this run needs Docker, which is not installed');
  const stopped = explainNoRuntime({ env: { PATH: `${folder}:${bin}` }, socket });
  expect(stopped.code).toBe('DOCKER_NOT_RUNNING');
  expect(stopped.hint).toContain('docker info');
});

it('names the daemon that DOCKER_HOST asks for', () => {
  const error = explainNoRuntime({ env: { PATH: bin, DOCKER_HOST: 'tcp://10.0.0.1:2375' }, socket });
  expect(error.code).toBe('DOCKER_NOT_RUNNING');
  expect(error.message).toBe('no Docker daemon answers at DOCKER_HOST "tcp://10.0.0.1:2375"');
});
