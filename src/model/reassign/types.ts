import type { Problem } from '../types.ts';

/** Levers that move whole persons (step 7), in the order in which Hunan names them after priority placement. */
export const MOVE_LEVERS = ['within', 'dispatch', 'counterpart'] as const;
export type MoveLever = (typeof MOVE_LEVERS)[number];

/** In place of an area: outside the place (counterpart support). */
export const OUTSIDE = -1;

/** A month of a year, 1–12. */
export interface Month {
  year: number;
  month: number;
}

/** Whole persons who change their centre. `from` and `to` are indices of areas, or OUTSIDE. */
export interface Move {
  lever: MoveLever;
  from: number;
  to: number;
  persons: number;
  /** First month in the new centre. */
  start: Month;
  /** Last month there; null: for good. */
  end: Month | null;
  /** null where no distance is known. */
  km: number | null;
  /** Why: GPs of the receiving centre without this move, and its minimum. */
  had: number;
  minimum: number;
}

/** Why a centre stays below its minimum. */
export type Block =
  'no-donor' | 'cap-within' | 'cap-dispatch' | 'cap-counterpart' | 'distance' | 'floor' | 'time-limit';

export interface ShortCentre {
  area: number;
  year: number;
  gps: number;
  minimum: number;
  block: Block;
}

/** What one more of something would bring, in centres at the minimum in the year `year`. */
export interface ShadowPrice {
  kind: 'hospital' | 'dispatch' | 'within' | 'counterpart' | 'distance' | 'floor';
  /** By how much it is given: persons, or km (null: without limit). */
  by: number | null;
  year: number;
  /** null: not known in time. */
  centres: number | null;
}

/** The plan of reassignment over all years. */
export interface MovePlan {
  years: number[];
  moves: Move[];
  /** Centres at their minimum at the end of each year: without and with the moves. */
  metBefore: number[];
  metAfter: number[];
  /** Centres that have a minimum. */
  centres: number;
  /** GPs wanted in every centre: the most that any document or target of the reader's own asks for. */
  each: number;
  /** The month of each year at whose end that is held against; null: the year's end. */
  months: (number | null)[];
  short: ShortCentre[];
  /** Centres that have a minimum, as they would be without any move: whole GPs by year. */
  without: { area: number; heads: number[]; minimum: number }[];
  /** Proven best in all three goals; otherwise `distance`: how many centre-years the best could be better at most. */
  proven: boolean;
  distance: number | null;
  /** Values of the three goals: centre-years at the minimum, total density gap (persons), moves, kilometres. */
  goals: { centreYears: number; gap: number; moves: number; km: number };
  shadow: ShadowPrice[];
  problems: Problem[];
}
