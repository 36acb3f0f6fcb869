import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import type { BaseSamples } from '../../src/model/doubt/base-samples.ts';
import type { TornadoPart } from '../../src/model/doubt/tornado.ts';
import type { Draws } from '../../src/model/micro/ensemble.ts';
import type { DrawsView } from '../../src/state/draws-view.ts';
import type { SessionView } from '../../src/state/view.ts';
import { words } from '../../src/text/words.ts';
import OddsChapter from '../../src/ui/odds/OddsChapter.svelte';
import { fakeDraws } from './fake-draws.ts';
import { fakeSession, fields, place, result } from './fake-session.ts';

beforeEach(() => page.viewport(1366, 768));

const DRAWS = 100;
const { years, targets } = result(4);
const span = years.length;

/** Draws that lie evenly from `low` to `high` in every year. */
function draws(low: number, high: number): Draws {
  return {
    from: 0,
    to: DRAWS,
    years,
    targets: targets.map(({ target }) => target.id),
    density: Float64Array.from(
      { length: DRAWS * span },
      (_, cell) => low + ((high - low) * Math.floor(cell / span)) / (DRAWS - 1),
    ),
    met: new Uint8Array(DRAWS * targets.length),
    minimum: Float64Array.of(2, 2, 0, 2),
    minimumMet: Uint32Array.from({ length: 4 * span }, (_, cell) => [90, 10, 0, 50][Math.floor(cell / span)]!),
    wanted: years.map(() => 5),
    wantedMet: new Uint32Array(4 * span).fill(25),
  };
}
/** All of the doubt is the attrition's, half of it in 64 samples: f = first key. */
function samples(): BaseSamples {
  const keys = ['attrition', 'breach'];
  const values = new Float64Array(64 * 4 * span);
  for (let sample = 0; sample < 64; sample++) {
    const [a, b] = [(sample * 37) % 64, (sample * 29 + 11) % 64];
    [a, b, b, a].forEach((value, point) =>
      values.fill(3 + value / 64, (sample * 4 + point) * span, (sample * 4 + point + 1) * span),
    );
  }
  return { from: 0, to: 64, years, keys, values };
}
const flat = (value: number): Float64Array => new Float64Array(span).fill(value);
const tornado: TornadoPart = {
  from: 0,
  to: 4,
  years,
  mode: flat(4),
  bars: [
    { key: 'breach', low: 0.005, high: 0.025, atLow: flat(4.1), atHigh: flat(3.9) },
    { key: 'attrition', low: 0.014, high: 0.06, atLow: flat(4.6), atHigh: flat(3) },
    { key: 'postexit', low: 0.2, high: 0.83, atLow: flat(4), atHigh: flat(4) },
  ],
};

async function open(over: Partial<DrawsView> = {}, seen: Partial<SessionView> = {}) {
  const whole = (key: string, max: number) => ({ ...fields[0]!, key, min: Number(key === 'draws'), max });
  const { session } = fakeSession({
    fields: [...fields, whole('draws', 100_000), whole('seed', 2 ** 32 - 1)],
    ...seen,
  });
  const update = vi.spyOn(session, 'update');
  const shown = result(4, 1, true);
  const view: DrawsView = {
    ...fakeDraws(),
    parts: [draws(3, 5.5)],
    asked: DRAWS,
    behind: {
      baseline: [draws(2, 4.5)],
      other: [],
      tornado: [tornado],
      samples: [samples()],
      chance: [draws(3, 3.5)],
      under: null,
      problem: null,
    },
    ...over,
  };
  const screen = await render(OddsChapter, {
    session,
    draws: () => Promise.resolve(view),
    chance: null,
    result: shown,
    place: place(4),
    pack: session.pack!,
    start: place(4).starts[0]!,
    name: '同江市',
    phone: false,
    words: words('zh'),
  });
  return { screen, update, view };
}

