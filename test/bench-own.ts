import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { longCensus, roster, staffing, wideCensus } from './own-tables.ts';

/** Own files at the largest size that is promised (DESIGN §7). */
export const OWN_CASES = {
  'census of 40,000 townships × 10 years, a row each': { census: 'long', staff: 'counts' },
  'census of 40,000 townships × 10 years, a column a year': { census: 'wide', staff: 'counts' },
  'roster of 500,000 persons': { census: 'wide', staff: 'persons' },
} as const;
export type OwnCase = keyof typeof OWN_CASES;

export interface OwnMeasured {
  /** From the choice of the files until the preview can be used. */
  seconds: number;
  /**
   * Longest task of the page's own thread, milliseconds of its processor time, so that what else the machine does is not in it.
   */
  block: number;
  /** Most memory that the process of page and workers has held, megabytes; null where the system does not tell. */
  megabytes: number | null;
}

const SIZE = { townships: 40_000, years: 10 };
const PERSONS = 500_000;

/** Reads and checks own files in the page as a reader does, and measures. @param open opens the page */
export async function importOwn(browser: Browser, open: () => Promise<Page>, which: OwnCase): Promise<OwnMeasured> {
  const { census, staff } = OWN_CASES[which];
  const folder = mkdtempSync(join(tmpdir(), 'wanren-own-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const files = [
    file('人口.csv', census === 'long' ? longCensus(SIZE) : wideCensus(SIZE)),
    file('人员.csv', staff === 'counts' ? staffing(SIZE) : roster(PERSONS, SIZE.townships)),
  ];
  const page = await open();
  try {
    await page.getByTestId('load-data').click();
    const input = page.getByTestId('own-files');
    await input.waitFor({ state: 'attached' });
    // The clock runs from the event that hands the files over until the button that uses them stands there.
    const measured = page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('[data-testid="own-files"]');
      await new Promise((resolve) => input?.addEventListener('change', resolve, { once: true, capture: true }));
      const start = performance.now();
      while (!document.querySelector('[data-testid="own-use"]')) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return (performance.now() - start) / 1000;
    });
    const look = page.getByTestId('own').getByRole('table');
    await browser.startTracing(page, { categories: ['__metadata', 'toplevel'] });
    await input.setInputFiles(files);
    const seconds = await measured;
    // The beginnings of both files follow, and the frame that shows them.
    await look.nth(1).waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    const block = longestTask(await browser.stopTracing());
    return { seconds, block, megabytes: await peakMegabytes(browser) };
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of processor time. */
  tdur?: number;
  args?: { name?: string };
}

/** Milliseconds of the longest task on the main thread of a page. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = new Set(mains.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && isMain.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('the trace has no task of the page');
  return tasks.reduce((most, { tdur }) => Math.max(most, (tdur ?? 0) / 1000), 0);
}

/** Most memory of any page's process so far, as Linux counts it. */
async function peakMegabytes(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo.flatMap(({ type, id }) => {
    const status = `/proc/${id}/status`;
    if (type !== 'renderer' || !existsSync(status)) return [];
    const found = /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1];
    return found === undefined ? [] : [Number(found) / 1000];
  });
  return peaks.length > 0 ? Math.max(...peaks) : null;
}
