import { needOf } from './case.ts';
import type { ReassignCase } from './case.ts';
import { reachGoals } from './goals.ts';
import { metByYear, outcomeOf } from './outcome.ts';
import type { Solver } from './program.ts';
import type { ShadowPrice } from './types.ts';

/** Seconds for one county and one question; none of them takes nearly as long. */
const PATIENCE = 2;

/** Centres at their minimum, and whether time sufficed to prove that more cannot be. */
export interface Most {
  centres: number;
  proven: boolean;
}

/** Most centres of all counties that can be at their minimum in one year, whatever happens in the others. */
export function mostCentres(cases: readonly ReassignCase[], at: number, solver: Solver): Most {
  const each = cases.map((one) => mostOf(one, at, solver));
  return { centres: each.reduce((sum, { centres }) => sum + centres, 0), proven: each.every(({ proven }) => proven) };
}

function mostOf(given: ReassignCase, at: number, solver: Solver): Most {
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
  if (anyway === centres.length) return { centres: anyway, proven: true };
  const { starts, open } = reachGoals(early, solver, PATIENCE, () => undefined, ['centres']);
  return { centres: metByYear(given, outcomeOf(early, starts).heads)[at]!, proven: open === null };
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
  const now = mostCentres(given, at, solver);
  return concessions.map(({ kind, by, cases }) => {
    const then = mostCentres(cases, at, solver);
    const centres = now.proven && then.proven ? then.centres - now.centres : null;
    return { kind, by, year: given[0]!.years[at]!, centres };
  });
}
