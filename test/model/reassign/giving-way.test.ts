import loadHighs from 'highs';
import { describe, expect, it, vi } from 'vitest';
import type { GivingWay, Limit } from '../../../src/model/reassign/giving-way.ts';
import type { Solver } from '../../../src/model/reassign/program.ts';
import { planScenario, weighScenario } from '../../../src/scenario/plan.ts';
import { highsSolver } from '../../../src/worker/highs.ts';
import { builtIn, type Values } from '../../scenario/setups.ts';

// The machine may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });
const solver = highsSolver(await loadHighs());
const xupu = await builtIn('xupu');
const LEVERS: Values = { base: 2019, horizon: 2022, within: 5, dispatch: 5, counterpart: 2 };
const weigh = (values: Values, tell?: (done: number, of: number) => void): Map<Limit, GivingWay> =>
  new Map(weighScenario(xupu, values, solver, null, tell).map((way) => [way.limit, way]));
const metIn2020 = (values: Values): number => planScenario(xupu, values, solver)!.metAfter[0]!;

describe('by how much a limit would have to give', () => {
  it('is the least with which every centre is at its minimum: one less is not enough', () => {
    const ways = weigh(LEVERS);
    for (const limit of ['within', 'dispatch', 'counterpart'] as const) {
      const { has, needs, without, of } = ways.get(limit)!;
      expect(has).toBe(LEVERS[limit]);
      expect(without).toBe(of);
      expect(metIn2020({ ...LEVERS, [limit]: needs! })).toBe(of);
      expect(metIn2020({ ...LEVERS, [limit]: needs! - 1 })).toBeLessThan(of);
    }
  });

  it('is told where not even being without it is enough, and how far that goes', () => {
    const ways = weigh({ ...LEVERS, maxkm: 20 });
    const { needs, without, of } = ways.get('distance')!;
    expect(needs).toBeNull();
    expect(without).toBeLessThan(of);
    expect(without).toBe(metIn2020(LEVERS));
  });

  it('is a distance in whole kilometres where distance alone blocks', () => {
    const values = { ...LEVERS, within: 20, dispatch: 20, maxkm: 20 };
    const { has, needs, without, of } = weigh(values).get('distance')!;
    expect([has, without]).toEqual([20, of]);
    expect(metIn2020({ ...values, maxkm: needs! })).toBe(of);
    expect(metIn2020({ ...values, maxkm: needs! - 1 })).toBeLessThan(of);
  });

  it('goes down for a floor and names the largest that does', () => {
    const values = { ...LEVERS, within: 20, dispatch: 0, counterpart: 0, floor: 6 };
    const { has, needs, without, of } = weigh(values).get('floor')!;
    expect([has, without]).toEqual([6, of]);
    expect(metIn2020({ ...values, floor: needs! })).toBe(of);
    expect(metIn2020({ ...values, floor: needs! + 1 })).toBeLessThan(of);
  });

  it('is not said to be proven where the solver ran out of time', () => {
    const basis = { columns: new Int32Array(), rows: new Int32Array() };
    // No time for a search, and a relaxation that proves nothing: a plan, but no proof.
    const relax: Solver['relax'] = ({ lower }) => ({ values: lower.map(() => 0.5), prices: [], basis });
    const late: Solver = { ...solver, now: () => Infinity, relax };
    const hasty = weighScenario(xupu, { ...LEVERS, maxkm: 20 }, late);
    const sure = weigh({ ...LEVERS, maxkm: 20 });
    expect([...sure.values()].every(({ proven }) => proven)).toBe(true);
    expect(hasty.some(({ proven }) => !proven)).toBe(true);
    // What is said to be proven is what all the time finds.
    for (const way of hasty.filter(({ proven }) => proven)) expect(way).toEqual(sure.get(way.limit));
    for (const { limit, without } of hasty) expect(without).toBeLessThanOrEqual(sure.get(limit)!.without);
  });

  it('is of the year that is asked for', () => {
    expect(weighScenario(xupu, LEVERS, solver, 2022)).toEqual([]);
    expect(weighScenario(xupu, LEVERS, solver, 2020)).toEqual(weighScenario(xupu, LEVERS, solver));
  });

  it('is asked only where somebody is short, limit by limit', () => {
    expect(weigh({ ...LEVERS, counterpart: 20 }).size).toBe(0);
    const told: number[] = [];
    const ways = weigh(LEVERS, (done, of) => {
      told.push(done);
      expect(of).toBe(6);
    });
    expect([...ways.keys()]).toEqual(['within', 'dispatch', 'hospital', 'counterpart', 'floor', 'movers']);
    expect(told).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is not asked of who may be moved where assistants do not count', () => {
    const ways = weigh({ ...LEVERS, count: 'registered-no-assistants' });
    expect(ways.size).toBeGreaterThan(0);
    expect([...ways.keys()]).not.toContain('movers');
  });
});
