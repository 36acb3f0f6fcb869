import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { movesWords } from '../../../src/text/moves-words.ts';
import { zh } from '../../../src/text/zh.ts';
import FunnelSection from '../../../src/ui/moves/FunnelSection.svelte';
import { fakeSession, fields, madeUp, pack, place, result } from '../fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

/** Four townships of 10 registered and 2 unregistered GPs, half of one lapsing a year; `trained` is asked for. */
function given(values: Record<string, number> = {}) {
  const here = place(4);
  const unit = { zh: '人', en: 'persons' };
  const name = { zh: '接受过全科培训的人数', en: 'Trained' };
  here.facts.push({ key: 'trained', name, unit, value: null, low: 0, high: 100, source: madeUp });
  const done = result(4);
  done.plan.unregistered.fill(2);
  done.plan.flows.lapsed.fill(0.5);
  const own = [...fields, { ...fields[0]!, key: 'trained', unit: 'none' as const, default: '', max: 1000 }];
  const value = (key: string): number | string => values[key] ?? own.find((field) => field.key === key)?.default ?? '';
  const { session, asked } = fakeSession({ fields: own, place: here, value });
  const props = { session, result: done, place: here, pack, start: here.starts[0]!, name: '同江市', words: zh };
  return { asked, props: { ...props, text: movesWords('zh') } };
}
const show = (values: Record<string, number> = {}) => render(FunnelSection, given(values).props);

describe('the funnel', () => {
  it('says in a sentence what its bars show, and what nobody has counted', async () => {
    const screen = await show();
    await expect
      .element(screen.getByRole('img', { name: /同江市/ }))
      .toHaveAccessibleName(
        '同江市 2024 年末：取得合格证书 48 人，注册全科医学 40 人，在基层机构 40 人。没有数字的：接受过培训、五年内从事全科。本文件计到“取得合格证书”。',
      );
    await expect.element(screen.getByText('本文件计到这里')).toBeVisible();
  });

  it('asks for what is missing', async () => {
    const { asked, props } = given();
    const screen = await render(FunnelSection, props);
    await screen.getByRole('textbox', { name: '补填接受过全科培训的人数' }).fill('60');
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([['update', { trained: 60 }, true]]);
  });

  it('shows what the reader has put in', async () => {
    const screen = await show({ trained: 60 });
    await expect
      .element(screen.getByRole('img', { name: /同江市/ }))
      .toHaveAccessibleName(/接受过培训 60 人，取得合格证书 48 人/);
    await screen.getByRole('button', { name: '表' }).click();
    await expect.element(screen.getByRole('row', { name: /^取得合格证书/ })).toHaveTextContent('48−12');
  });

  it('says whom registering would add before any training, area by area', async () => {
    const screen = await show();
    await expect.element(screen.getByText(/未注册的约有 8 人。全部加注/)).toBeVisible();
    await screen.getByRole('button', { name: '表' }).click();
    await expect.element(screen.getByRole('row', { name: /^向阳镇/ })).toHaveTextContent('10.02.012.0');
  });

  it('says that the document has no lapsing', async () => {
    const screen = await show();
    await expect.element(screen.getByText(/本文件没有“五年不从事全科即注销证书”的规定/)).toBeVisible();
  });

  it('says who lapses next year', async () => {
    const screen = await show({ lapse: 1 });
    await expect.element(screen.getByText(/2025 年约有 2 人的证书/)).toBeVisible();
  });
});
