import { projectResidents } from '../model/population.ts';
import { nthRoot } from '../model/roots.ts';
import type { AreaResidents } from '../model/types.ts';

/** Growth factor of one year, when `first` became `last` in so many years at an even pace. */
export function yearlyFactor(first: number, last: number, years: number): number {
  return nthRoot(last / first, years);
}

/** Residents at the end of a year under the trend, as the model counts them: what is derived from residents agrees with it. */
export function residentsIn(residents: AreaResidents, year: number): number {
  return projectResidents(residents, 'trend', year, year, null)[0] ?? 0;
}
