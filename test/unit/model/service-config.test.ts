import { describe, expect, it } from 'vitest';
import { projectConfig } from '../../../src/model/project-config.ts';
import { parsePattern } from '../../../src/model/service-config.ts';

/** `path: message` of each issue. */
function issuesOf(config: unknown): string[] {
  const { error } = projectConfig.safeParse(config);
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('the services of flowproof.yaml', () => {
  it('wait for exactly one thing', () => {
    expect(issuesOf({ services: { a: { command: 'x', ready: { port: 1, log: 'up' } } } })).toEqual([
      'services.a.ready: more than one thing to wait for: log, port',
    ]);
    expect(issuesOf({ services: { a: { command: 'x', ready: { timeout: '1s' } } } })).toEqual([
      'services.a.ready: nothing to wait for',
    ]);
  });

  it('depend on services that exist, and not in a circle', () => {
    const services = {
      a: { command: 'x', dependsOn: ['b', 'nobody'] },
      b: { command: 'x', dependsOn: ['c'] },
      c: { command: 'x', dependsOn: ['a'] },
      d: { command: 'x', dependsOn: ['d', 'a'] },
    };
    expect(issuesOf({ services })).toEqual([
      'services.a.dependsOn.0: "a" would wait for itself, by "b"',
      'services.a.dependsOn.1: there is no service "nobody"',
      'services.b.dependsOn.0: "b" would wait for itself, by "c"',
      'services.c.dependsOn.0: "c" would wait for itself, by "a"',
      'services.d.dependsOn.0: "d" would wait for itself, by "d"',
    ]);
  });

  it('have a pattern that is a regular expression', () => {
    expect(issuesOf({ services: { a: { command: 'x', ready: { log: '/(/' } } } })).toEqual([
      'services.a.ready.log: not a regular expression',
    ]);
  });

  it('may give the URL alone', () => {
    const config = projectConfig.parse({ services: { a: { command: 'x', ready: { http: 'http://h/' } } } });
    expect(config.services?.a?.ready?.http).toEqual({ url: 'http://h/' });
  });
});

it.for([
  ['/started in \\d+ ms/', 'it started in 12 ms', true],
  ['/STARTED/i', 'started', true],
  ['/^up$/g', 'up', true],
  ['is up (v1.2)', 'it is up (v1.2)!', true],
  ['is up (v1.2)', 'is up (v1x2)', false],
  ['a/b', 'a/b', true],
] as const)('the pattern %s', ([pattern, line, matches]) => {
  expect(parsePattern(pattern).test(line)).toBe(matches);
});
