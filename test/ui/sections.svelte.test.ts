import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import ClausePanel from '../../src/ui/places/ClausePanel.svelte';
import FlowSection from '../../src/ui/places/FlowSection.svelte';
import GapSection from '../../src/ui/GapSection.svelte';
import HindcastSection from '../../src/ui/places/HindcastSection.svelte';
import TargetsTable from '../../src/ui/places/TargetsTable.svelte';
import { wholeOf } from '../../src/model/explain/whole.ts';
import { ofAreas } from '../../src/model/projection.ts';
import type { Projection, Result } from '../../src/model/types.ts';
import type { SessionView } from '../../src/state/view.ts';
import { placesWords } from '../../src/text/places-words.ts';
import type { Ledger } from '../../src/worker/model.ts';
import { fakeSession, fields, madeUp, pack, place, projection, result } from './fake-session.ts';

const zh = placesWords('zh');

beforeEach(() => page.viewport(1366, 768));

const numbersOf = (row: Element | undefined): number[] =>
  [...(row?.querySelectorAll('td') ?? [])].map((cell) => Number((cell.textContent ?? '').replace('−', '-')));

describe('the gap chart', () => {
  it('has a table behind it with plan, target and gap of every year', async () => {
    const screen = await render(GapSection, {
      result: result(4),
      place: place(4),
      name: '同江市',
      flags: [],
      answer: '',
      phone: false,
      words: zh,
    });
    await screen.getByRole('button', { name: '表' }).click();
    await expect.element(screen.getByRole('row', { name: /^2030/ })).toHaveTextContent('20303.15.0缺 39 人');
    await expect.element(screen.getByRole('row', { name: /^2022/ })).toHaveTextContent('20221.6');
  });

  it('draws the naive lines that are asked for, and offers none that the data do not allow', async () => {
    const screen = await render(GapSection, {
      result: result(4),
      place: place(4),
      name: '同江市',
      flags: [],
      answer: '',
      phone: false,
      words: zh,
    });
    await expect.element(screen.getByRole('checkbox', { name: 'GM(1,1)' })).not.toBeInTheDocument();
    await screen.getByRole('checkbox', { name: '线性趋势' }).click();
    await expect.element(screen.getByText('线性趋势 3.6')).toBeVisible();
  });
});

const flowProps = (over: Partial<SessionView> = {}) => ({
  session: fakeSession(over).session,
  place: place(4),
  phone: false,
  words: zh,
});

describe('the flows', () => {
  it('have a ledger that balances in every year and in all', async () => {
    const screen = await render(FlowSection, { ...flowProps(), result: result(4) });
    await screen.getByRole('button', { name: '表' }).click();
    const rows = [...screen.container.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(17);
    for (const row of rows) {
      const numbers = numbersOf(row);
      const sum = numbers.slice(0, -1).reduce((total, one) => total + one, 0);
      expect(sum).toBeCloseTo(numbers.at(-1) ?? NaN, 6);
    }
  });

  it('can be those of one area', async () => {
    const screen = await render(FlowSection, { ...flowProps(), result: result(4) });
    await screen.getByRole('button', { name: '表' }).click();
    await screen.getByRole('combobox', { name: '区域' }).selectOptions('向阳镇');
    expect(numbersOf(screen.container.querySelector('tbody tr') ?? undefined)[0]).toBe(10);
  });

  /** A result as a place of very many areas has it. */
  const inBrief = (full: Result): Result => {
    const whole = wholeOf(full.plan);
    return { ...full, plan: { ...full.plan, freed: whole.freed, pool: whole.pool, flows: whole.flows, whole } };
  };
  const bodyOf = (screen: { container: Element }) => screen.container.querySelector('tbody')?.textContent;

  it('of a result in brief are asked for, and are the same as those of one in full', async () => {
    const full = await render(FlowSection, { ...flowProps(), result: result(4) });
    await full.getByRole('button', { name: '表' }).click();
    const ofAll = bodyOf(full);
    await full.getByRole('combobox', { name: '区域' }).selectOptions('向阳镇');
    const ofOne = bodyOf(full);
    expect(ofOne).not.toBe(ofAll);
    full.unmount();

    const ledger = vi.fn<SessionView['ledger']>(async (_caller, _result, members) => ({
      ok: true,
      plan: ofAreas(result(4).plan, members!),
    }));
    const screen = await render(FlowSection, { ...flowProps({ ledger }), result: inBrief(result(4)) });
    await screen.getByRole('button', { name: '表' }).click();
    expect(bodyOf(screen)).toBe(ofAll);
    expect(ledger).not.toHaveBeenCalled();
    await screen.getByRole('combobox', { name: '区域' }).selectOptions('向阳镇');
    await expect.poll(() => bodyOf(screen)).toBe(ofOne);
    expect(ledger.mock.calls.map(([caller, , members]) => [caller, members])).toEqual([['flows', [1]]]);
    await screen.getByRole('combobox', { name: '区域' }).selectOptions(zh.whole(place(4).name));
    expect(bodyOf(screen)).toBe(ofAll);
  });

  it('that come late never take the place of newer ones, and stay until these are there', async () => {
    const answers: ((ledger: Ledger | null) => void)[] = [];
    const ledger: SessionView['ledger'] = () => new Promise((resolve) => answers.push(resolve));
    const props = flowProps({ ledger });
    const plan = (growth: number): Projection => ofAreas(projection(4, growth), [1]);
    const of = (growth: number): Result => inBrief({ ...result(4), plan: projection(4, growth) });
    const rendered = await render(FlowSection, { ...props, result: of(1) });
    await rendered.getByRole('button', { name: '表' }).click();
    await rendered.getByRole('combobox', { name: '区域' }).selectOptions('向阳镇');
    await expect.poll(() => answers.length).toBe(1);
    answers[0]!({ ok: true, plan: plan(1) });
    const closing = (): number | undefined =>
      numbersOf(rendered.container.querySelector('tbody tr') ?? undefined).at(-1);
    await expect.poll(closing).toBe(11);
    await rendered.rerender({ result: of(2) });
    await expect.poll(() => answers.length).toBe(2);
    await rendered.rerender({ result: of(3) });
    await expect.poll(() => answers.length).toBe(3);
    expect(closing()).toBe(11);
    await expect.element(rendered.container.querySelector('section')).toHaveClass('old');
    answers[2]!({ ok: true, plan: plan(3) });
    await expect.poll(closing).toBe(13);
    answers[1]!({ ok: true, plan: plan(2) });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closing()).toBe(13);
    await expect.element(rendered.container.querySelector('section')).not.toHaveClass('old');
  });

  it('that do not come are told, and can be asked for again', async () => {
    const ledger = vi
      .fn<SessionView['ledger']>(async () => ({ ok: true, plan: ofAreas(result(4).plan, [1]) }))
      .mockResolvedValueOnce({ ok: false, problem: { code: 'worker.failed', values: { message: 'no memory' } } });
    const screen = await render(FlowSection, { ...flowProps({ ledger }), result: inBrief(result(4)) });
    await screen.getByRole('combobox', { name: '区域' }).selectOptions('向阳镇');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('no memory');
    await screen.getByRole('alert').getByRole('button').click();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
    expect(ledger).toHaveBeenCalledTimes(2);
  });

  it('are not asked for while a lever is held', async () => {
    const ledger = vi.fn<SessionView['ledger']>(async () => null);
    const screen = await render(FlowSection, { ...flowProps({ ledger, dragging: true }), result: inBrief(result(4)) });
    await screen.getByRole('combobox', { name: '区域' }).selectOptions('向阳镇');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ledger).not.toHaveBeenCalled();
  });
});

