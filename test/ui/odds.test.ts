import { describe, expect, it } from 'vitest';
import type { Draws } from '../../src/model/micro/ensemble.ts';
import type { Result, Target } from '../../src/model/types.ts';
import { answerChances, densityAsked } from '../../src/ui/odds.ts';
import { density2030, result } from './fake-session.ts';

const base = result(1);
/** Half of the draws have 6 per 10,000 in every year, half 4; the target is met in one of four. */
const draws: Draws = {
  from: 0,
  to: 4,
  years: base.years,
  targets: [density2030.id],
  density: Float64Array.from({ length: 4 * base.years.length }, (_, cell) => (cell < 2 * base.years.length ? 6 : 4)),
  met: Uint8Array.of(1, 0, 0, 0),
  minimum: new Float64Array(1),
  minimumMet: new Uint32Array(base.years.length),
  wanted: base.years.map(() => 5),
  wantedMet: new Uint32Array(base.years.length),
};
const chances = (target: Target) => {
  const judged = { ...base.targets[0]!, target };
  return answerChances(draws, { ...base.answer!, target: judged, year: 2030 }, 'certified');
};
const asking = (...targets: Target[]): Result => ({
  ...base,
  targets: targets.map((target) => ({ ...base.targets[0]!, target })),
});
const OTHERS: Partial<Target>[] = [
  { count: 'registered' },
  { population: 'service', residents: 200_000 },
  { population: 'registered' },
];

describe('the drawn densities', () => {
  it('tell the chance of a target in a later year where they are counted as it is', () => {
    expect(chances(density2030)).toEqual([
      { year: 2030, share: 0.25 },
      { year: 2035, share: 0.5 },
    ]);
  });

  it.each(OTHERS)('tell it in the year of the target alone for %j', (over) => {
    expect(chances({ ...density2030, ...over })).toEqual([{ year: 2030, share: 0.25 }]);
  });

  it.each(OTHERS)('are held against the newest and strictest target, but against none of %j', (over) => {
    const looser = { ...density2030, id: 'looser', value: 4.5 };
    const later = { ...density2030, id: 'later', year: 2035, value: 8 };
    const other = { ...density2030, id: 'other', value: 7, ...over };
    const asked = (year: number): number | null =>
      densityAsked(asking(other, density2030, looser, later), year, 'certified');
    expect([asked(2029), asked(2030), asked(2034), asked(2035)]).toEqual([null, 5, 5, 8]);
    expect(densityAsked(asking(other), 2030, 'certified')).toBeNull();
  });
});
