import { AGES, LAPSE_YEARS } from '../cohort-input.ts';
import type { CohortInput } from '../cohort-input.ts';
import { ASSISTANT, FREE, REHIRED, UNREGISTERED } from '../cohort-state.ts';
import type { CountWeights } from '../count.ts';
import type { Projection } from '../types.ts';
import { newGaps } from './gaps.ts';
import type { Gaps } from './gaps.ts';
import { GROUPS, REHIRED_WHOLE, isGp } from './micro-state.ts';
import type { MicroPlan } from './micro-state.ts';
import { newStream } from './stream.ts';
import type { Stream } from './stream.ts';

/** What random numbers are for; with a path, group or status added. Never renumbered: links with a seed must give the same figures. */
export const PURPOSE = {
  opening: 0,
  exits: 16,
  cellExits: 48,
  pool: 80,
  poolExits: 81,
  drive: 82,
  trainees: 83,
  intake: 96,
  areas: 104,
  ages: 128,
  transfer: 152,
  transferAreas: 153,
  history: 154,
  historyAges: 155,
  moves: 156,
  outside: 157,
  historyTransfer: 158,
  stays: 160,
} as const;

/** How the members of a group leave in a year. */
export interface Way {
  retires: boolean;
  /** Probability of the third exit by age: [YOUNG, OLD, LAST]. */
  third: Float64Array;
  /** Share of the retiring who are rehired. */
  rehire: number;
  /** What a person counts in the flows. */
  weight: number;
  /** The flow of the third exit. */
  left: Float64Array;
}

/** Those on transfer training, out of the pool and not exposed to exits: the persons of some cells, in the order of areas. */
export interface Trainees {
  entries: number;
  area: Int32Array;
  cell: Int32Array;
  persons: Int32Array;
}

/** Buffers and state of one draw after the other. */
export interface MicroRun {
  plan: MicroPlan;
  input: CohortInput;
  weights: CountWeights;
  /** Full-time equivalent of the newly rehired, on the grid, so that sums are exact. */
  fte: number;
  /** GPs [area × group × sex × birth year]. */
  persons: Int32Array;
  /** Bits of the cells in which somebody stands: [area × group × word]. */
  occupied: Int32Array;
  /** GPs [area × group]. */
  totals: Int32Array;
  /** GPs of all groups but the rehired together: [area × sex × birth year]. */
  heads: Int32Array;
  /** Most that `heads` has been in any cell of an area. */
  largest: Int32Array;
  /** Eligible physicians [area × sex × birth year], and [area]. */
  pool: Int32Array;
  poolTotals: Int32Array;
  trainees: Trainees;
  /** By group; of the year that is under way. */
  ways: Way[];
  poolBefore: Int32Array;
  poolExits: Int32Array;
  /** Probability of leaving the pool in the year that is under way, [sex × birth year]. */
  poolLeaves: Float64Array;
  residents: Float64Array;
  stream: Stream;
  gaps: Gaps;
  /** Cells that somebody leaves while the marks are gone through. */
  hits: Int32Array;
  /** What became of those who finished a course this year: [source × kind]; where those of one source go: [kind × area]. */
  outcome: Int32Array;
  byArea: Int32Array;
  /** What became of those on transfer training: [cell of a group × kind]. */
  arrivals: Int32Array;
  /** Those who began before the run, of one year, and of one area by [sex × age]; and where they come from, by upper age. */
  pastTrainees: Trainees;
  byAge: Int32Array;
  history: Map<number, History>;
  out: Projection;
}

/** Where those come from who were on transfer training before the run began: sizes by area, and there shares by [sex × age]. */
export interface History {
  sizes: Float64Array;
  shares: Float64Array[];
}

/** Largest cell that is gone through by marks; larger ones by binomials. */
export const MARKED = 64;

