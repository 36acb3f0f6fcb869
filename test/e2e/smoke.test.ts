import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, figuresOf, launch, setLanguage, setLever, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Numbers of a text in ascending order, whatever the language puts around them; "per 10,000" is a unit. */
function numbersOf(text: string): number[] {
  const numbers = text.match(/\d[\d,]*(\.\d+)?/g) ?? [];
  return numbers
    .map((number) => Number(number.replaceAll(',', '')))
    .filter((number) => number !== 10_000)
    .sort((a, b) => a - b);
}

describe('the first page', () => {
  it('answers without anything loaded, without an error and without leaving its origin', async () => {
    const { page, complaints } = await visit(browser, '');
    expect(await answerOf(page)).toMatch(/\d/);
    await setLanguage(page, 'en');
    await page.getByTestId('areas').waitFor();
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('runs under a policy that forbids other origins and inline code', async () => {
    const { page } = await visit(browser, '');
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await policy.getAttribute('content')).toContain("default-src 'none'; script-src 'self'");
    const refused = await page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
      });
      await fetch('https://example.org/').catch(() => null);
      return violation;
    });
    expect(refused).toBe('connect-src');
    await page.context().close();
  });

  it('loads at most 120 kB (gzip) of JavaScript and CSS before the answer', async () => {
    const responses: Response[] = [];
    const { page } = await visit(browser, '', {}, async (fresh) => {
      fresh.on('response', (response) => responses.push(response));
    });
    await answerOf(page);
    const code = responses.filter((response) => /\.(js|css)$/.test(new URL(response.url()).pathname));
    const sizes = await Promise.all(code.map(async (response) => gzipSync(await response.body()).length));
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(120_000);
    await page.context().close();
  });
});

describe('a lever', () => {
  it('changes the sentence at once, and the back button undoes it', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1');
    const before = await figuresOf(page);
    await setLever(page, 'transfer', 20);
    await expect.poll(() => page.url()).toContain('#/tongjiang/v=1;transfer=20');
    const after = await figuresOf(page);
    expect(after.areas).not.toBe(before.areas);

    await page.goBack();
    await expect.poll(() => figuresOf(page)).toEqual(before);
    expect(await page.locator('#lever-transfer').inputValue()).not.toBe('20');
    await page.goForward();
    await expect.poll(() => figuresOf(page)).toEqual(after);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps the figures when the language is switched', async () => {
    const { page, complaints } = await visit(browser, '#/tongjiang/v=1;transfer=20');
    await setLanguage(page, 'zh');
    const chinese = await figuresOf(page);
    await setLanguage(page, 'en');
    const english = await figuresOf(page);
    expect(english.answer).not.toBe(chinese.answer);
    expect(english.answer).not.toMatch(/\p{Script=Han}{8}/u);
    expect(numbersOf(english.answer)).toEqual(numbersOf(chinese.answer));
    expect(await page.locator('#lever-transfer').inputValue()).toBe('20');
    await setLanguage(page, 'zh');
    expect(await figuresOf(page)).toEqual(chinese);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a link', () => {
  it('shows a colleague the figures that the sender saw', async () => {
    const sender = await visit(browser, '#/tongjiang/v=1');
    await setLever(sender.page, 'transfer', 20);
    const seen = await figuresOf(sender.page);
    const colleague = await visit(browser, '#/tongjiang/v=1;transfer=20');
    await expect.poll(() => figuresOf(colleague.page)).toEqual(seen);
    expect([...sender.complaints, ...colleague.complaints]).toEqual([]);
    await sender.page.context().close();
    await colleague.page.context().close();
  });

  it('is what the button copies', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1;transfer=20', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await answerOf(page);
    await page.getByTestId('copy-link').click();
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(/\/wanren\/#\/tongjiang\/v=1;transfer=20$/);
    await page.context().close();
  });

  it('is not harmed by a query that a chat program adds', async () => {
    const plain = await visit(browser, '#/tongjiang/v=1;transfer=20');
    const carried = await visit(browser, '?from=timeline#/tongjiang/v=1;transfer=20');
    const seen = await figuresOf(plain.page);
    await expect.poll(() => figuresOf(carried.page)).toEqual(seen);
    expect(carried.complaints).toEqual([]);
    await plain.page.context().close();
    await carried.page.context().close();
  });

  it('opens while another one is on the screen', async () => {
    const { page } = await visit(browser, '#/tongjiang/v=1');
    const before = await answerOf(page);
    await page.evaluate(() => {
      location.hash = '#/yuzhong/v=1';
    });
    await expect.poll(() => answerOf(page)).not.toBe(before);
    await page.context().close();
  });
});
