import { dirname, relative } from 'node:path';
import { ScenarioError, UsageError } from '../base/errors.ts';
import { renderLocation } from '../base/source-span.ts';
import { createJq, type Jq } from '../expr/jq.ts';
import type { JsonObject } from '../model/json.ts';
import type { KafkaConfig } from '../model/kafka-config.ts';
import type { ProjectConfig } from '../model/project-config.ts';
import type { Scenario } from '../tasks/scenario.ts';
import { brokenFiles, filesOfConfig, filesOfScenario, missingFiles } from './broken-files.ts';
import { checkPrograms } from './check-programs.ts';
import { chooseKafka } from './choose-kafka.ts';
import { type LoadedConfig, loadConfig } from './load-config.ts';
import { parseDocuments } from './parse-documents.ts';
import { planScenario, type ScenarioDocument } from './plan-scenario.ts';
import { ProblemList } from './problem-list.ts';
import { findRepository, selectFiles } from './project-files.ts';
import { type Selection, selectScenarios } from './select-scenarios.ts';
import { unknownNames } from './unknown-names.ts';
import { parseOverrides, secretTexts, type VariableReading } from './variables.ts';

/** What to load: the arguments of a command, or the inputs of the action. */
export interface LoadOptions extends Selection {
  /** Absolute. Files and folders are relative to it. */
  readonly cwd: string;
  /** The environment of the process, for `fromEnv`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of flowproof.yaml; default: found from `cwd` upwards. */
  readonly config?: string | undefined;
  /** Files, folders or globs of scenarios; when empty, those of flowproof.yaml. */
  readonly files: readonly string[];
  readonly environment?: string | undefined;
  /** Wins over flowproof.yaml. */
  readonly kafka?: KafkaConfig['provider'];
  /** `host:port` of the brokers of an external cluster. */
  readonly bootstrap?: readonly string[] | undefined;
  /** `k=v`, the value a YAML scalar. */
  readonly variables: readonly string[];
  /** What checks the programs, and stays open; default one of its own. */
  readonly jq?: Jq | undefined;
}

/** A project whose files are all right. */
export interface LoadedProject {
  /** Absolute: the folder of flowproof.yaml, else the working directory. */
  readonly directory: string;
  /** With the chosen environment in it. */
  readonly config: ProjectConfig;
  /** `default` when none was chosen; its variables are `.env`. */
  readonly environment: { readonly name: string; readonly variables: JsonObject };
  /** Of the project, then of the environment; may hold templates. */
  readonly variables: JsonObject;
  /** Of `--var`: win over all others. */
  readonly overrides: JsonObject;
  /** Texts that must not appear in any output. */
  readonly secrets: readonly string[];
  /** In the order of paths, then of documents. */
  readonly scenarios: readonly Scenario[];
  readonly warnings: readonly ScenarioError[];
  /** Where a setting is written in flowproof.yaml; undefined when it is not there. */
  readonly spanOf: LoadedConfig['spanOf'];
}

/**
 * Reads and checks all files of a run.
 * @throws UsageError for what was asked; ScenarioProblems with every problem of every file
 */
export async function loadProject(options: LoadOptions): Promise<LoadedProject> {
  const { cwd, env } = options;
  const overrides = parseOverrides(options.variables);
  const problems = new ProblemList();
  const reading: VariableReading = { env, problems, secretNames: new Set() };
  const loaded = await loadConfig({
    ...reading,
    cwd,
    file: options.config,
    environment: options.environment,
  });
  const { directory, config, environment } = loaded;
  const paths = await selectPaths(options, { directory, scenarios: config.scenarios, problems });
  const documents = (await Promise.all(paths.map((path) => readDocuments(path, cwd, problems)))).flat();
  const plans = documents.map((document) => planScenario(document, { ...reading, suites: config.suites }));
  const planned = plans.map((plan) => plan.planned).filter((one) => one !== undefined);
  const scenarios = planned.map(({ scenario }) => scenario);
  problems.add(...repeatedNames(scenarios));
  problems.add(...planned.flatMap((one) => unknownNames(one, config)));
  await using own = createJq(); // nothing, until it is used
  const programs = await checkPrograms(planned, loaded.written, options.jq ?? own);
  problems.add(...programs.problems);
  for (const naming of [...filesOfConfig(loaded), ...planned.map(filesOfScenario)])
    problems.add(
      ...missingFiles(naming),
      ...(await brokenFiles(naming, { cwd, keep: (one) => problems.keep(one) })),
    );
  problems.throwIfAny();
  if (scenarios.length === 0) throw nothingIn(paths, cwd);
  const variables = { ...loaded.variables, ...environment.variables };
  return {
    directory,
    config: chooseKafka(config, options),
    environment,
    variables,
    overrides,
    secrets: secretTexts(reading.secretNames, [
      loaded.variables,
      environment.variables,
      overrides,
      ...scenarios.map((scenario) => scenario.variables),
    ]),
    scenarios: selectScenarios(scenarios, options),
    warnings: [...plans.flatMap(({ warnings }) => warnings), ...programs.warnings],
    spanOf: loaded.spanOf,
  };
}

/** When flowproof.yaml itself is wrong, that is what to tell, not that nothing matches. */
async function selectPaths(
  { cwd, files }: LoadOptions,
  {
    directory,
    scenarios,
    problems,
  }: {
    readonly directory: string;
    readonly scenarios: readonly string[] | undefined;
    readonly problems: ProblemList;
  },
): Promise<readonly string[]> {
  try {
    return await selectFiles({ cwd, files, directory, scenarios });
  } catch (cause) {
    problems.throwIfAny();
    throw cause;
  }
}

async function readDocuments(
  path: string,
  cwd: string,
  problems: ProblemList,
): Promise<readonly ScenarioDocument[]> {
  const source = await problems.read(path, relative(cwd, path));
  if (!source) return [];
  const parsed = parseDocuments(source);
  problems.add(...parsed.problems);
  const repository = findRepository(dirname(path));
  return parsed.documents.map((root) => ({ root, source, path, repository }));
}

function repeatedNames(scenarios: readonly Scenario[]): ScenarioError[] {
  const byName = Map.groupBy(scenarios, ({ suite, name }) => JSON.stringify([suite, name]));
  return [...byName.values()].flatMap(([first, ...others]) =>
    others.map(
      ({ suite, name, span }) =>
        new ScenarioError('SCENARIO_DUPLICATE_NAME', `a second scenario "${name}" in the suite "${suite}"`, {
          span,
          hint: first && `the first is at ${renderLocation(first.span)}: give each its own name`,
        }),
    ),
  );
}

function nothingIn(paths: readonly string[], cwd: string): UsageError {
  const files = paths.map((path) => `"${relative(cwd, path)}"`).join(', ');
  return new UsageError('USAGE_NOTHING_SELECTED', `no scenario in ${files}`, {
    hint: 'a scenario begins with "scenario: <name>"',
  });
}
