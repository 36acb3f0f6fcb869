import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { reachGoals } from '../../../src/model/reassign/goals.ts';
import { greedyStarts, setStarts } from '../../../src/model/reassign/greedy.ts';
import { completeValues, networkOf } from '../../../src/model/reassign/network.ts';
import { metByYear, outcomeOf } from '../../../src/model/reassign/outcome.ts';
import { addPairs } from '../../../src/model/reassign/pairs.ts';
import type { Solver } from '../../../src/model/reassign/program.ts';
import { highsSolver } from '../../../src/worker/highs.ts';
import { county } from '../../bench-reassign.ts';
import { smallCounty } from './small-counties.ts';

const solver = highsSolver(await loadHighs());
const ROUNDING = 1e-6;

describe('the plan that is there at once', () => {
  it('keeps every row and bound of the program, in a thousand small counties', () => {
    let moved = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const given = smallCounty(seed);
      const network = networkOf(given);
      const pairs = given.limits.maxKm === null ? null : addPairs(given, network);
      const { lower, upper, rows } = network.program;
      const starts = greedyStarts(given, network);
      moved += starts.length;
      const values = lower.map(() => 0);
      setStarts(network, pairs, starts, values);
      completeValues(network, values);
      values.forEach((one, column) => {
        expect(one, `county ${seed}`).toBeGreaterThanOrEqual(lower[column]! - ROUNDING);
        expect(one, `county ${seed}`).toBeLessThanOrEqual(upper[column]! + ROUNDING);
      });
      for (const row of rows) {
        const sum = row.columns.reduce((total, column, at) => total + row.values[at]! * values[column]!, 0);
        expect(sum, `county ${seed}`).toBeGreaterThanOrEqual(row.lower - ROUNDING);
        expect(sum, `county ${seed}`).toBeLessThanOrEqual(row.upper + ROUNDING);
      }
    }
    expect(moved).toBeGreaterThan(500);
  });
});

describe('a plan that no time is left for', () => {
  /** A solver whose clock has run out when it is first asked: it proves nothing. */
  const late: Solver = { ...solver, now: () => Infinity, relax: () => null };
  const metIn = (given: ReturnType<typeof smallCounty>, starts: Parameters<typeof outcomeOf>[1]): number =>
    metByYear(given, outcomeOf(given, starts).heads).reduce((sum, met) => sum + met, 0);

  it('is at most as far from the best as it says', () => {
    let open = 0;
    for (let seed = 0; seed < 300; seed++) {
      const given = smallCounty(seed);
      const reached = reachGoals(given, late, 0, () => undefined, ['centres']);
      const best = reachGoals(given, solver, 60, () => undefined, ['centres']);
      const missed = metIn(given, best.starts) - metIn(given, reached.starts);
      if (reached.open) open++;
      expect(missed, `county ${seed}`).toBeLessThanOrEqual(reached.open?.by ?? 0);
      expect(missed, `county ${seed}`).toBeGreaterThanOrEqual(0);
    }
    expect(open).toBeGreaterThan(0);
  });

  it('moves people also in a county of 40 centres with a limit of distance', () => {
    const given = county(2);
    given.limits.maxKm = 25;
    const { starts, open } = reachGoals(given, solver, 0.01, () => undefined);
    expect(open).toMatchObject({ goal: 'centres' });
    expect(starts.length).toBeGreaterThan(20);
    for (const { from, to } of starts) if (from >= 0) expect(given.km![from]![to]).toBeLessThanOrEqual(25);
    expect(metIn(given, starts)).toBeGreaterThan(metIn(given, []) + 100);
  });
});
