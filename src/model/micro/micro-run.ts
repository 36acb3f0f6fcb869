import { LAPSE_YEARS } from '../cohort-input.ts';
import type { CohortInput } from '../cohort-input.ts';
import { ASSISTANT, FREE, REHIRED, UNREGISTERED } from '../cohort-state.ts';
import type { CountWeights } from '../count.ts';
import type { FlowName, Projection } from '../types.ts';
import { newGaps } from './gaps.ts';
import type { Gaps, Mark } from './gaps.ts';
import { GROUPS, REHIRED_WHOLE } from './micro-state.ts';
import type { MicroPlan } from './micro-state.ts';
import { newStream } from './stream.ts';
import type { Stream } from './stream.ts';

/** What random numbers are for; with a path, group or status added. Never renumbered: links with a seed must give the same figures. */
export const PURPOSE = {
  opening: 0,
  exits: 16,
  cellExits: 48,
  poolGrowth: 80,
  poolAges: 81,
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
  stays: 160,
} as const;

/** Buffers and state of one draw after the other. */
export interface MicroRun {
  plan: MicroPlan;
  input: CohortInput;
  weights: CountWeights;
  /** Full-time equivalent of the newly rehired, on the grid, so that sums are exact. */
  fte: number;
  /** Persons [area × group × sex × birth year]. */
  persons: Int32Array;
  /** Persons [area × group]. */
  totals: Int32Array;
  /** At least the largest cell of [area × group]. */
  most: Int32Array;
  poolBefore: Int32Array;
  poolExits: Int32Array;
  residents: Float64Array;
  stream: Stream;
  gaps: Gaps;
  rehiredGaps: Gaps;
  mark: Mark;
  /** Cells that somebody leaves while the marks are gone through. */
  hits: Int32Array;
  byArea: Int32Array;
  /** What became of those who finished this year: [source × kind], and of transfer training [cell of a group × kind]. */
  outcome: Int32Array;
  arrivals: Int32Array;
  out: Projection;
}

/** Largest cell that is gone through by marks; larger ones by binomials. */
export const MARKED = 64;

/** @param out arrays [area × year]; overwritten by every draw */
export function newRun(plan: MicroPlan, input: CohortInput, weights: CountWeights, out: Projection): MicroRun {
  const { areas, width } = plan;
  return {
    plan,
    input,
    weights,
    fte: 1,
    persons: new Int32Array(areas * GROUPS * 2 * width),
    totals: new Int32Array(areas * GROUPS),
    most: new Int32Array(areas * GROUPS),
    poolBefore: new Int32Array(areas),
    poolExits: new Int32Array(areas),
    residents: new Float64Array(areas),
    stream: newStream(),
    gaps: newGaps(),
    rehiredGaps: newGaps(),
    mark: { gap: 0, share: 0 },
    hits: new Int32Array(2 * width * MARKED),
    byArea: new Int32Array(areas),
    outcome: new Int32Array(5 * 4),
    arrivals: new Int32Array(2 * width * 4),
    out,
  };
}

/** Persons into a cell of a group. @param row area × GROUPS + group @param cell within the group */
export function put(run: MicroRun, row: number, cell: number, persons: number): void {
  if (persons === 0) return;
  const at = row * 2 * run.plan.width + cell;
  const now = run.persons[at]! + persons;
  run.persons[at] = now;
  run.totals[row]! += persons;
  if (now > run.most[row]!) run.most[row] = now;
}

export function take(run: MicroRun, row: number, cell: number, persons: number): void {
  run.persons[row * 2 * run.plan.width + cell]! -= persons;
  run.totals[row]! -= persons;
}

/** Adds to a flow of an area in the year with index `at`. */
export function addFlow(run: MicroRun, flow: FlowName, area: number, at: number, persons: number): void {
  run.out.flows[flow][area * run.plan.span + at]! += persons;
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
