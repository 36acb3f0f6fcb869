import { ASSISTANT, FREE } from '../cohort-state.ts';
import { thereAtEnd } from '../reassign/months.ts';
import { OUTSIDE } from '../reassign/types.ts';
import type { Move } from '../reassign/types.ts';
import { enter } from './entrants.ts';
import { PURPOSE, addFlow, put, take } from './micro-run.ts';
import type { MicroRun } from './micro-run.ts';
import { GROUPS } from './micro-state.ts';
import { nextShare, seek } from './stream.ts';

/** Ages at which those from outside come, evenly. */
const OUTSIDE_AGES = [30, 45] as const;

/** Who went somewhere for a time, and in which cells of FREE and ASSISTANT those stand who are left of them. */
export interface Stay {
  move: Move;
  /** Place of the move in the plan: its random numbers. */
  index: number;
  parts: { group: number; cell: number; persons: number }[];
}

/** Persons in the cells in which somebody is for a time: by index of `run.persons`. */
type Counts = Map<number, number>;

/** To be noted before the exits of a year, for `thinStays`. */
export function countStays(run: MicroRun, stays: readonly Stay[]): Counts {
  const counts: Counts = new Map();
  for (const { move, parts } of stays) {
    for (const part of parts) counts.set(cellAt(run, move.to, part), run.persons[cellAt(run, move.to, part)]!);
  }
  return counts;
}

/**
 * Step 2 for those who are away: they stand in the stocks of where they are, and who of a cell has left is chance.
 * @param before what `countStays` noted; after the exits, before anybody comes
 */
export function thinStays(run: MicroRun, stays: readonly Stay[], before: Counts, at: number): void {
  const after: Counts = new Map();
  for (const { move, index, parts } of stays) {
    for (const part of parts) {
      const cell = cellAt(run, move.to, part);
      let there = before.get(cell)!;
      let left = after.get(cell) ?? run.persons[cell]!;
      seek(run.stream, PURPOSE.stays + part.group, index, run.input.base + at, part.cell << 16);
      for (let person = part.persons; person > 0; person--) {
        if (nextShare(run.stream) * there < left) left--;
        else part.persons--;
        there--;
      }
      before.set(cell, there);
      after.set(cell, left);
    }
  }
}

function cellAt({ plan }: MicroRun, area: number, { group, cell }: { group: number; cell: number }): number {
  return (area * GROUPS + group) * plan.size + cell;
}

/**
 * Step 7: whose time is over goes home, then the year's moves start: whole persons, every so-many-th of a donor's movable from a random one
 * on, never more than are there. Every move enters the ledger of both areas.
 * @returns who is away now
 */
export function applyMoves(run: MicroRun, stays: Stay[], at: number): Stay[] {
  const { moves = [], base } = run.input;
  const year = base + at;
  const away = stays.filter(({ move, parts }) => {
    if (thereAtEnd(move, year)) return true;
    for (const { group, cell, persons } of parts) {
      const here = run.persons[(move.to * GROUPS + group) * run.plan.size + cell]!;
      shift(run, group, cell, Math.min(persons, here), move.to, move.from, at);
    }
    return false;
  });
  moves.forEach((move, index) => {
    if (move.start.year !== year || !thereAtEnd(move, year)) return;
    const parts = move.from === OUTSIDE ? comeFromOutside(run, move, index, at) : leaveDonor(run, move, index, at);
    if (move.end !== null) away.push({ move, index, parts });
  });
  return away;
}

function comeFromOutside(run: MicroRun, { to, persons }: Move, index: number, at: number): Stay['parts'] {
  const { plan, stream, input } = run;
  const row = to * GROUPS + FREE;
  const cells = (): Int32Array => run.persons.slice(row * plan.size, (row + 1) * plan.size);
  const before = cells();
  seek(stream, PURPOSE.outside, index, input.base + at);
  enter(run, to, FREE, persons, nextShare(stream), OUTSIDE_AGES, at);
  addFlow(run, run.out.flows.movedIn, to, at, persons);
  const parts: Stay['parts'] = [];
  cells().forEach((now, cell) => {
    if (now > before[cell]!) parts.push({ group: FREE, cell, persons: now - before[cell]! });
  });
  return parts;
}

function leaveDonor(run: MicroRun, move: Move, index: number, at: number): Stay['parts'] {
  const { plan, stream, input, totals } = run;
  const { size } = plan;
  const groups = input.movers === 'assistants' ? [FREE, ASSISTANT] : [FREE];
  const there = groups.reduce((sum, group) => sum + totals[move.from * GROUPS + group]!, 0);
  const wanted = Math.min(move.persons, there);
  seek(stream, PURPOSE.moves, index, input.base + at);
  const start = nextShare(stream);
  const parts: Stay['parts'] = [];
  let before = 0;
  let taken = 0;
  for (const group of groups) {
    for (let cell = 0; cell < size && taken < wanted; cell++) {
      before += run.persons[(move.from * GROUPS + group) * size + cell]!;
      const until = Math.floor((before * wanted) / there + start);
      if (until === taken) continue;
      parts.push({ group, cell, persons: until - taken });
      taken = until;
    }
  }
  for (const { group, cell, persons } of parts) shift(run, group, cell, persons, move.from, move.to, at);
  return parts;
}

/** Moves persons of one cell, in stocks and flows. */
function shift(
  run: MicroRun,
  group: number,
  cell: number,
  persons: number,
  from: number,
  to: number,
  at: number,
): void {
  if (persons === 0) return;
  const counts = persons * (group === ASSISTANT ? run.weights.assistant : 1);
  take(run, from, group, cell, persons);
  addFlow(run, run.out.flows.movedOut, from, at, counts);
  if (to === OUTSIDE) return;
  put(run, to, group, cell, persons);
  addFlow(run, run.out.flows.movedIn, to, at, counts);
}
