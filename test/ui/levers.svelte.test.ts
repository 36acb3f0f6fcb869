import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import Levers from '../../src/ui/Levers.svelte';
import { zh } from '../../src/text/zh.ts';
import { fakeSession, fields } from './fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

const show = async (over: Parameters<typeof fakeSession>[0] = {}) => {
  const { session, asked } = fakeSession(over);
  return { screen: await render(Levers, { session, answer: null, words: zh }), asked };
};

describe('a slider', () => {
  it('asks for its value while it is dragged, and settles it when it is let go', async () => {
    const { screen, asked } = await show();
    const slider = screen.getByRole('slider', { name: '转岗培训' });
    await slider.fill('12');
    expect(asked).toEqual([
      ['update', { transfer: 12 }, false],
      ['update', { transfer: 12 }, true],
    ]);
    await expect.element(slider).toHaveAttribute('aria-valuetext', '4 人/年');
  });
});

describe('a typed value', () => {
  it('is taken in the unit that is shown', async () => {
    const { screen, asked } = await show();
    await screen.getByRole('button', { name: /^离职率：3 %\/年/ }).click();
    await userEvent.keyboard('4.5{Enter}');
    expect(asked).toEqual([['update', { attrition: 0.045 }, true]]);
  });

  it('is answered in words where it is out of range', async () => {
    const { screen, asked } = await show();
    await screen.getByRole('button', { name: /^转岗培训：4/ }).click();
    await userEvent.keyboard('900{Enter}');
    await expect.element(screen.getByText('“900”不在 0 至 20 之间，没有采用。')).toBeVisible();
    expect(asked).toEqual([]);
  });

  it('is left by Escape', async () => {
    const { screen, asked } = await show();
    await screen.getByRole('button', { name: /^转岗培训：4/ }).click();
    await userEvent.keyboard('7{Escape}');
    await expect.element(screen.getByRole('button', { name: /^转岗培训：4/ })).toHaveFocus();
    expect(asked).toEqual([]);
  });
});

describe('a field', () => {
  it('shows range, default, the document’s value and source', async () => {
    const { screen } = await show();
    await screen.getByRole('button', { name: '离职率的范围与出处' }).click();
    await expect.element(screen.getByText('默认 3%/年 · 可信范围 1.4%/年 至 6%/年')).toBeVisible();
    await screen.getByRole('button', { name: '转岗培训的范围与出处' }).click();
    await expect.element(screen.getByText('默认 4 人/年 · 文件定为 8 人/年')).toBeVisible();
    await expect.element(screen.getByText('示意 · 编造的数').first()).toBeVisible();
  });

  it('says why it has no effect', async () => {
    const { screen } = await show();
    await expect.element(screen.getByText('本口径下不改变人数')).toBeVisible();
  });

  it('goes back to its default alone or with all others', async () => {
    const value = (key: string) =>
      key === 'transfer' ? 12 : (fields.find((field) => field.key === key)?.default ?? '');
    const { screen, asked } = await show({ value, changed: 1 });
    await screen.getByRole('button', { name: '转岗培训还原为 4 人/年' }).click();
    await screen.getByRole('button', { name: '全部还原' }).click();
    expect(asked).toEqual([['reset', 'transfer'], ['resetAll']]);
  });

  it('is a group of buttons where it is a choice', async () => {
    const { screen, asked } = await show();
    await screen.getByRole('group', { name: '常住人口' }).getByRole('button', { name: '不变' }).click();
    expect(asked).toEqual([['update', { pop: 'constant' }, true]]);
  });
});

describe('the panel', () => {
  it('keeps assumptions apart from levers, and folds the rare ones', async () => {
    const { screen } = await show();
    await expect.element(screen.getByRole('heading', { name: /措施 我们决定的，自 2026 年起/ })).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: /假设 我们决定不了的/ })).toBeVisible();
    await expect.element(screen.getByText('转岗年龄上限', { exact: true })).not.toBeVisible();
    await screen.getByText('更多假设').click();
    await expect.element(screen.getByText('转岗年龄上限', { exact: true })).toBeVisible();
  });
});
