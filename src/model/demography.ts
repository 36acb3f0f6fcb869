import type { Demography } from './cohort-component.ts';
import type { Reference } from './reference.ts';

/** Index of the last entry of an ascending list that is not above `value`; the first where all are. */
function notAbove(list: readonly number[], value: number): number {
  let found = 0;
  for (let i = 0; i < list.length; i++) if (list[i]! <= value) found = i;
  return found;
}

/** What was made of a table is kept with it: what runs work out of rates of death for themselves, they find again. */
const DEMOGRAPHIES = new WeakMap<Reference, Demography>();
const DEATHS = new WeakMap<Demography, ReturnType<typeof deathProbability>>();

/**
 * Death and birth rates by calendar year: mortality of the five-year period, fertility of the year and five-year age group;
 * the first and last known serve outside.
 */
export function demographyOf(reference: Reference): Demography {
  const known = DEMOGRAPHIES.get(reference);
  if (known !== undefined) return known;
  const { mortality, fertility, maleShareAtBirth } = reference;
  const demography: Demography = {
    mortality: (year, sex, age) => mortality.mx[notAbove(mortality.periods, year)]![sex][age]!,
    fertility: (year, age) => {
      const row = Math.max(0, Math.min(fertility.rates.length - 1, year - fertility.first));
      return fertility.rates[row]![Math.floor((age - 10) / 5)] ?? 0;
    },
    maleShareAtBirth,
  };
  DEMOGRAPHIES.set(reference, demography);
  return demography;
}

/** Probability of dying within a year from the death rate of the age reached. */
export function deathProbability(demography: Demography): (year: number, sex: 0 | 1, age: number) => number {
  const known = DEATHS.get(demography);
  if (known !== undefined) return known;
  const death = (year: number, sex: 0 | 1, age: number): number => {
    const rate = demography.mortality(year, sex, age);
    return rate / (1 + rate / 2);
  };
  DEATHS.set(demography, death);
  return death;
}
