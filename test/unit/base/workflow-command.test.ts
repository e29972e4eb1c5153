import { expect, test } from 'vitest';
import { renderWorkflowCommand } from '../../../src/base/workflow-command.ts';

test.each([
  ['a command without properties', renderWorkflowCommand('endgroup', {}, ''), '::endgroup::'],
  [
    'properties in their order',
    renderWorkflowCommand('error', { file: 'a.yaml', line: 3 }, 'no'),
    '::error file=a.yaml,line=3::no',
  ],
  [
    'no property that is not there',
    renderWorkflowCommand('error', { file: undefined, title: '' }, 'no'),
    '::error::no',
  ],
  [
    'the signs of a property',
    renderWorkflowCommand('error', { title: 'a:b,c%\n' }, ''),
    '::error title=a%3Ab%2Cc%25%0A::',
  ],
  [
    'the line ends of a message',
    renderWorkflowCommand('error', {}, 'a\r\n100%: b, c'),
    '::error::a%0D%0A100%25: b, c',
  ],
])('renders %s', (_what, rendered, expected) => {
  expect(rendered).toBe(expected);
});
