import { expect, it } from 'vitest';
import { parseCommand } from '../../../../src/stack/services/command-line.ts';

it.for([
  ['node services/user.js', ['node', 'services/user.js']],
  ['  java  -jar app.jar ', ['java', '-jar', 'app.jar']],
  ['node "two words.js" \'and three more\'', ['node', 'two words.js', 'and three more']],
  ["echo 'a $literal | text'", ['echo', 'a $literal | text']],
  ['echo ""', ['echo', '']],
  ['node --flag="a b"', ['node', '--flag=a b']],
  ['node a.js --name=x', ['node', 'a.js', '--name=x']],
] as const)('starts the program of %s itself', ([text, [file, ...args]]) => {
  expect(parseCommand(text)).toEqual({ file, args });
});

it.for([
  'npm run build && node dist',
  'node a.js | tee log',
  'echo $HOME',
  'echo "$HOME"',
  'ls *.js',
  'PORT=80 node a.js',
  'cd x; node a.js',
  '~/bin/run',
  "node it's",
  'node a\\ b.js',
  'node a.js\nnode b.js',
  '',
])('leaves %s to a shell', (text) => {
  expect(parseCommand(text)).toEqual({ file: '/bin/sh', args: ['-c', text] });
});
