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
