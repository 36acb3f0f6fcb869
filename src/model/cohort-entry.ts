import { AGES, DELAY, ENTRY_AGES, HISTORY, MIN_AGE } from './cohort-input.ts';
import type { CohortInput, YearLevers } from './cohort-input.ts';
import { ASSISTANT, BOUND, FREE, FREED, POOL, UNREGISTERED, add, rowOf } from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import { onGrid, splitExactly } from './grid.ts';
import { PATHS } from './types.ts';
import type { PathName, Sex } from './types.ts';

/** New GPs of one kind in one year: a path or recruitment, a group, a sex and an age. */
export interface Batch {
  source: PathName | 'recruit';
  group: number;
  sex: Sex;
  age: number;
  /** Persons by area where it is settled who goes where (in post); otherwise only the total is. */
  byArea: Float64Array | null;
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
  return cells.map((cell, i) => ({ source, group, sex: cell.sex, age: cell.age, byArea: null, total: parts[i]! }));
}

/**
 * Step 4 for transfer training: those who were drawn a year ago, one year older, in the areas that sent them.
 * @returns batches with persons by area; the failed have gone back to the pool of `state`
 */
export function qualifyFromTransfer(input: CohortInput, trainees: Trainees, state: CohortState): Batch[] {
  const { areas } = state;
  const { pass, registeredShare } = input.rates;
  const batches: Batch[] = [];
  for (const sex of [0, 1] as const) {
    for (let age = MIN_AGE; age < MIN_AGE + AGES - 1; age++) {
      const at = (sex * AGES + age - MIN_AGE) * areas;
      const registered = new Float64Array(areas);
      const unregistered = new Float64Array(areas);
      let total = 0;
      for (let area = 0; area < areas; area++) {
        const heads = trainees.persons[at + area]!;
        if (heads === 0) continue;
        const passed = onGrid(heads * pass.transfer);
        registered[area] = onGrid(passed * registeredShare);
        unregistered[area] = passed - registered[area]!;
        add(state, rowOf(POOL, sex, age + 1), area, heads - passed);
        total += heads;
      }
      if (total === 0) continue;
      for (const [group, byArea] of [
        [FREE, registered],
        [UNREGISTERED, unregistered],
      ] as const) {
        batches.push({
          source: 'transfer',
          group,
          sex,
          age: age + 1,
          byArea,
          total: byArea.reduce((a, b) => a + b, 0),
        });
      }
    }
  }
  return batches;
}

/**
 * Trainees whose course began up to the base year and who qualify in `year`: by the areas' opening pools and the pool's
 * ages up to the upper age. They do not come out of the opening pool: they had left it before.
 */
export function traineesFromHistory(input: CohortInput, year: number): Trainees | null {
  const heads = dueFromHistory(input, 'transfer', year);
  if (heads === 0) return null;
  const areas = input.opening.length;
  const weights = new Float64Array(2 * AGES * areas);
  const anyPool = input.opening.some((opening) => opening.pool > 0);
  input.opening.forEach((opening, area) => {
    const size = anyPool ? opening.pool : input.residents[area * (input.horizon - input.base + 1)]!;
    opening.poolShares.forEach((shares, sex) => {
      for (let age = MIN_AGE; age <= input.rates.transferMaxAge; age++) {
        weights[(sex * AGES + age - MIN_AGE) * areas + area] = size * shares[age - MIN_AGE]!;
      }
    });
  });
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
