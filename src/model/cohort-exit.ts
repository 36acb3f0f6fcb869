import { AGES, LAPSE_YEARS, LAST_AGE, MIN_AGE } from './cohort-input.ts';
import type { Rates, YearLevers } from './cohort-input.ts';
import {
  ASSISTANT,
  BOUND,
  FREE,
  FREED,
  MAX_OBLIGATION,
  POOL,
  REHIRED,
  ROWS_PER_GROUP,
  UNREGISTERED,
  closeRow,
  openRow,
  rowOf,
} from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import { GRID_SHIFT } from './grid.ts';
import { retirementProbability } from './retirement.ts';
import type { Sex } from './types.ts';

/** Where the leavers of a year are added up, by area. */
export interface ExitSinks {
  deaths: Float64Array;
  retired: Float64Array;
  left: Float64Array;
  leftAfterObligation: Float64Array;
  breached: Float64Array;
  lapsed: Float64Array;
  rehired: Float64Array;
  /** Everybody who leaves the eligible pool. */
  pool: Float64Array;
}

/** Counts of a status that the counting rule leaves out go here. */
export type Weights = { assistant: number; unregistered: number };

/** One group's way through a year: where its survivors go, what makes the third kind of leaver, and who counts them. */
interface Passage {
  from: number;
  to: number;
  /** Probability of the third way out, below 35 and above. */
  young: number;
  old: number;
  retires: boolean;
  rehire: number;
  deaths: Float64Array;
  retired: Float64Array;
  left: Float64Array;
}

/** Probabilities of one year by [sex × age reached]. */
interface YearOdds {
  death: Float64Array;
  retirement: Float64Array;
}

/** Tables of the years that a mortality has been asked for: runs of one place share them. */
const KNOWN = new WeakMap<Rates['death'], Map<number, YearOdds>>();

function yearOdds(year: number, { death }: Rates): YearOdds {
  const known = KNOWN.get(death) ?? new Map<number, YearOdds>();
  KNOWN.set(death, known);
  const before = known.get(year);
  if (before !== undefined) return before;
  const odds = { death: new Float64Array(2 * AGES), retirement: new Float64Array(2 * AGES) };
  for (const sex of [0, 1] as const) {
    for (let i = 0; i < AGES; i++) {
      odds.death[sex * AGES + i] = death(year, sex, MIN_AGE + i);
      odds.retirement[sex * AGES + i] = retirementProbability(sex, MIN_AGE + i, year);
    }
  }
  known.set(year, odds);
  return odds;
}

/**
 * Steps 1 to 3 of a year: everybody a year older; death, then retirement, then the group's own way out; certificates lapse.
 * With x persons in a cell: d = x·q, r = (x − d)·p, l = (x − d − r)·v, each rounded to the grid; x − d − r − l move on.
 */
export function ageAndExit(
  state: CohortState,
  year: number,
  rates: Rates,
  levers: YearLevers,
  weights: Weights,
  sinks: ExitSinks,
): void {
  const odds = yearOdds(year, rates);
  const uncounted = new Float64Array(state.areas);
  const attrition = Math.min(1, rates.attrition * levers.retention);
  const youngAttrition = Math.min(1, rates.attrition * levers.retention * rates.youngAttrition);
  const counted = (weight: number) => ({
    deaths: weight ? sinks.deaths : uncounted,
    retired: weight ? sinks.retired : uncounted,
    left: weight ? sinks.left : uncounted,
  });
  const rehire = levers.rehire * rates.fte;
  const working = { retires: true, rehire, young: youngAttrition, old: attrition };

  // The order keeps each group's destination free of people who have yet to move.
  const passages: Passage[] = [
    {
      from: REHIRED,
      to: REHIRED,
      young: 1 / rates.rehireYears,
      old: 1 / rates.rehireYears,
      retires: false,
      rehire: 0,
      ...counted(1),
    },
    { ...working, from: FREE, to: FREE, ...counted(1) },
    {
      ...working,
      from: FREED,
      to: FREE,
      ...counted(1),
      young: rates.postExit,
      old: rates.postExit,
      left: sinks.leftAfterObligation,
    },
  ];
  for (let k = 1; k <= MAX_OBLIGATION; k++) {
    passages.push({
      ...working,
      from: BOUND + k - 1,
      to: k === 1 ? FREED : BOUND + k - 2,
      ...counted(1),
      young: rates.breach,
      old: rates.breach,
      left: sinks.breached,
    });
  }
  passages.push({ ...working, from: ASSISTANT, to: ASSISTANT, ...counted(weights.assistant) });
  const unregistered = { ...working, rehire: 0, ...counted(weights.unregistered) };
  if (rates.lapse) {
    lapse(state, weights.unregistered ? sinks.lapsed : uncounted, odds, unregistered, sinks);
    for (let j = LAPSE_YEARS - 2; j >= 0; j--) {
      passages.push({ ...unregistered, from: UNREGISTERED + j, to: UNREGISTERED + j + 1 });
    }
  } else passages.push({ ...unregistered, from: UNREGISTERED, to: UNREGISTERED });
  passages.push({
    from: POOL,
    to: POOL,
    young: Math.min(1, rates.attrition * rates.youngAttrition),
    old: Math.min(1, rates.attrition),
    retires: true,
    rehire: 0,
    deaths: sinks.pool,
    retired: sinks.pool,
    left: sinks.pool,
  });
  for (const passage of passages) pass(state, passage, odds, sinks.rehired);
}

