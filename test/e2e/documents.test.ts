import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, launch, messagesOf, PHONE, setLanguage, visit } from './visit.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const builtIn = readFileSync(new URL('../../data/policies/tongjiang-2020.json', import.meta.url), 'utf8');
/** A county's own document: six in place of five, and a share that nobody knows yet. */
const county = JSON.parse(builtIn) as {
  name: object;
  targets: Record<string, unknown>[];
};
county.name = { zh: '本县二〇二六年方案', en: 'County plan 2026' };
for (const target of county.targets) if (target['headline']) target['value'] = 6;
county.targets.push({
  ...county.targets[0]!,
  id: 'backbone',
  kind: 'share',
  year: 2028,
  value: 0.1,
  fact: 'backbone',
  headline: undefined,
  name: { zh: '骨干人才比例', en: 'Backbone staff' },
});
const file = {
  name: '本县方案.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(county)),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const hashOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
async function bring(page: Page): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles(file);
  await page.getByText('《本县方案.json》已读入').waitFor();
}

describe('a document that the reader brings', () => {
  it('is opened, kept, named in the link and removed', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;view=document');
    await answerOf(page);
    await bring(page);
    await page.getByRole('button', { name: '打开“本县二〇二六年方案”' }).click();
    await expect.poll(() => hashOf(page)).toMatch(/policy=本县二〇二六年方案-[0-9a-f]{8}/);
    await expect.poll(() => answerOf(page)).toContain('6');
    const answer = await answerOf(page);

    await page.reload();
    expect(await answerOf(page)).toBe(answer);
    expect(complaints).toEqual([]);

    const { page: other } = await visit(browser, new URL(page.url()).hash);
    await answerOf(other);
    expect(await messagesOf(other)).toContain('这里没有链接所用的自带文件');
    await other.context().close();

    await page.getByRole('button', { name: '移除“本县二〇二六年方案”' }).click();
    await expect.poll(() => hashOf(page)).not.toContain('policy=');
    await expect.poll(() => answerOf(page)).not.toBe(answer);
    await page.context().close();
  });

  it('stands beside the built-in one, and asks for what it rests on', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;view=document');
    await bring(page);
    await page.getByRole('checkbox', { name: '本县二〇二六年方案' }).click();
    await expect.poll(() => hashOf(page)).toMatch(/docs=本县二〇二六年方案-[0-9a-f]{8}/);
    await expect.poll(() => page.getByRole('row', { name: /^2030/ }).innerText()).toContain('最严');
    await page
      .getByRole('tab', { name: /区域与目标/ })
      .or(page.getByRole('link', { name: /区域与目标/ }))
      .first()
      .click();
    const row = page.getByRole('row', { name: /骨干人才比例/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('骨干人才比例');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('goes with the scenario file, and so does a clause that the link has no room for', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;view=document');
    const clause = '第一条：到2030年，全县每万名居民拥有六名合格的全科医生。'.repeat(12);
    await bring(page);
    await page.getByRole('checkbox', { name: '本县二〇二六年方案' }).click();
    await page.getByRole('button', { name: '添加目标' }).click();
    await page.getByLabel('年份', { exact: true }).fill('2029');
    await page.getByLabel(/^不少于/).fill('5.5');
    await page.getByLabel('条文原文').fill(clause);
    await page.getByRole('button', { name: '采用' }).click();
    await expect.poll(() => hashOf(page)).toMatch(/~k[0-9a-f]{8}~q/);
    expect(new URL(page.url()).hash.length).toBeLessThan(1500);
    await page.getByTestId('save-scenario').click();
    const dialog = page.getByTestId('save');
    await dialog.getByRole('textbox').first().fill('本县');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /文件/ }).first().click();
    const saved = readFileSync(await (await download).path());
    expect(saved.toString('utf8')).toContain('本县二〇二六年方案');

    const { page: other } = await visit(browser, new URL(page.url()).hash);
    await answerOf(other);
    await expect.poll(() => messagesOf(other)).toContain('链接放不下条文全文');
    await other.getByTestId('load-data').click();
    await other.getByTestId('own-files').setInputFiles({
      name: '本县.wanren.json',
      mimeType: 'application/json',
      buffer: saved,
    });
    await expect.poll(() => messagesOf(other)).not.toContain('链接放不下条文全文');
    await other.getByRole('button', { name: /^改动“每万名居民全科医生 2029/ }).click();
    expect(await other.getByLabel('条文原文').inputValue()).toBe(clause);
    await other.context().close();
    await page.context().close();
  });
});

describe('a changed target', () => {
  it('shows what the document says, and goes back to it', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;view=document');
    const before = await answerOf(page);
    await page
      .getByRole('button', { name: /^改动“.*2030/ })
      .first()
      .click();
    await page.getByLabel(/^不少于/).fill('60');
    await page.getByRole('button', { name: '采用' }).click();
    await page.getByText('这条目标不成立，没有采用；填写的内容都还在。').waitFor();
    expect(await page.getByLabel(/^不少于/).inputValue()).toBe('60');
    await page.getByLabel(/^不少于/).fill('7');
    await page.getByRole('button', { name: '采用' }).click();
    await expect.poll(() => answerOf(page)).not.toBe(before);
    await page.getByText('已改动').first().waitFor();
    await page.getByRole('button', { name: /^恢复原文：/ }).click();
    await expect.poll(() => answerOf(page)).toBe(before);
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('documents and comparison in %s', (colorScheme) => {
  it('have no fault that axe finds, on a desktop and on a phone, in both languages', async () => {
    for (const chapter of ['document', 'compare']) {
      const link = `#/tongjiang/v=1;view=${chapter};transfer=8;docs=china-2018;t1=density~2030~6~certified~xdensity-2030;t2=share~2028~0.1~certified;b.recruit=3;plans=2`;
      for (const viewport of [undefined, PHONE]) {
        const options = { colorScheme, ...(viewport ? { viewport } : {}) };
        const { page } = await visit(browser, link, options, (fresh) => fresh.addInitScript({ path: AXE }));
        await answerOf(page);
        if (chapter === 'document') await page.getByRole('button', { name: '添加目标' }).click();
        else await page.getByTestId('explain-sentence').waitFor();
        if (viewport) await setLanguage(page, 'en');
        const { violations } = await page.evaluate(async (): Promise<AxeResults> => {
          const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
          return axe.run({ resultTypes: ['violations'] });
        });
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          (viewport ?? { width: 1366 }).width,
        );
        await page.context().close();
      }
    }
  });
});
