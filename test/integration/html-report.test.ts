import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunResult } from '../../src/model/run-result.ts';
import { reporters } from '../../src/reporters/index.ts';
import { foldEvents, readGoldenEvents } from '../support/golden-runs.ts';
import { manyScenarios } from '../support/many-scenarios.ts';
import { describeWith } from '../support/needs.ts';

describeWith(['chromium'], 'the HTML report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-html-'));
  const screenshots = join(import.meta.dirname, '../../coverage/screenshots');
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await chromium.launch({
      executablePath: execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
      args: ['--no-sandbox'],
    });
  });
  afterAll(() => browser?.close());

  /** Opens a report, and collects what a page must not do. */
  async function open(result: RunResult, options: Parameters<Browser['newPage']>[0] = {}) {
    const file = join(folder, `${result.runId}-${result.scenarios.length}.html`);
    let text = '';
    reporters.html.start({ write: (piece) => (text += piece) }, {}).end?.(result);
    writeFileSync(file, text);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`requested ${request.url()}`);
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`file://${file}`);
    const { metrics } = await session.send('Performance.getMetrics');
    // Of the processor, not of the clock: other tests keep the machine busy.
    const cpuMs = (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN) * 1000;
    return { page, complaints, cpuMs };
  }

  const shown = (page: Page) => page.locator('.scenario:visible').count();

  it('shows the failure with its deadline, its arrow and its latency, without being asked', async () => {
    const { page, complaints } = await open(foldEvents(readGoldenEvents('slow-promotions')));
    const body = page.locator('.scenario[open] .body');
    await expect(body.locator('.cause').textContent()).resolves.toContain(
      'it came after 812 ms, 312 ms late',
    );
    await expect(body.locator('svg .deadline').count()).resolves.toBe(1);
    await expect(body.locator('svg .arrow').count()).resolves.toBeGreaterThan(0);
    await expect(body.locator('svg').textContent()).resolves.toContain('34 ms');
    await page.screenshot({ path: join(screenshots, 'slow-promotions-light.png'), fullPage: true });
    expect(complaints).toEqual([]);
  });

  it('has dark colours where people want them, and a button for it', async () => {
    const { page } = await open(foldEvents(readGoldenEvents('check-failed')), { colorScheme: 'dark' });
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await expect(background()).resolves.toBe('rgb(13, 17, 23)');
    await page.screenshot({ path: join(screenshots, 'check-failed-dark.png'), fullPage: true });
    await page.locator('#theme').click();
    await expect(background()).resolves.toBe('rgb(255, 255, 255)');
  });

  it('opens a thousand scenarios in under two seconds, searches and filters them', async () => {
    const { page, complaints, cpuMs } = await open(manyScenarios({ scenarios: 1000, failures: 12 }));
    expect(cpuMs).toBeLessThan(2000);
    expect(await shown(page)).toBe(1000);
    await page.getByRole('button', { name: /^failed/ }).click();
    expect(await shown(page)).toBe(12);
    await page.getByRole('button', { name: /^all/ }).click();
    await page.locator('#search').fill('scenario 999');
    expect(await shown(page)).toBe(1);
    await expect(page.locator('.hidden-note').textContent()).resolves.toBe('999 of 1000 scenarios hidden');
    expect(complaints).toEqual([]);
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await open(manyScenarios({ scenarios: 50, failures: 1 }));
    await page.keyboard.press('/');
    await page.keyboard.type('scenario 4');
    expect(await shown(page)).toBeLessThan(50);
    await page.keyboard.press('Escape');
    expect(await shown(page)).toBe(50);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.scenario').nth(1).locator('.body svg').waitFor();
    await page.keyboard.press('k');
    await expect(page.evaluate('document.activeElement.parentElement.id')).resolves.toBe('s1');
  });

  it('keeps what has the focus out from under the bar that stays on top', async () => {
    const { page } = await open(manyScenarios({ scenarios: 50, failures: 0 }));
    for (let step = 0; step < 40; step++) await page.keyboard.press('j');
    for (let step = 0; step < 30; step++) await page.keyboard.press('k');
    const gap =
      'document.activeElement.getBoundingClientRect().top - document.querySelector(".bar").getBoundingClientRect().bottom';
    expect(await page.evaluate(gap)).toBeGreaterThanOrEqual(0);
  });

  it('fits a narrow screen, wide tables being moved within the page', async () => {
    const viewport = { width: 400, height: 800 };
    const { page } = await open(foldEvents(readGoldenEvents('check-failed')), { viewport });
    await page.screenshot({ path: join(screenshots, 'check-failed-narrow.png'), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
  });

  it('prints what is open, without the controls', async () => {
    const { page } = await open(foldEvents(readGoldenEvents('slow-promotions')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('.scenario .cause').isVisible()).toBe(true);
  });

  it('shows hostile records as text', async () => {
    const { page, complaints } = await open(foldEvents(readGoldenEvents('hostile-record')));
    for (const scenario of await page.locator('.scenario:not([open]) > summary').all())
      await scenario.click();
    await expect(page.locator('.scenario script, .scenario img, .scenario iframe').count()).resolves.toBe(0);
    await expect(page.locator('.scenario').first().textContent()).resolves.toContain('<script>');
    expect(complaints).toEqual([]);
  });
});