describe('the targets', () => {
  it('ask for the fact that is missing, and refuse what cannot be', async () => {
    const asked: [string, number][] = [];
    const { session } = fakeSession();
    const screen = await render(TargetsTable, {
      names: {},
      inForceUntil: undefined,
      today: '2026-11-24',
      targets: result(4).targets,
      place: place(4),
      document: '方案',
      fields,
      value: session.value,
      chosen: null,
      words: zh,
      onchoose: () => {},
      onvalue: (key: string, value: number) => asked.push([key, value]),
    });
    await expect.element(screen.getByText('缺：在岗医师')).toBeVisible();
    const box = screen.getByRole('textbox', { name: '补填在岗医师' }).first();
    await box.click();
    await userEvent.keyboard('-5{Enter}');
    await expect.element(screen.getByText('“-5”不在 0 至 50,000 之间，没有采用。').first()).toBeVisible();
    await box.fill('320');
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([['primarydocs', 320]]);
  });
});

describe('the clause', () => {
  const show = (over: object = {}) =>
    render(ClausePanel, { pack, place: place(1), chosen: null, fields, implied: [], lang: 'zh', words: zh, ...over });

  it('is that of the headline, with the demand marked', async () => {
    const { container } = await show();
    expect([...container.querySelectorAll('b.target')].map((mark) => mark.textContent)).toEqual(['至少5名']);
  });

  it('says which measures are not computed', async () => {
    const screen = await show();
    await screen.getByText('文件提到的措施（2 条）').click();
    await expect.element(screen.getByText('本工具还没有算这一条')).toBeVisible();
    await expect.element(screen.getByText('对应：转岗培训 · 定为 8 人/年')).toBeVisible();
  });

  it('sets the population that a document implies against the census', async () => {
    const [density] = pack.targets;
    if (!density) throw new Error('no target');
    const headcount = { ...density, kind: 'headcount' as const, value: 330 };
    const here = place(1);
    const counted = { observed: [{ year: 2020, persons: 588_717 }], projected: [], trendFactor: null, ages: [] };
    const screen = await show({
      place: { ...here, residents: [counted], documentResidents: { persons: 660_000, source: madeUp } },
      implied: [
        { year: 2020, headcount: { ...headcount, value: 165 }, density, perTenThousand: 2.5, persons: 660_000 },
        { year: 2030, headcount, density, perTenThousand: 5, persons: 660_000 },
      ],
    });
    await expect
      .element(
        screen.getByText(
          '165 人＝每万人 2.5，330 人＝每万人 5，按文件自己的 660,000 人；按 2020 年普查 588,717 人，每万人 5 名是 294 人。',
        ),
      )
      .toBeVisible();
  });
});

describe('the hindcast', () => {
  it('names whichever errs least', async () => {
    const { session } = fakeSession();
    const screen = await render(HindcastSection, { session, phone: false, words: zh });
    await expect.element(screen.getByRole('row', { name: /GM\(1,1\)/ })).toHaveTextContent('最小1.3%0.0%');
    await expect.element(screen.getByText(/误差最小的是GM\(1,1\)，平均 1.3%。/)).toBeVisible();
  });
});