describe('the chapter on doubt', () => {
  it('draws the chance curve with the target, says it for those who do not see, and has a table behind it', async () => {
    const { screen } = await open();
    await expect.element(screen.getByTestId('chance-curve')).toBeInTheDocument();
    const curve = screen.getByRole('slider', {
      name: /2030 年的机会曲线：至少 5 的机会为 20%；80% 的抽样在 3.3 到 5.3 之间/,
    });
    await expect.element(curve).toBeVisible();
    await expect.element(curve).toHaveAttribute('aria-valuetext', expect.stringContaining('至少 5：20%，基线 不到 1%'));
    await screen.getByRole('button', { name: '表' }).first().click();
    await expect.element(screen.getByRole('row', { name: /^5 20% 不到 1%$/ })).toBeVisible();
  });

  it('orders the tornado by width and leaves out what changes nothing', async () => {
    const { screen } = await open();
    const chart = screen.getByTestId('tornado');
    await expect.element(chart).toHaveAccessibleName(/离职率影响最大，使每万居民从 3 到 4.6/);
    const text = chart.element().textContent!;
    expect(text.indexOf('离职率')).toBeLessThan(text.indexOf('违约率'));
    expect(text).not.toContain('服务期满离岗');
    expect(text).toContain('1.4 至 6 %');
  });

  it('names the parameter that most of the doubt comes from, with errors, and sets parameters beside chance', async () => {
    const { screen } = await open();
    await expect
      .element(screen.getByTestId('shares-sentence'))
      .toHaveTextContent(/^参数带来的悬念，约 \d+% 来自离职率。$/);
    await expect.element(screen.getByRole('row', { name: /^离职率 \d+% ± \d+% \d+% ± \d+%$/ })).toBeVisible();
    await expect.element(screen.getByTestId('sources')).toHaveTextContent(/只有偶然时占 4% ± 1%/);
  });

  it('says what the plan brings over the baseline, from shared random numbers', async () => {
    const { screen } = await open();
    await expect
      .element(screen.getByTestId('difference-sentence'))
      .toHaveTextContent('2030 年每万居民 +1 名（80%：+1 至 +1）');
  });

  it('sets two plans apart, in density and GPs, with the chance that one has more', async () => {
    const plan = (recruit: number) => ({ name: '', locked: false, values: { recruit } });
    const against = vi.fn();
    const { view } = await open();
    const behind = { ...view.behind, other: [draws(2.9, 5.6)] };
    const { screen } = await open(
      { behind, against },
      {
        plans: { list: [plan(1), plan(3)], shown: 0 },
        scenario: { place: 'tongjiang', values: { recruit: 1 } },
        analyst: () =>
          Promise.resolve({
            run: () => Promise.resolve({ ok: true as const, results: [result(4, 3)] }),
            stop: () => undefined,
            weigh: () => Promise.resolve(null),
            stopWeighing: () => undefined,
          }),
      },
    );
    const said = screen.getByTestId('plans-apart');
    await expect
      .element(said)
      .toHaveTextContent(/^2030 年方案 A 比方案 B 每万居民 0 名（80%：−0.08 至 \+0.08），即 0 人（80%：−2 至 \+2）/);
    await expect.element(said).toHaveTextContent('2030 年方案 A 多于方案 B 的机会：50%（约 2 次里有 1 次）。');
    expect(against).toHaveBeenLastCalledWith({ values: { recruit: 3 }, moves: [] });
    await screen.getByRole('button', { name: '表' }).nth(2).click();
    await expect.element(screen.getByRole('region', { name: '两个方案之差' })).toBeVisible();
  });

  it('lists the chance of each area, the least first, and dashes where there is no minimum', async () => {
    const { screen } = await open();
    await expect.element(screen.getByTestId('area-odds')).toBeVisible();
    const rows = screen.getByTestId('area-odds').element().querySelectorAll('tbody tr');
    expect([...rows].map((row) => row.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^向阳镇 ?10% ?25%$/),
      expect.stringMatching(/^金川乡 ?— ?25%$/),
      expect.stringMatching(/^八岔乡 ?50% ?25%$/),
      expect.stringMatching(/^繁荣街道 ?90% ?25%$/),
    ]);
  });

  it('sets draws and seed, and refuses in words what cannot be', async () => {
    const { screen, update } = await open();
    await screen.getByRole('button', { name: '5,000' }).click();
    expect(update).toHaveBeenLastCalledWith({ draws: 5000 }, true);
    for (const typed of ['0', '1000000', '许多', '2.5']) {
      await screen.getByRole('button', { name: /^抽样次数: .*另填一个数/ }).click();
      const box = screen.getByRole('textbox', { name: /^抽样次数: .*另填一个数/ });
      await box.fill(typed);
      (box.element() as HTMLInputElement).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await expect
        .element(screen.getByRole('alert'))
        .toHaveTextContent(`“${typed}”不是 1 到 100,000 之间的整数，没有改动。`);
      (box.element() as HTMLInputElement).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    }
    expect(update).toHaveBeenCalledTimes(1);
  });

  it('switches chance and parameters off, but never both', async () => {
    const { screen, update } = await open();
    await screen.getByRole('checkbox', { name: '偶然' }).click();
    expect(update).toHaveBeenLastCalledWith({ doubt: 'parameters' }, true);
    const { screen: other, update: updateOther } = await open({ doubt: 'chance' });
    await expect.element(other.getByText('参数已关掉：只抽偶然。').first()).toBeVisible();
    await other.getByRole('checkbox', { name: '偶然' }).last().click();
    await expect.element(other.getByText('参数与偶然至少保留一项。')).toBeVisible();
    expect(updateOther).not.toHaveBeenCalled();
  });

  it('shows what the parameters do where they alone are drawn', async () => {
    const { view } = await open();
    const { screen } = await open({ doubt: 'parameters', behind: { ...view.behind, chance: [] } });
    await expect.element(screen.getByTestId('tornado').last()).toHaveAccessibleName(/离职率影响最大/);
    await expect.element(screen.getByTestId('shares-sentence').last()).toHaveTextContent(/来自离职率/);
    await expect.element(screen.getByText(/只有偶然时占/).nth(1)).not.toBeInTheDocument();
  });

  it('can be stopped and started again, and says how far it is', async () => {
    const stop = vi.fn();
    const resume = vi.fn();
    const { screen } = await open({ asked: 1000, stop });
    await expect.element(screen.getByText('已抽 100／1,000 次')).toBeVisible();
    await screen.getByRole('button', { name: '停下' }).click();
    expect(stop).toHaveBeenCalledOnce();
    const { screen: stopped } = await open({ asked: 1000, stopped: true, resume });
    await stopped.getByRole('button', { name: '重新抽样' }).click();
    expect(resume).toHaveBeenCalledOnce();
  });

  it('says how far the shares of the doubt are, where they will stand, and stops them', async () => {
    const { view } = await open();
    const few: Partial<DrawsView> = {
      asked: DRAWS,
      behind: {
        ...view.behind,
        samples: [{ ...samples(), to: 12, values: samples().values.slice(0, 12 * 4 * span) }],
        under: { what: 'samples', done: 12, of: 256 },
      },
    };
    const [stop, resume] = [vi.fn(), vi.fn()];
    const { screen } = await open({ ...few, stop });
    const shares = screen.getByRole('region', { name: '悬念由什么构成' }).last();
    await expect.element(shares.getByText(/12／256/)).toBeVisible();
    await shares.getByRole('button', { name: '停下' }).click();
    expect(stop).toHaveBeenCalledOnce();
    const { screen: stopped } = await open({ ...few, stopped: true, resume });
    await stopped.getByText('已停下。').getByRole('button', { name: '接着算' }).click();
    expect(resume).toHaveBeenCalledOnce();
  });

  it('says how far the tornado is, where it will stand, and stops it', async () => {
    const { view } = await open();
    const stop = vi.fn();
    const behind: DrawsView['behind'] = { ...view.behind, tornado: [], under: { what: 'tornado', done: 5, of: 21 } };
    const { screen } = await open({ asked: DRAWS, behind, stop });
    const waiting = screen.getByRole('region', { name: '悬念从哪里来' }).last();
    await expect.element(waiting.getByText(/5／21/)).toBeVisible();
    await waiting.getByRole('button', { name: '停下' }).click();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('says that nothing was drawn where it has failed, and draws again', async () => {
    const problem = { code: 'draws.failed', values: { message: 'gone' } };
    const resume = vi.fn();
    const { screen } = await open({ ...fakeDraws(), problem, resume });
    const curve = screen.getByRole('region', { name: '至少有这么多的机会' });
    await expect.element(curve).toHaveTextContent('没有抽样。');
    await expect.element(screen.getByText(/正在抽样|抽样之后给出/)).not.toBeInTheDocument();
    await screen.getByRole('button', { name: '重新抽样' }).click();
    expect(resume).toHaveBeenCalledOnce();
  });

  it('does not offer to draw again where there are too many areas', async () => {
    const { screen } = await open({ ...fakeDraws(), problem: { code: 'draws.many-areas', values: {} } });
    await expect.element(screen.getByText('没有抽样。').first()).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '重新抽样' })).not.toBeInTheDocument();
    await expect.element(screen.getByRole('progressbar')).not.toBeInTheDocument();
  });

  it('names a failure behind the draws, keeps them, and goes on when the reader says so', async () => {
    const { view } = await open();
    const problem = { code: 'draws.failed', values: { message: 'gone' } };
    const resume = vi.fn();
    const { screen } = await open({ behind: { ...view.behind, samples: [], problem }, resume });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('抽样不受影响。模型报告：gone');
    await expect.element(screen.getByTestId('chance-curve').last()).toBeInTheDocument();
    const shares = screen.getByRole('region', { name: '悬念由什么构成' }).last();
    await expect.element(shares).toHaveTextContent('没有算出来。');
    await shares.getByRole('button', { name: '接着算' }).click();
    expect(resume).toHaveBeenCalledOnce();
  });

  it('says what the bands do not hold, where parameters are drawn', async () => {
    const { screen } = await open();
    await expect.element(screen.getByText(/带里没有画进：起点人数/)).toBeVisible();
    await expect.element(screen.getByText(/参数的范围向一侧伸得更远/)).toBeVisible();
    await screen.unmount();
    const { screen: chance } = await open({ doubt: 'chance' });
    await expect.element(chance.getByText('参数已关掉：只抽偶然。')).toHaveLength(3);
    await expect.element(chance.getByText(/带里没有画进|参数的范围/)).not.toBeInTheDocument();
  });

  it('holds the target of the whole place against areas only where one is asked for', async () => {
    const whole = '全域的目标在这里逐个区域去比。';
    const { screen } = await open();
    await expect.element(screen.getByText(whole)).toBeVisible();
    await screen.unmount();
    const { screen: none } = await open({ parts: [{ ...draws(3, 5.5), wanted: years.map(() => null) }] });
    await expect.element(none.getByText('机会小的排在前面。')).toBeVisible();
    await expect.element(none.getByText(whole)).not.toBeInTheDocument();
  });
});
