import type { MoveLever } from './types.ts';

/** What the planner allows: levers of reassignment and their conditions. */
export interface ReassignLimits {
  /** Moves a year between the centres of a county, in the whole place. */
  within: number;
  /** Hospital GPs away at once. */
  dispatch: number;
  /** Posts filled from outside at once. */
  counterpart: number;
  /** Years of a dispatch and of a counterpart post. */
  term: number;
  /** Farthest move, km; null: no limit. */
  maxKm: number | null;
  /** Levers, the preferred one first: decides between plans that are equal in everything but kilometres. */
  order: readonly MoveLever[];
  /** Month in which moves start, 1–12. */
  month: number;
}

/** One area as the plan sees it, without any move. Arrays by year of the case. */
export interface CentreCase {
  /** Moves within the county and dispatches stay between areas of the same one. */
  county: string;
  /** Gives by dispatch, never receives. */
  hospital: boolean;
  /** Fewest GPs wanted; 0: no minimum. */
  minimum: number;
  /** Whole GPs under the counting rule. */
  heads: number[];
  /**
   * GPs that may be given away up to a year, all together. Of a centre: so many that no later year falls below its floor, never
   * falling; of a hospital: so many that may be away in that year.
   */
  spare: number[];
  /** GPs lacking to the wanted density, persons to a thousandth; negative: above it. 0 without a wanted density. */
  lack: number[];
}

/** Everything that a plan is made from. */
export interface ReassignCase {
  years: number[];
  /** In the order of the place's areas. */
  centres: CentreCase[];
  limits: ReassignLimits;
  /** Kilometres from area to area, [from × to]; null: not known. */
  km: (number | null)[][] | null;
  /** A density is wanted in some year: the second goal counts. */
  densityWanted: boolean;
}

/** Persons that a centre lacks to its minimum in a year of the case; 0 where it has none. */
export function needOf(centre: CentreCase, at: number): number {
  return Math.max(0, centre.minimum - centre.heads[at]!);
}

/** Whether people may be moved between two areas at all: one county, within the distance. Unknown distances are beyond every limit. */
export function reachable({ centres, km, limits }: ReassignCase, from: number, to: number): boolean {
  if (from === to || centres[from]!.county !== centres[to]!.county) return false;
  if (limits.maxKm === null) return true;
  const distance = km?.[from]?.[to] ?? null;
  return distance !== null && distance <= limits.maxKm;
}

/** Distance as a cost, in tenths of a kilometre: where it is not known, as far as the farthest that is; from outside, none. */
export function tenthsOf({ km }: ReassignCase, from: number | null, to: number | null, farthest: number): number {
  if (km === null || from === null || to === null || from < 0) return 0;
  const distance = km[from]?.[to] ?? null;
  return distance === null ? farthest : Math.round(10 * distance);
}

/** The longest known distance, tenths of a kilometre; 0 where none is known. */
export function farthestTenths({ km }: ReassignCase): number {
  let most = 0;
  for (const row of km ?? []) for (const distance of row) most = Math.max(most, Math.round(10 * (distance ?? 0)));
  return most;
}
