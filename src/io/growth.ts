import { projectResidents, scaleToWhole } from '../model/population.ts';
import { nthRoot } from '../model/roots.ts';
import type { AreaResidents } from '../model/types.ts';

/** Growth factor of one year, when `first` became `last` in so many years at an even pace. */
export function yearlyFactor(first: number, last: number, years: number): number {
  return nthRoot(last / first, years);
}

/** Residents of each area at the end of a year, scaled to the whole where that is published; see `residentsIn`. */
export function residentsByArea(areas: AreaResidents[], whole: AreaResidents | null, year: number): number[] {
  const each = Float64Array.from(areas, (area) => residentsIn(area, year));
  if (whole !== null) scaleToWhole(each, [residentsIn(whole, year)]);
  return [...each];
}

/** Residents at the end of a year under the trend, as the model counts them: what is derived from residents agrees with it. */
export function residentsIn(residents: AreaResidents, year: number): number {
  const counted = residents.observed.find((one) => one.year === year);
  if (counted) return counted.persons;
  return projectResidents(residents, 'trend', year, year, null)[0] ?? 0;
}
