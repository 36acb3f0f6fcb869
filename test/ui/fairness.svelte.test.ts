import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import { gpsOfPoorest, lorenz } from '../../src/model/equity/lorenz.ts';
import { equityUnits } from '../../src/model/equity/units.ts';
import { en } from '../../src/text/en.ts';
import { zh } from '../../src/text/zh.ts';
import FairnessChapter from '../../src/ui/fairness/FairnessChapter.svelte';
import { fakeSession, pack, place as placeOf, result as resultOf } from './fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

function show(areas: number, over: object = {}, lang: 'zh' | 'en' = 'zh') {
  const place = placeOf(areas);
  const start = place.starts[0];
  if (!start) throw new Error('no start');
  const { session } = fakeSession({ lang });
  const words = lang === 'zh' ? zh : en;
  const props = {
    session,
    draws: null,
    chance: null,
    result: resultOf(areas),
    place,
    pack,
    start,
    name: '',
    phone: false,
  };
  return render(FairnessChapter, { ...props, words, ...over });
}

describe('equity', () => {
  it('says what the worse served half have, and in which year how many live where the target is met', async () => {
    const screen = await show(2);
    // 50,000 and 51,000 residents, 16 GPs each.
    await expect
      .element(screen.getByTestId('fairness'))
      .toHaveTextContent('2030 年，配备最少的一半居民只有 49.5% 的全科医生；基尼系数 0.005。');
    await expect.element(screen.getByText('2030 年，0% 的居民住在达标的区域。')).toBeVisible();
    await screen.getByRole('combobox', { name: '年份' }).selectOptions('2040');
    await expect.element(screen.getByText('2040 年，100% 的居民住在达标的区域。')).toBeVisible();
  });

  it('sets the plan beside the baseline, in English too', async () => {
    const screen = await show(2, { result: resultOf(2, 1, true) }, 'en');
    await expect
      .element(screen.getByTestId('fairness'))
      .toHaveTextContent('have 49.5% of the GPs; Gini 0.005, without');
  });

  it('has tables behind its charts', async () => {
    const screen = await show(4);
    await screen.getByRole('button', { name: '表' }).click();
    await expect.element(screen.getByRole('row', { name: /八岔乡/ })).toHaveTextContent('八岔乡3.025.7%25%');
    await expect.element(screen.getByRole('row', { name: /^2040/ })).toHaveTextContent('74.3%');
  });

  it('says that a base year derived from one density is even by construction, and speaks of no shares of nothing', async () => {
    const result = resultOf(4);
    const groups = [
      [0, 1],
      [2, 3],
    ].map((members, at) => ({
      code: String(at),
      level: 'county' as const,
      name: { zh: `县${at}`, en: `County ${at}` },
      members,
    }));
    const span = result.years.length;
    for (let area = 0; area < 4; area++) result.plan.gps[area * span] = result.plan.residents[area * span]! * 0.0002;
    const screen = await show(4, { result, place: { ...placeOf(4), groups } });
    await expect.element(screen.getByTestId('fairness')).toHaveTextContent('2030 年，配备最少的一半居民只有');
    await expect.element(screen.getByText(/2024 年各区域人数由同一个密度推算/)).toBeVisible();
    const years = screen.getByRole('combobox', { name: '年份' });
    await years.selectOptions('2024');
    await expect.element(screen.getByTestId('fairness')).toHaveTextContent('基尼系数为 0：这是推算方法决定的');
    await expect.element(screen.getByRole('row', { name: /之间与之内/ })).toHaveTextContent(/0\.0000\.0000\.000—$/);
    await expect.element(screen.getByText(/不谈两部分各占多少/)).toBeVisible();
  });

  it('works out very many areas step by step, and the newest wish wins', async () => {
    const result = resultOf(2500);
    const screen = await show(2500, { result });
    await expect.element(screen.getByRole('status')).toHaveTextContent('正在计算各区域各年的数值');
    await screen.getByRole('combobox', { name: '年份' }).selectOptions('2035');
    await screen.getByRole('combobox', { name: '年份' }).selectOptions('2040');
    const points = lorenz(equityUnits(placeOf(2500).areas, result.plan, 16).units)!;
    const half = (gpsOfPoorest(points, 0.5) * 100).toFixed(1);
    await expect.element(screen.getByTestId('fairness')).toHaveTextContent(`2040 年，配备最少的一半居民只有 ${half}%`);
    await expect.element(screen.getByRole('status')).not.toBeInTheDocument();
  });

  it('says of a place of one area why it does not apply', async () => {
    const screen = await show(1);
    await expect.element(screen.getByText(/此处不适用/)).toBeVisible();
  });

  it('names the areas that nobody lives in', async () => {
    const result = resultOf(3);
    result.plan.residents.fill(0, 17, 34);
    const screen = await show(3, { result });
    await expect.element(screen.getByText(/没有居民、未计入：向阳镇。/)).toBeVisible();
  });

  it('fits a phone', async () => {
    await page.viewport(390, 844);
    const screen = await show(4, { phone: true });
    await expect.element(screen.getByTestId('fairness')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
