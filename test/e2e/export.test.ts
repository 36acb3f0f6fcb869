import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const LINK = '#/panzhihua/v=1;transfer=60;draws=20;view=report';

async function reportPage(link = LINK): Promise<{ page: Page; complaints: string[] }> {
  const visited = await visit(browser, link);
  await visited.page.getByTestId('report-title').waitFor();
  await visited.page.locator('.chart svg').waitFor();
  return visited;
}

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Width and height of a PNG by its header. */
const pngSize = (bytes: Buffer): [number, number] => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

describe('exports', () => {
  it('of a place with many areas are packed as well, under the policy of the page', async () => {
    const { page, complaints } = await reportPage('#/hunan/v=1;transfer=3000;draws=2;view=report');
    const { bytes } = await download(page, 'XLSX（全部表格与数据字典）');
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer);
    expect(sheets.find(({ sheet }) => sheet === '分区域逐年')?.data.length).toBeGreaterThan(2000);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are a workbook whose sheets agree, with dictionary, sources, link and seed', async () => {
    const { page, complaints } = await reportPage();
    const { name, bytes } = await download(page, 'XLSX（全部表格与数据字典）');
    expect(name).toMatch(/^攀枝花市-\d{4}-\d\d-\d\d\.xlsx$/);
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer);
    const rows = (sheet: string) => sheets.find((one) => one.sheet === sheet)?.data ?? [];
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '全域逐年',
      '分区域逐年',
      '进出流量',
      '文件目标',
      '措施与假设',
      '过去的数',
      '费用',
      '公平性',
      '数据字典',
      '出处',
    ]);
    const column = (sheet: string, title: string): number => (rows(sheet)[0] ?? []).indexOf(title);
    for (const [year, , gps] of rows('全域逐年').slice(1)) {
      const areas = rows('分区域逐年').filter((row) => row[column('分区域逐年', '年份')] === year);
      const sum = areas.reduce((total, row) => total + Number(row[column('分区域逐年', '医生数（本方案）')]), 0);
      expect(sum).toBeCloseTo(Number(gps), 8);
    }
    // Opening − exits + entries = closing, as exported.
    const flows = rows('进出流量');
    const at = (title: string): number => (flows[0] ?? []).indexOf(title);
    for (const row of flows.slice(1)) {
      const value = (title: string): number => Number(row[at(title)]);
      const entries = ['转岗培训', '住院规培', '助理培训', '订单定向', '加注', '招聘', '返聘', '调入'];
      const exits = ['死亡', '退休', '离职', '期满离岗', '违约', '注销', '调出'];
      const net =
        entries.reduce((sum, title) => sum + value(title), 0) - exits.reduce((sum, title) => sum + value(title), 0);
      expect(value('期初') + net).toBeCloseTo(value('期末'), 8);
    }
    const about = new Map(rows('出处').map(([item, text]) => [item, text]));
    expect(about.get('可复现同样数字的链接')).toContain('#/panzhihua/v=1');
    expect(about.get('种子')).toBe(7);
    expect(about.get('口径')).toContain('分母常住人口');
    expect(rows('数据字典').length).toBeGreaterThan(40);
    expect(rows('措施与假设').find(([key]) => key === 'transfer')?.[5]).toBe(60);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are CSV in the encoding of choice, with the same figures', async () => {
    const { page, complaints } = await reportPage();
    const utf8 = await download(page, 'CSV');
    expect([...utf8.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    await page.getByRole('combobox', { name: '编码' }).selectOption('gb18030');
    const gb = await download(page, 'CSV');
    expect(gb.name).toBe('攀枝花市-分区域逐年.csv');
    const text = new TextDecoder('gb18030', { fatal: true }).decode(gb.bytes);
    expect(text).toBe(utf8.bytes.toString('utf8').replace(/^\ufeff/, ''));
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.length).toBe(5 * 17);
    expect(data[0]).toMatchObject({ 区划代码: '510402', 年份: '2024' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are pictures: the chart as SVG and PNG, and a long one 1080 pixels wide', async () => {
    const { page, complaints } = await reportPage();
    const svg = (await download(page, '图 SVG')).bytes.toString('utf8');
    expect(svg).toContain('口径 取得合格证书即计入');
    expect(svg).not.toContain('var(--plan)"/');
    expect(svg.match(/<svg /g)?.length).toBe(3);
    const png = await download(page, '图 PNG');
    expect(pngSize(png.bytes)[0]).toBeGreaterThan(1200);
    const long = await download(page, '长图 PNG（发微信用）');
    const [width, height] = pngSize(long.bytes);
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(1080);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
