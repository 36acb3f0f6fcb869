import { createRawSnippet, flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { zh } from '../../src/text/zh.ts';
import Fetched from '../../src/ui/Fetched.svelte';

const soon = createRawSnippet(() => ({ render: () => '<i>稍候</i>' }));
const children = createRawSnippet<[unknown]>((found) => ({ render: () => `<p>${String(found())}</p>` }));

it('has something else in its place meanwhile', async () => {
  let resolve: (found: string) => void = () => undefined;
  const promise = new Promise<string>((answer) => (resolve = answer));
  const screen = await render(Fetched, { fetch: () => promise, words: zh, soon, children });
  await expect.element(screen.getByText('稍候')).toBeVisible();
  resolve('到了');
  await expect.element(screen.getByText('到了')).toBeVisible();
  await expect.element(screen.getByText('稍候')).not.toBeInTheDocument();
});

it('says what is missing where it failed', async () => {
  const screen = await render(Fetched, {
    fetch: () => Promise.reject(new Error('offline')),
    words: zh,
    soon,
    children,
  });
  await expect.element(screen.getByRole('alert')).toHaveTextContent(zh.status.unfetched);
});

it('is fetched once, though what it is fetched from changes', async () => {
  let from = $state('甲');
  let times = 0;
  const fetch = async (): Promise<string> => `${from}${++times}`;
  const screen = await render(Fetched, { fetch, words: zh, soon, children });
  await expect.element(screen.getByText('甲1')).toBeVisible();
  from = '乙';
  flushSync();
  await expect.element(screen.getByText('甲1')).toBeVisible();
  expect(times).toBe(1);
});