/** Those five years without use: first the exits of the year, then whoever is left loses the certificate. */
function lapse(
  state: CohortState,
  lapsed: Float64Array,
  odds: YearOdds,
  exits: Omit<Passage, 'from' | 'to'>,
  sinks: ExitSinks,
): void {
  const group = UNREGISTERED + LAPSE_YEARS - 1;
  pass(state, { ...exits, from: group, to: group }, odds, sinks.rehired);
  for (let row = group * ROWS_PER_GROUP; row < (group + 1) * ROWS_PER_GROUP; row++) {
    const persons = state.rows[row];
    if (persons === undefined) continue;
    for (let area = 0; area < state.areas; area++) lapsed[area]! += persons[area]!;
    closeRow(state, row);
  }
}

const BOTH: readonly Sex[] = [0, 1];

function pass(state: CohortState, passage: Passage, odds: YearOdds, rehired: Float64Array): void {
  const { from: group, to, young, old, retires, rehire } = passage;
  const oldest = MIN_AGE + AGES - 1;
  for (const sex of BOTH) {
    // Whoever would turn 80 is past every retirement date.
    const last = rowOf(group, sex, oldest);
    if (state.rows[last] !== undefined) {
      if (retires) moveRow(state, last, last, 0, 1, 0, passage, -1, rehired);
      else moveRow(state, last, last, 0, 0, 1, passage, -1, rehired);
    }
    const first = rowOf(group, sex, MIN_AGE);
    const target = rowOf(to, sex, MIN_AGE);
    // From the oldest down: the row above has moved on before this one moves into it.
    for (let i = AGES - 1; i > 0; i--) {
      if (state.rows[first + i - 1] === undefined) continue;
      const age = MIN_AGE + i;
      const retirement = retires ? odds.retirement[sex * AGES + i]! : 0;
      // The rehired are past every retirement date, and none works on beyond the last age.
      const leaving = !retires && age >= LAST_AGE ? 1 : age < 35 ? young : old;
      const rehiredRow = rehire > 0 && age < LAST_AGE && retirement > 0 ? rowOf(REHIRED, sex, age) : -1;
      const death = odds.death[sex * AGES + i]!;
      moveRow(state, first + i - 1, target + i, death, retirement, leaving, passage, rehiredRow, rehired);
    }
  }
}

/** The hot loop: one row of areas through death, retirement and the third way out. */
function moveRow(
  state: CohortState,
  from: number,
  to: number,
  death: number,
  retirement: number,
  leaving: number,
  passage: Passage,
  rehiredRow: number,
  rehired: Float64Array,
): void {
  const { areas } = state;
  const { deaths, retired, left } = passage;
  const persons = openRow(state, from);
  const shift = GRID_SHIFT;
  if (retirement === 0) {
    for (let area = 0; area < areas; area++) {
      const stock = persons[area]!;
      const dead = stock * death + shift - shift;
      const alive = stock - dead;
      const gone = alive * leaving + shift - shift;
      deaths[area]! += dead;
      left[area]! += gone;
      persons[area] = alive - gone;
    }
  } else if (rehiredRow < 0) {
    for (let area = 0; area < areas; area++) {
      const stock = persons[area]!;
      const dead = stock * death + shift - shift;
      const alive = stock - dead;
      const retiring = alive * retirement + shift - shift;
      const staying = alive - retiring;
      const gone = staying * leaving + shift - shift;
      deaths[area]! += dead;
      retired[area]! += retiring;
      left[area]! += gone;
      persons[area] = staying - gone;
    }
  } else {
    const back = openRow(state, rehiredRow);
    for (let area = 0; area < areas; area++) {
      const stock = persons[area]!;
      const dead = stock * death + shift - shift;
      const alive = stock - dead;
      const retiring = alive * retirement + shift - shift;
      const staying = alive - retiring;
      const gone = staying * leaving + shift - shift;
      deaths[area]! += dead;
      retired[area]! += retiring;
      left[area]! += gone;
      persons[area] = staying - gone;
      const rehires = retiring * passage.rehire + shift - shift;
      rehired[area]! += rehires;
      back[area]! += rehires;
    }
  }
  if (death < 1 && retirement < 1 && leaving < 1) settleRow(state, from, to);
  else closeRow(state, from);
}

/** The survivors of a row are those of `to` from now on, together with who is there already. */
function settleRow(state: CohortState, from: number, to: number): void {
  const persons = openRow(state, from);
  const there = state.rows[to];
  if (there === undefined) {
    state.rows[to] = persons;
    state.rows[from] = undefined;
    return;
  }
  for (let area = 0; area < state.areas; area++) there[area]! += persons[area]!;
  closeRow(state, from);
}
