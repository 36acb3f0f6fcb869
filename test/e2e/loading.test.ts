import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, launch, PHONE, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Notes from the start on how much of the page was moved by what came later, and how far: the shares that make up the shift score. */
const noteShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

describe('while the page loads', () => {
  it.each([
    ['zh-CN', 'phone', PHONE],
    ['en-US', 'phone', PHONE],
    ['zh-CN', 'desktop', DESKTOP],
    ['en-US', 'desktop', DESKTOP],
  ])('nothing moves that is being read (%s, %s)', async (locale, _device, viewport) => {
    const { page } = await visit(browser, '', { locale, viewport }, noteShifts);
    // What comes last: the note on all draws, and the section at the end of the first chapter.
    await page
      .getByTestId('odds')
      .filter({ hasText: /种子|seed/ })
      .waitFor();
    await page.locator('#hindcast-title').waitFor();
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, share) => sum + share, 0)).toBeLessThan(0.05);
    await page.context().close();
  });
});
