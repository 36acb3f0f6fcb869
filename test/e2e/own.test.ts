import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { xlsx } from '../../src/io/own/xlsx.ts';
import { gb18030 } from '../fixtures/own/gb18030.ts';
import { answerOf, DESKTOP, launch, messagesOf, PHONE, setLever, visit } from './visit.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const census = gb18030(`盐边县各乡镇常住人口\r\n区划代码,乡镇,2019年,2020年\r\n510422100,桐子林镇,27000,27522\r
510422101,红格镇,30000,30501\r\n510422102,渔门镇,24000,24821\r\n合计,,81000,82844\r\n`);
const staffing = gb18030(`乡镇,年份,类别,人数\r\n桐子林,2020,已注册,7\r\n红格镇,2020,已注册,六\r
红格镇,2020,可转岗,9\r\n渔门镇,2020,已注册,4\r\n`);
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });
const FILES = [file('人口.csv', census), file('人员.csv', staffing)];
const PDF = file('名册.csv', new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj'));

/** A workbook over which the library sits for seconds: a template with half a million rows in its sheet. */
async function largeWorkbook(): Promise<Uint8Array> {
  const files = unzipSync(await xlsx([['区划代码', '乡镇', '年份', '人口']]));
  const sheet = 'xl/worksheets/sheet1.xml';
  const cells = ['510422101', '红格镇', '2020', '30501'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const rows = `<row>${cells.join('')}</row>`.repeat(500_000);
  return zipSync({
    ...files,
    [sheet]: strToU8(strFromU8(files[sheet]!).replace('</sheetData>', `${rows}</sheetData>`)),
  });
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Lets files fall on the page, as from the desktop. */
async function drop(page: Page, files: ReturnType<typeof file>[]): Promise<void> {
  const given = files.map(({ name, buffer }) => ({ name, bytes: [...buffer] }));
  await page.evaluate((list) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of list) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, given);
}
async function load(page: Page): Promise<void> {
  await drop(page, FILES);
  await page.getByTestId('own-use').click();
  await expect.poll(() => decodeURIComponent(page.url())).toMatch(/#\/own\/v=1;data=盐边县~[0-9a-f]{8}$/);
}

describe('own files', () => {
  it('dropped in GB18030 are previewed, used, and there again after a reload', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    const before = await answerOf(page);
    await drop(page, FILES);
    await expect.poll(() => page.getByTestId('own-summary').innerText()).toMatch(/盐边县：3 个区域.*82,844/);
    expect(await page.getByTestId('own-problems').innerText()).toMatch(/第 3 行第 4 列“六”不是数字/);
    expect(await answerOf(page)).toBe(before);
    await page.getByTestId('own-use').click();
    await expect.poll(() => answerOf(page)).toMatch(/^.*盐边县/);
    const answer = await answerOf(page);
    const link = page.url();
    await page.reload();
    expect(await answerOf(page)).toBe(answer);
    expect(page.url()).toBe(link);
    expect(link).not.toMatch(/桐子林|红格/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('that are no table are refused in words, and what was loaded stays', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await load(page);
    const answer = await answerOf(page);
    await drop(page, [PDF]);
    await expect.poll(() => page.getByTestId('own-problems').innerText()).toMatch(/名册\.csv.*不是文本表格：PDF/s);
    expect(await page.getByTestId('own-use').count()).toBe(0);
    expect(await page.getByTestId('own-kept').innerText()).toContain('盐边县');
    await page.keyboard.press('Escape');
    expect(await answerOf(page)).toBe(answer);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('of which a large one is stopped while it is read leave what was checked before', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await drop(page, FILES);
    await page.getByTestId('own-use').waitFor();
    const before = await page.getByTestId('own-summary').innerText();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const line = '510422101,红格镇,2020,30501\n';
      dataTransfer.items.add(new File([`区划代码,乡镇,年份,人口\n${line.repeat(1_500_000)}`], '大.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    const status = page.getByTestId('own').getByRole('status');
    await expect.poll(() => status.innerText()).toMatch(/正在读取《大\.csv》……\d+%/);
    await status.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => status.innerText()).toBe('');
    expect(await page.getByTestId('own-summary').innerText()).toBe(before);
    expect(await page.getByTestId('own').innerText()).not.toContain('大.csv');
    await page.getByTestId('own-use').click();
    await expect.poll(() => answerOf(page)).toMatch(/盐边县/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('of which a large one is read by two workers, which end once it is used, and what was drawn meanwhile goes on', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;draws=2000');
    await page.getByTestId('odds').waitFor();
    const readers = () => page.workers().filter((worker) => worker.url().includes('reader.worker')).length;
    let most = 0;
    page.on('worker', () => (most = Math.max(most, readers())));
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const rows = Array.from({ length: 67_500 }, (_, at) => {
        const [town, year] = [at % 900, 1949 + Math.floor(at / 900)];
        return `${510_422_100 + town},第${town}镇,${year},${at === 66_000 ? '三千' : 30_501 + town}\n`;
      });
      dataTransfer.items.add(new File([`区划代码,乡镇,年份,人口\n${rows.join('')}`], '大.csv'));
      dataTransfer.items.add(new File(['乡镇,年份,类别,人数\n第7镇,2020,已注册,7\n'], '人员.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByTestId('own-summary').filter({ hasText: '900 个区域' }).waitFor();
    expect(await page.getByTestId('own-problems').innerText()).toMatch(/第 66,?002 行第 4 列“三千”不是数字/);
    expect([most, readers()]).toEqual([2, 2]);
    await expect.poll(() => page.getByTestId('odds').textContent(), { timeout: 30_000 }).toMatch(/抽样 2,?000 次/);
    await page.getByTestId('own-use').click();
    await expect.poll(readers).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('of which a workbook is stopped while its library reads leave what was checked before', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await drop(page, FILES);
    await page.getByTestId('own-use').waitFor();
    const before = await page.getByTestId('own-summary').innerText();
    await page.getByTestId('own-files').setInputFiles({ ...file('大.xlsx', await largeWorkbook()), mimeType: '' });
    const status = page.getByTestId('own').getByRole('status');
    await expect.poll(() => status.innerText()).toMatch(/正在读取《大\.xlsx》/);
    await status.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => status.innerText()).toBe('');
    expect(await page.getByTestId('own-summary').innerText()).toBe(before);
    await page.getByTestId('own-use').click();
    await expect.poll(() => answerOf(page)).toMatch(/盐边县/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('that are used by two clicks, and the screen closed before they are, are used without an error', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await drop(page, FILES);
    await page.getByTestId('own-use').waitFor();
    await page.evaluate(() => {
      const use = document.querySelector<HTMLElement>('[data-testid="own-use"]');
      use?.click();
      use?.click();
      document.querySelector<HTMLDialogElement>('[data-testid="own"]')?.close();
    });
    await expect.poll(() => answerOf(page)).toMatch(/盐边县/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('that a link names are missed with a message, and the first place stands in', async () => {
    const { page } = await visit(browser, '#/own/v=1;data=某县~0badc0de;transfer=9');
    expect(await answerOf(page)).toMatch(/\d/);
    await expect.poll(() => messagesOf(page)).toMatch(/某县~0badc0de/);
    await page.context().close();
  });

  it('follow a lever and keep their name in the link', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await load(page);
    await page.locator('#lever-recruit').fill('3');
    await expect.poll(() => page.url()).toMatch(/data=[^;]+;.*recruit=3/);
    await page.context().close();
  });

  it('that are renamed while they are on the screen leave all settings, and what else is on the screen', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await load(page);
    await setLever(page, 'recruit', 3);
    const answer = await answerOf(page);
    await page.getByTestId('load-data').click();
    const kept = page.getByTestId('own-kept');
    const rename = async (name: string): Promise<void> => {
      await kept.getByRole('button', { name: '改名' }).click();
      await kept.getByRole('textbox').fill(name);
      await kept.getByRole('button', { name: '保存' }).click();
      await kept.getByRole('button', { name: `打开${name}` }).waitFor();
    };
    await rename('盐边草案');
    await expect.poll(() => answerOf(page)).toBe(answer.replace('盐边县', '盐边草案'));
    await expect.poll(() => decodeURIComponent(page.url())).toMatch(/data=盐边草案~[0-9a-f]{8};recruit=3$/);
    await page.evaluate(() => (location.hash = '#/yuzhong/v=1'));
    await expect.poll(() => answerOf(page)).toMatch(/渝中/);
    await rename('盐边终稿');
    await expect.poll(() => page.locator('option[value="own"]').textContent()).toBe('盐边终稿');
    expect(await answerOf(page)).toMatch(/渝中/);
    await page.context().close();
  });

  it('that are pasted one by one, the screen closed in between, stand beside each other', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    for (const text of ['乡镇,2020年\n桐子林镇,27522\n', '乡镇,年份,类别,人数\n桐子林镇,2020,已注册,7\n']) {
      await page.getByTestId('load-data').click();
      await page.getByRole('textbox', { name: '粘贴' }).evaluate(
        (field, cells) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', cells);
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        },
        text.replaceAll(',', '\t'),
      );
      await page.getByTestId('own-found').waitFor();
      await page.keyboard.press('Escape');
    }
    await page.getByTestId('load-data').click();
    expect(await page.getByTestId('own-summary').innerText()).toMatch(/1 个区域.*27,522/);
    await page.context().close();
  });

  it('leave the keyboard where it was while they are checked, and beside a line that goes', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    // So many that a check takes longer than a frame.
    const rows = Array.from({ length: 67_500 }, (_, at) => {
      const [town, year] = [at % 900, 1949 + Math.floor(at / 900)];
      return `${510_422_100 + town},第${town}镇,${year},${30_501 + town}\n`;
    });
    const large = file('大.csv', new TextEncoder().encode(`区划代码,乡镇,年份,人口\n${rows.join('')}`));
    const few = file('人员.csv', new TextEncoder().encode('乡镇,年份,类别,人数\n第7镇,2020,已注册,7\n'));
    await page.getByTestId('load-data').click();
    await page.getByTestId('own-files').setInputFiles([large, few]);
    await page.getByTestId('own-use').waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    const column = page.getByRole('combobox', { name: '4 人口' });
    const label = await column.getAttribute('aria-label');
    await column.focus();
    await column.selectOption('registered_population');
    await page.getByTestId('own-problems').filter({ hasText: '户籍' }).waitFor();
    await expect.poll(focused).toBe(label);
    await page.getByRole('button', { name: '移除《大.csv》' }).press('Enter');
    await expect.poll(() => page.getByTestId('own-use').count()).toBe(0);
    await expect.poll(focused).toBe('移除《人员.csv》');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('关闭');
    await page.context().close();
  });

  it('come back out as tables, are renamed, exported, deleted and imported', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    await load(page);
    const answer = await answerOf(page);
    await page.getByTestId('load-data').click();
    const kept = page.getByTestId('own-kept');
    await kept.getByRole('button', { name: '改名' }).click();
    await kept.getByRole('textbox').fill('盐边草案');
    await kept.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => kept.innerText()).toContain('盐边草案');
    const [exported] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '全部导出' }).click(),
    ]);
    const path = await exported.path();
    await kept.getByRole('button', { name: '删除' }).click();
    await kept.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => kept.locator('li').count()).toBe(0);
    await page.reload();
    await expect.poll(() => messagesOf(page)).toMatch(/盐边草案/);
    await page.getByTestId('load-data').click();
    await page.getByTestId('own-import').setInputFiles(path);
    await kept.getByRole('button', { name: '打开盐边草案' }).click();
    await expect.poll(() => answerOf(page)).toBe(answer.replace('盐边县', '盐边草案'));
    await page.context().close();
  });
});

describe.each([DESKTOP, PHONE])('the screen for own files, $width wide', (viewport) => {
  it('has no serious finding of axe and nothing wider than the screen', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1', { viewport }, (fresh) =>
      fresh.addInitScript({ path: AXE }),
    );
    await answerOf(page);
    const long = (index: number) => ({
      ...FILES[index]!,
      name: `${'final_version_of_the_table_'.repeat(6)}${index}.csv`,
    });
    await drop(page, [long(0), long(1)]);
    await page.getByTestId('own-use').waitFor();
    const findings = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`));
    });
    expect(findings).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const inside = await page.getByTestId('own').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(inside).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
