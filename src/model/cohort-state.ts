import { AGES, LAPSE_YEARS, MIN_AGE } from './cohort-input.ts';
import type { Sex } from './types.ts';

/**
 * Layout of the stocks: [group × sex × age × area], row-major, areas innermost: a row is one group, sex and age in all areas,
 * so that probabilities, which do not depend on the area, are looked up once a row.
 */
export const FREE = 0;
/** Registered, first year after an obligation has ended; BOUND + k − 1: k years of obligation left. */
export const FREED = 1;
export const BOUND = 2;
export const MAX_OBLIGATION = 6;
export const ASSISTANT = BOUND + MAX_OBLIGATION;
/** Certified-unregistered; UNREGISTERED + j: j years unused. */
export const UNREGISTERED = ASSISTANT + 1;
/** Rehired after retirement, in full-time equivalents. */
export const REHIRED = UNREGISTERED + LAPSE_YEARS;
/** Eligible physicians who may take transfer training. */
export const POOL = REHIRED + 1;
const GROUPS = POOL + 1;

export const ROWS_PER_GROUP = 2 * AGES;

export interface CohortState {
  areas: number;
  /** Persons, on the grid. */
  persons: Float64Array;
  /** 1 for rows that may hold somebody. */
  occupied: Uint8Array;
}

export function emptyState(areas: number): CohortState {
  const rows = GROUPS * ROWS_PER_GROUP;
  return { areas, persons: new Float64Array(rows * areas), occupied: new Uint8Array(rows) };
}

/** Row of a group, sex and age (20–79). */
export function rowOf(group: number, sex: Sex, age: number): number {
  return (group * 2 + sex) * AGES + (age - MIN_AGE);
}

export function add(state: CohortState, row: number, area: number, persons: number): void {
  if (persons === 0) return;
  state.persons[row * state.areas + area]! += persons;
  state.occupied[row] = 1;
}

/** Adds the persons of `groups` (first to last) to `out`, by area. */
export function sumGroups(state: CohortState, first: number, last: number, out: Float64Array): void {
  const { areas, persons, occupied } = state;
  for (let row = first * ROWS_PER_GROUP; row < (last + 1) * ROWS_PER_GROUP; row++) {
    if (occupied[row] === 0) continue;
    const at = row * areas;
    for (let area = 0; area < areas; area++) out[area]! += persons[at + area]!;
  }
}
