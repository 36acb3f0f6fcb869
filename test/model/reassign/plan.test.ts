import loadHighs from 'highs';
import { describe, expect, it, vi } from 'vitest';
import { writeOwnTarget } from '../../../src/model/documents/own-code.ts';
import type { OwnTarget } from '../../../src/model/documents/own-target.ts';
import { thereAtEnd } from '../../../src/model/reassign/months.ts';
import { MOVE_LEVERS, OUTSIDE, type MovePlan } from '../../../src/model/reassign/types.ts';
import { planScenario } from '../../../src/scenario/plan.ts';
import { runScenario } from '../../../src/scenario/run.ts';
import { moveProblemText } from '../../../src/text/move-problem.ts';
import { highsSolver } from '../../../src/worker/highs.ts';
import { builtIn, type Values } from '../../scenario/setups.ts';

// The machine may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });
const highs = await loadHighs();
const xupu = await builtIn('xupu');
const yanbian = await builtIn('yanbian');
const planOf = (values: Values, setup = xupu): MovePlan | null => planScenario(setup, values, highsSolver(highs));
const LEVERS: Values = { base: 2019, horizon: 2026, within: 5, dispatch: 5, counterpart: 2 };
const plan = planOf(LEVERS)!;

describe('the plan of a county', () => {
  it('is made only where a lever of reassignment is on, between centres', async () => {
    expect(planOf({})).toBeNull();
    expect(planOf({ within: 5 }, await builtIn('panzhihua'))).toBeNull();
    expect(runScenario(xupu, {}).moves).toBeNull();
  });

  it('is proven, brings centres to their minimum and says what it has', () => {
    expect(plan.proven).toBe(true);
    expect(plan.centres).toBe(25);
    plan.metAfter.forEach((met, at) => expect(met).toBeGreaterThanOrEqual(plan.metBefore[at]!));
    expect(plan.metAfter[0]).toBeGreaterThan(plan.metBefore[0]!);
    expect(plan.goals.centreYears).toBe(plan.metAfter.reduce((sum, met) => sum + met, 0));
  });

  it('names the lever of every move, its months, its distance and why', () => {
    for (const move of plan.moves) {
      expect(MOVE_LEVERS).toContain(move.lever);
      expect(move.persons).toBeGreaterThan(0);
      expect(move.from === OUTSIDE).toBe(move.lever === 'counterpart');
      expect(move.end === null).toBe(move.lever === 'within');
      expect(move.km === null).toBe(move.from === OUTSIDE);
      expect(move.start.month).toBe(7);
      if (move.end) expect(move.end).toEqual({ year: move.start.year + 2, month: 6 });
    }
  });

  it('leaves no donor below its floor in any year, and moves nobody that is not there', () => {
    plan.without.forEach(({ area, heads, minimum }) => {
      plan.years.forEach((year, at) => {
        const out = plan.moves.filter((move) => move.from === area && thereAtEnd(move, year));
        if (out.length > 0)
          expect(heads[at]! - out.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThanOrEqual(minimum);
      });
    });
  });

  it('conserves the headcount of the place, but for those from outside', () => {
    const result = runScenario(xupu, LEVERS, {}, plan);
    const { plan: run } = result;
    const total = (flow: 'movedIn' | 'movedOut'): number => run.flows[flow].reduce((sum, heads) => sum + heads, 0);
    const outside = plan.moves.filter(({ from }) => from === OUTSIDE).reduce((sum, { persons }) => sum + persons, 0);
    expect(total('movedIn') - outside).toBeLessThanOrEqual(total('movedOut') + 1e-9);
    expect(outside).toBeGreaterThan(0);
    expect(result.moves).toBe(plan);
    expect(result.baseline.flows.movedIn.every((heads) => heads === 0)).toBe(true);
  });

  it('is judged in the month of the document: who has moved by October counts whole', () => {
    const target = (values: Values, moves: MovePlan | null) =>
      runScenario(xupu, values, {}, moves).targets.find(({ target: { id } }) => id === 'centres-2020')!;
    const short = plan.short.filter(({ year }) => year === 2020).length;
    expect(target(LEVERS, plan).short).toEqual({ count: short, of: 25 });
    const late: Values = { ...LEVERS, month: 11 };
    expect(target(late, planOf(late)).short!.count).toBeGreaterThan(short);
    expect(target(LEVERS, null).short!.count).toBe(25 - plan.metBefore[0]!);
  });

  it('prices the limits that bind: one more of what is used up brings at most what it can', () => {
    expect(plan.shadow.map(({ kind }) => kind)).toEqual(['hospital', 'dispatch', 'within', 'counterpart', 'floor']);
    for (const { centres, year } of plan.shadow) {
      expect(year).toBe(2020);
      expect(centres).toBeGreaterThanOrEqual(0);
      expect(centres).toBeLessThanOrEqual(2);
    }
    for (const { block } of plan.short) expect(['cap-within', 'cap-dispatch', 'cap-counterpart']).toContain(block);
  });
});

describe('the minimum of a centre', () => {
  const own = (over: Partial<OwnTarget>): string =>
    writeOwnTarget({ kind: 'facility_minimum', year: 2022, value: 3, count: 'registered', each: 'every', ...over });
  const years = { ...LEVERS, horizon: 2023 };

  it('is the strictest of the document and of the reader’s own targets', () => {
    const strict = planOf({ ...years, t1: own({}) })!;
    expect(strict.each).toBe(3);
    expect(strict.without[0]!.minimum).toBe(3);
    expect(strict.metBefore[0]).toBeLessThan(plan.metBefore[0]!);
    expect(planOf({ ...years, t1: own({ value: 1 }) })!.each).toBe(2);
    // What is asked on average asks nothing of one centre.
    expect(planOf({ ...years, t1: own({ each: 'average' }) })!.each).toBe(2);
  });

  it('is held against in the month that a target names, in its year', () => {
    const { months, years: all } = planOf({ ...years, t1: own({ month: 6 }) })!;
    expect(all.map((year, at) => [year, months[at]])).toEqual([
      [2020, 10],
      [2021, null],
      [2022, 6],
      [2023, null],
    ]);
  });

  it('counts by the rule of each target: who holds a certificate is not yet registered', () => {
    const heads = (count: OwnTarget['count']): number =>
      planOf({ ...years, count: 'certified', t1: own({ value: 2, count }) })!.without.reduce(
        (sum, one) => sum + one.heads[0]!,
        0,
      );
    expect(heads('registered-no-assistants')).toBeLessThan(heads('certified'));
  });

  it('is told where its month comes before the moves of the year', () => {
    const late = planOf({ ...years, month: 11 })!;
    expect(late.problems).toContainEqual({ code: 'moves.late', values: { year: 2020, month: 10, start: 11 } });
  });
});

describe('input that cannot be used as it is', () => {
  const codes = (values: Values): string[] =>
    planOf({ base: 2019, horizon: 2022, ...values })!.problems.map(({ code }) => code);

  it('is a floor above every stock', () => {
    expect(codes({ within: 3, floor: 20 })).toEqual(['moves.floor']);
    expect(planOf({ base: 2019, horizon: 2022, within: 3, floor: 20 })!.moves).toEqual([]);
  });

  it('is assistants who are moved where they do not count', () => {
    const moved: Values = { within: 3, movers: 'assistants' };
    expect(codes({ ...moved, count: 'registered' })).not.toContain('moves.assistants');
    expect(codes({ ...moved, count: 'registered-no-assistants' })).toContain('moves.assistants');
    expect(codes({ within: 3, count: 'registered-no-assistants' })).not.toContain('moves.assistants');
    for (const lang of ['zh', 'en'] as const)
      expect(moveProblemText({ code: 'moves.assistants', values: {} }, lang)).not.toBeNull();
  });

  it('is a hospital with nobody to spare', () => {
    const empty = {
      ...xupu,
      place: {
        ...xupu.place,
        starts: xupu.place.starts.map((start) => ({
          ...start,
          stocks: start.stocks.map((stock, area) =>
            area === 25 ? { ...stock, registered: 0, assistant: 0, unregistered: 0, pool: 0 } : stock,
          ),
        })),
      },
    };
    const found = planOf({ base: 2019, horizon: 2021, dispatch: 3, floor: 0, transfer: 0 }, empty)!;
    expect(found.moves).toEqual([]);
    expect(found.problems.map(({ code }) => code)).toEqual(['moves.no-pool']);
  });

  it('is a short centre that nobody can reach, and it is told which', () => {
    const found = planOf({ base: 2019, horizon: 2021, within: 3, dispatch: 3, maxkm: 5 })!;
    expect(found.moves).toEqual([]);
    const problem = found.problems.find(({ code }) => code === 'moves.unreachable')!;
    expect(problem.values).toMatchObject({ km: 5 });
    expect(moveProblemText(problem, 'zh')?.fact).toContain('卫生院');
    expect(found.short.some(({ block }) => block === 'distance')).toBe(true);
  });

  it('is a pair without distance: never moved between under a limit, moved between without one', () => {
    const blind = {
      ...xupu,
      place: {
        ...xupu.place,
        areas: xupu.place.areas.map((area, index) => {
          const { position: _, ...rest } = area;
          return index < 3 ? area : rest;
        }),
      },
    };
    const limited = planOf({ base: 2019, horizon: 2021, within: 3, maxkm: 500 }, blind)!;
    expect(limited.problems.map(({ code }) => code)).toContain('moves.unknown-distance');
    for (const { from, to } of limited.moves) expect(Math.max(from, to)).toBeLessThan(3);
    const free = planOf({ base: 2019, horizon: 2021, within: 3 }, blind)!;
    expect(free.moves.some(({ km }) => km === null)).toBe(true);
  });

  it('is a centre without residents: planned for by its minimum alone', () => {
    const deserted = {
      ...yanbian,
      place: {
        ...yanbian.place,
        residents: yanbian.place.residents.map((one, area) =>
          area === 3 ? { ...one, observed: [{ year: 2020, persons: 0 }], ages: [] } : one,
        ),
      },
    };
    const found = planOf({ base: 2018, horizon: 2021, within: 2 }, deserted)!;
    expect(found.problems).toContainEqual(expect.objectContaining({ code: 'moves.empty' }));
  });
});
