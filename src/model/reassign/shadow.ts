import { needOf } from './case.ts';
import type { ReassignCase } from './case.ts';
import { networkOf } from './network.ts';
import type { StartSolver } from './program.ts';
import type { ShadowPrice } from './types.ts';

/** Seconds for one county and one question; none of them takes nearly as long. */
const PATIENCE = 2;

/** Most centres that can be at their minimum in one year, whatever happens in the others. */
export function mostCentres(given: ReassignCase, at: number, startSolver: StartSolver): number {
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
  const { program, met } = networkOf(early, given.limits.maxKm !== null);
  const columns = met.filter((one) => one.at === at).map(({ column }) => column);
  if (columns.length === 0) return anyway;
  const solver = startSolver(program);
  const { values } = solver.minimise(
    new Map(columns.map((column) => [column, -1])),
    PATIENCE,
    program.lower.map(() => 0),
  );
  solver.close();
  return anyway + columns.reduce((sum, column) => sum + Math.round(values?.[column] ?? 0), 0);
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
  startSolver: StartSolver,
): ShadowPrice[] {
  const total = (cases: readonly ReassignCase[]): number =>
    cases.reduce((sum, one) => sum + mostCentres(one, at, startSolver), 0);
  const now = total(given);
  return concessions.map(({ kind, by, cases }) => ({
    kind,
    by,
    year: given[0]!.years[at]!,
    centres: total(cases) - now,
  }));
}