/** @param out arrays [area × year]; overwritten by every draw */
export function newRun(plan: MicroPlan, input: CohortInput, weights: CountWeights, out: Projection): MicroRun {
  const { areas, size, words } = plan;
  return {
    plan,
    input,
    weights,
    fte: 1,
    persons: new Int32Array(areas * GROUPS * size),
    occupied: new Int32Array(areas * GROUPS * words),
    totals: new Int32Array(areas * GROUPS),
    heads: new Int32Array(areas * size),
    largest: new Int32Array(areas),
    pool: new Int32Array(areas * size),
    poolTotals: new Int32Array(areas),
    trainees: noTrainees(areas * size),
    ways: Array.from({ length: GROUPS }, () => ({
      retires: true,
      third: new Float64Array(3),
      rehire: 0,
      weight: 1,
      left: out.flows.left,
    })),
    poolBefore: new Int32Array(areas),
    poolExits: new Int32Array(areas),
    poolLeaves: new Float64Array(size),
    residents: new Float64Array(areas),
    stream: newStream(),
    gaps: newGaps(),
    hits: new Int32Array(size * MARKED),
    outcome: new Int32Array(5 * 4),
    byArea: new Int32Array(areas * 4),
    arrivals: new Int32Array(size * 4),
    pastTrainees: noTrainees(areas * size),
    byAge: new Int32Array(2 * AGES),
    history: new Map(),
    out,
  };
}

function noTrainees(most: number): Trainees {
  return { entries: 0, area: new Int32Array(most), cell: new Int32Array(most), persons: new Int32Array(most) };
}

/** GPs into a cell of a group. @param cell within the group */
export function put(run: MicroRun, area: number, group: number, cell: number, persons: number): void {
  if (persons === 0) return;
  const { size, words } = run.plan;
  const row = area * GROUPS + group;
  run.persons[row * size + cell]! += persons;
  run.totals[row]! += persons;
  run.occupied[row * words + (cell >> 5)]! |= 1 << (cell & 31);
  if (!isGp(group)) return;
  const heads = run.heads[area * size + cell]! + persons;
  run.heads[area * size + cell] = heads;
  if (heads > run.largest[area]!) run.largest[area] = heads;
}

export function take(run: MicroRun, area: number, group: number, cell: number, persons: number): void {
  if (persons === 0) return;
  const { size, words } = run.plan;
  const row = area * GROUPS + group;
  const rest = run.persons[row * size + cell]! - persons;
  run.persons[row * size + cell] = rest;
  run.totals[row]! -= persons;
  if (rest === 0) run.occupied[row * words + (cell >> 5)]! &= ~(1 << (cell & 31));
  if (isGp(group)) run.heads[area * size + cell]! -= persons;
}

/**
 * The next cell of a group in which somebody stands, −1 after the last.
 * @param from cell to begin at: 0, then one more than the cell before
 */
export function nextCell({ plan, occupied, totals }: MicroRun, area: number, group: number, from: number): number {
  const { words } = plan;
  if (totals[area * GROUPS + group] === 0) return -1;
  const first = (area * GROUPS + group) * words;
  let word = from >> 5;
  if (word >= words) return -1;
  // What lies before `from` in its word is passed over.
  let bits = occupied[first + word]! & (-1 << (from & 31));
  while (bits === 0) {
    word++;
    if (word === words) return -1;
    bits = occupied[first + word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

/** Physicians into a cell of the pool, or out of it where their number is negative. */
export function putInPool(run: MicroRun, area: number, cell: number, persons: number): void {
  run.pool[area * run.plan.size + cell]! += persons;
  run.poolTotals[area]! += persons;
}

export function addTrainees(trainees: Trainees, area: number, cell: number, persons: number): void {
  const entry = trainees.entries++;
  trainees.area[entry] = area;
  trainees.cell[entry] = cell;
  trainees.persons[entry] = persons;
}

/** Adds to a flow of an area in the year with index `at`. @param flow a column of `run.out.flows` */
export function addFlow({ plan }: MicroRun, flow: Float64Array, area: number, at: number, persons: number): void {
  flow[area * plan.span + at]! += persons;
}

/** GPs of an area under the counting rule. */
export function countedIn({ totals, weights, fte }: MicroRun, area: number): number {
  const row = area * GROUPS;
  let registered = 0;
  for (let group = FREE; group < ASSISTANT; group++) registered += totals[row + group]!;
  let unregistered = 0;
  for (let j = 0; j < LAPSE_YEARS; j++) unregistered += totals[row + UNREGISTERED + j]!;
  const rehired = totals[row + REHIRED]! * fte + totals[row + REHIRED_WHOLE]!;
  return registered + totals[row + ASSISTANT]! * weights.assistant + unregistered * weights.unregistered + rehired;
}
