import { AGES, DELAY, ENTRY_AGES, HISTORY, MIN_AGE } from './cohort-input.ts';
import type { AreaOpening, CohortInput, YearLevers } from './cohort-input.ts';
import {
  ASSISTANT,
  BOUND,
  FREE,
  FREED,
  POOL,
  ROWS_PER_GROUP,
  UNREGISTERED,
  closeAll,
  emptyRows,
  newRow,
  openRow,
  rowOf,
} from './cohort-state.ts';
import type { CohortState, Rows } from './cohort-state.ts';
import { onGrid, sharesOf, splitExactly, splitRowsExactly } from './grid.ts';
import { PATHS } from './types.ts';
import type { PathName, Sex } from './types.ts';

/** New GPs of one kind in one year, yet without an area: a path or recruitment, a group, a sex and an age. */
export interface Batch {
  source: PathName | 'recruit';
  group: number;
  sex: Sex;
  age: number;
  total: number;
}

/** People by [sex × age × area], as one group of the state. */
export function nobody(areas: number, spare?: Float64Array[]): Rows {
  return emptyRows(areas, ROWS_PER_GROUP, spare);
}

/** Shares by [sex × age] of people who enter evenly between two ages. */
function entryCells([youngest, oldest]: readonly [number, number], femaleShare: number) {
  const cells: { sex: Sex; age: number; share: number }[] = [];
  for (const sex of [0, 1] as const) {
    for (let age = youngest; age <= oldest; age++)
      cells.push({ sex, age, share: sex === 1 ? femaleShare : 1 - femaleShare });
  }
  return cells;
}

/** Levers of a year; the table begins HISTORY years before the base year. */
export function leversOf(input: CohortInput, year: number): YearLevers {
  const levers = input.levers[year - input.base + HISTORY];
  if (levers === undefined) throw new RangeError(`no levers for ${year}`);
  return levers;
}

/** Heads of a path who are due in `year` from courses begun up to the base year: the listed ones, or the baseline's intake. */
export function dueFromHistory(input: CohortInput, path: PathName, year: number): number {
  if (input.training !== null) {
    const listed = input.training.filter((group) => group.path === path && group.qualifies === year);
    return listed.reduce((sum, group) => sum + group.persons, 0);
  }
  const began = year - DELAY[path];
  return began <= input.base ? leversOf(input, began)[path] : 0;
}

/** Group in which those of a path start who register at once. */
function registeredGroup(input: CohortInput, path: PathName): number {
  if (path === 'assistant') return ASSISTANT;
  if (path !== 'ruralOriented') return FREE;
  return input.rates.obligationYears === 0 ? FREED : BOUND + input.rates.obligationYears - 1;
}

/**
 * Step 4 for the paths that are taught outside the service: who qualifies in `year`, and who goes back to the pool.
 * @returns batches (totals) and the failed, both by sex and age
 */
export function qualifyFromCourses(input: CohortInput, year: number): { batches: Batch[]; failed: Batch[] } {
  const batches: Batch[] = [];
  const failed: Batch[] = [];
  for (const path of PATHS) {
    if (path === 'transfer') continue;
    const began = year - DELAY[path];
    const begunLater = began > input.base ? leversOf(input, began)[path] : 0;
    const heads = onGrid(dueFromHistory(input, path, year) + begunLater);
    const passed = onGrid(heads * input.rates.pass[path]);
    const registeredShare = path === 'ruralOriented' ? 1 : input.rates.registeredShare;
    const registered = onGrid(passed * registeredShare);
    const cells = entryCells(ENTRY_AGES[path], input.rates.femaleShare);
    const batch = (group: number, total: number): Batch[] => spread(path, group, total, cells);
    batches.push(...batch(registeredGroup(input, path), registered), ...batch(UNREGISTERED, passed - registered));
    failed.push(...batch(POOL, heads - passed));
  }
  return { batches, failed };
}

/** Step 5: people recruited in `year`. */
export function recruit(input: CohortInput, year: number): Batch[] {
  const cells = entryCells(ENTRY_AGES.recruit, input.rates.femaleShare);
  return spread('recruit', FREE, onGrid(leversOf(input, year).recruit), cells);
}

function spread(
  source: Batch['source'],
  group: number,
  total: number,
  cells: { sex: Sex; age: number; share: number }[],
): Batch[] {
  if (total <= 0) return [];
  const parts = new Float64Array(cells.length);
  splitExactly(total, sharesOf(cells.map((cell) => cell.share)), parts);
  return cells.map((cell, i) => ({ source, group, sex: cell.sex, age: cell.age, total: parts[i]! }));
}

/** New GPs out of transfer training, with their areas; rows [sex × age], the same ones of both. */
export interface Arrivals {
  /** Who register at once. */
  registered: Rows;
  unregistered: Rows;
}

