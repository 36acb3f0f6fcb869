import { AGES, LAPSE_YEARS, MIN_AGE } from './cohort-input.ts';
import type { Sex } from './types.ts';

/**
 * Layout of the stocks: [group × sex × age] rows of areas. A row is one group, sex and age in all areas, so that probabilities,
 * which do not depend on the area, are looked up once a row; and it is there only while somebody may be in it, since most never
 * are: 40,000 townships would otherwise take 576 MB.
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

/** Persons in rows of areas. */
export interface Rows {
  areas: number;
  /** Persons by area, on the grid; undefined: nobody. */
  rows: (Float64Array | undefined)[];
  /** Arrays that were rows, to be used again; what is in them means nothing. */
  spare: Float64Array[];
}
/** The stocks, in the layout above. */
export type CohortState = Rows;

/** @param spare arrays of as many areas; several `Rows` may share them */
export function emptyRows(areas: number, rows: number, spare: Float64Array[] = []): Rows {
  const nobody: (Float64Array | undefined)[] = [];
  for (let row = 0; row < rows; row++) nobody.push(undefined);
  return { areas, rows: nobody, spare };
}

export function emptyState(areas: number, spare?: Float64Array[]): CohortState {
  return emptyRows(areas, GROUPS * ROWS_PER_GROUP, spare);
}

/** Row of a group, sex and age (20–79). */
export function rowOf(group: number, sex: Sex, age: number): number {
  return (group * 2 + sex) * AGES + (age - MIN_AGE);
}

/** The row, made empty where it is not there. */
export function openRow(state: Rows, row: number): Float64Array {
  return state.rows[row] ?? newRow(state, row).fill(0);
}

/** A row in place of the one that was there. Whoever calls writes every area. */
export function newRow(state: Rows, row: number): Float64Array {
  return (state.rows[row] ??= state.spare.pop() ?? new Float64Array(state.areas));
}

/** Nobody is in the row any more. */
export function closeRow(state: Rows, row: number): void {
  const persons = state.rows[row];
  if (persons === undefined) return;
  state.rows[row] = undefined;
  state.spare.push(persons);
}

/** Nobody is in any row any more. */
export function closeAll(state: Rows): void {
  for (let row = 0; row < state.rows.length; row++) closeRow(state, row);
}

export function add(state: CohortState, row: number, area: number, persons: number): void {
  if (persons !== 0) openRow(state, row)[area]! += persons;
}

/** Adds the persons of `groups` (first to last) to `out`, by area: two rows at a time, which halves the sums that are written. */
export function sumGroups(state: CohortState, first: number, last: number, out: Float64Array): void {
  let waiting: Float64Array | null = null;
  for (let row = first * ROWS_PER_GROUP; row < (last + 1) * ROWS_PER_GROUP; row++) {
    const persons = state.rows[row];
    if (persons === undefined) continue;
    if (waiting === null) waiting = persons;
    else {
      for (let area = 0; area < state.areas; area++) out[area]! += waiting[area]! + persons[area]!;
      waiting = null;
    }
  }
  if (waiting) for (let area = 0; area < state.areas; area++) out[area]! += waiting[area]!;
}
