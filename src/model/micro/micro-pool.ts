import { leversOf } from '../cohort-entry.ts';
import { ENTRY_AGES, LAPSE_YEARS, MIN_AGE } from '../cohort-input.ts';
import { FREE, POOL, UNREGISTERED } from '../cohort-state.ts';
import { binomial } from './binomial.ts';
import { PURPOSE, addFlow, nextCell, put, take } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { GROUPS, TRAINEE, cellOf } from './micro-state.ts';
import { roundByChance } from './sampling.ts';
import { nextShare, seek } from './stream.ts';

/** Step 3 for the pool: new physicians take the places of those who left, and add its growth. */
export function refillPool(run: MicroRun, at: number): void {
  const { rates, base } = run.input;
  for (let area = 0; area < run.plan.areas; area++) {
    const grown = run.poolBefore[area]! * rates.poolGrowth;
    if (run.poolExits[area] === 0 && grown === 0) continue;
    seek(run.stream, PURPOSE.pool, area, base + at);
    const start = nextShare(run.stream);
    const arriving = Math.max(0, run.poolExits[area]! + roundByChance(run.stream, grown));
    enter(run, area, POOL, arriving, start, ENTRY_AGES.pool, at);
  }
}

/**
 * Persons of the entry ages into a group: sex by the share of women, ages evenly; see `splitByChance`.
 * @param start a random share: where the row of persons begins
 */
export function enter(
  run: MicroRun,
  area: number,
  group: number,
  persons: number,
  start: number,
  [youngest, oldest]: readonly [number, number],
  at: number,
): void {
  if (persons === 0) return;
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
      const next = Math.min(persons, Math.floor(until));
      put(run, area, group, cell, next - given);
      given = next;
    }
  }
  // Rounding may leave the last person over.
  if (given < persons) put(run, area, group, cellOf(run.plan, femaleShare > 0 ? 1 : 0, oldest, at), persons - given);
}

/** The registration drive on those who were certified-unregistered before this year: how many is chance; who, is spread evenly. */
export function registerDrive(run: MicroRun, at: number, share: number): void {
  if (share === 0) return;
  const { plan, persons, totals, stream } = run;
  for (let area = 0; area < plan.areas; area++) {
    const first = area * GROUPS + UNREGISTERED;
    let all = 0;
    for (let j = 0; j < LAPSE_YEARS; j++) all += totals[first + j]!;
    if (all === 0) continue;
    seek(stream, PURPOSE.drive, area, run.input.base + at);
    const start = nextShare(stream);
    const moving = binomial(stream, all, share);
    if (moving === 0) continue;
    const apart = all / moving;
    let before = 0;
    let next = start * apart;
    let taken = 0;
    for (let group = UNREGISTERED; group < UNREGISTERED + LAPSE_YEARS && taken < moving; group++) {
      let cell = nextCell(run, area, group, 0);
      for (; cell >= 0 && taken < moving; cell = nextCell(run, area, group, cell + 1)) {
        before += persons[(area * GROUPS + group) * plan.size + cell]!;
        let here = 0;
        for (; next < before && taken < moving; next = (++taken + start) * apart) here++;
        take(run, area, group, cell, here);
        put(run, area, FREE, cell, here);
      }
    }
    addFlow(run, 'registered', area, at, taken * (1 - run.weights.unregistered));
  }
}

/**
 * Draws the year's transfer intake out of the pool, in proportion from all areas, ages and sexes up to the upper age: every so-many-th
 * person of the row, from a random one on, so that each has the same chance and the number is just the intake.
 */
export function drawTrainees(run: MicroRun, at: number): void {
  const { input, plan, persons, stream } = run;
  const ages = Math.floor(input.rates.transferMaxAge) - MIN_AGE + 1;
  let eligible = 0;
  for (let area = 0; area < plan.areas; area++) {
    const start = (area * GROUPS + POOL) * plan.size;
    eligible += run.totals[area * GROUPS + POOL]!;
    for (let sex = 0; sex < 2; sex++) {
      const youngest = start + cellOf(plan, sex, MIN_AGE, at);
      for (let cell = youngest + ages; cell <= youngest + plan.ages[at]![sex]!; cell++) eligible -= persons[cell]!;
    }
  }
  seek(stream, PURPOSE.trainees, 0, input.base + at);
  const start = nextShare(stream);
  const intake = Math.min(eligible, roundByChance(stream, leversOf(input, input.base + at).transfer));
  if (intake === 0) return;
  const apart = eligible / intake;
  let before = 0;
  let next = Math.floor(start * apart);
  let taken = 0;
  for (let area = 0; area < plan.areas && taken < intake; area++) {
    const pool = (area * GROUPS + POOL) * plan.size;
    for (const sex of [0, 1] as const) {
      const from = cellOf(plan, sex, MIN_AGE, at);
      for (let cell = from; cell < from + ages; cell++) {
        before += persons[pool + cell]!;
        if (next >= before) continue;
        let here = 0;
        for (; next < before && taken < intake; next = Math.floor((++taken + start) * apart)) here++;
        take(run, area, POOL, cell, here);
        put(run, area, TRAINEE, cell, here);
      }
    }
  }
}
