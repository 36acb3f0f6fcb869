import { leversOf } from '../cohort-entry.ts';
import { ENTRY_AGES, LAPSE_YEARS, MIN_AGE } from '../cohort-input.ts';
import { FREE, POOL, UNREGISTERED } from '../cohort-state.ts';
import { binomial } from './binomial.ts';
import { PURPOSE, addFlow, put, take } from './micro-run.ts';
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
    seek(run.stream, PURPOSE.poolGrowth, area, base + at);
    const arriving = Math.max(0, run.poolExits[area]! + roundByChance(run.stream, grown));
    seek(run.stream, PURPOSE.poolAges, area, base + at);
    enter(run, area * GROUPS + POOL, arriving, ENTRY_AGES.pool, at);
  }
}

/** Persons of the entry ages into a group: sex by the share of women, ages evenly; see `splitByChance`. */
export function enter(
  run: MicroRun,
  row: number,
  persons: number,
  [youngest, oldest]: readonly [number, number],
  at: number,
): void {
  if (persons === 0) return;
  const { femaleShare } = run.input.rates;
  const each = persons / (oldest - youngest + 1);
  const start = nextShare(run.stream);
  let until = start;
  let given = 0;
  for (const sex of [0, 1] as const) {
    const step = each * (sex === 1 ? femaleShare : 1 - femaleShare);
    const first = cellOf(run.plan, sex, youngest, at);
    for (let i = 0; i <= oldest - youngest; i++) {
      until += step;
      // The last cell takes what rounding would lose.
      const next = sex === 1 && i === oldest - youngest && femaleShare > 0 ? persons : Math.floor(until);
      if (next > given) put(run, row, first + i, next - given);
      given = next;
    }
  }
}

/** The registration drive on those who were certified-unregistered before this year: how many is chance; who, is spread evenly. */
export function registerDrive(run: MicroRun, at: number, share: number): void {
  if (share === 0) return;
  const { plan, persons, totals, stream } = run;
  const size = 2 * plan.width;
  for (let area = 0; area < plan.areas; area++) {
    const first = area * GROUPS + UNREGISTERED;
    let all = 0;
    for (let j = 0; j < LAPSE_YEARS; j++) all += totals[first + j]!;
    if (all === 0) continue;
    seek(stream, PURPOSE.drive, area, run.input.base + at);
    const moving = binomial(stream, all, share);
    if (moving === 0) continue;
    const start = nextShare(stream);
    let before = 0;
    let taken = 0;
    for (let row = first; row < first + LAPSE_YEARS; row++) {
      if (totals[row] === 0) continue;
      for (let cell = 0; cell < size; cell++) {
        const here = persons[row * size + cell]!;
        if (here === 0) continue;
        before += here;
        const until = Math.floor((before * moving) / all + start);
        if (until === taken) continue;
        take(run, row, cell, until - taken);
        put(run, area * GROUPS + FREE, cell, until - taken);
        taken = until;
      }
    }
    addFlow(run, 'registered', area, at, moving * (1 - run.weights.unregistered));
  }
}

/**
 * Draws the year's transfer intake out of the pool, in proportion from all areas, ages and sexes up to the upper age: every so-many-th
 * person of the row, from a random one on, so that each has the same chance and the number is just the intake.
 */
export function drawTrainees(run: MicroRun, at: number): void {
  const { input, plan, persons, stream } = run;
  const size = 2 * plan.width;
  const oldest = Math.floor(input.rates.transferMaxAge);
  let eligible = 0;
  for (let area = 0; area < plan.areas; area++) {
    const start = (area * GROUPS + POOL) * size;
    for (const sex of [0, 1] as const) {
      const from = start + cellOf(plan, sex, MIN_AGE, at);
      for (let cell = from; cell <= from + oldest - MIN_AGE; cell++) eligible += persons[cell]!;
    }
  }
  seek(stream, PURPOSE.trainees, 0, input.base + at);
  const intake = Math.min(eligible, roundByChance(stream, leversOf(input, input.base + at).transfer));
  if (intake === 0) return;
  const start = nextShare(stream);
  let before = 0;
  let taken = 0;
  for (let area = 0; area < plan.areas; area++) {
    const row = area * GROUPS + POOL;
    for (const sex of [0, 1] as const) {
      const from = cellOf(plan, sex, MIN_AGE, at);
      for (let cell = from; cell <= from + oldest - MIN_AGE; cell++) {
        before += persons[row * size + cell]!;
        const until = Math.floor((before * intake) / eligible + start);
        if (until === taken) continue;
        take(run, row, cell, until - taken);
        put(run, row - POOL + TRAINEE, cell, until - taken);
        taken = until;
      }
    }
  }
}
