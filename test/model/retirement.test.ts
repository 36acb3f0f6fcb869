import { describe, expect, test } from 'vitest';
import { retiredShare, retirementProbability } from '../../src/model/retirement.ts';
import type { Sex } from '../../src/model/types.ts';
import { plainRetiredShare, plainRetirement } from './twin.ts';

const MEN = 0;
const WOMEN = 1;
const OLD_AGE = [60, 55] as const;
const NEW_AGE = [63, 58] as const;
const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe.each([
  ['men', MEN],
  ['women', WOMEN],
] as const)('%s', (_, sex: Sex) => {
  const old = OLD_AGE[sex];
  const final = NEW_AGE[sex];

  test('retire in the year of the old age until 2024, and at no other age', () => {
    for (const year of range(2010, 2024)) {
      expect(retirementProbability(sex, old, year)).toBe(1);
      for (const age of range(20, old - 1)) expect(retirementProbability(sex, age, year)).toBe(0);
    }
  });

  test('of the old age retire 3/4 in 2025 and 7/12 in 2026, when the date moves by a month every four months', () => {
    expect(retirementProbability(sex, old, 2025)).toBeCloseTo(0.75, 12);
    expect(retirementProbability(sex, old, 2026)).toBeCloseTo(7 / 12, 12);
  });

  test('who was left over in 2025 retires in 2026, a year older', () => {
    expect(retirementProbability(sex, old + 1, 2026)).toBe(1);
  });

  test('retire in the year of the final age from 2040 on, and at no earlier age', () => {
    for (const year of range(2040, 2060)) {
      expect(retirementProbability(sex, final, year)).toBe(1);
      for (const age of range(20, final - 1)) expect(retirementProbability(sex, age, year)).toBe(0);
    }
  });

  test('are all retired past the final age, so the probability there is 1', () => {
    for (const year of range(2012, 2060))
      for (const age of range(final + 1, 79)) {
        expect(retiredShare(sex, age, year)).toBe(1);
        expect(retirementProbability(sex, age, year)).toBe(1);
      }
  });

  test('of each year of birth, the retired share never falls, is 0 before the old age and 1 at the final age', () => {
    for (const born of range(1935, 2000)) {
      const shares = range(20, 79).map((age) => retiredShare(sex, age, born + age));
      for (const [i, share] of shares.entries()) {
        expect(share).toBeGreaterThanOrEqual(shares[i - 1] ?? 0);
        if (i + 20 < old) expect(share).toBe(0);
        if (i + 20 >= final) expect(share).toBe(1);
      }
    }
  });

  test('of each year of birth, the yearly probabilities multiply to the share not yet retired', () => {
    for (const born of range(1935, 2000)) {
      let working = 1;
      for (const age of range(21, 79)) {
        working *= 1 - retirementProbability(sex, age, born + age);
        expect(working).toBeCloseTo(1 - retiredShare(sex, age, born + age), 12);
      }
    }
  });

  test('retire by the shares of a plain count over twelve months of birth', () => {
    for (const year of range(2012, 2060))
      for (const age of range(20, 79)) {
        expect(retiredShare(sex, age, year)).toBeCloseTo(plainRetiredShare(sex, age, year), 12);
        expect(retirementProbability(sex, age, year)).toBeCloseTo(plainRetirement(sex, age, year), 12);
      }
  });
});
