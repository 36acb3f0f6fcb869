import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, PHONE, setLanguage, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the chapter on costs', () => {
  it('takes a figure that was asked for into the sums and the link', async () => {
    const { page, complaints } = await visit(browser, '#/hunan/v=1;transfer=6000;allowance=500;view=cost');
    const chapter = page.locator('#chapter');
    await chapter.getByText(/未计入合计：.*行政村卫生室数/).waitFor({ timeout: 30_000 });
    for (const [name, value] of [
      ['补填行政村卫生室数，湘西自治州', '1,001'],
      ['补填行政村卫生室数', '20001'],
    ] as const) {
      await chapter.getByRole('textbox', { name, exact: true }).fill(value);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => page.url()).toContain('clinics=20001;clinics1=1001');
    const row = chapter.getByRole('row', { name: /行政村卫生室运行经费.*个年/ });
    // 2025–2030: Xiangxi's by the province alone.
    await expect.poll(() => row.innerText()).toMatch(/396,054,000\s+360,018,000\s+756,072,000/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** Rows of a table by the words of their first cell; amounts as numbers, an empty cell as 0. */
async function amounts(table: Locator): Promise<Map<string, number[]>> {
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row): [string, string[]] => [
        row.querySelector('th')?.textContent?.trim() ?? '',
        [...row.querySelectorAll('td.n')].map((cell) => cell.textContent?.trim() ?? ''),
      ]),
    );
  const number = (text: string): number => Number(/^[\d,.]*/.exec(text)![0].replaceAll(',', ''));
  return new Map(rows.map(([name, cells]) => [name, cells.map(number)]));
}
const added = (rows: number[][]): number[] =>
  rows.reduce((sum, row) => row.map((value, at) => (sum[at] ?? 0) + value), [] as number[]);

