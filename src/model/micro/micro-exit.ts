import { LAPSE_YEARS, MIN_AGE } from '../cohort-input.ts';
import { ASSISTANT, FREE, FREED, MAX_OBLIGATION, REHIRED, UNREGISTERED } from '../cohort-state.ts';
import { binomial } from './binomial.ts';
import { nextGap, shareOfMark } from './gaps.ts';
import { MARKED, PURPOSE, nextCell, put, take } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { GROUPS, LAST, REHIRED_WHOLE, boundGroup, certifiedGroup, cellOf } from './micro-state.ts';
import { nextShare, seek } from './stream.ts';

/** Up to so many persons of a cell are asked one by one, with one word for all three exits. */
const SINGLE = 4;
/** From this probability on, marks are no shorter than asking everybody. */
const FREQUENT = 0.5;
/** In this order the GPs of a cell stand in a row: those of whom two scenarios mostly have as many come first. */
const IN_A_ROW = Int32Array.from([
  ...Array.from({ length: LAPSE_YEARS }, (_, j) => UNREGISTERED + j),
  ASSISTANT,
  ...Array.from({ length: MAX_OBLIGATION + 1 }, (_, k) => FREED + k),
  FREE,
]);
/** Room for the persons of one cell among the blocks of random words. */
const BLOCKS = 2 ** 16;

/** Step 2 of a year in one area: death, then retirement, then the group's own way out. */
export function exitsOfArea(run: MicroRun, area: number, at: number): void {
  // Those rehired this year are not exposed yet.
  for (let group = REHIRED; group <= REHIRED_WHOLE; group++) {
    for (let cell = nextCell(run, area, group, 0); cell >= 0; cell = nextCell(run, area, group, cell + 1)) {
      seekCell(run, PURPOSE.cellExits + group, area, at, cell);
      leaveCell(run, area, at, group, cell);
    }
  }
  const marked = run.gaps.probability < FREQUENT ? MARKED : 0;
  // First, while no cell has become small.
  freedByCells(run, area, at, marked);
  const largest = run.largest[area]!;
  if (marked > 0) gpsByMarks(run, area, at, largest);
  gpsByCells(run, area, at, largest > marked ? marked : Infinity);
}

/** Each cell has words of its own, whatever the others need. */
function seekCell(run: MicroRun, purpose: number, area: number, at: number, cell: number): void {
  const { width, span } = run.plan;
  const sex = cell < width ? 0 : 1;
  const reached = cell - sex * width - (span - 1 - at);
  seek(run.stream, purpose, area, run.input.base + at, (sex * 64 + reached) * BLOCKS);
}

/**
 * GPs of all groups at the ages at which nobody retires, in cells of up to MARKED persons. The slots, [place in the cell × age], are
 * marked with the highest probability of leaving; whoever stands on a marked slot leaves with his own probability divided by that.
 * Marks do not depend on who is there.
 */
function gpsByMarks(run: MicroRun, area: number, at: number, largest: number): void {
  const { plan, persons, heads, stream, gaps, hits, ways } = run;
  const { size } = plan;
  const highest = gaps.probability;
  if (highest === 0) return;
  const death = plan.death[at]!;
  const band = plan.band[at]!;
  const cells = plan.slots[at]!;
  const ages = cells.length;
  const start = area * size;
  const slots = ages * Math.min(MARKED, largest);
  const freed = boundGroup(0, at - 1);
  seek(stream, PURPOSE.exits, area, run.input.base + at);
  let left = 0;
  let place = 0;
  let behind = -1;
  for (let slot = -1; ;) {
    const gap = nextGap(stream, gaps) + 1;
    slot += gap;
    if (slot >= slots) break;
    behind += gap;
    while (behind >= ages) {
      behind -= ages;
      place++;
    }
    const cell = cells[behind]!;
    const here = heads[start + cell]!;
    if (place >= here || here > MARKED) continue;
    let group = FREE;
    // The free, most of all, stand at the end of the row.
    if (place < here - persons[(area * GROUPS + FREE) * size + cell]!) {
      let before = 0;
      for (let i = 0; before <= place; i++) {
        group = IN_A_ROW[i]!;
        before += persons[(area * GROUPS + group) * size + cell]!;
      }
      if (group === freed) continue;
    }
    const chance = shareOfMark(gaps) * highest;
    const die = death[cell]!;
    if (chance < die) hits[left++] = (group * size + cell) * 2;
    else if (chance < die + (1 - die) * ways[group]!.third[band[cell]!]!) hits[left++] = (group * size + cell) * 2 + 1;
  }
  for (let i = 0; i < left; i++) {
    const hit = hits[i]! >> 1;
    const group = Math.floor(hit / size);
    take(run, area, group, hit - group * size, 1);
    const died = 1 - (hits[i]! & 1);
    book(run, area, at, group, died, 0, 1 - died);
  }
}

