import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { Result } from '../../../src/model/types.ts';
import type { Plan, Plans } from '../../../src/scenario/plans.ts';
import type { AnalystView } from '../../../src/state/analyst-view.ts';
import { words as wordsOf } from '../../../src/text/words.ts';
import CompareChapter from '../../../src/ui/compare/CompareChapter.svelte';
import PlanTabs from '../../../src/ui/compare/PlanTabs.svelte';
import { fakeSession, pack, place, result } from '../fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

const plan = (values: Plan['values'], name = '', locked = false): Plan => ({ name, locked, values });
const TWO: Plans = { list: [plan({ transfer: 8 }, '甲'), plan({ transfer: 12 })], shown: 1 };

/** More trainees, more GPs: a quarter of a GP a year and area for each. */
const resultOf = (values: Plan['values']): Result => result(4, Number(values['transfer'] ?? 4) / 4, true);
const analystOf = (run: AnalystView['run']) => () =>
  Promise.resolve({ run, stop: () => undefined, weigh: async () => null, stopWeighing: () => undefined });
const sound = analystOf((_caller, values) => Promise.resolve({ ok: true, results: values.map(resultOf) }));

async function chapter(plans: Plans, over: { analyst?: typeof sound; shown?: Result; lang?: 'zh' | 'en' } = {}) {
  const values = plans.list[plans.shown]!.values;
  const shown = over.shown ?? resultOf(values);
  const lang = over.lang ?? 'zh';
  const { session, asked } = fakeSession({
    plans,
    scenario: { place: 'tongjiang', values, plans },
    analyst: over.analyst ?? sound,
    result: shown,
    lang,
  });
  const screen = await render(CompareChapter, {
    session,
    draws: null,
    chance: null,
    result: shown,
    place: place(4),
    pack,
    start: place(4).starts[0]!,
    name: lang === 'zh' ? '同江市' : 'Tongjiang',
    phone: false,
    words: wordsOf(lang),
  });
  return { screen, asked };
}

describe('the comparison', () => {
  it('says what differs and what comes of it, beside the baseline', async () => {
    const { screen } = await chapter(TWO);
    const levers = screen.getByTestId('compare-levers');
    await expect.element(levers).toHaveTextContent('转岗培训 人/年');
    await expect.element(levers).toHaveTextContent('方案 B 比 A 甲：转岗培训 8 → 12 人/年；自 2026 年起。');
    const results = screen.getByTestId('compare-results');
    await expect.element(results).toHaveTextContent('2030 年全科医生，人52.088.0112.0');
    await expect.element(results).toHaveTextContent('比基线多，人+36.0+60.0');
    await expect
      .element(
        screen
          .getByTestId('compare-chart')
          .getByText(/^A 甲 /)
          .first(),
      )
      .toBeVisible();
  });

  it('explains the difference in a sentence, a drawing and a table', async () => {
    const { screen } = await chapter(TWO);
    const explain = screen.getByTestId('explain');
    await expect
      .element(screen.getByTestId('explain-sentence'))
      .toHaveTextContent('同江市，A 甲 2030 年为 88.0 人，方案 B 2030 年为 112.0 人，多 24.0 人：转岗培训 +24.0。');
    await explain.getByRole('button', { name: '表格' }).click();
    await expect.element(explain.getByRole('row', { name: /转岗培训/ })).toHaveTextContent('+24.0');
    await explain.getByLabelText('比什么').selectOptions('years');
    await expect.element(screen.getByTestId('explain-sentence')).toHaveTextContent('2024 年底为 40.0 人，2030 年底');
  });

  it('says so where there is nobody to divide by', async () => {
    const empty = resultOf({ transfer: 12 });
    empty.plan.residents.fill(0);
    const { screen } = await chapter(TWO, { shown: empty });
    const explain = screen.getByTestId('explain');
    await explain.getByLabelText('比什么').selectOptions('years');
    await explain.getByLabelText('单位').selectOptions('density');
    await expect.element(explain.getByText('常住人口为零，密度算不出来；可改看人数。')).toBeVisible();
  });

  it('says that a county is better only because people left', async () => {
    const shrinking = result(4, 0, true);
    for (let year = 0; year < 17; year++) {
      for (let area = 0; area < 4; area++) shrinking.plan.residents[area * 17 + year]! *= 1 - year / 40;
    }
    shrinking.plan.flows.transfer.fill(1);
    const { screen } = await chapter(TWO, { shown: shrinking });
    await screen.getByTestId('explain').getByLabelText('比什么').selectOptions('years');
    await expect
      .element(screen.getByTestId('explain-sentence'))
      .toHaveTextContent('密度提高只是因为人口减少：医生没有增加。');
  });

  it('of one plan asks for another', async () => {
    const { screen, asked } = await chapter({ list: [plan({})], shown: 0 });
    await expect.element(screen.getByText(/各方案与基线没有不同/)).toBeVisible();
    await screen.getByRole('button', { name: '另存为方案 B' }).click();
    expect(asked).toEqual([['setPlans', { list: [plan({}), plan({})], shown: 1 }]]);
  });

  it('that cannot be computed says why, keeps the plan on the screen, and can be tried again', async () => {
    let fails = true;
    const analyst = analystOf((_caller, values) =>
      Promise.resolve(
        fails
          ? { ok: false, problem: { code: 'worker.failed', values: { message: 'no room' } } }
          : { ok: true, results: values.map(resultOf) },
      ),
    );
    const { screen } = await chapter(TWO, { analyst });
    await expect.element(screen.getByRole('alert').first()).toHaveTextContent('no room');
    await expect.element(screen.getByTestId('compare-results')).toHaveTextContent('2030 年全科医生，人52.0112.0');
    fails = false;
    for (const again of screen.getByRole('alert').getByRole('button').elements()) (again as HTMLElement).click();
    await expect.element(screen.getByTestId('compare-results')).toHaveTextContent('2030 年全科医生，人52.088.0112.0');
  });

  it('reads in English', async () => {
    const { screen } = await chapter(TWO, { lang: 'en' });
    await expect.element(screen.getByTestId('compare-levers')).toHaveTextContent('Plan B against A 甲: ');
    await expect
      .element(screen.getByTestId('explain-sentence'))
      .toHaveTextContent('24.0 persons more: Transfer +24.0.');
  });
});

