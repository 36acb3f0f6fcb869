import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
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
    await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('clinics=20001;clinics1=1001');
    const row = chapter.getByRole('row', { name: /行政村卫生室运行经费.*个年/ });
    // 2025–2030: Xiangxi's by the province alone.
    await expect.poll(() => row.innerText()).toMatch(/396,054,000\s+360,018,000\s+756,072,000/);
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
    await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('density~2030~7~certified');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('come from a file that the reader brings, checked by the worker', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;view=document');
    const chapter = page.locator('#chapter');
    const input = chapter.locator('input[type=file]');
    await input.waitFor({ timeout: 30_000 });
    await input.setInputFiles({ name: '坏.json', mimeType: 'application/json', buffer: Buffer.from('{"id":1}') });
    await chapter.getByText('《坏.json》不能用作文件数据，没有任何改动。').waitFor({ timeout: 20_000 });
    const buffer = readFileSync(new URL('../../data/policies/yuzhong-2018.json', import.meta.url));
    await input.setInputFiles({ name: '渝中.json', mimeType: 'application/json', buffer });
    await chapter.getByRole('heading', { name: '几乎没有计入流失' }).waitFor({ timeout: 20_000 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
