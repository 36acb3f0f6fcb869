import { leversOf } from '../cohort-entry.ts';
import { ENTRY_AGES, MIN_AGE } from '../cohort-input.ts';
import { enterPool } from './entrants.ts';
import { PURPOSE, addTrainees } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { YOUNG, cellOf } from './micro-state.ts';
import { roundByChance } from './sampling.ts';
import { nextShare, seek } from './stream.ts';

/**
 * Step 2 for the pool, which is several times as many people as the GPs, and none of them. Its exits are no figure of any result, and
 * others take their places; only the ages of those who stay matter. So in a row of all expected exits, over all areas and ages, one person
 * leaves at every whole step from a random start on: whole persons, each cell its expected number, rounded down or up.
 */
export function leavePool(run: MicroRun, at: number): void {
  const { plan, pool, poolTotals, poolBefore, poolExits, poolLeaves, stream } = run;
  poolBefore.set(poolTotals);
  setLeaves(run, at);
  seek(stream, PURPOSE.poolExits, 0, run.input.base + at);
  let until = nextShare(stream);
  let given = 0;
  for (let area = 0; area < plan.areas; area++) {
    const start = area * plan.size;
    let exits = 0;
    for (let sex = 0; sex < 2; sex++) {
      const first = cellOf(plan, sex, MIN_AGE + 1, at);
      const end = first + plan.ages[at]![sex]!;
      for (let cell = first; cell < end; cell++) {
        const here = pool[start + cell]!;
        const leaves = poolLeaves[cell]!;
        let left = here;
        // Who must leave does so to the last person, whatever rounding has made of the row.
        if (leaves < 1) {
          until += here * leaves;
          const next = until | 0;
          left = Math.min(here, next - given);
          given = next;
        }
        pool[start + cell] = here - left;
        exits += left;
      }
    }
    poolTotals[area]! -= exits;
    poolExits[area] = exits;
  }
}

/** Probability of death, retirement or leaving, by cell. */
function setLeaves({ plan, input, poolLeaves }: MicroRun, at: number): void {
  const { attrition, youngAttrition } = input.rates;
  const remain = plan.remain[at]!;
  const band = plan.band[at]!;
  const young = 1 - Math.min(1, attrition * youngAttrition);
  const old = 1 - Math.min(1, attrition);
  for (let sex = 0; sex < 2; sex++) {
    const first = cellOf(plan, sex, MIN_AGE + 1, at);
    const end = first + plan.ages[at]![sex]!;
    for (let cell = first; cell < end; cell++) {
      const stays = band[cell] === YOUNG ? young : old;
      poolLeaves[cell] = 1 - remain[cell]! * stays;
    }
  }
}

/** Step 3 for the pool: new physicians take the places of those who left, and add its growth. Two words an area. */
export function refillPool(run: MicroRun, at: number): void {
  const { plan, input, stream, poolBefore, poolExits } = run;
  seek(stream, PURPOSE.pool, 0, input.base + at);
  for (let area = 0; area < plan.areas; area++) {
    const start = nextShare(stream);
    const grown = Math.floor(poolBefore[area]! * input.rates.poolGrowth + nextShare(stream));
    enterPool(run, area, Math.max(0, poolExits[area]! + grown), start, ENTRY_AGES.pool, at);
  }
}

/**
 * Draws the year's transfer intake out of the pool, in proportion from all areas, ages and sexes up to the upper age: every so-many-th
 * person of the row, from a random one on, so that each has the same chance and the number is just the intake.
 */
export function drawTrainees(run: MicroRun, at: number): void {
  const { input, plan, pool, poolTotals, stream, trainees } = run;
  const ages = Math.floor(input.rates.transferMaxAge) - MIN_AGE + 1;
  trainees.entries = 0;
  let eligible = 0;
  for (let area = 0; area < plan.areas; area++) {
    eligible += poolTotals[area]!;
    for (let sex = 0; sex < 2; sex++) {
      const youngest = area * plan.size + cellOf(plan, sex, MIN_AGE, at);
      const last = youngest + plan.ages[at]![sex]!;
      for (let cell = youngest + ages; cell <= last; cell++) eligible -= pool[cell]!;
    }
  }
  seek(stream, PURPOSE.trainees, 0, input.base + at);
  const start = nextShare(stream);
  const intake = Math.min(eligible, roundByChance(stream, leversOf(input, input.base + at).transfer));
  if (intake === 0) return;
  const apart = eligible / intake;
  let before = 0;
  let next = (start * apart) | 0;
  let taken = 0;
  for (let area = 0; area < plan.areas && taken < intake; area++) {
    const row = area * plan.size;
    for (let sex = 0; sex < 2; sex++) {
      const from = cellOf(plan, sex, MIN_AGE, at);
      for (let cell = from; cell < from + ages; cell++) {
        before += pool[row + cell]!;
        if (next >= before) continue;
        let here = 0;
        for (; next < before && taken < intake; next = ((++taken + start) * apart) | 0) here++;
        pool[row + cell]! -= here;
        poolTotals[area]! -= here;
        addTrainees(trainees, area, cell, here);
      }
    }
  }
}
