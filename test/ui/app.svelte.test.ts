import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import type { Problem } from '../../src/model/types.ts';
import App from '../../src/ui/App.svelte';
import { fakeSession, result } from './fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

describe('the page', () => {
  it('says the answer, the cards and the table with the same figures', async () => {
    const { session } = fakeSession();
    const screen = await render(App, { session });
    await expect
      .element(screen.getByTestId('answer'))
      .toHaveTextContent(
        '同江市到 2030 年每万居民约有 3.1 名全科医生，目标 5 名，还缺 39 人。照现在的安排，2040 年达标。',
      );
    const whole = screen.getByTestId('areas').getByRole('row', { name: /^全市/ });
    await expect.element(whole).toHaveTextContent('缺 39');
    const target = screen.getByRole('row', { name: /每万名居民全科医生/ });
    await expect.element(target).toHaveTextContent('64／103');
    await expect.element(target).toHaveTextContent('未达标');
  });

  it('speaks English when asked, and says so to the browser', async () => {
    const { session } = fakeSession({ lang: 'en' });
    const screen = await render(App, { session });
    await expect.element(screen.getByTestId('answer')).toHaveTextContent('By 2030 Tongjiang will have about 3.1 GPs');
    expect(document.documentElement.lang).toBe('en');
    expect(document.title).toContain('Tongjiang');
    const visible = screen.container.innerText.replaceAll(/“[^”]*”|万人|中文/g, '');
    expect(visible.match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
  });

  it('says what is being read before there is a result', async () => {
    const { session } = fakeSession({ status: 'loading', result: null, fields: [], place: null, pack: null });
    const screen = await render(App, { session });
    await expect.element(screen.getByRole('heading', { name: /正在读取同江市的数据/ })).toBeVisible();
  });

  it('offers to compute again where there is no result', async () => {
    const { session, asked } = fakeSession({ status: 'failed', result: null });
    const screen = await render(App, { session });
    await screen.getByRole('button', { name: '再算一次' }).click();
    expect(asked).toEqual([['rerun']]);
  });

  it('keeps the old result, dimmed, while a newer one is computed', async () => {
    const { session } = fakeSession({ status: 'running' });
    const screen = await render(App, { session });
    await expect.element(screen.getByText('正在重算……淡色的是上一次的结果。')).toBeVisible();
    const dimmed = screen.getByTestId('answer').element().closest('.dimmable');
    await expect.poll(() => dimmed && getComputedStyle(dimmed).opacity).toBe('0.42');
  });

  it('does not show the result of another place', async () => {
    const { session } = fakeSession({ result: { ...result(4), place: 'yuzhong' }, status: 'loading' });
    const screen = await render(App, { session });
    expect(screen.getByTestId('answer').elements()).toEqual([]);
  });

  it('switches the language and opens another place through the session', async () => {
    const { session, asked } = fakeSession();
    const screen = await render(App, { session });
    await screen.getByTestId('lang').click();
    await screen.getByLabelText('地区').selectOptions('yuzhong');
    expect(asked).toEqual([
      ['setLang', 'en'],
      ['openPlace', 'yuzhong'],
    ]);
  });

  it('moves the levers into a sheet on the phone, with the answer on its edge', async () => {
    await page.viewport(390, 844);
    const { session } = fakeSession();
    const screen = await render(App, { session });
    const bar = screen.getByRole('button', { name: /措施与假设/ });
    await expect.element(bar).toHaveTextContent('缺 39 人');
    await expect.element(screen.getByRole('slider', { name: '转岗培训' })).not.toBeInTheDocument();
    await bar.click();
    await expect.element(screen.getByRole('slider', { name: '转岗培训' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('problems', () => {
  it('are told with what was kept, and can be put away', async () => {
    const problems: Problem[] = [
      { code: 'worker.crashed', values: {} },
      { code: 'link.unknown-key', values: { key: 'moon' } },
    ];
    const { session, asked } = fakeSession({ problems });
    const screen = await render(App, { session });
    await expect.element(screen.getByRole('alert').filter({ hasText: '计算进程停了' })).toBeVisible();
    await screen.getByRole('button', { name: '再算一次' }).click();
    await screen.getByRole('button', { name: '知道了' }).nth(1).click();
    expect(asked).toEqual([['rerun'], ['dismiss', 1]]);
  });
});