describe('the list of plans', () => {
  it('gives names, and cuts those that are too long in words', async () => {
    const { screen, asked } = await chapter(TWO);
    const input = screen.getByLabelText('方案 B的名称');
    await input.fill('长'.repeat(500));
    (input.element() as HTMLInputElement).dispatchEvent(new Event('change', { bubbles: true }));
    expect(asked.at(-1)).toEqual([
      'setPlans',
      { list: [TWO.list[0], plan({ transfer: 12 }, '长'.repeat(12))], shown: 1 },
    ]);
    await expect.element(screen.getByText(`名称太长，已截为“${'长'.repeat(12)}”。`)).toBeVisible();
  });

  it('locks, moves, copies and deletes, and a deleted plan comes back', async () => {
    const { screen, asked } = await chapter(TWO);
    await screen.getByRole('button', { name: '锁定A 甲' }).click();
    expect(asked.at(-1)).toMatchObject(['setPlans', { list: [{ locked: true }, {}] }]);
    await screen.getByRole('button', { name: '上移方案 B' }).click();
    expect(asked.at(-1)).toEqual(['setPlans', { list: [TWO.list[1], TWO.list[0]], shown: 0 }]);
    await screen.getByRole('button', { name: '复制A 甲' }).click();
    expect(asked.at(-1)).toEqual(['setPlans', { list: [...TWO.list, plan({ transfer: 8 })], shown: 2 }]);
    await screen.getByRole('button', { name: '删除A 甲' }).click();
    expect(asked.at(-1)).toEqual(['setPlans', { list: [TWO.list[1]], shown: 0 }]);
    await screen.getByRole('button', { name: '撤销' }).click();
    expect(asked.at(-1)).toEqual(['setPlans', TWO]);
  });
});

describe('the row of plans', () => {
  it('shows which one is on the screen, and unlocks it', async () => {
    const plans = { list: [TWO.list[0]!, plan({ transfer: 12 }, '乙', true)], shown: 1 };
    const { session, asked } = fakeSession({ plans });
    const screen = await render(PlanTabs, { session });
    await expect.element(screen.getByRole('button', { name: /乙/ })).toHaveAttribute('aria-current', 'true');
    await screen.getByRole('button', { name: /甲/ }).click();
    expect(asked.at(-1)).toEqual(['setPlans', { ...plans, shown: 0 }]);
    await screen.getByRole('button', { name: '解锁' }).click();
    expect(asked.at(-1)).toMatchObject(['setPlans', { list: [{}, { locked: false }], shown: 1 }]);
    await screen.getByRole('button', { name: '比较' }).click();
    expect(asked.at(-1)).toEqual(['openView', 'compare']);
  });
});
