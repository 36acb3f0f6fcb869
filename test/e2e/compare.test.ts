import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, launch, messagesOf, PHONE, setLanguage, setLever, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const hashOf = (page: Page): string => new URL(page.url()).hash;

/** All that the comparison says, once every plan is there and the waterfall stands. */
async function figuresOf(page: Page, plans: number): Promise<Record<string, string>> {
  const results = page.getByTestId('compare-results');
  // One column for the words, one for the baseline.
  await expect.poll(() => results.locator('thead th').count(), { timeout: 30_000 }).toBe(plans + 2);
  await expect.poll(() => page.locator('main .old').count(), { timeout: 30_000 }).toBe(0);
  return {
    answer: await answerOf(page),
    levers: await page.getByTestId('compare-levers').innerText(),
    results: await results.innerText(),
    explain: await page.getByTestId('explain-sentence').innerText({ timeout: 30_000 }),
  };
}

describe('a comparison', () => {
  it('of four plans is in the link: a fresh page shows the same figures', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;transfer=8;view=compare');
    await page.getByLabel('方案 A的名称').fill('更多转岗');
    await page.getByLabel('方案 A的名称').press('Enter');
    for (const [letter, lever, value] of [
      ['B', 'recruit', 3],
      ['C', 'rehire', 0.5],
      ['D', 'assistant', 6],
    ] as const) {
      await page.getByRole('button', { name: `另存为方案 ${letter}` }).click();
      await setLever(page, lever, value);
    }
    await page.getByLabel('方案 D的名称').fill('合 用（全部）');
    await page.getByLabel('方案 D的名称').press('Enter');
    await page.getByRole('button', { name: '锁定A 更多转岗' }).click();

    const here = await figuresOf(page, 4);
    expect(here['levers']).toContain('助理全科培训');
    expect(here['explain']).toContain('助理培训 +');
    const hash = hashOf(page);
    expect(hash.length).toBeLessThan(1500);
    expect(decodeURIComponent(hash)).toMatch(/^#\/tongjiang\/v=1;view=compare;transfer=8;name=更多转岗;/);

    const { page: fresh, complaints: others } = await visit(browser, hash);
    expect(await figuresOf(fresh, 4)).toEqual(here);
    expect(await fresh.getByLabel('方案 D的名称').inputValue()).toBe('合 用（全部）');
    expect([...complaints, ...others]).toEqual([]);
    await fresh.context().close();
    await page.context().close();
  });

  it('goes back and forward a plan at a time', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;view=compare;transfer=8');
    const row = page.locator('nav.plans');
    await answerOf(page);
    await page.getByRole('button', { name: '另存为方案 B' }).click();
    await setLever(page, 'recruit', 3);
    const changed = await answerOf(page);
    await row.locator('button').first().click();
    await expect.poll(() => answerOf(page)).not.toBe(changed);
    for (const end of [';b.recruit=3;plans=2;show=b', ';transfer=8;plans=2;show=b', ';transfer=8']) {
      await page.goBack();
      await expect.poll(() => hashOf(page)).toMatch(new RegExp(`${end}$`));
      if (end.includes('recruit')) await expect.poll(() => answerOf(page)).toBe(changed);
    }
    await expect.poll(() => row.count()).toBe(0);
    await page.goForward();
    await expect.poll(() => row.count()).toBe(1);
    await page.context().close();
  });

  it('refuses another place in words, and loses nothing', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;transfer=8;view=compare');
    await page.getByRole('button', { name: '从链接加入方案' }).click();
    const paste = page.getByLabel('把另一个方案的链接贴在这里');
    await paste.fill('https://x.cn/#/hunan/v=1;transfer=900');
    await paste.press('Enter');
    await expect.poll(() => messagesOf(page)).toContain('湖南省');
    await paste.fill('#/tongjiang/v=1;transfer=12;teleport=3;base=2019');
    await paste.press('Enter');
    await expect.poll(() => messagesOf(page)).toContain('已加入 1 个方案');
    expect(await messagesOf(page)).toContain('teleport');
    expect(hashOf(page)).toContain('b.transfer=12');
    expect(hashOf(page)).not.toContain('2019');
    await page.context().close();
  });

  it('reads on a phone and in English', async () => {
    const link = '#/tongjiang/v=1;view=compare;transfer=8;b.recruit=3;plans=2;show=b;lock=b';
    const { page, complaints } = await visit(browser, link, { viewport: PHONE });
    await figuresOf(page, 2);
    await setLanguage(page, 'en');
    await expect.poll(() => page.getByTestId('explain-sentence').innerText()).toContain('Plan B in 2030');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
