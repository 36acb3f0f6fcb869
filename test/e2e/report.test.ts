import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Millimetres of A4 between the margins of the report. */
const INNER = { width: 176, height: 271 };
const MM = 96 / 25.4;

async function report(link: string, locale: string): Promise<{ page: Page; complaints: string[] }> {
  const visited = await visit(browser, link, { locale });
  await visited.page.getByTestId('report-title').waitFor();
  await visited.page.locator('.chart svg').waitFor();
  await visited.page.emulateMedia({ media: 'print' });
  return visited;
}

/** What is printed, measured where the browser lays it out for print. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const first = document.querySelector('.page-one');
    const chart = document.querySelector('.page-one .chart');
    const drawing = document.querySelector('.page-one .chart svg');
    if (!first || !chart || !drawing) throw new Error('no page one');
    const headings = [...document.querySelectorAll('[data-testid="report-pages"] h2')].filter(
      (heading) => heading.checkVisibility() && heading.closest('section') !== null,
    );
    const box = first.getBoundingClientRect();
    return {
      height: first.clientHeight,
      needed: first.scrollHeight,
      width: document.documentElement.scrollWidth,
      chartFits: drawing.getBoundingClientRect().bottom <= chart.getBoundingClientRect().bottom,
      headingsInside: [...first.querySelectorAll('h2')].every(
        (heading) => heading.getBoundingClientRect().bottom < box.bottom - 60,
      ),
      kept: headings.map((heading) => getComputedStyle(heading).breakAfter),
      titles: headings.map((heading) => heading.textContent.trim()),
      covered: document.querySelector('header')?.checkVisibility() ?? false,
    };
  });

/** Lines of each page of a PDF, where poppler is installed; else null. */
function linesOf(pdf: Buffer): string[][] | null {
  if (spawnSync('pdftotext', ['-v']).error) return null;
  const folder = mkdtempSync(join(tmpdir(), 'wanren-report-'));
  const file = join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return text
    .split('\f')
    .slice(0, -1)
    .map((sheet) =>
      sheet
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter((line) => line !== '' && !/^— ?\d+ ?—$/.test(line)),
    );
}

/** Cells whose words are cut or run into the next, and tables that are wider than the page. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pages = document.querySelector('[data-testid="report-pages"] .sheets');
    const right = pages?.getBoundingClientRect().right ?? 0;
    const wide = [...(pages?.querySelectorAll('table, svg, p, li') ?? [])].filter(
      (one) => one.getBoundingClientRect().right > right + 1,
    );
    const cut = [...(pages?.querySelectorAll<HTMLElement>('td, th') ?? [])].filter(
      (cell) => cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0,
    );
    return [...wide, ...cut].map((one) => `${one.localName} ${one.textContent?.trim().slice(0, 40)}`);
  });

/** Headings and cells (but for the sources, which quote) that are not in the reader's language. */
const untranslated = (page: Page, chinese: boolean): Promise<string[]> =>
  page.evaluate((inChinese) => {
    const cells = document.querySelectorAll(
      '[data-testid="report-pages"] .sheets :is(h1, h2, th, td:not(.source), .caption, .lean, .sign)',
    );
    const foreign = inChinese ? /[A-Za-z]{4,}/ : /\p{Script=Han}/u;
    return [...cells].map((cell) => cell.textContent?.trim() ?? '').filter((words) => foreign.test(words));
  }, chinese);

