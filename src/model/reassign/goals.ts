import { cutsOf, giverCuts, yearCuts, type Cut } from './cuts.ts';
import { farthestTenths, tenthsOf } from './case.ts';
import type { ReassignCase } from './case.ts';
import { greedyStarts, setStarts } from './greedy.ts';
import { addGaps, completeValues, networkOf, wantsDensity } from './network.ts';
import type { Columns, Network } from './network.ts';
import { addPairs, startsOf } from './pairs.ts';
import type { Pair, Start } from './pairs.ts';
import { copyOf } from './prices.ts';
import type { Cost, Program, Solver, Terms } from './program.ts';
import { leastOf, type Try, type Way } from './search.ts';

export const GOALS = ['centres', 'gap', 'moves', 'km'] as const;
export type Goal = (typeof GOALS)[number];

/** The best plan that was found, and whether nothing is better. */
export interface Reached {
  starts: Start[];
  /** The first goal that time ran out in, and how much better it could be at most (persons for the gap); null: all are proven. */
  open: { goal: Goal; by: number } | null;
}
/** Told before each goal is solved. */
export type Progress = (goal: Goal) => void;

/** Counts are small numbers: each is tried by itself. Of sums, what is a little above the bound. */
const atBound = (likely = false): Try => ({ top: (bound) => bound, likely });
const above = (share: number, likely = true): Try => ({
  top: (bound) => bound + Math.ceil(share * Math.abs(bound)),
  likely,
});
const TRIES: Record<Goal, Way['tries']> = {
  centres: [atBound(true), atBound(), atBound(true), atBound(), atBound(true), atBound()],
  gap: [above(0.00003), above(0.0005)],
  moves: [atBound(), atBound(), atBound(), atBound()],
  km: [above(0.01, false), above(0.02), above(0.03), above(0.05), above(0.1)],
};

/**
 * The lexicographic best: most centre-years at the minimum; least total density gap; fewest moves, and of equals more of the levers
 * that come first in the order; fewest kilometres. Each goal is solved to its proven end and then held while the next one is.
 * Pairs of centres are columns only where distance matters: for a limit in all goals, otherwise in the last.
 * @param seconds for all goals together; what is best when they are over is the plan
 */
export function reachGoals(
  given: ReassignCase,
  solver: Solver,
  seconds: number,
  tell: Progress,
  goals: readonly Goal[] = GOALS,
): Reached {
  const until = solver.now() + seconds;
  const network = networkOf(given);
  const { program } = network;
  if (program.lower.length === 0) return { starts: [], open: null };
  let pairs: Pair[] | null = given.limits.maxKm === null ? null : addPairs(given, network);
  // A plan that is there at once: often as many centres as can be, and what is shown where time runs out.
  let values = program.lower.map(() => 0);
  setStarts(network, pairs, greedyStarts(given, network), values);
  const complete = (one: number[]): void => completeValues(network, one);
  const cuts = (one: readonly number[]): Cut[] => [
    ...cutsOf(network, one),
    ...yearCuts(network, one),
    ...(pairs === null ? [] : giverCuts(given, network, pairs, one)),
  ];
  const likely = network.met.map(({ column }) => column);
  complete(values);
  let open: Reached['open'] = null;

  for (const goal of goals) {
    if (goal === 'gap' ? !wantsDensity(given) : goal === 'km' && farthestTenths(given) === 0) continue;
    if (open !== null) break;
    tell(goal);
    if (goal === 'gap') {
      addGaps(given, network);
      while (values.length < program.lower.length) values.push(0);
      complete(values);
    }
    if (goal === 'km' && pairs === null) {
      pairs = addPairs(given, network);
      values = bestPairs(program, values, costsOf(given, network, pairs, 'km')[0]!, solver);
    }
    for (const cost of costsOf(given, network, pairs, goal)) {
      const way: Way = { tries: TRIES[goal], likely, until, complete, cuts };
      const least = leastOf(program, cost, solver, values, way);
      values = least.values;
      if (least.bound < least.value) open ??= { goal, by: (least.value - least.bound) / (goal === 'gap' ? 1000 : 1) };
    }
  }
  if (pairs?.some(({ column }) => !Number.isInteger(values[column])))
    values = bestPairs(program, values, costsOf(given, network, pairs, 'km')[0]!, solver);
  return { starts: startsOf(given, network, pairs, values), open };
}

/** The same numbers of givers and takers in the pairs that cost least: a corner of a transport problem, and so whole. */
function bestPairs(program: Program, values: readonly number[], cost: Cost, solver: Solver): number[] {
  const numbers = [...program.integer.keys()].filter((column) => program.integer[column]);
  return solver.relax(fixedAt(program, numbers, values), cost, Infinity)?.values ?? [...values];
}

/** The same program with some columns as they are in a solution. */
function fixedAt(program: Program, columns: readonly number[], values: readonly number[]): Program {
  const fixed = copyOf(program);
  for (const column of columns) fixed.lower[column] = fixed.upper[column] = Math.round(values[column]!);
  return fixed;
}

/** What is made small for a goal, one after the other: whole numbers. */
function costsOf(given: ReassignCase, network: Network, pairs: Pair[] | null, goal: Goal): Cost[] {
  const cost: Terms = new Map();
  switch (goal) {
    case 'centres':
      for (const { column } of network.met) cost.set(column, -1);
      return [cost];
    case 'gap':
      for (const { column } of network.gaps) cost.set(column, 1000);
      return [cost];
    case 'moves': {
      const order: Terms = new Map();
      const add = (columns: Columns, place: number): void => {
        for (const column of columns.flat()) {
          if (column === undefined) continue;
          cost.set(column, 1);
          if (place > 0) order.set(column, place);
        }
      };
      add(network.taken, given.limits.order.indexOf('within'));
      add(network.sent, given.limits.order.indexOf('dispatch'));
      add(network.posts, given.limits.order.indexOf('counterpart'));
      return [cost, order];
    }
    case 'km': {
      const farthest = farthestTenths(given);
      for (const { from, to, column } of pairs ?? []) {
        const tenths = tenthsOf(given, from, to, farthest);
        if (tenths > 0) cost.set(column, tenths);
      }
      return [cost];
    }
    default:
      return goal satisfies never;
  }
}
