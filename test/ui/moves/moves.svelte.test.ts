import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { Result } from '../../../src/model/types.ts';
import { en } from '../../../src/text/en.ts';
import { zh } from '../../../src/text/zh.ts';
import MovesChapter from '../../../src/ui/moves/MovesChapter.svelte';
import { fakeSession, pack } from '../fake-session.ts';
import { movedPlace, movedResult, plan } from './fake-plan.ts';

beforeEach(() => page.viewport(1366, 768));
afterEach(() => vi.restoreAllMocks());

function given(result: Result = movedResult(), lang: 'zh' | 'en' = 'zh') {
  const place = movedPlace();
  const { session, asked } = fakeSession({ place, result, lang });
  const start = place.starts[0]!;
  const words = lang === 'zh' ? zh : en;
  const name = lang === 'zh' ? '同江市' : 'Tongjiang';
  return {
    asked,
    props: { session, draws: null, chance: null, result, place, pack, start, name, phone: false, words },
  };
}
const show = (result?: Result, lang?: 'zh' | 'en') => render(MovesChapter, given(result, lang).props);

describe('the chapter on moves', () => {
  it('says in a sentence what the moves bring in a year, and that it is proven', async () => {
    const screen = await show();
    const section = screen.getByTestId('move-plan');
    await expect
      .element(section)
      .toHaveTextContent('照这份清单，2026 年底 4 个卫生院中有 4 个达到每院 2 人；不调剂只有 1 个。全部达标。');
    await expect.element(section).toHaveTextContent('已证明：在这些限制之内，没有更好的办法。');
    await screen.getByRole('combobox', { name: '年份' }).first().selectOptions('2028');
    await expect.element(section).toHaveTextContent('还有 2 个不足');
  });

  it('says how far from the best it can be where time ran out', async () => {
    const screen = await show(movedResult(plan({ proven: false, distance: 3 })));
    await expect.element(screen.getByText(/最好的办法至多再多 3 个“院·年”达标/)).toBeVisible();
  });

  it('reads the picture row by row with the keyboard', async () => {
    const screen = await show();
    const picture = screen.getByRole('slider', { name: /同江市：?.*2026 年底：弧线从繁荣街道、县医院、县外到/ });
    await picture.click({ position: { x: 300, y: 13 } });
    await userEvent.keyboard('{Home}');
    await expect.element(picture).toHaveAttribute('aria-valuetext', '县外：派出 八岔乡 1 人（对口帮扶）。');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    const line = '向阳镇：0 → 2，至少 2；调入：繁荣街道 2 人（县内调剂）。';
    await expect.element(picture).toHaveAttribute('aria-valuetext', line);
    await expect.element(screen.getByText(line)).toBeVisible();
  });

  it('lists the moves, sorted by a column with the keyboard, and adds them up', async () => {
    const screen = await show();
    const list = screen.getByTestId('move-list');
    const receivers = (): string[] =>
      [...list.element().querySelectorAll('tbody tr')].map((row) => row.children[1]!.textContent ?? '');
    expect(receivers()).toEqual(['向阳镇', '金川乡', '八岔乡']);
    const heading = list.getByRole('button', { name: '到', exact: true });
    (heading.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(receivers).toEqual(['八岔乡', '金川乡', '向阳镇']);
    await expect.element(list.getByRole('columnheader', { name: '到' })).toHaveAttribute('aria-sort', 'ascending');
    await expect
      .element(screen.getByTestId('move-totals'))
      .toHaveTextContent('县内调剂 2 人 选派支援 1 人 对口帮扶 1 人 合计 4 人，3 笔');
  });

  it('prints the list alone, with lines to sign, and puts the sheet away', async () => {
    const printed = vi.spyOn(window, 'print').mockImplementation(() => {});
    const screen = await show();
    await screen.getByRole('button', { name: '打印清单' }).click();
    expect(printed).toHaveBeenCalledOnce();
    const sheet = (): Element | null => document.querySelector('body > .moves-sheet');
    expect(sheet()?.textContent).toContain('同江市 2026 年全科医生调剂清单');
    expect(sheet()?.textContent).toMatch(/拟稿.*审核.*签发/);
    expect(sheet()?.textContent).toContain('复算：https://example.org/#/tongjiang/v=1');
    expect(sheet()?.querySelectorAll('tbody tr')).toHaveLength(3);
    window.dispatchEvent(new Event('afterprint'));
    await expect.poll(sheet).toBeNull();
  });

  it('says who stays short, why, and what one more would bring', async () => {
    const screen = await show();
    await screen.getByRole('combobox', { name: '年份' }).first().selectOptions('2028');
    const limits = screen.getByTestId('move-limits');
    await expect
      .element(limits.getByRole('row', { name: /^金川乡/ }))
      .toHaveTextContent('金川乡121同时派出的人数已到上限');
    await expect.element(limits).toHaveTextContent('同时派出的人数多 1 人，2028 年全部达标。');
    await expect
      .element(limits)
      .toHaveTextContent(
        '1 个卫生院共缺 1 人：同时派出的人数已到上限。1 个卫生院共缺 1 人：没有卫生院或医院有人可调。',
      );
    await expect.element(limits).toHaveTextContent('不限距离，2028 年也不会多一个卫生院达标。');
  });

  it('shows when centres fall below the minimum, who went home, and what would hold them', async () => {
    const screen = await show();
    const cliff = screen.getByTestId('move-cliff');
    await expect
      .element(cliff)
      .toHaveTextContent('2027.9 起，先后有 2 个月、2 院次跌破最少人数。要保住：续派 1 人，续 1 个帮扶岗位。');
    const line = cliff.getByRole('slider');
    await expect.element(line).toHaveAttribute('aria-valuetext', '2027.9\u20033／4 院\u2003对口帮扶到期，少 1 院');
    (line.element() as HTMLElement).focus();
    await userEvent.keyboard('{End}');
    await expect.element(line).toHaveAttribute('aria-valuetext', '2028.12\u20032／4 院');
    await cliff.getByRole('button', { name: '表' }).click();
    await expect.element(cliff.getByRole('row', { name: /金川乡/ })).toHaveTextContent('2028.3金川乡选派到期12');
  });

  it('shows centres before and after in every year', async () => {
    const screen = await show();
    const years = screen.getByTestId('move-years');
    await expect.element(years.getByRole('img')).toHaveAccessibleName(/2026 年：1 → 4／4 院；2027 年：1 → 3／4 院/);
    await years.getByRole('button', { name: '表' }).click();
    await expect.element(years.getByRole('row', { name: /^2028/ })).toHaveTextContent('2028122');
  });

  it('is as good in English', async () => {
    const screen = await show(undefined, 'en');
    await expect.element(screen.getByText('With this list 4 of 4 centres have')).toBeVisible();
    await expect.element(screen.getByText('In all 4 persons in 3 moves')).toBeVisible();
    await expect.element(screen.getByRole('cell', { name: 'Mar 2026' })).toBeVisible();
  });
});
