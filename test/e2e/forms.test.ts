import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const LINK = '#/hunan/v=1;draws=2;view=forms';

async function formsPage(
  locale = 'zh-CN',
  link = LINK,
): Promise<{ page: Page; complaints: string[]; section: Locator }> {
  const visited = await visit(browser, link, { locale });
  const section = visited.page.locator('section[aria-labelledby="forms-title"]');
  await section.getByTestId('form').waitFor();
  await section.getByRole('combobox').nth(0).selectOption('2026');
  await section.getByRole('combobox').nth(1).selectOption('11');
  return { ...visited, section };
}

/** Numbers of the lines of a form by their names; what is put in stands in boxes. */
async function linesOf(section: Locator): Promise<Map<string, (number | null)[]>> {
  const lines = await section
    .getByTestId('form')
    .evaluate((form) =>
      [...form.querySelectorAll('tbody tr')].map((row): [string, (string | null)[]] => [
        row.querySelector('th')?.textContent?.trim() ?? '',
        [...row.querySelectorAll('td')].map(
          (cell) => cell.querySelector('input')?.value ?? cell.textContent?.trim() ?? '',
        ),
      ]),
    );
  const number = (text: string | null): number | null =>
    text === null || !/\d/.test(text) ? null : Number(text.replaceAll(',', ''));
  return new Map(lines.map(([name, cells]) => [name, cells.map(number)]));
}

async function openAll(section: Locator): Promise<void> {
  for (const button of await section.getByRole('button', { name: /^展开/ }).all()) await button.click();
}
const put = async (section: Locator, box: string, value: string): Promise<void> => {
  const found = section.getByRole('textbox', { name: box, exact: true });
  await found.fill(value);
  await found.press('Enter');
};

describe('the monthly forms of Hunan', () => {
  it('are rolled up from counties to prefectures to the province, and say when they are due', async () => {
    const { page, complaints, section } = await formsPage();
    await expect(section.innerText()).resolves.toMatch(/每月 20 日前报市州.*每月 22 日前报省/);
    const prefectures = await linesOf(section);
    await openAll(section);
    const lines = [...(await linesOf(section))];
    // The province, 14 prefectures and 122 counties.
    expect(prefectures.size).toBe(15);
    expect(lines.length).toBeGreaterThan(130);
    const sums = (names: (name: string) => boolean): number[] =>
      lines
        .filter(([name]) => names(name))
        .reduce((all, [, values]) => values.map((value, at) => (all[at] ?? 0) + (value ?? 0)), [] as number[]);
    const whole = prefectures.get('合计');
    expect(sums((name) => name !== '合计' && prefectures.has(name))).toEqual(whole);
    expect(sums((name) => !prefectures.has(name))).toEqual(whole);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('reckon the running costs of village clinics by the rule and clause of the document', async () => {
    const { page, complaints, section } = await formsPage();
    await section.getByRole('button', { name: /附件1/ }).click();
    await openAll(section);
    await put(section, '吉首市，行政村卫生室数', '100');
    await put(section, '溆浦县，行政村卫生室数', '200');
    const lines = await linesOf(section);
    expect(lines.get('吉首市')?.slice(0, 4)).toEqual([100, null, null, 600_000]);
    expect(lines.get('合计')?.slice(0, 4)).toEqual([300, null, null, 1_800_000]);
    await expect(section.innerText()).resolves.toMatch(/每个每年 6,000 元.*落实行政村卫生室6000元\/年/);
    expect(complaints).toEqual([]);
    await page.context().close();
    // The reader's own rate.
    const other = await formsPage('zh-CN', '#/hunan/v=1;draws=2;costclinics=7000;view=forms');
    await other.section.getByRole('button', { name: /附件1/ }).click();
    await expect(other.section.innerText()).resolves.toContain('每个每年 7,000 元');
    await other.page.context().close();
  });

  it('account for what has changed since last month line by line, from what was reported and from a file', async () => {
    const { page, complaints, section } = await formsPage();
    const october = '10';
    await section.getByRole('combobox').nth(1).selectOption(october);
    await section.getByRole('button', { name: '把本月记为已报' }).click();
    const started = page.waitForEvent('download');
    await section.getByRole('button', { name: '本表 XLSX' }).click();
    const file = await (await started).path();
    await section.getByRole('combobox').nth(1).selectOption('11');
    await openAll(section);
    await put(section, '溆浦县，已配备 2 名的院数', '7');
    const account = section.locator('table').last();
    const row = account.getByRole('row', { name: /溆浦县/ }).filter({ hasText: '已配备 2 名的院数' });
    await expect.poll(() => row.innerText()).toMatch(/7/);
    const [, , before, now, change] = (await row.innerText()).split('\t').map((cell) => cell.trim());
    expect(Number(now)).toBe(7);
    expect(Number(change?.replace('−', '-'))).toBe(7 - Number(before));
    // The same account from the file of October.
    const told = await account.innerText();
    await section
      .getByTestId('earlier-form')
      .setInputFiles({ name: '上月.xlsx', mimeType: '', buffer: readFileSync(file) });
    await expect.poll(() => section.innerText()).toContain('与上月.xlsx相比');
    expect(await account.innerText()).toBe(told);
    // More centres served than there are is said.
    await put(section, '溆浦县，已配备 2 名的院数', '700');
    await expect.poll(() => section.innerText()).toMatch(/溆浦县：配齐 700 院，建制只有 \d+ 院/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
