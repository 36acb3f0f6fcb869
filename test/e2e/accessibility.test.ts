import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, DESKTOP, launch, PHONE, setLanguage, visit } from './visit.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const views = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [DESKTOP, PHONE].map((viewport) => ({ language, colorScheme, viewport, width: viewport.width })),
  ),
);

/** The first chapter, and the comparison of plans. */
const LINKS = [
  '#/tongjiang/v=1;transfer=20',
  '#/tongjiang/v=1;view=compare;transfer=8;name=A;b.recruit=3;c.rehire=0.5;plans=3;lock=c;show=b',
];

/** Serious and critical findings of axe, one line for each place in the page. */
async function findings(page: Page): Promise<string[]> {
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`));
}

/** Elements that reach beyond the right edge, unless they scroll inside a box of their own. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      element !== document.documentElement &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

describe.each(views)('in $language, $colorScheme, $width wide', ({ language, colorScheme, viewport }) => {
  it.each(LINKS)('has no serious finding of axe, and nothing wider than the screen: %s', async (link) => {
    // The script comes in before the page, where the security policy does not reach it.
    const { page } = await visit(browser, link, { colorScheme, viewport }, (fresh) =>
      fresh.addInitScript({ path: AXE }),
    );
    await answerOf(page);
    await setLanguage(page, language);
    if (link.includes('compare')) {
      await page.getByTestId('explain-sentence').waitFor();
      await expect.poll(() => page.locator('main .old').count()).toBe(0);
    }
    expect(await findings(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

describe('the screen of 1366 × 768', () => {
  it('shows the answer without scrolling', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    await answerOf(page);
    const box = await page.getByTestId('answer').boundingBox();
    expect(box && box.y + box.height).toBeLessThan(DESKTOP.height);
    await page.context().close();
  });
});