/**
 * Step 4 for transfer training: those who were drawn a year ago, one year older, in the areas that sent them. Those who fail
 * go back to the pool of `state`.
 * @param into receives them, in place of whom it held
 */
export function qualifyFromTransfer(input: CohortInput, trainees: Rows, state: CohortState, into: Arrivals): void {
  const { pass, registeredShare } = input.rates;
  const { registered, unregistered } = into;
  closeAll(registered);
  closeAll(unregistered);
  const pool = rowOf(POOL, 0, MIN_AGE);
  for (let cell = 0; cell < ROWS_PER_GROUP - 1; cell++) {
    const trained = trainees.rows[cell];
    if (trained === undefined) continue;
    const atOnce = newRow(registered, cell + 1);
    const later = newRow(unregistered, cell + 1);
    const back = openRow(state, pool + cell + 1);
    for (let area = 0; area < state.areas; area++) {
      const heads = trained[area]!;
      const passed = onGrid(heads * pass.transfer);
      const registering = onGrid(passed * registeredShare);
      atOnce[area] = registering;
      later[area] = passed - registering;
      back[area]! += heads - passed;
    }
  }
}

/**
 * Trainees whose course began up to the base year and who qualify in `year`: by the areas' opening pools (residents, where
 * there is no pool at all) and the pool's ages up to the upper age; none where nobody is young enough. They do not come out of
 * the opening pool: they had left it before.
 */
export function traineesFromHistory(input: CohortInput, year: number, spare?: Float64Array[]): Rows | null {
  const heads = dueFromHistory(input, 'transfer', year);
  if (heads === 0) return null;
  const areas = input.opening.length;
  const oldest = input.rates.transferMaxAge - MIN_AGE;
  const anyPool = input.opening.some((opening) => opening.pool > 0);
  const eligible = new Map<AreaOpening['poolShares'], number>();
  const perShare = input.opening.map(({ pool, poolShares }, area) => {
    const sum = eligible.get(poolShares) ?? sumUpTo(poolShares, oldest);
    eligible.set(poolShares, sum);
    const size = anyPool ? pool : input.residents[area * (input.horizon - input.base + 1)]!;
    return sum > 0 ? size / sum : 0;
  });
  if (perShare.every((weight) => weight === 0)) return null;
  const trainees = nobody(areas, spare);
  const weights: Float64Array[] = [];
  for (const sex of [0, 1] as const) {
    for (let age = 0; age <= oldest; age++) {
      const row = newRow(trainees, sex * AGES + age);
      for (let area = 0; area < areas; area++) row[area] = perShare[area]! * input.opening[area]!.poolShares[sex][age]!;
      weights.push(row);
    }
  }
  splitRowsExactly(onGrid(heads), weights);
  return trainees;
}

function sumUpTo(shares: AreaOpening['poolShares'], last: number): number {
  return shares.flatMap((bySex) => bySex.slice(0, last + 1)).reduce((sum, share) => sum + share, 0);
}

/**
 * Draws the year's transfer intake out of the pool, in proportion from all areas, ages and sexes up to the upper age.
 * @param trainees receives them, in place of whom it held
 * @returns how many eligible there were (the intake never exceeds them)
 */
export function drawTrainees(input: CohortInput, year: number, state: CohortState, trainees: Rows): number {
  const { areas } = state;
  const first = rowOf(POOL, 0, MIN_AGE);
  const rows: { cell: number; persons: Float64Array }[] = [];
  for (const sex of [0, 1] as const) {
    for (let age = MIN_AGE; age <= input.rates.transferMaxAge; age++) {
      const row = rowOf(POOL, sex, age);
      const persons = state.rows[row];
      if (persons !== undefined) rows.push({ cell: row - first, persons });
    }
  }
  let eligible = 0;
  for (const { persons } of rows) for (let area = 0; area < areas; area++) eligible += persons[area]!;
  const wanted = Math.min(eligible, onGrid(leversOf(input, year).transfer));
  const share = eligible > 0 ? wanted / eligible : 0;
  closeAll(trainees);
  let rest = wanted;
  let most: { drawn: Float64Array; persons: Float64Array; area: number } | null = null;
  for (const { cell, persons } of rows) {
    const drawn = newRow(trainees, cell);
    let highest = most === null ? -1 : most.drawn[most.area]!;
    let at = -1;
    for (let area = 0; area < areas; area++) {
      const heads = onGrid(persons[area]! * share);
      drawn[area] = heads;
      persons[area]! -= heads;
      rest -= heads;
      if (heads > highest) {
        highest = heads;
        at = area;
      }
    }
    if (at >= 0) most = { drawn, persons, area: at };
  }
  // What rounding left over, a hair either way, is taken from where most were drawn, if as many are there.
  if (most === null) return eligible;
  const { drawn, persons, area } = most;
  if (rest >= -drawn[area]! && rest <= persons[area]!) {
    drawn[area]! += rest;
    persons[area]! -= rest;
  }
  return eligible;
}
