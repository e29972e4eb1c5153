import { afterAll, describe, expect, it } from 'vitest';
import { createJq } from '../../../src/expr/jq.ts';
import { createRandomValues, type RandomName, randomNames, withRandom } from '../../../src/expr/random.ts';
import type { Json, JsonObject } from '../../../src/model/json.ts';

const jq = createJq();
afterAll(() => jq[Symbol.asyncDispose]());

const SHAPES: Readonly<Record<RandomName, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  int: /^\d+$/,
  float: /^0(\.\d+(e-\d+)?)?$/,
  boolean: /^(true|false)$/,
  digit: /^\d$/,
  hex: /^[0-9a-f]{16}$/,
  word: /^[a-z]+$/,
  words: /^[a-z]+( [a-z]+){2}$/,
  firstName: /^\p{Lu}\p{Ll}+$/u,
  lastName: /^\p{Lu}\p{Ll}+$/u,
  fullName: /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u,
  email: /^[a-z]+\.[a-z]+\d+@example\.com$/,
  phone: /^\+1-555-\d{3}-\d{4}$/,
  company: /^\p{Lu}\p{Ll}+ \w+$/u,
  ip: /^10\.\d{1,3}\.\d{1,3}\.\d{1,3}$/,
  ipv6: /^2001:db8(:[0-9a-f]{4}){6}$/,
  url: /^https:\/\/[a-z]+\.example\.com\/[a-z]+$/,
  city: /^\p{Lu}\p{Ll}+$/u,
  country: /^\p{Lu}\p{Ll}+$/u,
  latitude: /^-?\d{1,2}(\.\d+)?$/,
  longitude: /^-?\d{1,3}(\.\d+)?$/,
  color: /^[a-z]+$/,
  currency: /^[A-Z]{3}$/,
  amount: /^\d+(\.\d{1,2})?$/,
  timestamp: /^1[5-8]\d{11}$/,
  date: /^202\d-\d\d-\d\d$/,
  dateTime: /^202\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
};

it.each(randomNames)('%s looks like one, each time another, and the same for the same seed', (name) => {
  const draw = (seed: number): Json[] => {
    const random = createRandomValues(seed, name);
    return Array.from({ length: 200 }, () => random.draw(name));
  };
  const values = draw(1);
  for (const value of values) expect(String(value)).toMatch(SHAPES[name]);
  expect(new Set(values).size).toBeGreaterThan(name === 'boolean' ? 1 : 5);
  expect(draw(1)).toEqual(values);
  expect(draw(2)).not.toEqual(values);
});

it('fork gives streams that have nothing to do with each other', () => {
  const random = createRandomValues(1);
  const [a, b] = [createRandomValues(...random.fork()), createRandomValues(...random.fork())];
  expect(a.draw('uuid')).not.toBe(b.draw('uuid'));
});

async function evaluate(program: string, context: JsonObject = {}, seed = 1): Promise<Json | undefined> {
  const [outcome] = await jq.evaluate(program, [withRandom(context, createRandomValues(seed))]);
  if (outcome?.error !== undefined) throw new Error(outcome.error);
  return outcome?.outputs[0];
}

describe('.random in jq', () => {
  it('is a new value at each use in a program', async () => {
    const values = (await evaluate(
      '[.random.uuid, .random.uuid, "\\(.random.uuid)", (. | .random.uuid)]',
    )) as Json[];
    expect(new Set(values).size).toBe(4);
    expect(values.every((value) => SHAPES.uuid.test(String(value)))).toBe(true);
  });

  it('is a new value at each evaluation in one context, and the same ones with the same seed', async () => {
    const draw = async (seed: number): Promise<unknown> => {
      const context = withRandom({ a: 1 }, createRandomValues(seed));
      return [
        await jq.evaluate('.random.uuid', [context]),
        await jq.evaluate('.random.uuid', [{ ...context, b: 2 }]),
      ];
    };
    const [first, second] = (await draw(1)) as unknown[];
    expect(second).not.toEqual(first);
    expect(await draw(1)).toEqual([first, second]);
  });

  it('goes on as a path does', async () => {
    expect(await evaluate('[.random.email, .random.email[0:3], .random.email?]')).toHaveLength(3);
    expect(await evaluate('{ a: .random.digit, b: .random.digit } | keys')).toEqual(['a', 'b']);
  });

  it('leaves what is called random elsewhere alone', async () => {
    const record = { random: { uuid: 1, boolean: false } };
    expect(await evaluate('[.record.random.uuid, .record.random.uuid]', { record })).toEqual([1, 1]);
    expect(
      await evaluate('.record | [.random.uuid, .random.uuid, .random.boolean, .random.boolean]', { record }),
    ).toEqual([1, 1, false, false]);
    expect(await evaluate('[{random: null} | .random.uuid, .random.uuid]')).toEqual([null, null]);
    expect(await evaluate('[".random.uuid", ".random.uuid"]')).toEqual(['.random.uuid', '.random.uuid']);
  });

  it('has all its names when a program takes it as a whole', async () => {
    expect(await evaluate('.random | keys')).toEqual([...randomNames].sort());
    expect(await evaluate('. as $c | "uuid" | $c.random[.]')).toMatch(SHAPES.uuid);
    expect(await evaluate('. as $c | $c.random.uuid')).toMatch(SHAPES.uuid);
  });

  it('is not in the context of programs that do not speak of it', async () => {
    expect(await evaluate('keys', { a: 1 })).toEqual(['a']);
  });
});
