import { createServices, program } from './services.ts';

// Stands for the tool in tests that kill it: starts services that are hard to end, says so, and waits to be killed.
const [folder = '', runId = ''] = process.argv.slice(2);
const grace = '200ms';
const under = await createServices(
  {
    plain: { command: program('never-ready.js'), grace },
    grandchildren: { command: program('grandchildren.js'), ready: { log: '/^pids/' }, grace },
    daemon: { command: program('double-fork.js'), ready: { log: '/^pids/' }, grace },
    stubborn: {
      command: program('ignores-sigterm.js'),
      ready: { log: 'ready' },
      dependsOn: ['plain'],
      grace,
    },
  },
  { folder, runId },
);
await under.services.startAll(new AbortController().signal);
process.stdout.write('all run\n');
setInterval(() => undefined, 60_000);
