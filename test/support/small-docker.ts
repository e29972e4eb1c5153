import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AS_ROOT } from './needs.ts';

/** A Docker daemon of its own, whose disk is full after `mebibytes`. */
export interface SmallDocker extends AsyncDisposable {
  /** For DOCKER_HOST. */
  readonly host: string;
}

/** Starts it beside the machine's own daemon. Needs `docker` and `root` of needs.ts. */
export async function startSmallDocker(mebibytes: number): Promise<SmallDocker> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-docker-'));
  const [data, pidFile, socket] = ['data', 'pid', 'socket'].map((name) => join(folder, name));
  const host = `unix://${socket}`;
  const bridge = `fp${process.pid}`;
  asRoot('mkdir', data ?? '');
  asRoot('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'none', data ?? '');
  asRoot('ip', 'link', 'add', bridge, 'type', 'bridge');
  asRoot('ip', 'address', 'add', '198.51.100.1/28', 'dev', bridge); // of the addresses that are for documentation
  const [command, ...args] = AS_ROOT;
  const daemon = spawn(
    command,
    [
      ...args,
      'dockerd',
      ...['--data-root', data ?? '', '--exec-root', join(folder, 'exec'), '--pidfile', pidFile ?? ''],
      ...['--host', host, '--bridge', bridge, '--iptables=false', '--storage-driver', 'vfs'],
    ],
    { stdio: 'ignore' },
  );
  const exited = once(daemon, 'exit');
  await untilAnswers(host);
  return {
    host,
    async [Symbol.asyncDispose]() {
      asRoot('kill', readFileSync(pidFile ?? '', 'utf8'));
      await exited;
      asRoot('umount', data ?? '');
      asRoot('ip', 'link', 'delete', bridge);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function asRoot(...command: readonly string[]): void {
  const [first, ...rest] = [...AS_ROOT, ...command];
  execFileSync(first ?? '', rest, { stdio: 'inherit' });
}

async function untilAnswers(host: string): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    try {
      execFileSync('docker', ['--host', host, 'info'], { stdio: 'ignore' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  throw new Error('the small Docker daemon does not start');
}
