import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const { ARTIFACTS = '', INPUT_PATTERN: pattern = '*', INPUT_PATH: path = '.' } = process.env;
for (const name of readdirSync(ARTIFACTS)) {
  if (name.startsWith(pattern.slice(0, -1)))
    cpSync(join(ARTIFACTS, name), join(path, name), { recursive: true });
}
