import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, visit } from './visit.ts';

/** More than the page holds the flows of. */
const TOWNSHIPS = 2100;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('flows of one of very many townships are fetched for the chart, the file and the calendar, and agree', async () => {
  const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
  const code = (area: number): string => `${110_000 + Math.floor(area / 14)}${100 + (area % 14)}`;
  const of = (line: (area: number) => string): string =>
    Array.from({ length: TOWNSHIPS }, (_, area) => line(area)).join('\n');
  const census = `区划代码,区域,上级代码,级别,年份,常住人口\n${of((area) => `${code(area)},第${area}镇,${code(area).slice(0, 6)},乡镇,2024,20000`)}`;
  const staffing = `区划代码,区域,年份,类别,人数\n${of((area) => `${code(area)},第${area}镇,2024,已注册,${3 + (area % 7)}`)}`;
  await page.getByTestId('load-data').click();
  await page.getByTestId('own-files').setInputFiles(
    Object.entries({ census, staffing }).map(([name, text]) => ({
      name: `${name}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })),
  );
  await page.getByTestId('own-use').click();
  await page.waitForURL(/#\/own/);

  const flows = page.locator('section', { has: page.locator('#flow-title') }).last();
  await flows.scrollIntoViewIfNeeded();
  await flows.getByRole('button', { name: '表' }).click();
  const first = flows.locator('tbody tr').first();
  const opening = (): Promise<string> => first.locator('td').first().innerText();
  await flows.getByRole('searchbox').fill('第2099镇');
  await flows.getByRole('combobox').selectOption('第2099镇');
  // 3 + 2099 mod 7
  await expect.poll(opening).toBe('9.0');

  await page.locator('.export').getByRole('combobox').first().selectOption('flows');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.export').getByRole('button', { name: 'CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  const shown = await flows.locator('tbody tr:not(.total)').count();
  expect(lines).toHaveLength(1 + TOWNSHIPS * shown);
  const own = lines.find((line) => line.startsWith(code(2099)))!.split(',');
  expect(own.slice(1, 5)).toEqual(['第2099镇', expect.anything(), '2025', '9']);

  await page.locator('#tab-moves').click();
  await page.getByRole('heading', { name: '服务期' }).first().waitFor();
  expect(complaints).toEqual([]);
});
