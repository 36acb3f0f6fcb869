import { put } from './micro-run.ts';
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
  [youngest, oldest]: EntryAges,
  at: number,
): void {
  const { femaleShare } = run.input.rates;
  const ages = oldest - youngest + 1;
  let until = start;
  let given = 0;
  for (let sex = 0; sex < 2; sex++) {
    const step = (persons * (sex === 1 ? femaleShare : 1 - femaleShare)) / ages;
    const first = cellOf(run.plan, sex, youngest, at);
    for (let cell = first; cell < first + ages; cell++) {
      until += step;
      if (until < given + 1) continue;
      const next = Math.min(persons, until | 0);
      put(run, area, group, cell, next - given);
      given = next;
      if (given === persons) return;
    }
  }
  // Rounding may leave the last person over.
  if (given < persons) put(run, area, group, lastCell(run, oldest, at), persons - given);
}

/** New physicians into the pool; see `enter`. They are many, so that every cell is written. */
export function enterPool(
  run: MicroRun,
  area: number,
  persons: number,
  start: number,
  [youngest, oldest]: EntryAges,
  at: number,
): void {
  const { plan, pool, poolTotals } = run;
  const { femaleShare } = run.input.rates;
  const ages = oldest - youngest + 1;
  const row = area * plan.size;
  let until = start;
  let given = 0;
  for (let sex = 0; sex < 2; sex++) {
    const step = (persons * (sex === 1 ? femaleShare : 1 - femaleShare)) / ages;
    const first = row + cellOf(plan, sex, youngest, at);
    for (let cell = first; cell < first + ages; cell++) {
      until += step;
      const next = Math.min(persons, until | 0);
      pool[cell]! += next - given;
      given = next;
    }
  }
  pool[row + lastCell(run, oldest, at)]! += persons - given;
  poolTotals[area]! += persons;
}

function lastCell({ plan, input }: MicroRun, oldest: number, at: number): number {
  return cellOf(plan, input.rates.femaleShare > 0 ? 1 : 0, oldest, at);
}
