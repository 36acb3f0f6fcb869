import { AGES, LAPSE_YEARS, MIN_AGE } from './cohort-input.ts';
import type { AreaOpening, CohortInput } from './cohort-input.ts';
import {
  ASSISTANT,
  FREE,
  POOL,
  REHIRED,
  ROWS_PER_GROUP,
  UNREGISTERED,
  add,
  emptyState,
  openRow,
} from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import { floorToGrid, onGrid, sharesOf } from './grid.ts';
import type { Shares } from './grid.ts';
import { retiredShare } from './retirement.ts';

/** Stocks of the base year; whoever is past the retirement date counts as rehired. @param spare arrays that may become rows */
export function openingState(input: CohortInput, spare?: Float64Array[]): CohortState {
  const state = emptyState(input.opening.length, spare);
  const heads = (pick: (opening: AreaOpening) => number): Float64Array => {
    const persons = new Float64Array(state.areas);
    input.opening.forEach((opening, area) => (persons[area] = onGrid(pick(opening))));
    return persons;
  };
  const ages = agesOf(input.opening.map((opening) => opening.ageShares));
  const poolAges = agesOf(input.opening.map((opening) => opening.poolShares));
  fill(
    state,
    FREE,
    heads((opening) => opening.registered),
    ages,
  );
  fill(
    state,
    ASSISTANT,
    heads((opening) => opening.assistant),
    ages,
  );
  fill(
    state,
    POOL,
    heads((opening) => opening.pool),
    poolAges,
  );
  const years = input.rates.lapse ? LAPSE_YEARS : 1;
  const unregistered = heads((opening) => opening.unregistered);
  const inYear = unregistered.map((all) => onGrid(all / years));
  for (let j = 1; j < years; j++) {
    fill(state, UNREGISTERED + j, inYear, ages);
    for (let area = 0; area < unregistered.length; area++) unregistered[area]! -= inYear[area]!;
  }
  fill(state, UNREGISTERED, unregistered, ages);
  for (const group of [FREE, ASSISTANT]) rehirePastDate(state, group, input.base);
  return state;
}

/** Most areas have the default ages, one and the same table: its shares are worked out once. */
function agesOf(tables: readonly (readonly [number[], number[]])[]): Shares[] {
  const known = new Map<readonly [number[], number[]], Shares>();
  return tables.map((table) => {
    const shares = known.get(table) ?? sharesOf(Float64Array.from(table.flat()));
    known.set(table, shares);
    return shares;
  });
}

/** Spreads heads by area over the ages of a group: row by row, since a row of areas lies together in memory. */
function fill(state: CohortState, group: number, heads: Float64Array, ages: readonly Shares[]): void {
  if (heads.every((persons) => persons === 0)) return;
  const rest = heads.slice();
  for (let cell = 0; cell < ROWS_PER_GROUP; cell++) {
    let row: Float64Array | null = null;
    for (let area = 0; area < state.areas; area++) {
      const { shares, sum } = ages[area]!;
      if (shares[cell] === 0) continue;
      row ??= openRow(state, group * ROWS_PER_GROUP + cell);
      const part = floorToGrid((heads[area]! * shares[cell]!) / sum);
      row[area] = part;
      rest[area]! -= part;
    }
  }
  ages.forEach(({ largest }, area) => add(state, group * ROWS_PER_GROUP + largest, area, rest[area]!));
}

/** Whoever of a group is past the retirement date at the end of the base year works on as rehired. */
function rehirePastDate(state: CohortState, group: number, base: number): void {
  for (let cell = 0; cell < ROWS_PER_GROUP; cell++) {
    const share = retiredShare(cell < AGES ? 0 : 1, MIN_AGE + (cell % AGES), base);
    const persons = state.rows[group * ROWS_PER_GROUP + cell];
    if (share === 0 || persons === undefined) continue;
    for (let area = 0; area < state.areas; area++) {
      const past = onGrid(persons[area]! * share);
      persons[area]! -= past;
      add(state, REHIRED * ROWS_PER_GROUP + cell, area, past);
    }
  }
}
