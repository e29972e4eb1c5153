// A service that starts two more processes in its group; the second does not end when it is asked to.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const names = ['never-ready.js', 'ignores-sigterm.js'];
const children = names.map((name) =>
  spawn(process.execPath, [join(import.meta.dirname, name)], { stdio: 'ignore' }),
);
console.log(`pids ${[process.pid, ...children.map((child) => child.pid)].join(' ')}`);
