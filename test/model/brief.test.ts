import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectCohort } from '../../src/model/cohort-engine.ts';
import { wholeOf } from '../../src/model/explain/whole.ts';
import { inFull, isBrief, ofAreas } from '../../src/model/projection.ts';
import { FLOWS } from '../../src/model/types.ts';
import { runPlan, runScenario } from '../../src/scenario/run.ts';
import { builtIn } from '../scenario/setups.ts';
import { anyCohort, arraysOf, cohort } from './cohort-fixtures.ts';

const LEVERS = { transfer: 50, recruit: 7, drive: 0.3, rehire: 0.5, priority: 1 };

describe('a projection in brief', () => {
  test('has the stocks of every area, and of everything the sums over the areas, to the bit', () => {
    fc.assert(
      fc.property(anyCohort, (spec) => {
        const input = cohort(spec);
        const full = projectCohort(input);
        const brief = projectCohort(input, undefined, [], true);
        const sums = wholeOf(full);
        expect([isBrief(full), isBrief(brief)]).toEqual([false, true]);
        expect(brief).toStrictEqual({ ...full, freed: sums.freed, pool: sums.pool, flows: sums.flows, whole: sums });
        expect(wholeOf(brief)).toBe(brief.whole);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test.each([
    ['hunan', 'hunan-2020'],
    ['panzhihua', 'panzhihua-2019'],
    ['yuzhong', 'yuzhong-2018'],
    ['xx-district', 'xx-district'],
  ])('is judged as the one in full, and that can be had later (%s)', async (id, policy) => {
    const setup = await builtIn(id, policy);
    const memory = {};
    for (const values of [{}, LEVERS, { ...LEVERS, base: 2018 }, {}]) {
      const full = runScenario(setup, values);
      const brief = runScenario(setup, values, memory, null, true);
      expect(brief).toEqual({ ...full, plan: brief.plan, baseline: brief.baseline });
      expect(brief.plan === brief.baseline).toBe(full.plan === full.baseline);
      expect(brief.plan.whole).toEqual(wholeOf(full.plan));
      const plan = runPlan(setup, values, memory, null, null);
      expect(plan).toStrictEqual(full.plan);
      const later = inFull(brief, plan);
      expect(later.plan === later.baseline).toBe(full.plan === full.baseline);
      // What it was made with is the same as before.
      expect(runScenario(setup, values, memory, null, true)).toEqual(brief);
    }
  });
});

describe('some areas of a projection', () => {
  test('have all their columns, in the order asked for', async () => {
    const setup = await builtIn('panzhihua');
    const { plan } = runScenario(setup, LEVERS);
    const years = plan.horizon - plan.base + 1;
    const some = ofAreas({ ...plan, whole: wholeOf(plan) }, [3, 1]);
    expect(runPlan(setup, LEVERS, {}, null, [3, 1])).toStrictEqual(some);
    expect(some.areas).toBe(2);
    expect(some.whole).toBeUndefined();
    const rows = (column: Float64Array, area: number): number[] => [
      ...column.subarray(area * years, (area + 1) * years),
    ];
    const all = new Map(arraysOf(plan));
    const picked = arraysOf(some);
    expect(picked.length).toBeGreaterThan(FLOWS.length);
    for (const [name, column] of picked) {
      expect([name, rows(column, 0)]).toEqual([name, rows(all.get(name)!, 3)]);
      expect([name, rows(column, 1)]).toEqual([name, rows(all.get(name)!, 1)]);
    }
  });
});