describe('the ledger of Hunan with every figure known', () => {
  const FIGURES = 'costtransfer=15000;costassistant=20000;costrural=12000;costrecruit=8000;clinics=20001;clinics1=1001';
  const LINK = `#/hunan/v=1;transfer=6000;allowance=500;recruit=50;${FIGURES};draws=2;view=cost`;

  it.each(['spent', 'present'])('reconciles to the yuan by year, payer and item: %s', async (worth) => {
    const { page, complaints } = await visit(browser, LINK);
    const chapter = page.locator('section[aria-labelledby="cost-title"]');
    await chapter.locator('.said').waitFor({ timeout: 30_000 });
    await chapter.getByRole('combobox').nth(1).selectOption(worth);
    await chapter.getByRole('button', { name: '表', exact: true }).click();
    const [byYear, byItem] = await Promise.all([
      amounts(chapter.locator('table').first()),
      amounts(chapter.locator('table').last()),
    ]);
    const years = [...byYear].filter(([name]) => name !== '合计').map(([, row]) => row);
    expect(years).toHaveLength(6);
    expect(added(years)).toEqual(byYear.get('合计'));
    for (const row of byYear.values()) expect(row.slice(0, -2).reduce((sum, part) => sum + part, 0)).toBe(row.at(-2));
    // The first number of an item is a quantity.
    const items = [...byItem].filter(([name]) => name !== '合计').map(([, row]) => row.slice(1));
    expect(added(items)).toEqual(byItem.get('合计'));
    expect(byItem.get('合计')).toEqual(byYear.get('合计')?.slice(0, -1));
    expect([...byItem.keys()].join()).toMatch(/转岗培训.*规范化培训.*助理.*订单定向.*招聘.*津贴.*村卫生室/);
    if (worth === 'spent') {
      // 20,001 clinics shared in halves, Xiangxi's 1,001 by the province alone, six years of 6,000 yuan.
      const [, , province, county, , all] = [...byItem].find(([name]) => name.includes('村卫生室'))![1];
      expect([province, county]).toEqual([6 * (10_000.5 + 1001) * 6000, 6 * 10_000.5 * 6000]);
      expect(all).toBe(6 * 21_002 * 6000);
      const [total, without] = byYear.get('合计')!.slice(-2) as [number, number];
      const said = await chapter.innerText();
      const [, more, gps, each] = /比不采取措施多 ([\d,]+) 万元，多 ([\d,]+) 名全科医生：每多 1 名 ([\d.]+) 万元/
        .exec(said)!
        .map((text) => Number(text.replaceAll(',', '')));
      expect(more).toBe(Math.round((total - without) / 10_000));
      expect(Math.abs(each! - (total - without) / 10_000 / gps!)).toBeLessThan(0.06);
      const [, centres, perCentre] = /多 (\d+) 个乡镇卫生院达到 2 名：.*每个 ([\d,]+) 万元/
        .exec(said)!
        .map((text) => Number(text.replaceAll(',', '')));
      expect(perCentre).toBe(Math.round((total - without) / 10_000 / centres!));
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('pays for dispatch by the month, and asks for what it has no figure for', async () => {
    const { page, complaints } = await visit(browser, '#/xupu/v=1;dispatch=6;costdispatch=2000;draws=2;view=cost');
    const chapter = page.locator('section[aria-labelledby="cost-title"]');
    const row = chapter.getByRole('row', { name: /^选派支援/ });
    await expect.poll(() => row.innerText(), { timeout: 60_000 }).toMatch(/人月/);
    const [months, yuan] = [/([\d,]+) 人月/, /([\d,]+)$/].map(async (what) =>
      Number(what.exec(await row.innerText())![1]!.replaceAll(',', '')),
    );
    expect(await yuan).toBe((await months)! * 2000);
    await expect(chapter.innerText()).resolves.toMatch(/没有数字，未计入合计：.*请在下面填写/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the chapter on the document', () => {
  it('reads Yuzhong’s back in both languages, on a phone too', async () => {
    const { page, complaints } = await visit(browser, '#/yuzhong/v=1;view=document', { viewport: PHONE });
    const chapter = page.locator('#chapter');
    await chapter.getByText(/都相当于 660,000 人；2020 年普查为 588,717 人/).waitFor({ timeout: 30_000 });
    await setLanguage(page, 'en');
    await chapter.getByText(/all imply 660,000 residents/).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(PHONE.width);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('several documents and own targets', () => {
  it('open from a link, are judged, and an impossible one is named with the rest kept', async () => {
    const link =
      '#/tongjiang/v=1;docs=china-2018;t1=density~2028~500~certified;t2=density~2029~6~certified;view=document';
    const { page, complaints } = await visit(browser, link);
    const chapter = page.locator('#chapter');
    const row = chapter.getByRole('row', { name: /^2029/ });
    await expect.poll(() => row.innerText(), { timeout: 30_000 }).toMatch(/最严/);
    expect(await row.innerText()).toMatch(/60\.5\s+34\.6\s+103\.7/);
    await expect.poll(() => page.locator('body').innerText()).toContain('t1=density~2028~500~certified');
    await chapter.getByRole('button', { name: '添加目标' }).click();
    await chapter.getByRole('textbox', { name: /^不少于/ }).fill('7');
    await chapter.getByRole('button', { name: '采用' }).click();
    await expect.poll(() => page.url()).toContain('density~2030~7~certified');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('come from a file that the reader brings, checked by the worker', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;view=document');
    const chapter = page.locator('#chapter');
    const input = chapter.locator('input[type=file]');
    await input.waitFor({ timeout: 30_000 });
    await input.setInputFiles({ name: '坏.json', mimeType: 'application/json', buffer: Buffer.from('{"id":1}') });
    await chapter.getByText('《坏.json》不能用作文件数据，没有任何改动。').waitFor();
    const buffer = readFileSync(new URL('../../data/policies/yuzhong-2018.json', import.meta.url));
    await input.setInputFiles({ name: '渝中.json', mimeType: 'application/json', buffer });
    await chapter.getByRole('heading', { name: '几乎没有计入流失' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
