import { LAPSE_YEARS, MIN_AGE } from '../cohort-input.ts';
import type { YearLevers } from '../cohort-input.ts';
import { ASSISTANT, BOUND, FREE, FREED, MAX_OBLIGATION, POOL, REHIRED, UNREGISTERED } from '../cohort-state.ts';
import { binomial } from './binomial.ts';
import { nextMark } from './gaps.ts';
import type { Gaps } from './gaps.ts';
import { MARKED, PURPOSE, put, take } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { GROUPS, REACHED, REHIRED_WHOLE } from './micro-state.ts';
import type { AgeCells } from './micro-state.ts';
import { nextShare, seek } from './stream.ts';

/** Up to so many persons of a cell are asked one by one, with one word for all three exits. */
const SINGLE = 4;
/** From this probability on, marks are no shorter than asking everybody. */
const FREQUENT = 0.5;

/** How the members of a group leave in a year. */
interface Way {
  area: number;
  at: number;
  group: number;
  /** Probability of the third exit, below 35 and above. */
  young: number;
  old: number;
  retires: boolean;
  /** Share of the retiring who are rehired. */
  rehire: number;
  /** What a person counts in each of the three flows; and the flows. */
  weight: number;
  left: Float64Array;
}

/** Highest probability of leaving, by death or the third exit, at an age at which nobody retires. */
export function highestExit(run: MicroRun): number {
  const { rates, levers } = run.input;
  let retention = 1;
  for (const year of levers) retention = Math.max(retention, year.retention);
  const attrition = Math.min(1, rates.attrition * retention * Math.max(1, rates.youngAttrition));
  const third = Math.max(attrition, rates.breach);
  return run.plan.mostDeath + (1 - run.plan.mostDeath) * third;
}

/** The same of the rehired. */
export function highestRehiredExit(run: MicroRun): number {
  return run.plan.mostDeathRehired + (1 - run.plan.mostDeathRehired) / run.input.rates.rehireYears;
}

/** Step 2 of a year in one area: death, then retirement, then the group's own way out. */
export function exitsOfArea(run: MicroRun, area: number, at: number, levers: YearLevers): void {
  const { rates } = run.input;
  const { flows } = run.out;
  const way: Way = {
    area,
    at,
    group: REHIRED,
    young: 1 / rates.rehireYears,
    old: 1 / rates.rehireYears,
    retires: false,
    rehire: 0,
    weight: run.fte,
    left: flows.left,
  };
  leave(run, way);
  way.group = REHIRED_WHOLE;
  way.weight = 1;
  leave(run, way);

  way.retires = true;
  way.rehire = levers.rehire;
  way.young = Math.min(1, rates.attrition * levers.retention * rates.youngAttrition);
  way.old = Math.min(1, rates.attrition * levers.retention);
  way.group = FREE;
  leave(run, way);
  way.group = ASSISTANT;
  way.weight = run.weights.assistant;
  leave(run, way);
  way.rehire = 0;
  way.weight = run.weights.unregistered;
  for (let j = 0; j < LAPSE_YEARS; j++) {
    way.group = UNREGISTERED + j;
    leave(run, way);
  }

  way.rehire = levers.rehire;
  way.weight = 1;
  way.group = FREED;
  way.young = rates.postExit;
  way.old = rates.postExit;
  way.left = flows.leftAfterObligation;
  leave(run, way);
  way.young = rates.breach;
  way.old = rates.breach;
  way.left = flows.breached;
  for (let k = 1; k <= MAX_OBLIGATION; k++) {
    way.group = BOUND + k - 1;
    leave(run, way);
  }

  way.group = POOL;
  way.young = Math.min(1, rates.attrition * rates.youngAttrition);
  way.old = rates.attrition;
  way.rehire = 0;
  leave(run, way);
}

/** Certificates lapse, and everybody bound has a year less before him. */
export function yearsPass(run: MicroRun, area: number, at: number): void {
  if (run.input.rates.lapse) lapse(run, area, at);
  servedAnotherYear(run, area);
}

