import { farthestTenths, tenthsOf } from './case.ts';
import type { ReassignCase } from './case.ts';
import { completeValues, networkOf, wantsDensity } from './network.ts';
import type { Flow, Network } from './network.ts';
import { pairUp } from './pair-up.ts';
import { rowOf, valueOf } from './program.ts';
import type { Cost, StartSolver, Terms } from './program.ts';

/** Persons who start in a year: what a plan is, before it is written out. */
export interface Start {
  lever: Flow['lever'];
  from: number;
  to: number;
  at: number;
  persons: number;
}
export const GOALS = ['centres', 'gap', 'moves', 'km'] as const;
export type Goal = (typeof GOALS)[number];

/** The best plan that was found, and whether nothing is better. */
export interface Reached {
  starts: Start[];
  /** The first goal that time ran out in, and how much better it could be at most; null: all are proven. */
  open: { goal: Goal; by: number } | null;
}
/** Told before each goal is solved. */
export type Progress = (goal: Goal) => void;

/** Less than half of the finest step of each goal: what the next goals may lose of it to rounding. */
const SLACK: Record<Goal, number> = { centres: 0.4, gap: 0.0004, moves: 0.4, km: 0.4 };

/**
 * The lexicographic best: most centre-years at the minimum; least total density gap; fewest moves, and of equals more of the levers
 * that come first in the order; fewest kilometres. Each goal is solved to its proven end and then held while the next one is.
 * Pairs of centres are columns only where distance matters: for a limit in all goals, otherwise in the last.
 * @param seconds for all goals together; what is best when they are over is the plan
 */
export function reachGoals(given: ReassignCase, startSolver: StartSolver, seconds: number, tell: Progress): Reached {
  const farthest = farthestTenths(given);
  const limited = given.limits.maxKm !== null;
  const goals = GOALS.filter((goal) => (goal !== 'gap' || wantsDensity(given)) && (goal !== 'km' || farthest > 0));
  const byPairs = limited ? goals : goals.filter((goal) => goal === 'km');
  const byNumbers = goals.filter((goal) => !byPairs.includes(goal));

  const held: [Goal, number][] = [];
  let starts: Start[] = [];
  let open: Reached['open'] = null;
  let left = seconds;
  for (const [paired, some] of [
    [false, byNumbers],
    [true, byPairs],
  ] as const) {
    if (some.length === 0 || open !== null) continue;
    const network = networkOf(given, paired);
    if (network.flows.length === 0) continue;
    const solver = startSolver(network.program);
    for (const [goal, value] of held) solver.addRow(heldRow(given, network, goal, value));
    let values = valuesOf(network, starts);
    for (const goal of some) {
      tell(goal);
      const cost = costOf(given, network, goal);
      const { status, values: found, bound, seconds: taken } = solver.minimise(cost, Math.max(0.2, left), values);
      left -= taken;
      values = found ?? values;
      const value = valueOf(cost, values);
      // All goals but the gap are whole numbers: less than one better is no better.
      const by = Math.max(0, goal === 'gap' ? value - bound : Math.floor(value - bound + 1e-6));
      if (status !== 'best' && by > SLACK[goal]) open ??= { goal, by };
      held.push([goal, value]);
      solver.addRow(heldRow(given, network, goal, value));
      if (left <= 0) break;
    }
    solver.close();
    starts = pairUp(network, values);
  }
  return { starts, open };
}

function heldRow(given: ReassignCase, network: Network, goal: Goal, value: number) {
  return rowOf(new Map(costOf(given, network, goal)), -Infinity, value + SLACK[goal]);
}

/** What is made small for a goal. */
function costOf(given: ReassignCase, { met, gaps, flows, pairs }: Network, goal: Goal): Cost {
  const cost: Terms = new Map();
  switch (goal) {
    case 'centres':
      for (const { column } of met) cost.set(column, -1);
      return cost;
    case 'gap':
      for (const { column } of gaps) cost.set(column, 1);
      return cost;
    case 'moves': {
      const { within, dispatch, counterpart, order } = given.limits;
      const one = 2 * given.years.length * (within + dispatch + counterpart) + 1;
      for (const { from, lever, column } of flows) if (from !== null) cost.set(column, one + order.indexOf(lever));
      return cost;
    }
    case 'km': {
      const farthest = farthestTenths(given);
      for (const { from, to, column } of [...flows, ...(pairs ?? [])]) {
        const tenths = tenthsOf(given, from, to, farthest);
        if (tenths > 0) cost.set(column, tenths);
      }
      return cost;
    }
    default:
      return goal satisfies never;
  }
}

/** A plan as values of a network's columns. @param starts none, or such as the network's flows can name */
function valuesOf(network: Network, starts: readonly Start[]): number[] {
  const values = network.program.lower.map(() => 0);
  const columns = new Map<string, number>();
  for (const { lever, from, to, at, column } of network.flows) columns.set(`${lever} ${from} ${to} ${at}`, column);
  for (const { from, to, at, column } of network.pairs ?? []) columns.set(`within ${from} ${to} ${at}`, column);
  const add = (key: string, persons: number): void => {
    const column = columns.get(key);
    if (column !== undefined) values[column]! += persons;
  };
  for (const { lever, from, to, at, persons } of starts) {
    add(`${lever} ${from} ${to} ${at}`, persons);
    if (lever !== 'within') continue;
    add(`within ${from} null ${at}`, persons);
    add(`within null ${to} ${at}`, persons);
  }
  completeValues(network, values);
  return values;
}