/** GPs of all groups at the ages at which some retire, and in cells of more than `above` persons. */
function gpsByCells(run: MicroRun, area: number, at: number, above: number): void {
  const { plan, heads } = run;
  const start = area * plan.size;
  for (let sex = 0; sex < 2; sex++) {
    const first = cellOf(plan, sex, MIN_AGE + 1, at);
    const retiring = first + plan.working[at]![sex]!;
    const end = first + plan.ages[at]![sex]!;
    for (let cell = above === Infinity ? retiring : first; cell < end; cell++) {
      const here = heads[start + cell]!;
      if (here === 0 || (cell < retiring && here <= above)) continue;
      seekCell(run, PURPOSE.cellExits, area, at, cell);
      // Mostly all of them are free.
      if (run.persons[(area * GROUPS + FREE) * plan.size + cell] === here) {
        leaveCell(run, area, at, FREE, cell);
        continue;
      }
      let rest = here;
      for (let i = 0; rest > 0; i++) {
        const group = IN_A_ROW[i]!;
        const there = run.persons[(area * GROUPS + group) * plan.size + cell]!;
        if (there === 0) continue;
        leaveCell(run, area, at, group, cell);
        rest -= there;
      }
    }
  }
}

/** Those in the first year after their obligation, whom the marks pass over: many of them leave. */
function freedByCells(run: MicroRun, area: number, at: number, marked: number): void {
  if (marked === 0) return;
  const { plan, heads } = run;
  const freed = boundGroup(0, at - 1);
  for (let cell = nextCell(run, area, freed, 0); cell >= 0; cell = nextCell(run, area, freed, cell + 1)) {
    if (plan.retirement[at]![cell]! > 0 || heads[area * plan.size + cell]! > marked) continue;
    seekCell(run, PURPOSE.cellExits + FREED, area, at, cell);
    leaveCell(run, area, at, freed, cell);
  }
}

/** Exits of one group's cell: one word a person, or one binomial an exit. */
function leaveCell(run: MicroRun, area: number, at: number, group: number, cell: number): void {
  const { plan, stream } = run;
  const here = run.persons[(area * GROUPS + group) * plan.size + cell]!;
  const way = run.ways[group]!;
  const band = plan.band[at]![cell]!;
  const die = plan.death[at]![cell]!;
  const retire = way.retires ? plan.retirement[at]![cell]! : 0;
  const third = way.third[band]!;
  let deaths = 0;
  let retired = 0;
  let left = 0;
  if (here <= SINGLE) {
    const untilRetired = die + (1 - die) * retire;
    const untilLeft = untilRetired + (1 - untilRetired) * third;
    for (let person = 0; person < here; person++) {
      const chance = nextShare(stream);
      if (chance < die) deaths++;
      else if (chance < untilRetired) retired++;
      else if (chance < untilLeft) left++;
    }
  } else {
    deaths = binomial(stream, here, die);
    retired = binomial(stream, here - deaths, retire);
    left = binomial(stream, here - deaths - retired, third);
  }
  if (deaths + retired + left === 0) return;
  take(run, area, group, cell, deaths + retired + left);
  book(run, area, at, group, deaths, retired, left);
  if (retired > 0 && way.rehire > 0 && band !== LAST) {
    const back = binomial(stream, retired, way.rehire);
    put(run, area, REHIRED, cell, back);
    run.out.flows.rehired[area * plan.span + at]! += back * run.fte;
  }
}

function book(run: MicroRun, area: number, at: number, group: number, deaths: number, retired: number, left: number) {
  const { flows } = run.out;
  const way = run.ways[group]!;
  const i = area * run.plan.span + at;
  flows.deaths[i]! += deaths * way.weight;
  flows.retired[i]! += retired * way.weight;
  way.left[i]! += left * way.weight;
}

/** Certificates lapse that nobody used for five years; who was in the first year after the obligation is free. */
export function yearsPass(run: MicroRun, area: number, at: number): void {
  const freed = boundGroup(0, at - 1);
  for (let cell = nextCell(run, area, freed, 0); cell >= 0; cell = nextCell(run, area, freed, cell + 1)) {
    const here = run.persons[(area * GROUPS + freed) * run.plan.size + cell]!;
    take(run, area, freed, cell, here);
    put(run, area, FREE, cell, here);
  }
  if (!run.input.rates.lapse) return;
  const group = certifiedGroup(at, true);
  run.out.flows.lapsed[area * run.plan.span + at]! += run.totals[area * GROUPS + group]! * run.weights.unregistered;
  for (let cell = nextCell(run, area, group, 0); cell >= 0; cell = nextCell(run, area, group, cell + 1)) {
    take(run, area, group, cell, run.persons[(area * GROUPS + group) * run.plan.size + cell]!);
  }
}
