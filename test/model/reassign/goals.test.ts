import loadHighs from 'highs';
import { describe, expect, it, vi } from 'vitest';
import { reachGoals } from '../../../src/model/reassign/goals.ts';
import { highsSolver } from '../../../src/worker/highs.ts';
import { bruteForce, scoreOf } from './brute-force.ts';
import { smallCounty } from './small-counties.ts';

// The machine may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });
const highs = await loadHighs();
const solver = highsSolver(highs);
const COUNTIES = 1000;
const BATCH = 100;

describe('the plan of a small county', () => {
  it.each(Array.from({ length: COUNTIES / BATCH }, (_, batch) => batch * BATCH))(
    'equals brute force in every goal and breaks no rule, in counties %i and the hundred after',
    (first) => {
      for (let seed = first; seed < first + BATCH; seed++) {
        const given = smallCounty(seed);
        const reached = reachGoals(given, solver, 60, () => undefined);
        expect(reached.open, `county ${seed}`).toBeNull();
        expect(scoreOf(given, reached.starts), `county ${seed}`).toEqual(bruteForce(given));
      }
    },
    120_000,
  );

  it('is the same when it is made again', () => {
    for (let seed = 0; seed < 50; seed++) {
      const plan = () => reachGoals(smallCounty(seed), solver, 60, () => undefined);
      expect(plan()).toEqual(plan());
    }
  });
});
