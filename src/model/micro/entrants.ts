import { put, putInPool } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { cellOf } from './micro-state.ts';

/** First and last age at which persons enter. */
type EntryAges = readonly [number, number];

/**
 * GPs of the entry ages into a group: sex by the share of women, ages evenly. In a row of all cells one person stands at every whole step
 * from a random start on, so that each cell gets its exact share, rounded down or up; see `splitByChance`.
 * @param start uniform above 0 and below 1: where the row of persons begins
 */
export function enter(
  run: MicroRun,
  area: number,
  group: number,
  persons: number,
  start: number,
  ages: EntryAges,
  at: number,
): void {
  const { cells, heads } = run.entrants;
  const entries = findCells(run, persons, start, ages, at);
  for (let entry = 0; entry < entries; entry++) put(run, area, group, cells[entry]!, heads[entry]!);
}

/** New physicians into the pool; see `enter`. */
export function enterPool(
  run: MicroRun,
  area: number,
  persons: number,
  start: number,
  ages: EntryAges,
  at: number,
): void {
  const { cells, heads } = run.entrants;
  const entries = findCells(run, persons, start, ages, at);
  for (let entry = 0; entry < entries; entry++) putInPool(run, area, cells[entry]!, heads[entry]!);
}

/**
 * Goes from person to person, and takes with each all who stand in the same cell: few persons skip most cells, many are counted at once.
 * @returns the number of cells with somebody in `run.entrants`
 */
function findCells(
  { plan, input, entrants }: MicroRun,
  persons: number,
  start: number,
  [youngest, oldest]: EntryAges,
  at: number,
): number {
  const { femaleShare } = input.rates;
  const ages = oldest - youngest + 1;
  // The row is as long as there are persons: men, then women, both by age.
  const men = persons * (1 - femaleShare);
  const perMan = ages / men;
  const perWoman = ages / (persons - men);
  let entries = 0;
  let given = 0;
  while (given < persons) {
    const place = given + 1 - start;
    const sex = place < men ? 0 : 1;
    const before = sex === 0 ? 0 : men;
    const perPerson = sex === 0 ? perMan : perWoman;
    // Rounding may leave the last person over.
    const age = Math.min(ages - 1, ((place - before) * perPerson) | 0);
    const end = before + (age + 1) / perPerson + start;
    const until = Math.max(given + 1, Math.min(persons, end | 0));
    entrants.cells[entries] = cellOf(plan, sex, youngest + age, at);
    entrants.heads[entries++] = until - given;
    given = until;
  }
  return entries;
}
