import type { Sex } from './types.ts';

/** Months since year 0, January = 0. */
const monthIndex = (year: number, month: number): number => year * 12 + month;
const REFORM = monthIndex(2025, 0);
const OLD_AGE: readonly [number, number] = [60, 55];

/**
 * Share of people aged `age` on 31 December of `year` whose retirement date has passed; births spread evenly over twelve months.
 * Men 60, women (technical staff) 55; someone whose old date falls m whole months after January 2025 retires
 * min(36, ⌊m/4⌋ + 1) months later.
 * Source: Decision of the Standing Committee of the National People's Congress, 13 September 2024.
 */
export function retiredShare(sex: Sex, age: number, year: number): number {
  let passed = 0;
  for (let birthMonth = 0; birthMonth < 12; birthMonth++) {
    const oldDate = monthIndex(year - age + OLD_AGE[sex], birthMonth);
    const after = oldDate - REFORM;
    const delay = after < 0 ? 0 : Math.min(36, Math.floor(after / 4) + 1);
    if (oldDate + delay <= monthIndex(year, 11)) passed++;
  }
  return passed / 12;
}

/**
 * Probability that someone not yet retired at the end of `year − 1` retires in `year`, by the age reached in `year`.
 * 1 for whoever is past the date already.
 */
export function retirementProbability(sex: Sex, age: number, year: number): number {
  const before = retiredShare(sex, age - 1, year - 1);
  return before >= 1 ? 1 : (retiredShare(sex, age, year) - before) / (1 - before);
}
