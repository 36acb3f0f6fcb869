import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright';
import { expect, inject } from 'vitest';
import { findBrowser } from '../browser.ts';

/** A fresh reader's page, and everything about it that a reader must never meet. */
export interface Visit {
  page: Page;
  /** Errors on the console (breaches of the security policy among them), uncaught errors, requests to another origin. */
  complaints: string[];
}

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export function launch(): Promise<Browser> {
  return chromium.launch(findBrowser().launch);
}

/** A page of its own (no storage, Chinese) at `path` below the site's first page; `prepare` runs before anything loads. */
export async function visit(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: DESKTOP,
    // It would answer in place of the routes that tests put in its way.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const { origin } = new URL(inject('site'));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) complaints.push(`request to ${url.href}`);
  });
  await prepare?.(page);
  await page.goto(new URL(path, inject('site')).href);
  return { page, complaints };
}

/** The sentence that answers the reader's question, once it has a figure in it. */
export function answerOf(page: Page): Promise<string> {
  return page.getByTestId('answer').filter({ hasText: /\d/, visible: true }).innerText();
}

/** Everything that the reader reads as a result: the sentence and the table of areas. */
export async function figuresOf(page: Page): Promise<{ answer: string; areas: string }> {
  return { answer: await answerOf(page), areas: await page.getByTestId('areas').innerText() };
}

/** Sets a slider as a reader does who drags and lets go, and waits until the sentence has followed. */
export async function setLever(page: Page, key: string, value: number): Promise<void> {
  const before = await answerOf(page);
  await page.locator(`#lever-${key}`).fill(String(value));
  await expect.poll(() => answerOf(page)).not.toBe(before);
}

/** Switches the language until the page says that it is in it. */
export async function setLanguage(page: Page, language: 'zh' | 'en'): Promise<void> {
  const current = (): Promise<string> => page.evaluate(() => document.documentElement.lang);
  if ((await current()).startsWith(language)) return;
  await page.getByTestId('lang').click();
  await expect.poll(current).toMatch(new RegExp(`^${language}`));
}

/** All that the reader is told besides the results: alerts and status lines. */
export function messagesOf(page: Page): Promise<string> {
  return visibleText(page.locator('[role="alert"], [role="status"]'));
}

/** What the reader is told about something that failed. */
export function alertsOf(page: Page): Promise<string> {
  return visibleText(page.getByRole('alert'));
}

async function visibleText(messages: Locator): Promise<string> {
  return (await messages.filter({ visible: true }).allInnerTexts()).join('\n').trim();
}
