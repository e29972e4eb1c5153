import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process of Node came to use, told by itself when it ends. */
export interface ProcessCost {
  /** Arguments of `node` that make the process tell. */
  readonly nodeArguments: readonly string[];
  /** After its end. */
  read(): { readonly cpuMs: number; readonly mebibytes: number };
}

/** To be used for one process. */
export function measureCost(): ProcessCost {
  const file = join(mkdtempSync(join(tmpdir(), 'flowproof-cost-')), 'cost.json');
  const tell = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.resourceUsage())));`;
  return {
    nodeArguments: ['--import', `data:text/javascript,${encodeURIComponent(tell)}`],
    read() {
      const usage = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
      return {
        cpuMs: ((usage.userCPUTime ?? 0) + (usage.systemCPUTime ?? 0)) / 1000,
        mebibytes: (usage.maxRSS ?? 0) / 1024,
      };
    },
  };
}
