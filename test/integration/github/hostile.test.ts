import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeGithub } from '../../support/fake-github.ts';
import { GithubJob, type StepRun } from '../../support/github-job.ts';

const HEAD = 'a10867b14bb761a232cd80139fbd4c0d33264240';
/** Five of its characters are enough to see that some of the secret is there. */
const CORE = 'hunterzwei';
const SECRET = `${CORE}"<&>/'ü-${CORE}\n${CORE} on a second line`;
/** Where a long text is cut, the secret is at any place around that. */
const PADS = Array.from({ length: 30 }, (_, index) => 'p'.repeat(10 * index + (index % 7)));

const FORMS = `
const secret = process.env.TOKEN;
const json = (text) => JSON.stringify(text).slice(1, -1);
const bytes = Buffer.from(secret);
export const forms = [
  secret, json(secret), json(json(secret)), json(secret).replaceAll('/', '\\\\/'),
  json(secret).replace(/[<>&]/g, (one) => '\\\\u00' + one.charCodeAt(0).toString(16)),
  encodeURIComponent(secret), new URLSearchParams({ q: secret }).toString(),
  bytes.toString('base64'), bytes.toString('base64url'), Buffer.from('user:' + secret).toString('base64'),
  bytes.toString('hex'), bytes.toString('hex').toUpperCase(),
  secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
];`;

const SERVICE = `
import { forms } from './forms.mjs';
for (const form of forms) console.log('the token is ' + form);
for (const line of ['::error::pwned', '::set-output name=status::passed', '##[error]pwned', '::add-mask::a',
  '::stop-commands::x', '::save-state name=told::comment', '\\x1b[2J\\x1b]0;owned\\x07::warning::pwned', '@octo-org/all #1'])
  console.log(line);
console.log('ready');
setInterval(() => undefined, 1000);`;

/** What a service under test could have made of it, in a record that is not the awaited one. */
const PRODUCER = `
import { forms } from './forms.mjs';
const pads = ${JSON.stringify(PADS)};
console.log(JSON.stringify([...forms, ...pads.map((pad) => pad + process.env.TOKEN)]));`;

const CONFIG = `
variables: { TOKEN: { fromEnv: TOKEN, secret: true } }
services:
  leaky:
    command: node leaky.mjs
    env: { TOKEN: "\${{ .variables.TOKEN }}" }
    ready: { log: ready }
`;

const SCENARIO = `
scenario: "@octo-org/all ::error::name #1"
tags: ["::warning::tag", "<script>alert(1)</script>"]
tasks:
  forms:
    exec: { command: node producer.mjs, env: { TOKEN: "\${{ .variables.TOKEN }}" } }
  sent:
    produce:
      topic: letters
      key: "\${{ .variables.TOKEN }}"
      headers: { Authorization: "Bearer \${{ .variables.TOKEN }}" }
      value: "\${{ .source.forms.result.stdout | fromjson }}"
  seen:
    consume: { topic: letters, fail: { after: 20s } }
    checks:
      - .record.value: { equals: [nothing] }
      - .record.key: nobody
      - { jq: .record.header.Authorization, type: number, operator: greaterThan, expected: 5 }
      - .record.value: { contains: nothing }
${PADS.map((_, index) => `      - .record.value[${index + 13}]: nothing`).join('\n')}
  missed:
    consume:
      topic: letters
      from: beginning
      where: [{ '.record.value[0]': nothing }, { '.record.value[20]': nothing }]
      fail: { after: 300ms }
  unread:
    consume: { topic: letters, from: beginning, format: { value: long, key: long }, fail: { after: 300ms } }
`;

describe('a service, records and names that want to do harm', () => {
  const job = new GithubJob([]);
  let github: FakeGithub;
  let step: StepRun;
  beforeAll(async () => {
    github = await FakeGithub.start();
    job.write('forms.mjs', FORMS);
    job.write('leaky.mjs', SERVICE);
    job.write('producer.mjs', PRODUCER);
    job.write('flowproof.yaml', CONFIG);
    job.write('letters.yaml', SCENARIO);
    step = await job.run({
      event: { pull_request: { number: 7, head: { sha: HEAD } } },
      inputs: { 'github-token': github.token, scenarios: 'letters.yaml', matrix: 'null' },
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: github.url, TOKEN: SECRET },
    });
    const marked = { annotations: 'check-run', comment: 'never', summary: 'false', diagrams: 'all' };
    await job.run({
      event: { pull_request: { number: 7, head: { sha: HEAD } } },
      inputs: { 'github-token': github.token, scenarios: 'letters.yaml', matrix: 'null', ...marked },
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: github.url, TOKEN: SECRET },
    });
  });
  afterAll(async () => {
    job[Symbol.dispose]();
    await github?.[Symbol.asyncDispose]();
  });

  /** All that anybody can read, by where it is. */
  function texts(): Record<string, string> {
    const folder = join(job.workspace, 'flowproof-report');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
    const printed = step.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    return {
      ...Object.fromEntries(files),
      summary: step.summary,
      comment: JSON.stringify(github.comments),
      'check run': JSON.stringify(github.checkRuns),
      log: printed.join('\n'),
      errors: step.stderr,
    };
  }

  it('are judged as any others', () => {
    expect(step.exitCode, step.stdout).toBe(1);
    expect(Object.keys(texts())).toEqual(
      expect.arrayContaining(['logs/leaky.log', 'report.html', 'events.ndjson']),
    );
    expect(step.summary).toContain('Consumer reached the Timeout fail condition');
    expect(github.checkRuns).toHaveLength(1);
  });

  it('bring no piece of a secret into any report, whatever form it has', () => {
    const piece = CORE.slice(0, 5);
    const base64 = [0, 1, 2].map((at) => Buffer.from(CORE.slice(at, at + 6)).toString('base64'));
    const hex = Buffer.from(piece).toString('hex');
    const spaced = [...Buffer.from(piece)].map((byte) => byte.toString(16)).join(' ');
    const found = Object.entries(texts()).flatMap(([place, text]) =>
      [piece, ...base64, hex, hex.toUpperCase(), spaced]
        .filter((leak) => text.includes(leak))
        .map(
          (leak) => `${place}: ${text.slice(Math.max(text.indexOf(leak) - 60, 0), text.indexOf(leak) + 30)}`,
        ),
    );
    expect(found).toEqual([]);
  });

  it('make the runner do nothing', () => {
    const names = new Set(step.commands.map(({ name }) => name));
    const [token = ''] = step.commands
      .filter(({ name }) => name === 'stop-commands')
      .map(({ message }) => message);
    expect([...names].toSorted()).toEqual(['add-mask', 'error', 'notice', 'stop-commands', token].toSorted());
    expect(step.commands.filter(({ message }) => message === 'pwned')).toEqual([]);
    expect(step.outputs.status).toBe('failed');
  });

  it('mention nobody, and bring no element into the comment or the summary', () => {
    const shown = [step.summary, github.comments[0]?.body.replace(/<!--.*?-->/g, '') ?? ''].join('\n');
    const outsideCode = shown.replace(/<(code|pre)>[^<]*<\/\1>/g, '');
    expect(outsideCode).toContain('octo-org/all');
    expect(outsideCode).not.toMatch(/@octo|(?<!&)#1\b|<script/);
  });
});
