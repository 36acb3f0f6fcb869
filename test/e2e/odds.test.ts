import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, setLever, visit } from './visit.ts';

interface Report {
  years: number[];
  bands: { density: number[][] };
  targets: { id: string; probability: number | null }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function simulate(link: string, draws: number): Report {
  const args = ['run', '--silent', 'simulate', '--', link, '--draws', String(draws)];
  const output = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(output) as Report;
}
const oddsOf = (page: Page, made: string): Promise<string> =>
  page.getByTestId('odds').filter({ hasText: made }).innerText({ timeout: 30_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('bands and odds', () => {
  it('on the page are those of the headless run', async () => {
    const link = '#/tongjiang/v=1;transfer=7;seed=11;draws=60';
    const { years, bands, targets } = simulate(link, 60);
    const { page, complaints } = await visit(browser, link);
    const odds = await oddsOf(page, '抽样 60 次，种子 11');
    const share = targets.find(({ id }) => id === 'density-2030')!.probability!;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.95);
    expect(odds).toContain(`2030 年 ${Math.round(share * 100)}%`);
    const interval = (year: number): string =>
      [0, 4].map((quantile) => bands.density[quantile]![years.indexOf(year)]!.toFixed(1)).join('–');
    expect(await page.locator('main').innerText()).toContain(`（80%：${interval(2030)}）`);
    expect(await page.locator('.gap svg').first().textContent()).toContain(`80% ${interval(years.at(-1)!)}`);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('follow a lever once it is let go', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;draws=60');
    const before = await oddsOf(page, '抽样 60 次');
    await setLever(page, 'transfer', 9);
    await expect.poll(() => oddsOf(page, '抽样 60 次'), { timeout: 10_000 }).not.toBe(before);
    await page.context().close();
  });

  it('that cannot be drawn are missed in words, and the sentence stays', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1', {}, (fresh) =>
      fresh.route('**/draw.worker-*.js', (route) => route.abort()),
    );
    await page.getByText('达标的机会没有算出来。').waitFor({ timeout: 20_000 });
    expect(await page.getByTestId('answer').innerText()).toContain('同江市');
    await page.context().close();
  });
});
