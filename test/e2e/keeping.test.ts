import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertsOf, answerOf, DESKTOP, launch, PHONE, setLanguage, setLever, visit } from './visit.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const OWN = [
  { name: '人口.csv', text: '乡镇,2019年,2020年\n桐子林镇,27000,27522\n红格镇,30000,30501\n' },
  {
    name: '人员.csv',
    text: '乡镇,年份,类别,人数\n桐子林镇,2020,已注册,7\n红格镇,2020,已注册,6\n红格镇,2020,可转岗,9\n',
  },
].map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A browser that refuses to keep anything, as some do in private windows. */
const refuse = (page: Page) =>
  page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByTestId('save-scenario').click();
  const dialog = page.getByTestId('save');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
}
async function loadOwn(page: Page): Promise<void> {
  await page.getByTestId('load-data').click();
  await page.getByTestId('own-files').setInputFiles(OWN);
  await page.getByTestId('own-use').click();
  await expect.poll(() => page.url()).toContain('#/own/');
}
async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('save').getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe('a scenario', () => {
  it('that was saved is there after a reload, and opens with the same figures', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await setLever(page, 'transfer', 20);
    const answer = await answerOf(page);
    await saveAs(page, '多培训');
    await expect.poll(() => page.getByTestId('save').getByRole('status').innerText()).toContain('多培训');
    await page.goto(page.url().replace(/#.*/, '#/yuzhong/v=1'));
    await page.reload();
    await expect.poll(() => answerOf(page)).not.toBe(answer);
    await page.getByTestId('save-scenario').click();
    await page.getByRole('button', { name: '打开多培训' }).click();
    await expect.poll(() => answerOf(page)).toBe(answer);
    expect(decodeURIComponent(page.url())).toMatch(/#\/tongjiang\/v=1;transfer=20$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('on own data goes into one file, which opens in another browser when it is dropped', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await loadOwn(page);
    await setLever(page, 'recruit', 2);
    const answer = await answerOf(page);
    await page.getByTestId('save-scenario').click();
    const file = await download(page, '下载为方案文件');
    expect(file.name).toMatch(/\.wanren\.json$/);
    const link = page.url();
    await page.context().close();

    const { page: other, complaints } = await visit(browser, '#/yuzhong/v=1');
    await answerOf(other);
    await other.evaluate(({ text, name }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, file);
    await expect.poll(() => other.url()).toBe(link);
    await expect.poll(() => answerOf(other)).toBe(answer);
    const own = other.getByTestId('own');
    await expect.poll(() => own.count()).toBe(0);
    // It closed because a scenario was opened; that is over when the reader opens it again.
    await other.getByTestId('load-data').click();
    await own.getByTestId('own-kept').getByRole('listitem').waitFor();
    await other.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await own.isVisible()).toBe(true);
    expect(await own.getByRole('alert').count()).toBe(0);
    await other.reload();
    expect(await answerOf(other)).toBe(answer);
    expect(complaints).toEqual([]);
    await other.context().close();
  });

  it('that the browser refuses to keep is told, stays as long as the page, and can be downloaded', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1', {}, refuse);
    const answer = await answerOf(page);
    await saveAs(page, '留不住');
    await expect.poll(() => alertsOf(page)).toMatch(/不让网页保存/);
    expect(await page.getByTestId('own-scenarios').innerText()).toMatch(/留不住[\s\S]*没有保存/);
    const file = await download(page, '下载留不住的方案文件');
    expect(JSON.parse(file.text)).toMatchObject({ wanren: 2, scenarios: [{ name: '留不住' }] });
    await page.keyboard.press('Escape');
    await loadOwn(page);
    await expect.poll(() => answerOf(page)).not.toBe(answer);
    await page.context().close();
  });

  it('in two tabs is the same: what one saves, renames or deletes, the other sees and does not bring back', async () => {
    const { page: one } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(one);
    const two = await one.context().newPage();
    await two.goto(one.url());
    await answerOf(two);
    await two.getByTestId('save-scenario').click();
    await saveAs(one, '甲');
    const list = (page: Page): Promise<string> => page.getByTestId('own-scenarios').innerText();
    await expect.poll(() => list(two)).toContain('甲');
    await two.getByRole('button', { name: '给甲改名' }).click();
    await two.getByRole('textbox', { name: '新名称' }).fill('乙');
    await two.getByTestId('own-scenarios').getByRole('button', { name: '保存' }).click();
    await expect.poll(() => list(one)).toContain('乙');
    await two.getByRole('button', { name: '给乙改名' }).click();
    await two.getByRole('textbox', { name: '新名称' }).fill('丙');
    await one.getByRole('button', { name: '删除乙' }).click();
    await one.getByTestId('own-scenarios').getByRole('button', { name: '删除' }).click();
    await expect.poll(() => one.getByTestId('own-scenarios').locator('li').count()).toBe(0);
    await expect.poll(() => two.getByTestId('own-scenarios').locator('li').count()).toBe(0);
    await one.reload();
    await one.getByTestId('save-scenario').click();
    await one.getByTestId('save').waitFor();
    expect(await one.getByTestId('own-scenarios').locator('li').count()).toBe(0);
    await one.context().close();
  });
});

describe.each([DESKTOP, PHONE])('the dialog that saves, $width wide', (viewport) => {
  it.each(['zh', 'en'] as const)(
    'has no serious finding of axe and nothing wider than the screen, in %s',
    async (lang) => {
      const { page } = await visit(browser, '#/tongjiang/v=1', { viewport }, (fresh) =>
        fresh.addInitScript({ path: AXE }),
      );
      await answerOf(page);
      await saveAs(page, '一个很长的名字一个很长的名字一个很长的名字');
      await page.getByTestId('own-scenarios').locator('li').waitFor();
      await page.keyboard.press('Escape');
      await setLanguage(page, lang);
      await page.getByTestId('save-scenario').click();
      await page.getByTestId('own-scenarios').locator('li').waitFor();
      const findings = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
        const { violations } = await axe.run({ resultTypes: ['violations'] });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      });
      expect(findings).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const inside = await page.getByTestId('save').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      expect(inside).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});
