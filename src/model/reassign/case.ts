import type { MoveLever } from './types.ts';

/** What the planner allows: levers of reassignment and their conditions. Caps are of one county. */
export interface ReassignLimits {
  /** Moves a year between the centres. */
  within: number;
  /** Hospital GPs away at once. */
  dispatch: number;
  /** Posts filled from outside at once. */
  counterpart: number;
  /** Years of a dispatch and of a post from outside. */
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
  /** Index of the area in the place. */
  area: number;
  /** Gives by dispatch, never receives. */
  hospital: boolean;
  /** Fewest GPs wanted; 0: no minimum. */
  minimum: number;
  /** Whole GPs under the counting rule: what is projected, rounded down. */
  heads: number[];
  /**
   * GPs that may be given away up to a year, all together. Of a centre: so many that no later year falls below its floor, never
   * falling; of a hospital: so many that may be away in that year.
   */
  spare: number[];
  /** The same as if no floor were kept. */
  unfloored: number[];
  /** GPs lacking to the wanted density, persons to a thousandth; negative: above it; null: no density is wanted. */
  lack: (number | null)[];
}

/** One county: everything that its plan is made from. Counties share nobody, so that the best of each is the best of all. */
export interface ReassignCase {
  years: number[];
  centres: CentreCase[];
  limits: ReassignLimits;
  /** Kilometres from centre to centre, [from × to]; null: not known. */
  km: (number | null)[][] | null;
}

/** Persons that a centre lacks to its minimum in a year of the case; 0 where it has none. */
export function needOf(centre: CentreCase, at: number): number {
  return Math.max(0, centre.minimum - centre.heads[at]!);
}

/** Kilometres between two centres; null where they are not known. */
export function kmBetween({ km }: ReassignCase, from: number, to: number): number | null {
  return km?.[from]?.[to] ?? null;
}

/** Whether people may be moved between two centres at all. Unknown distances are beyond every limit. */
export function reachable(given: ReassignCase, from: number, to: number): boolean {
  const { maxKm } = given.limits;
  if (from === to) return false;
  if (maxKm === null) return true;
  const distance = kmBetween(given, from, to);
  return distance !== null && distance <= maxKm;
}

/** Distance as a cost, in tenths of a kilometre: where it is not known, as far as the farthest that is; from outside, none. */
export function tenthsOf(given: ReassignCase, from: number | null, to: number | null, farthest: number): number {
  if (given.km === null || from === null || to === null || from < 0) return 0;
  const distance = kmBetween(given, from, to);
  return distance === null ? farthest : Math.round(10 * distance);
}

/** The longest known distance, tenths of a kilometre; 0 where none is known. */
export function farthestTenths({ km }: ReassignCase): number {
  let most = 0;
  for (const row of km ?? []) for (const distance of row) most = Math.max(most, Math.round(10 * (distance ?? 0)));
  return most;
}