function leave(run: MicroRun, way: Way): void {
  const { plan, totals } = run;
  const row = way.area * GROUPS + way.group;
  if (totals[row] === 0) return;
  if (way.retires) {
    const gaps = way.group === FREED || run.gaps.probability >= FREQUENT ? null : run.gaps;
    leaveAtAges(run, way, plan.working[way.at]!, gaps);
    oneByOne(run, way, plan.retiring[way.at]!, 0);
  } else {
    leaveAtAges(run, way, plan.rehired[way.at]!, run.rehiredGaps.probability >= FREQUENT ? null : run.rehiredGaps);
    const { young, old } = way;
    way.young = 1;
    way.old = 1;
    oneByOne(run, way, plan.last[way.at]!, 0);
    way.young = young;
    way.old = old;
  }
}

function leaveAtAges(run: MicroRun, way: Way, ages: AgeCells, gaps: Gaps | null): void {
  if (gaps === null) oneByOne(run, way, ages, 0);
  else {
    if (way.group === POOL) poolByMarks(run, way, ages, gaps);
    else byMarks(run, way, ages, gaps);
    if (run.most[way.area * GROUPS + way.group]! > MARKED) oneByOne(run, way, ages, MARKED);
  }
}

/**
 * Exits that are rare, in cells of up to MARKED persons. The slots, [place in the cell × age], are marked with the highest probability of
 * leaving; whoever stands on a marked slot leaves with his own probability divided by that. Marks do not depend on who is there.
 */
function byMarks(run: MicroRun, way: Way, { cells, odds }: AgeCells, gaps: Gaps): void {
  const { plan, persons, totals, most, stream, mark, hits } = run;
  const { area, at, group, young, old } = way;
  const row = area * GROUPS + group;
  const start = row * 2 * plan.width;
  const death = plan.death[at]!;
  const ages = cells.length;
  const highest = gaps.probability;
  if (highest === 0) return;
  let largest = Math.min(1, most[row]!);
  if (most[row]! > 1) {
    for (let i = 0; i < ages; i++) largest = Math.max(largest, persons[start + cells[i]!]!);
    most[row] = largest;
  }
  const slots = ages * Math.min(MARKED, largest);
  seek(stream, PURPOSE.exits + group, area, run.input.base + at);
  let deaths = 0;
  let left = 0;
  let place = 0;
  let behind = -1;
  for (let slot = -1; ;) {
    nextMark(stream, gaps, mark);
    slot += mark.gap + 1;
    if (slot >= slots) break;
    behind += mark.gap + 1;
    while (behind >= ages) {
      behind -= ages;
      place++;
    }
    const cell = start + cells[behind]!;
    const here = persons[cell]!;
    if (place >= here || here > MARKED) continue;
    const reached = odds[behind]!;
    const die = death[reached]!;
    const chance = mark.share * highest;
    const third = reached % REACHED < 35 - MIN_AGE ? young : old;
    if (chance < die) deaths++;
    else if (chance < die + (1 - die) * third) left++;
    else continue;
    hits[deaths + left - 1] = cell;
  }
  for (let i = 0; i < deaths + left; i++) persons[hits[i]!]!--;
  totals[row]! -= deaths + left;
  book(run, way, deaths, 0, left);
}

/**
 * The same for the pool, which is ten times as many people and no GPs: the slots are the persons themselves in their row, so that no
 * mark is lost on an empty slot. From the first difference on, two scenarios then no longer share who leaves it.
 */
function poolByMarks(run: MicroRun, way: Way, { cells, odds }: AgeCells, gaps: Gaps): void {
  const { plan, persons, totals, most, stream, mark } = run;
  const { area, at } = way;
  const row = area * GROUPS + POOL;
  const start = row * 2 * plan.width;
  const highest = gaps.probability;
  if (highest === 0) return;
  seek(stream, PURPOSE.exits + POOL, area, run.input.base + at);
  nextMark(stream, gaps, mark);
  let ahead = mark.gap;
  let left = 0;
  let largest = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = start + cells[i]!;
    const here = persons[cell]!;
    if (here > largest) largest = here;
    if (here > MARKED) continue;
    for (; ahead < here; ahead += mark.gap + 1) {
      const reached = odds[i]!;
      const die = plan.death[at]![reached]!;
      const third = reached % REACHED < 35 - MIN_AGE ? way.young : way.old;
      if (mark.share * highest < die + (1 - die) * third) {
        persons[cell]!--;
        left++;
      }
      nextMark(stream, gaps, mark);
    }
    ahead -= here;
  }
  most[row] = largest;
  totals[row]! -= left;
  book(run, way, 0, 0, left);
}

