// A service that starts a daemon: out of its group and session, and no child of it any more.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const daemon = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, [process.argv[1]], { detached: true, stdio: 'ignore' });
  child.unref();
  console.log(child.pid);
`;
const fork = spawn(process.execPath, ['-e', daemon, join(import.meta.dirname, 'ignores-sigterm.js')], {
  detached: true,
});
fork.stdout.on('data', (pid) => console.log(`pids ${process.pid} ${String(pid).trim()}`));
setInterval(() => undefined, 60_000);
