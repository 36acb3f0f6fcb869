import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';

/** What it takes to load a place of many areas into the page, and to work with it. */
export interface LargePlace {
  /** Seconds from the word to use the files until the first answer. */
  open: number;
  /** Longest time in milliseconds that the page could not answer: while it opens, a lever moves, the table scrolls. */
  blocked: { open: number; lever: number; scroll: number };
  /** Most memory of the page and its workers together, in MB; NaN where the system does not tell. */
  memory: number;
  /** Rows of the table that were there while it was scrolled through, at most. */
  rows: number;
}

const TOWNSHIPS_PER_COUNTY = 14;
const YEARS = 10;

/** Census and staffing files of so many townships, as a bureau would have them. */
function tables(areas: number): { census: string; staffing: string } {
  const census = ['区划代码,区域,上级代码,级别,年份,常住人口'];
  const staffing = ['区划代码,区域,年份,类别,人数'];
  for (let area = 0; area < areas; area++) {
    const county = 110_000 + Math.floor(area / TOWNSHIPS_PER_COUNTY);
    const code = `${county}${100 + (area % TOWNSHIPS_PER_COUNTY)}`;
    const name = `第${area}镇`;
    for (let year = 0; year < YEARS; year++) {
      const persons = 20_000 + ((area * 37) % 9000) + year * 50;
      census.push(`${code},${name},${county},乡镇,${2015 + year},${persons}`);
    }
    staffing.push(`${code},${name},2024,已注册,${3 + (area % 7)}`, `${code},${name},2024,可转岗,${2 + (area % 5)}`);
  }
  return { census: `${census.join('\r\n')}\r\n`, staffing: `${staffing.join('\r\n')}\r\n` };
}

/** @param url of the site's first page */
export async function openLargePlace(browser: Browser, url: string, areas: number): Promise<LargePlace> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  // tsx wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(`${url}#/tongjiang/v=1`);
  await page.getByTestId('answer').filter({ hasText: /\d/ }).waitFor();
  await watch(page);
  const { census, staffing } = tables(areas);
  await page.getByTestId('load-data').click();
  const folder = mkdtempSync(join(tmpdir(), 'wanren-large-'));
  const given = Object.entries({ census, staffing }).map(([name, text]) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, text);
    return path;
  });
  await page.getByTestId('own-files').setInputFiles(given);
  await page.getByTestId('own-use').waitFor({ timeout: 120_000 });
  rmSync(folder, { recursive: true });
  await longest(page);
  const begin = performance.now();
  await page.getByTestId('own-use').click();
  await page.waitForFunction(() => location.hash.startsWith('#/own'), null, { timeout: 120_000 });
  const open = (performance.now() - begin) / 1000;
  await page.waitForTimeout(2000);
  const blocked = { open: await longest(page), lever: 0, scroll: 0 };

  // Several times: what is replaced must not pile up.
  for (const share of [1, 0.5, 0.8, 0.3, 0.9]) {
    await page.evaluate((share) => {
      const lever = document.querySelector<HTMLInputElement>('#lever-transfer');
      if (!lever) throw new Error('no lever');
      lever.value = String(Number(lever.max) * share);
      lever.dispatchEvent(new Event('input', { bubbles: true }));
    }, share);
    await page.waitForTimeout(5000);
  }
  blocked.lever = await longest(page);

  const rows = await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const table = document.querySelector('[data-testid="areas"]');
    table?.querySelector<HTMLElement>('.tools button')?.click();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const box = table?.querySelector<HTMLElement>('.long');
    if (!box) throw new Error('no long table');
    let most = 0;
    const scrollTo = async (top: number): Promise<void> => {
      box.scrollTop = top;
      await frame();
      most = Math.max(most, box.querySelectorAll('tbody tr').length);
    };
    // As a wheel does it, then as one does who drags the bar.
    for (let step = 0; step < 100; step++) await scrollTo(step * 120);
    for (let step = 0; step <= 50; step++) await scrollTo((box.scrollHeight * step) / 50);
    return most;
  });
  blocked.scroll = await longest(page);
  const memory = await peakMemory(browser);
  await context.close();
  return { open, blocked, memory, rows };
}

/** Notes every time that the page is busy for longer than a frame. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = globalThis as unknown as { longest: number };
    noted.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.longest = Math.max(noted.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
}

/** The longest of these times since it was last asked. */
function longest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const noted = globalThis as unknown as { longest: number };
    const most = noted.longest;
    noted.longest = 0;
    return most;
  });
}

/** The high-water mark of the largest renderer, in MB; workers live in their page's process. */
async function peakMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const status = readFileSync(`/proc/${id}/status`, 'utf8');
        return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
      } catch {
        return NaN;
      }
    });
  return Math.max(...peaks);
}