/** Exits of each cell with more than `above` persons: one word a person, or one binomial an exit. */
function oneByOne(run: MicroRun, way: Way, { cells, odds }: AgeCells, above: number): void {
  const { plan, persons, stream } = run;
  const { area, at, group } = way;
  const row = area * GROUPS + group;
  const start = row * 2 * plan.width;
  for (let i = 0; i < cells.length; i++) {
    const here = persons[start + cells[i]!]!;
    if (here <= above || here === 0) continue;
    const reached = odds[i]!;
    let die = plan.death[at]![reached]!;
    let retire = way.retires ? plan.retirement[at]![reached]! : 0;
    let third = reached % REACHED < 35 - MIN_AGE ? way.young : way.old;
    if (group === POOL) {
      // How they leave is not booked: all three in one.
      die = 1 - (1 - die) * (1 - retire) * (1 - third);
      retire = 0;
      third = 0;
    }
    // Each cell has words of its own, whatever the others need.
    seek(stream, PURPOSE.cellExits + group, area, run.input.base + at, reached << 16);
    let deaths = 0;
    let retired = 0;
    let left = 0;
    if (die >= 1) deaths = here;
    else if (here <= SINGLE) {
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
    take(run, row, cells[i]!, deaths + retired + left);
    book(run, way, deaths, retired, left);
    const age = MIN_AGE + (reached % REACHED);
    if (retired > 0 && way.rehire > 0 && age < 75) {
      const back = binomial(stream, retired, way.rehire);
      put(run, area * GROUPS + REHIRED, cells[i]!, back);
      run.out.flows.rehired[area * plan.span + at]! += back * run.fte;
    }
  }
}

function book(run: MicroRun, way: Way, deaths: number, retired: number, left: number): void {
  if (way.group === POOL) {
    run.poolExits[way.area]! += deaths + retired + left;
    return;
  }
  const { flows } = run.out;
  const i = way.area * run.plan.span + way.at;
  flows.deaths[i]! += deaths * way.weight;
  flows.retired[i]! += retired * way.weight;
  way.left[i]! += left * way.weight;
}

/** Five years without use: the certificate is void. The others have a year more. */
function lapse(run: MicroRun, area: number, at: number): void {
  const { persons, totals, most } = run;
  const size = 2 * run.plan.width;
  const first = area * GROUPS + UNREGISTERED;
  const last = first + LAPSE_YEARS - 1;
  if (countOf(totals, first, last) === 0) return;
  run.out.flows.lapsed[area * run.plan.span + at]! += totals[last]! * run.weights.unregistered;
  persons.copyWithin((first + 1) * size, first * size, last * size);
  persons.fill(0, first * size, (first + 1) * size);
  totals.copyWithin(first + 1, first, last);
  most.copyWithin(first + 1, first, last);
  totals[first] = 0;
  most[first] = 0;
}

/** Who was in the first year after the obligation is free; everybody bound has a year less before him. */
function servedAnotherYear(run: MicroRun, area: number): void {
  const { persons, totals, most } = run;
  const size = 2 * run.plan.width;
  const freed = area * GROUPS + FREED;
  const last = freed + MAX_OBLIGATION;
  if (countOf(totals, freed, last) === 0) return;
  if (totals[freed]! > 0) {
    for (let cell = 0; cell < size; cell++) put(run, area * GROUPS + FREE, cell, persons[freed * size + cell]!);
  }
  persons.copyWithin(freed * size, (freed + 1) * size, (last + 1) * size);
  persons.fill(0, last * size, (last + 1) * size);
  totals.copyWithin(freed, freed + 1, last + 1);
  most.copyWithin(freed, freed + 1, last + 1);
  totals[last] = 0;
  most[last] = 0;
}

function countOf(totals: Int32Array, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row++) sum += totals[row]!;
  return sum;
}
