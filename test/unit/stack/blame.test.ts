import { expect, it } from 'vitest';
import { RunError } from '../../../src/base/errors.ts';
import { blame } from '../../../src/stack/blame.ts';

const part = { path: ['services', 'web'], config: { build: { context: '.' } } };

async function settingOf(error: unknown): Promise<unknown> {
  const cause = await blame(part, Promise.reject(error)).catch((thrown: unknown) => thrown);
  return cause instanceof RunError ? cause.setting : cause;
}

it('names the key that an error is about, the one that is there', async () => {
  expect(await settingOf(new RunError('DOCKER_DISK_FULL', 'no space left'))).toEqual([
    'services',
    'web',
    'build',
  ]);
});

it('names the whole part where no key is to blame', async () => {
  expect(await settingOf(new RunError('SERVICE_EXITED', 'it exited'))).toEqual(['services', 'web']);
  expect(await settingOf(new RunError('SERVICE_NOT_READY', 'not ready'))).toEqual(['services', 'web']);
});

it('leaves alone what names a setting already, and what is no error of the run', async () => {
  const setting = ['kafka', 'port'];
  expect(await settingOf(new RunError('DOCKER_PORT_TAKEN', 'taken', { setting }))).toEqual(setting);
  const bug = new TypeError('a bug');
  expect(await settingOf(bug)).toBe(bug);
});
