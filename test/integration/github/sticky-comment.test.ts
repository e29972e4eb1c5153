import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGithubClient, type GithubClient } from '../../../src/github/client.ts';
import { explainGithubError } from '../../../src/github/explain-error.ts';
import { putStickyComment } from '../../../src/github/sticky-comment.ts';
import { FakeGithub } from '../../support/fake-github.ts';

const MARKER = '<!-- flowproof ci -->';
const PLACE = { owner: 'octo-org', repo: 'shop', pull: 7, marker: MARKER };
const PATIENCE = { timeoutMs: 500, maxWaitMs: 2000, pauseMs: 10 };

let github: FakeGithub;
let client: GithubClient;

beforeEach(async () => {
  github = await FakeGithub.start();
  client = await createGithubClient({ token: github.token, apiUrl: github.url }, PATIENCE);
});
afterEach(() => github[Symbol.asyncDispose]());

function put(text: string | undefined) {
  return putStickyComment(client, PLACE, () => ({
    body: text === undefined ? undefined : `${MARKER}\n${text}`,
    proof: text ?? '',
  }));
}

function bodies(): string[] {
  return github.comments.filter(({ body }) => body.includes(MARKER)).map(({ body }) => body);
}

describe('the one comment of a pull request', () => {
  it('is created, then changed in place, then removed', async () => {
    const url = await put('one');
    expect(bodies()).toEqual([`${MARKER}\none`]);
    expect(await put('two')).toBe(url);
    expect(bodies()).toEqual([`${MARKER}\ntwo`]);
    expect(await put(undefined)).toBe(undefined);
    expect(bodies()).toEqual([]);
  });

  it('is found on whichever page of the comments it is', async () => {
    for (let index = 0; index < 250; index++) github.addComment(`talk ${index}`);
    await put('one');
    for (let index = 0; index < 30; index++) github.addComment(`more talk ${index}`);
    await put('two');
    expect(bodies()).toEqual([`${MARKER}\ntwo`]);
  });

  it('is not a comment in which a person has copied the marker', async () => {
    github.addComment(`${MARKER}\nhaha`, { login: 'mallory', type: 'User' });
    await put('one');
    expect(bodies()).toEqual([`${MARKER}\nhaha`, `${MARKER}\none`]);
  });

  it("is found again when a person's token wrote it", async () => {
    github.viewer = 'octocat';
    await put('one');
    await put('two');
    expect(bodies()).toEqual([`${MARKER}\ntwo`]);
  });

  it('is not written when it says that already', async () => {
    await put('one');
    github.requests.length = 0;
    await put('one');
    expect(github.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  });

  it('keeps what two jobs write at the same moment', async () => {
    const job = (name: string) =>
      putStickyComment(client, PLACE, (before) => {
        const names = new Set([...(before?.match(/job-\w/g) ?? []), name]);
        return { body: [MARKER, ...[...names].toSorted()].join('\n'), proof: name };
      });
    await Promise.all(['job-a', 'job-b', 'job-c'].map(job));
    expect(bodies()).toEqual([`${MARKER}\njob-a\njob-b\njob-c`]);
  });
});

describe('what goes wrong on the way', () => {
  it('is tried again when GitHub asks for patience, and when it answers badly or not at all', async () => {
    github.faults.push(
      { method: 'GET', status: 502 },
      {
        method: 'GET',
        status: 403,
        headers: { 'retry-after': '1' },
        message: 'You have exceeded a secondary rate limit',
      },
      { method: 'GET' },
      { method: 'POST', status: 429, headers: { 'retry-after': '0' } },
    );
    await put('one');
    expect(bodies()).toEqual([`${MARKER}\none`]);
  });

  it('is not tried again when the comment may have been written', async () => {
    github.faults.push({ method: 'POST', status: 502 });
    await expect(put('one')).rejects.toMatchObject({ status: 502 });
  });

  it.each([
    [401, {}, 'the token is not valid'],
    [403, {}, 'give the job "permissions: pull-requests: write"'],
    [404, {}, 'not found with this token'],
    [422, {}, 'GitHub refused it (422): a fault'],
    [429, { 'retry-after': '3600' }, 'GitHub asks to wait longer than a step can'],
    [403, { 'retry-after': '3600' }, 'GitHub asks to wait longer than a step can'],
  ])('is explained, for %d %j', async (status, headers, said) => {
    github.faults.push({ status, headers });
    const cause = await put('one').catch((error: unknown) => error);
    expect(explainGithubError(cause, 'pull-requests: write')).toContain(said);
  });

  it('is explained when GitHub has problems of its own, takes too long, or cannot be reached', async () => {
    const explain = async (): Promise<string> =>
      explainGithubError(await put('one').catch((error: unknown) => error), 'x');
    github.faults.push(...Array.from({ length: 4 }, () => ({ status: 503 })));
    expect(await explain()).toBe('GitHub has a problem of its own (503)');
    github.faults.push(...Array.from({ length: 4 }, () => ({ delayMs: 900 })));
    expect(await explain()).toMatch(/^GitHub could not be reached: .*timeout/);
    await github[Symbol.asyncDispose]();
    expect(await explain()).toMatch(/^GitHub could not be reached: /);
    github = await FakeGithub.start();
  });
});