const CASES = [
  ['Tongjiang', '#/tongjiang/v=1;transfer=8;rehire=0.3;view=report', 'zh-CN', /^同江市 2030 年/],
  ['Tongjiang in English', '#/tongjiang/v=1;transfer=8;view=report', 'en-US', /^Tongjiang will/],
  ['Hunan', '#/hunan/v=1;view=report;draws=8', 'zh-CN', /^湖南省 2024 年全科医生缺 \d+ 人$/],
  ['Panzhihua in English', '#/panzhihua/v=1;transfer=20;residency=12;recruit=5;view=report', 'en-US', /^Panzhihua/],
  ['Hunan in English', '#/hunan/v=1;transfer=3000;view=report;draws=8', 'en-US', /^Hunan/],
  ['Xupu with moves', '#/xupu/v=1;within=4;dispatch=4;draws=20;view=report', 'zh-CN', /^溆浦县/],
  ['Xupu in English with moves', '#/xupu/v=1;within=4;dispatch=4;draws=20;view=report', 'en-US', /^Xupu/],
  [
    'Tongjiang with four plans',
    '#/tongjiang/v=1;transfer=8;name=多转岗;b.recruit=3;c.rehire=0.5;c.transfer=12;d.assistant=6;plans=4;draws=20;view=report',
    'zh-CN',
    /^同江市/,
  ],
] as const;

describe('the report', () => {
  it.each(CASES)(
    'of %s puts page one on one page, with nothing cut and no heading left alone',
    async (_, link, locale, title) => {
      const { page, complaints } = await report(link, locale);
      expect(await page.getByTestId('report-title').innerText()).toMatch(title);
      const found = await measure(page);
      expect(found.needed).toBeLessThanOrEqual(found.height);
      expect(found.height).toBeLessThanOrEqual(INNER.height * MM);
      expect(found).toMatchObject({ chartFits: true, headingsInside: true, covered: false });
      expect(new Set(found.kept)).toEqual(new Set(['avoid']));

      await page.setViewportSize({ width: Math.round(INNER.width * MM), height: 900 });
      await expect.poll(async () => (await measure(page)).width).toBeLessThanOrEqual(Math.ceil(INNER.width * MM));
      expect(await clipped(page)).toEqual([]);
      expect(await untranslated(page, locale === 'zh-CN')).toEqual([]);

      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
      expect(pages).toBeGreaterThan(1);
      const lines = linesOf(pdf) ?? [];
      const headings = found.titles.map((heading) => heading.replace(/\s+/g, ' '));
      expect(headings.length).toBeGreaterThanOrEqual(4);
      for (const sheet of lines) {
        expect(headings).not.toContain(sheet.at(-1));
        // A sum stands with its lines: never first on a page, nor first below a head that is repeated there.
        for (const line of sheet.slice(0, 2)) expect(line).not.toMatch(/^(合计|All) /);
      }
      const first = lines[0]?.join('\n') ?? (await page.locator('.page-one').innerText());
      expect(first).toMatch(locale === 'zh-CN' ? /签发/ : /Approved by/);
      expect(first).not.toMatch(/附一|Annex 1\./);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('sets the other plans of the link beside its own: what differs, and what comes of it by target year', async () => {
    const link = '#/tongjiang/v=1;transfer=8;b.recruit=3;c.rehire=0.5;plans=3;draws=20;view=report';
    const { page, complaints } = await report(link, 'zh-CN');
    const annex = page.getByTestId('annex-plans');
    await expect.poll(() => annex.innerText()).toMatch(/本报告写的是方案 A；链接里还有方案 B、方案 C。/);
    const columns = annex.locator('[data-testid="compare-results"] thead th');
    // Words, baseline and three plans, which are run one after another.
    await expect.poll(() => columns.count()).toBe(5);
    const levers = await annex.getByTestId('compare-levers').innerText();
    expect(levers).toMatch(/公开招聘[^\n]*\t0\t0\t3\t0/);
    expect(levers).toMatch(/方案 C 比 方案 A：返聘退休医师 10 → 50%/);
    const results = await annex.getByTestId('compare-results').innerText();
    for (const year of ['2025', '2030', '2040']) expect(results).toContain(`${year} 年全科医生`);
    await page.goto(new URL(link.replace(/;b.*plans=3/, ''), page.url()).href);
    await page.reload();
    await page.getByTestId('report-title').waitFor();
    expect(await page.getByTestId('annex-plans').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('opens from the header and goes back to the page', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    await page.getByTestId('report').click();
    await page.getByTestId('report-title').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByTestId('answer').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
