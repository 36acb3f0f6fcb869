import { expect, it } from 'vitest';
import { equityByYear } from '../../src/model/equity/equity.ts';
import { lorenz } from '../../src/model/equity/lorenz.ts';
import { servedShares } from '../../src/model/equity/served.ts';
import { equityUnits } from '../../src/model/equity/units.ts';
import { atOnce } from '../../src/model/turns.ts';
import { fairnessSteps } from '../../src/ui/fairness/fairness-figures.ts';
import { place as placeOf, result as resultOf } from './fake-session.ts';

it('figures in steps are those of the functions that do all at once, whatever was known before', () => {
  const place = placeOf(2100);
  const result = resultOf(2100, 1, true);
  const known = new WeakMap();
  for (const [value, year] of [
    [2, 2030],
    [2, 2040],
    [3, 2040],
  ] as const) {
    const demand = { kind: 'density' as const, byYear: result.years.map(() => value) };
    const found = atOnce(fairnessSteps({ place, result, demand, hasPlan: true, year }, known));
    const at = year - result.plan.base;
    expect(found.curve).toEqual(lorenz(equityUnits(place.areas, result.plan, at).units));
    expect(found.baseCurve).toEqual(lorenz(equityUnits(place.areas, result.baseline, at).units));
    expect(found.planYears).toEqual(equityByYear(place, result.plan));
    expect(found.baseYears).toEqual(equityByYear(place, result.baseline));
    expect(found.planServed).toEqual(servedShares(place, result.plan, demand));
    expect(found.baseServed).toEqual(servedShares(place, result.baseline, demand));
  }
});
