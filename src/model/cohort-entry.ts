import { AGES, DELAY, ENTRY_AGES, HISTORY, MIN_AGE } from './cohort-input.ts';
import type { AreaOpening, CohortInput, YearLevers } from './cohort-input.ts';
import { ASSISTANT, BOUND, FREE, FREED, POOL, ROWS_PER_GROUP, UNREGISTERED, rowOf } from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import { onGrid, sharesOf, splitExactly } from './grid.ts';
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

/** People by [sex × age × area], as one group of the state, and which rows of it hold anybody. */
export interface People {
  persons: Float64Array;
  occupied: Uint8Array;
}

export function nobody(areas: number): People {
  return { persons: new Float64Array(ROWS_PER_GROUP * areas), occupied: new Uint8Array(ROWS_PER_GROUP) };
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

/** New GPs of one source and group, with their areas. */
export interface Arrivals extends People {
  source: PathName;
  group: number;
}

/**
 * Step 4 for transfer training: those who were drawn a year ago, one year older, in the areas that sent them. Those who fail
 * go back to the pool of `state`.
 * @param into receives those who register at once and those who do not; only rows marked as occupied mean anything
 */
export function qualifyFromTransfer(
  input: CohortInput,
  trainees: People,
  state: CohortState,
  into: readonly [registered: People, unregistered: People],
): Arrivals[] {
  const { areas, persons, occupied } = state;
  const { pass, registeredShare } = input.rates;
  const [registered, unregistered] = into;
  registered.occupied.fill(0);
  unregistered.occupied.fill(0);
  const pool = rowOf(POOL, 0, MIN_AGE);
  for (let cell = 0; cell < ROWS_PER_GROUP - 1; cell++) {
    if (trainees.occupied[cell] === 0) continue;
    const at = cell * areas;
    const older = at + areas;
    for (let area = 0; area < areas; area++) {
      const heads = trainees.persons[at + area]!;
      const passed = onGrid(heads * pass.transfer);
      const atOnce = onGrid(passed * registeredShare);
      registered.persons[older + area] = atOnce;
      unregistered.persons[older + area] = passed - atOnce;
      persons[pool * areas + older + area]! += heads - passed;
    }
    registered.occupied[cell + 1] = 1;
    unregistered.occupied[cell + 1] = 1;
    occupied[pool + cell + 1] = 1;
  }
  return [
    { source: 'transfer', group: FREE, ...registered },
    { source: 'transfer', group: UNREGISTERED, ...unregistered },
  ];
}

/**
 * Trainees whose course began up to the base year and who qualify in `year`: by the areas' opening pools (residents, where
 * there is no pool at all) and the pool's ages up to the upper age; none where nobody is young enough. They do not come out of
 * the opening pool: they had left it before.
 */
export function traineesFromHistory(input: CohortInput, year: number): People | null {
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
  const trainees = nobody(areas);
  const weights = new Float64Array(trainees.persons.length);
  for (const sex of [0, 1] as const) {
    for (let i = 0; i <= oldest; i++) {
      const cell = sex * AGES + i;
      trainees.occupied[cell] = 1;
      for (let area = 0; area < areas; area++) {
        weights[cell * areas + area] = perShare[area]! * input.opening[area]!.poolShares[sex][i]!;
      }
    }
  }
  splitExactly(onGrid(heads), sharesOf(weights), trainees.persons);
  return trainees;
}

function sumUpTo(shares: AreaOpening['poolShares'], last: number): number {
  return shares.flatMap((bySex) => bySex.slice(0, last + 1)).reduce((sum, share) => sum + share, 0);
}

/**
 * Draws the year's transfer intake out of the pool, in proportion from all areas, ages and sexes up to the upper age.
 * @param trainees receives them; only rows marked as occupied mean anything
 * @returns how many eligible there were (the intake never exceeds them)
 */
export function drawTrainees(input: CohortInput, year: number, state: CohortState, trainees: People): number {
  const { areas, persons, occupied } = state;
  const first = rowOf(POOL, 0, MIN_AGE);
  const rows: number[] = [];
  for (const sex of [0, 1] as const) {
    for (let age = MIN_AGE; age <= input.rates.transferMaxAge; age++) {
      if (occupied[rowOf(POOL, sex, age)] === 1) rows.push(rowOf(POOL, sex, age));
    }
  }
  let eligible = 0;
  for (const row of rows) for (let area = 0; area < areas; area++) eligible += persons[row * areas + area]!;
  const wanted = Math.min(eligible, onGrid(leversOf(input, year).transfer));
  const share = eligible > 0 ? wanted / eligible : 0;
  trainees.occupied.fill(0);
  let rest = wanted;
  let largest = -1;
  for (const row of rows) {
    const to = (row - first) * areas;
    trainees.occupied[row - first] = 1;
    for (let area = 0; area < areas; area++) {
      const drawn = onGrid(persons[row * areas + area]! * share);
      trainees.persons[to + area] = drawn;
      persons[row * areas + area]! -= drawn;
      rest -= drawn;
      if (largest < 0 || drawn > trainees.persons[largest]!) largest = to + area;
    }
  }
  // What rounding left over, a hair either way, is taken from where most were drawn, if as many are there.
  const left = largest < 0 ? 0 : persons[first * areas + largest]!;
  if (largest >= 0 && rest >= -trainees.persons[largest]! && rest <= left) {
    trainees.persons[largest]! += rest;
    persons[first * areas + largest] = left - rest;
  }
  return eligible;
}
