import { ageAndExit } from './cohort-exit.ts';
import type { ExitSinks } from './cohort-exit.ts';
import type { CohortInput, Rates, YearLevers } from './cohort-input.ts';
import { ASSISTANT, FREE, ROWS_PER_GROUP, add, closeRow, emptyState, rowOf } from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import type { YearFlows } from './cohort-placing.ts';
import type { CountWeights } from './count.ts';
import { floorToGrid } from './grid.ts';
import { thereAtEnd } from './reassign/months.ts';
import { OUTSIDE } from './reassign/types.ts';
import type { Move } from './reassign/types.ts';

type Movers = NonNullable<CohortInput['movers']>;
/** Ages at which those from outside come, evenly. */
const OUTSIDE_AGES = [30, 45] as const;

/**
 * Those who are away for a time, a column for each move: a shadow of people who stand in the stocks of where they are. It ages and leaves
 * by the same odds, so that as many go home as are left of them.
 */
export interface Guests {
  moves: readonly Move[];
  state: CohortState;
}

export function noGuests(moves: readonly Move[]): Guests {
  const temporary = moves.filter(({ end }) => end !== null);
  return { moves: temporary, state: emptyState(temporary.length) };
}

/** Step 2 for guests: the exits themselves are in the flows of the areas that they are in. */
export function ageGuests(
  { moves, state }: Guests,
  year: number,
  rates: Rates,
  levers: YearLevers,
  weights: CountWeights,
): void {
  if (moves.length === 0) return;
  const unread = new Float64Array(moves.length);
  const sinks: ExitSinks = {
    deaths: unread,
    retired: unread,
    left: unread,
    leftAfterObligation: unread,
    breached: unread,
    lapsed: unread,
    rehired: unread,
    pool: unread,
  };
  ageAndExit(state, year, rates, levers, weights, sinks);
}

/**
 * Step 7: whose time is over goes home, then the year's moves start. Whole persons, taken from a donor's movable in proportion over their
 * ages, never more than are there. Every move enters the ledger of both areas.
 */
export function applyMoves(
  state: CohortState,
  guests: Guests,
  moves: readonly Move[],
  year: number,
  rules: { movers: Movers; femaleShare: number; weights: CountWeights },
  flows: YearFlows,
): void {
  const { movers, femaleShare, weights } = rules;
  guests.moves.forEach((move, column) => {
    if (!thereAtEnd(move, year - 1) || thereAtEnd(move, year)) return;
    for (const row of rowsOf('assistants')) {
      const gone = Math.min(guests.state.rows[row]?.[column] ?? 0, state.rows[row]?.[move.to] ?? 0);
      if (gone <= 0) continue;
      shift(state, row, gone, move.to, move.from, weights, flows);
    }
    for (let row = 0; row < guests.state.rows.length; row++) {
      const persons = guests.state.rows[row];
      if (persons !== undefined) persons[column] = 0;
    }
  });
  for (const move of moves) {
    if (move.start.year !== year || !thereAtEnd(move, year)) continue;
    const column = guests.moves.indexOf(move);
    const parts = move.from === OUTSIDE ? fromOutside(move.persons, femaleShare) : taken(state, move, movers);
    for (const [row, persons] of parts) {
      shift(state, row, persons, move.from, move.to, weights, flows);
      if (column >= 0) add(guests.state, row, column, persons);
    }
  }
  for (let row = 0; row < guests.state.rows.length; row++) {
    if (guests.state.rows[row]?.every((persons) => persons === 0) === true) closeRow(guests.state, row);
  }
}

/** Persons of an area who may be moved. */
export function movableIn(state: CohortState, area: number, movers: Movers): number {
  let sum = 0;
  for (const row of rowsOf(movers)) sum += state.rows[row]?.[area] ?? 0;
  return sum;
}

/** Rows of those who may be moved: not the bound, who are bound to their place. */
function rowsOf(movers: Movers): number[] {
  const groups = movers === 'assistants' ? [FREE, ASSISTANT] : [FREE];
  return groups.flatMap((group) => Array.from({ length: ROWS_PER_GROUP }, (_, cell) => group * ROWS_PER_GROUP + cell));
}

/** Takes a move's persons by row: the same share of every age, what rounding leaves from the first rows that have more. */
function taken(state: CohortState, move: Move, movers: Movers): [row: number, persons: number][] {
  const rows = rowsOf(movers).filter((row) => (state.rows[row]?.[move.from] ?? 0) > 0);
  const there = movableIn(state, move.from, movers);
  const wanted = Math.min(move.persons, there);
  let rest = wanted;
  const parts = rows.map((row): [number, number] => {
    const part = floorToGrid((state.rows[row]![move.from]! * wanted) / there);
    rest -= part;
    return [row, part];
  });
  for (const part of parts) {
    const more = Math.min(rest, state.rows[part[0]]![move.from]! - part[1]);
    part[1] += more;
    rest -= more;
  }
  return parts;
}

function fromOutside(persons: number, femaleShare: number): [row: number, persons: number][] {
  const [youngest, oldest] = OUTSIDE_AGES;
  const ages = oldest - youngest + 1;
  const parts: [number, number][] = [];
  let rest = persons;
  for (const sex of [0, 1] as const) {
    for (let age = youngest; age <= oldest; age++) {
      const part = floorToGrid((persons * (sex === 1 ? femaleShare : 1 - femaleShare)) / ages);
      rest -= part;
      parts.push([rowOf(FREE, sex, age), part]);
    }
  }
  parts[0]![1] += rest;
  return parts;
}

/** Moves persons of one row, in stocks and flows. */
function shift(
  state: CohortState,
  row: number,
  persons: number,
  from: number,
  to: number,
  weights: CountWeights,
  flows: YearFlows,
): void {
  const counts = row >= ASSISTANT * ROWS_PER_GROUP ? weights.assistant : 1;
  if (from !== OUTSIDE) {
    add(state, row, from, -persons);
    flows.movedOut[from]! += persons * counts;
  }
  if (to !== OUTSIDE) {
    add(state, row, to, persons);
    flows.movedIn[to]! += persons * counts;
  }
}
