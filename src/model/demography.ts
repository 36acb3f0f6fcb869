import type { Demography } from './cohort-component.ts';
import type { Reference } from './reference.ts';

/** Index of the last entry of an ascending list that is not above `value`; the first where all are. */
function notAbove(list: readonly number[], value: number): number {
  let found = 0;
  for (let i = 0; i < list.length; i++) if (list[i]! <= value) found = i;
  return found;
}

/**
 * Death and birth rates by calendar year: mortality of the five-year period, fertility of the year and five-year age group;
 * the first and last known serve outside.
 */
export function demographyOf(reference: Reference): Demography {
  const { mortality, fertility, maleShareAtBirth } = reference;
  return {
    mortality: (year, sex, age) => mortality.mx[notAbove(mortality.periods, year)]![sex][age]!,
    fertility: (year, age) => {
      const row = Math.max(0, Math.min(fertility.rates.length - 1, year - fertility.first));
      return fertility.rates[row]![Math.floor((age - 10) / 5)] ?? 0;
    },
    maleShareAtBirth,
  };
}

/** Probability of dying within a year from the death rate of the age reached. */
export function deathProbability(demography: Demography): (year: number, sex: 0 | 1, age: number) => number {
  return (year, sex, age) => {
    const rate = demography.mortality(year, sex, age);
    return rate / (1 + rate / 2);
  };
}
