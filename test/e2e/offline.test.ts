import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, launch, setLever, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('without a network', () => {
  it('the site works after the first visit, places and chapters that were never opened included', async () => {
    const { page, complaints } = await visit(browser, '', { serviceWorkers: 'allow' });
    await answerOf(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.context().setOffline(true);
    const address = new URL(page.url());
    address.search = '?from=timeline';
    address.hash = '#/yuzhong/v=1;view=fairness';
    await page.goto(address.href);
    expect(await answerOf(page)).toMatch(/\d/);
    await page.getByRole('tab', { name: '文件核对' }).click();
    await setLever(page, 'transfer', 0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
