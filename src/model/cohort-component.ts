import { nthRoot } from './roots.ts';

/** Oldest single year of age; open-ended. */
export const OLDEST = 100;

/** Death and birth rates of the population, the same in every area. */
export interface Demography {
  /** Deaths per person-year at single age 0–100 in a calendar year, by sex. */
  mortality: (year: number, sex: 0 | 1, age: number) => number;
  /** Births per woman-year at single age 10–54 in a calendar year. */
  fertility: (year: number, age: number) => number;
  maleShareAtBirth: number;
}

/** Persons by [sex][19 bands: 0, 1–4, 5–9, …, 80–84, 85+]. */
export type BandedAges = readonly [readonly number[], readonly number[]];

/** Probability of living from one 31 December to the next, for people of `age` at the first. */
function survival(demography: Demography, year: number, sex: 0 | 1, age: number): number {
  const older = Math.min(OLDEST, age + 1);
  const rate = (demography.mortality(year, sex, age) + demography.mortality(year, sex, older)) / 2;
  return (1 - rate / 2) / (1 + rate / 2);
}

/** First and last age of each census band. */
export function bandAges(band: number): [number, number] {
  if (band === 0) return [0, 0];
  if (band === 1) return [1, 4];
  return [(band - 1) * 5, band === 18 ? OLDEST : (band - 1) * 5 + 4];
}

/** Single ages from census bands: evenly within a band, 85+ in proportion to the survivors of the year's life table. */
export function singleAges(bands: BandedAges, year: number, demography: Demography): [Float64Array, Float64Array] {
  const single = (sex: 0 | 1): Float64Array => {
    const ages = new Float64Array(OLDEST + 1);
    for (let band = 0; band < 19; band++) {
      const [first, last] = bandAges(band);
      const persons = bands[sex][band] ?? 0;
      const weights: number[] = [];
      let weight = 1;
      for (let age = first; age <= last; age++) {
        weights.push(weight);
        if (band === 18) weight *= survival(demography, year, sex, age);
      }
      const sum = weights.reduce((a, b) => a + b, 0);
      weights.forEach((share, i) => (ages[first + i] = (persons * share) / sum));
    }
    return ages;
  };
  return [single(0), single(1)];
}

/**
 * Residents by the cohort-component method: everybody a year older and thinned by mortality, net migration by age, births
 * of the year surviving to its end.
 * @param bands census ages by sex, taken as of 31 December of `census`
 * @param netMigration yearly net migrants per resident by [sex][age], from −1; null: none
 * @returns residents on 31 December of each year from `census` to `last`
 */
export function cohortComponent(
  bands: BandedAges,
  census: number,
  last: number,
  demography: Demography,
  netMigration: readonly [Float64Array, Float64Array] | null,
): Float64Array {
  const totals = new Float64Array(last - census + 1);
  let people = singleAges(bands, census, demography);
  const total = (): number => people[0].reduce((a, b) => a + b, 0) + people[1].reduce((a, b) => a + b, 0);
  totals[0] = total();
  for (let year = census + 1; year <= last; year++) {
    const next: [Float64Array, Float64Array] = [new Float64Array(OLDEST + 1), new Float64Array(OLDEST + 1)];
    for (const sex of [0, 1] as const) {
      for (let age = 0; age <= OLDEST; age++) {
        const older = Math.min(OLDEST, age + 1);
        const alive = people[sex][age]! * survival(demography, year, sex, age);
        next[sex][older]! += Math.max(0, alive * (1 + (netMigration?.[sex][older] ?? 0)));
      }
    }
    let births = 0;
    for (let age = 10; age <= 54; age++) {
      births += ((people[1][age]! + next[1][age]!) / 2) * demography.fertility(year, age);
    }
    for (const sex of [0, 1] as const) {
      const share = sex === 0 ? demography.maleShareAtBirth : 1 - demography.maleShareAtBirth;
      const alive = births * share * (1 - demography.mortality(year, sex, 0) / 2);
      next[sex][0] = Math.max(0, alive * (1 + (netMigration?.[sex][0] ?? 0)));
    }
    people = next;
    totals[year - census] = total();
  }
  return totals;
}

/**
 * Yearly net migration by age from two censuses ten years apart: who is there in the second against who of the first would
 * have survived, spread over the years as compound growth. Children under ten, who were not born at the first census, move as women of 25–39 do.
 * @returns net migrants a year per resident, [sex][age 0–100]
 */
export function censusSurvivalMigration(
  first: { year: number; bands: BandedAges },
  second: { year: number; bands: BandedAges },
  demography: Demography,
): [Float64Array, Float64Array] {
  const years = second.year - first.year;
  const survivors = singleAges(first.bands, first.year, demography);
  for (let year = first.year + 1; year <= second.year; year++) {
    for (const sex of [0, 1] as const) {
      const next = new Float64Array(OLDEST + 1);
      for (let age = 0; age <= OLDEST; age++) {
        next[Math.min(OLDEST, age + 1)]! += survivors[sex][age]! * survival(demography, year, sex, age);
      }
      survivors[sex] = next;
    }
  }
  const rates: [Float64Array, Float64Array] = [new Float64Array(OLDEST + 1), new Float64Array(OLDEST + 1)];
  const rateOf = (sex: 0 | 1, from: number, to: number): number => {
    let expected = 0;
    let found = 0;
    for (let band = 0; band < 19; band++) {
      const [low, high] = bandAges(band);
      if (low < from || low > to) continue;
      found += second.bands[sex][band] ?? 0;
      for (let age = low; age <= high; age++) expected += survivors[sex][age]!;
    }
    if (expected <= 0) return 0;
    return found > 0 ? nthRoot(found / expected, years) - 1 : -1;
  };
  for (const sex of [0, 1] as const) {
    const children = rateOf(1, 25, 39);
    for (let age = 0; age <= OLDEST; age++) {
      const low = age >= 85 ? 85 : age - (age % 5);
      rates[sex][age] = age < years ? children : rateOf(sex, low, low);
    }
  }
  return rates;
}
