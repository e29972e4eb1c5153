import { UsageError } from '../base/errors.ts';
import type { RunResult } from '../model/run-result.ts';
import type { Scenario } from '../tasks/scenario.ts';
import { type Shard, takeShard } from './shard.ts';
import { listWords } from './show-value.ts';

/** Which of the scenarios to run; what is absent selects all. */
export interface Selection {
  /** With any of these; of those with `!`, none. */
  readonly tags?: readonly string[] | undefined;
  /** A regular expression that `suite › name` matches, whatever the letter case. */
  readonly grep?: string | undefined;
  /** `2/3`: the second of three equal parts. */
  readonly shard?: string | undefined;
  /** An earlier run: parts are equal in the time that it took, else in their number. */
  readonly earlier?: RunResult | undefined;
}

/**
 * The scenarios that are selected, in their order.
 * @throws UsageError USAGE_BAD_VALUE, USAGE_NOTHING_SELECTED
 */
export function selectScenarios(
  scenarios: readonly Scenario[],
  { tags = [], grep, shard, earlier }: Selection,
): readonly Scenario[] {
  const pattern = grep === undefined ? undefined : parsePattern(grep);
  const part = shard === undefined ? undefined : parseShard(shard);
  const found = scenarios
    .filter((scenario) => hasTags(scenario, tags))
    .filter(({ suite, name }) => pattern?.test(`${suite} › ${name}`) ?? true);
  if (found.length === 0) throw nothingSelected(scenarios, { tags, grep });
  // A part may be empty when there are more parts than scenarios: that is no mistake of whoever asked.
  return part ? takeShard(found, part, earlier) : found;
}

function hasTags({ tags: own }: Scenario, wanted: readonly string[]): boolean {
  const excluded = wanted.filter((tag) => tag.startsWith('!')).map((tag) => tag.slice(1));
  const included = wanted.filter((tag) => !tag.startsWith('!'));
  return (
    !own.some((tag) => excluded.includes(tag)) &&
    (included.length === 0 || own.some((tag) => included.includes(tag)))
  );
}

function parsePattern(grep: string): RegExp {
  try {
    return new RegExp(grep, 'iu');
  } catch (cause) {
    throw new UsageError('USAGE_BAD_VALUE', `"${grep}" is no regular expression`, {
      hint: 'put a backslash before characters such as ( and [',
      cause,
    });
  }
}

function parseShard(shard: string): Shard {
  const [index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(shard) ?? []).slice(1).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new UsageError('USAGE_BAD_VALUE', `"${shard}" is no shard`, {
    hint: 'write which part of how many: 1/4 to 4/4',
  });
}

function nothingSelected(scenarios: readonly Scenario[], { tags, grep }: Selection): UsageError {
  const asked = [
    ...(tags ?? []).map((tag) => `has the tag "${tag}"`),
    ...(grep === undefined ? [] : [`matches "${grep}"`]),
  ];
  const known = [...new Set(scenarios.flatMap((scenario) => scenario.tags))].toSorted();
  const ofTags = known.length > 0 ? `the tags are ${listWords(known, 'and')}` : 'no scenario has tags';
  const names = scenarios.map(({ suite, name }) => `${suite} › ${name}`);
  return new UsageError('USAGE_NOTHING_SELECTED', `no scenario ${listWords(asked, 'and')}`, {
    hint: grep === undefined ? ofTags : `the scenarios are ${listWords(names, 'and')}`,
  });
}
