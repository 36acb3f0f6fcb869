import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { cutsOf, giverCuts, yearCuts } from '../../../src/model/reassign/cuts.ts';
import { reachGoals } from '../../../src/model/reassign/goals.ts';
import { setStarts } from '../../../src/model/reassign/greedy.ts';
import { completeValues, networkOf } from '../../../src/model/reassign/network.ts';
import { addPairs } from '../../../src/model/reassign/pairs.ts';
import { valueOf } from '../../../src/model/reassign/program.ts';
import { highsSolver } from '../../../src/worker/highs.ts';
import { dice, smallCounty } from './small-counties.ts';

/** Centres of one year: what each needs, and how much of it a solution with fractions has met. */
const centres = fc.array(fc.record({ need: fc.integer({ min: 1, max: 4 }), met: fc.integer({ min: 0, max: 8 }) }), {
  minLength: 1,
  maxLength: 9,
});
const yearOf = (needs: number[]) =>
  needs.map((need, column) => ({ at: 0, centre: column, column, need, arrived: new Map() }));

test('a cut is kept by every way to meet whole centres, and broken by the solution that it was made for', () => {
  let cut = 0;
  fc.assert(
    fc.property(centres, fc.integer({ min: 0, max: 20 }), (given, persons) => {
      const values = given.map(({ met }) => met / 8);
      const needs = given.map(({ need }) => need);
      for (const { terms, most } of cutsOf({ met: yearOf(needs), there: [persons] }, values)) {
        cut++;
        expect(valueOf(terms, values)).toBeGreaterThan(most);
        for (let bits = 0; bits < 1 << needs.length; bits++) {
          const whole = needs.map((_, column) => (bits >> column) & 1);
          const needed = needs.reduce((sum, need, column) => sum + need * whole[column]!, 0);
          if (needed <= persons) expect(valueOf(terms, whole)).toBeLessThanOrEqual(most + 1e-9);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(cut).toBeGreaterThan(100);
});

test('one person who is left over brings no half of a centre to its minimum', () => {
  const met = yearOf([1, 1, 2, 2]);
  const cuts = cutsOf({ met, there: [5] }, [1, 1, 1, 0.5]);
  expect(cuts.some(({ terms, most }) => valueOf(terms, [1, 1, 1, 0.5]) > most)).toBe(true);
  expect(cutsOf({ met, there: [5] }, [1, 1, 1, 0])).toEqual([]);
});

test('a cut by givers or by two years is kept by the best plan of a small county, whatever fractions it was made for', async () => {
  const solver = highsSolver(await loadHighs());
  const made = [0, 0];
  for (let seed = 0; seed < 300; seed++) {
    const given = { ...smallCounty(seed), km: null };
    given.limits.maxKm = null;
    const network = networkOf(given);
    const pairs = addPairs(given, network);
    const { upper } = network.program;
    const plan = upper.map(() => 0);
    setStarts(network, pairs, reachGoals(given, solver, 60, () => undefined).starts, plan);
    completeValues(network, plan);
    const roll = dice(seed);
    const fractions = upper.map((most) => (roll(3) === 0 ? (Math.min(most, 1) * roll(5)) / 4 : 0));
    for (const { column } of network.met) fractions[column] = 1;
    [giverCuts(given, network, pairs, fractions), yearCuts(network, fractions)].forEach((cuts, kind) => {
      for (const { terms, most } of cuts) {
        made[kind]! += 1;
        expect(valueOf(terms, fractions)).toBeGreaterThan(most);
        expect(valueOf(terms, plan), `county ${seed}`).toBeLessThanOrEqual(most);
      }
    });
  }
  expect(Math.min(...made)).toBeGreaterThan(20);
}, 120_000);

test('one person is not half of a minimum of two in one year and all of a minimum of one in the next', () => {
  // One who comes for both years: column 0. Met in the first year: column 1, in the second: column 2.
  const arrived = new Map([[0, 1]]);
  const met = [
    { at: 0, centre: 0, column: 1, need: 2, arrived },
    { at: 1, centre: 0, column: 2, need: 1, arrived },
  ];
  const [cut, ...others] = yearCuts({ met }, [1, 0.5, 1]);
  expect(others).toEqual([]);
  expect(cut).toEqual({
    terms: new Map([
      [0, -1],
      [2, 1],
      [1, 1],
    ]),
    most: 0,
  });
  for (const whole of [
    [0, 0, 0],
    [1, 0, 1],
    [2, 1, 1],
    [2, 1, 0],
  ])
    expect(valueOf(cut!.terms, whole)).toBeLessThanOrEqual(0);
});
