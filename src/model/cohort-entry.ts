import { AGES, DELAY, ENTRY_AGES, HISTORY, MIN_AGE } from './cohort-input.ts';
import type { CohortInput, YearLevers } from './cohort-input.ts';
import { ASSISTANT, BOUND, FREE, FREED, POOL, UNREGISTERED, rowOf } from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import { onGrid, splitExactly } from './grid.ts';
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

/** Transfer trainees who are out of the pool, [sex × age at the start × area]. */
export interface Trainees {
  persons: Float64Array;
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
  splitExactly(
    total,
    cells.map((cell) => cell.share),
    parts,
  );
  return cells.map((cell, i) => ({ source, group, sex: cell.sex, age: cell.age, total: parts[i]! }));
}

/** New GPs of one source and group with their areas, persons [sex × age × area]. */
export interface Arrivals {
  source: PathName;
  group: number;
  persons: Float64Array;
}

/**
 * Step 4 for transfer training: those who were drawn a year ago, one year older, in the areas that sent them. Those who fail
 * go back to the pool of `state`.
 */
export function qualifyFromTransfer(input: CohortInput, trainees: Trainees, state: CohortState): Arrivals[] {
  const { areas, persons, occupied } = state;
  const { pass, registeredShare } = input.rates;
  const registered = new Float64Array(trainees.persons.length);
  const unregistered = new Float64Array(trainees.persons.length);
  const pool = rowOf(POOL, 0, MIN_AGE);
  const last = 2 * AGES - 1;
  for (let cell = 0; cell < last; cell++) {
    const at = cell * areas;
    const older = at + areas;
    for (let area = 0; area < areas; area++) {
      const heads = trainees.persons[at + area]!;
      if (heads === 0) continue;
      const passed = onGrid(heads * pass.transfer);
      const atOnce = onGrid(passed * registeredShare);
      registered[older + area] = atOnce;
      unregistered[older + area] = passed - atOnce;
      persons[pool * areas + older + area]! += heads - passed;
      occupied[pool + cell + 1] = 1;
    }
  }
  return [
    { source: 'transfer', group: FREE, persons: registered },
    { source: 'transfer', group: UNREGISTERED, persons: unregistered },
  ];
}

/**
 * Trainees whose course began up to the base year and who qualify in `year`: by the areas' opening pools (residents, where
 * there is no pool at all) and the pool's ages up to the upper age; none where nobody is young enough. They do not come out of
 * the opening pool: they had left it before.
 */
export function traineesFromHistory(input: CohortInput, year: number): Trainees | null {
  const heads = dueFromHistory(input, 'transfer', year);
  if (heads === 0) return null;
  const areas = input.opening.length;
  const weights = new Float64Array(2 * AGES * areas);
  const anyPool = input.opening.some((opening) => opening.pool > 0);
  input.opening.forEach((opening, area) => {
    const size = anyPool ? opening.pool : input.residents[area * (input.horizon - input.base + 1)]!;
    const ages = opening.poolShares.map((shares) => shares.slice(0, input.rates.transferMaxAge - MIN_AGE + 1));
    const eligible = ages.flat().reduce((sum, share) => sum + share, 0);
    ages.forEach((shares, sex) => {
      shares.forEach((share, i) => {
        weights[(sex * AGES + i) * areas + area] = eligible > 0 ? (size * share) / eligible : 0;
      });
    });
  });
  if (weights.every((weight) => weight === 0)) return null;
  const persons = new Float64Array(weights.length);
  splitExactly(onGrid(heads), weights, persons);
  return { persons };
}

/**
 * Draws the year's transfer intake out of the pool, in proportion from all areas, ages and sexes up to the upper age.
 * @returns the trainees, and how many eligible there were (the intake never exceeds them)
 */
export function drawTrainees(
  input: CohortInput,
  year: number,
  state: CohortState,
): { trainees: Trainees; eligible: number } {
  const { areas, persons, occupied } = state;
  const eligibleCells = new Float64Array(2 * AGES * areas);
  const first = rowOf(POOL, 0, MIN_AGE) * areas;
  let eligible = 0;
  for (const sex of [0, 1] as const) {
    for (let age = MIN_AGE; age <= input.rates.transferMaxAge; age++) {
      const row = rowOf(POOL, sex, age);
      if (occupied[row] === 0) continue;
      for (let area = 0; area < areas; area++) {
        eligibleCells[row * areas + area - first] = persons[row * areas + area]!;
        eligible += persons[row * areas + area]!;
      }
    }
  }
  const trainees = { persons: new Float64Array(eligibleCells.length) };
  const wanted = onGrid(leversOf(input, year).transfer);
  if (wanted >= eligible) trainees.persons.set(eligibleCells);
  else splitExactly(wanted, eligibleCells, trainees.persons);
  for (let cell = 0; cell < eligibleCells.length; cell++) persons[first + cell]! -= trainees.persons[cell]!;
  return { trainees, eligible };
}
