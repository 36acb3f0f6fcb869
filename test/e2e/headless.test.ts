import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, launch, visit } from './visit.ts';

interface Report {
  years: number[];
  areas: { name: string; gps: number[] }[];
  total: { gps: number[]; density: number[] };
  targets: { id: string; year: number; gap: number | null }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function simulate(link: string): Report {
  const output = execFileSync('npm', ['run', '--silent', 'simulate', '--', link], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output) as Report;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the headless run', () => {
  it.each([
    '#/tongjiang/v=1;transfer=8',
    '#/panzhihua/v=1;recruit=12;pop=cohort',
    '#/yanbian/v=1;base=2018;priority=1',
  ])(
    'has the figures that the page shows for %s',
    async (link) => {
      const report = simulate(link);
      const at = report.years.indexOf(2030);
      const { page } = await visit(browser, link);
      const answer = await answerOf(page);
      expect(answer).toContain(report.total.density[at]!.toFixed(1));
      const gap = report.targets.find(({ id }) => id === 'density-2030')!.gap!;
      if (gap > 0) expect(answer).toContain(`缺 ${Math.ceil(gap)} 人`);
      const table = await page.getByTestId('areas').innerText();
      for (const area of report.areas.length > 1 ? report.areas : []) {
        const row = table.slice(table.indexOf(area.name)).replace(/\s+/g, ' ');
        const heads = area.gps[at]!;
        const shown = heads < 1000 ? String(Number(heads.toFixed(1))) : Math.round(heads).toLocaleString('en-US');
        expect(row.slice(0, 80), area.name).toContain(shown);
      }
      await page.context().close();
    },
    30_000,
  );
});
