import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const { ARTIFACTS = '', INPUT_NAME: name = '', INPUT_PATH: path = '' } = process.env;
if (name === '' || /["':<>|*?\r\n\\/]/.test(name)) throw new Error(`"${name}" is no name of an artifact`);
const target = join(ARTIFACTS, name);
if (existsSync(target)) throw new Error(`there is an artifact "${name}" already`); // as the real one since v4
mkdirSync(target);
cpSync(path, statSync(path).isDirectory() ? target : join(target, basename(path)), { recursive: true });
