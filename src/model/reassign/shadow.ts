import { needOf } from './case.ts';
import type { ReassignCase } from './case.ts';
import { reachGoals } from './goals.ts';
import { metByYear, outcomeOf } from './outcome.ts';
import type { Solver } from './program.ts';
import type { ShadowPrice } from './types.ts';

/** Seconds for one county and one question; none of them takes nearly as long. */
const PATIENCE = 2;

/** Most centres that can be at their minimum in one year, whatever happens in the others. */
export function mostCentres(given: ReassignCase, at: number, solver: Solver): number {
  const early = {
    ...given,
    years: given.years.slice(0, at + 1),
    // Only this year's needs count: before it nobody lacks anybody.
    centres: given.centres.map((centre) => ({
      ...centre,
      lack: centre.lack.map(() => null),
      heads: centre.heads.map((heads, year) => (year === at ? heads : Math.max(heads, centre.minimum))),
    })),
  };
  const centres = given.centres.filter(({ minimum }) => minimum > 0);
  const anyway = centres.filter((centre) => needOf(centre, at) === 0).length;
  if (anyway === centres.length) return anyway;
  const { starts } = reachGoals(early, solver, PATIENCE, () => undefined, ['centres']);
  return metByYear(given, outcomeOf(early, starts).heads)[at]!;
}

/** A way in which a planner could give way, and the counties as they would be then. */
export interface Concession {
  kind: ShadowPrice['kind'];
  by: number | null;
  cases: ReassignCase[];
}

/**
 * What each concession brings in a year, in centres at the minimum: each side by its own best for that year, in all counties.
 */
export function shadowPrices(
  given: readonly ReassignCase[],
  concessions: readonly Concession[],
  at: number,
  solver: Solver,
): ShadowPrice[] {
  const total = (cases: readonly ReassignCase[]): number =>
    cases.reduce((sum, one) => sum + mostCentres(one, at, solver), 0);
  const now = total(given);
  return concessions.map(({ kind, by, cases }) => ({
    kind,
    by,
    year: given[0]!.years[at]!,
    centres: total(cases) - now,
  }));
}
