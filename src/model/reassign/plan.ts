import type { Frame } from '../frame.ts';
import type { Values } from '../values.ts';
import { kmBetween } from './case.ts';
import type { ReassignCase } from './case.ts';
import { blockOf } from './blocks.ts';
import { casesOf, yearThatCounts } from './cases.ts';
import type { Unmoved } from './cases.ts';
import { reachGoals } from './goals.ts';
import type { Goal, Reached } from './goals.ts';
import { minimumOf, monthIn } from './minimum.ts';
import { monthAfter } from './months.ts';
import { gapOf, metByYear, outcomeOf } from './outcome.ts';
import type { Start } from './pairs.ts';
import { planProblems } from './plan-problems.ts';
import type { Solver } from './program.ts';
import { shadowPrices } from './shadow.ts';
import type { Concession } from './shadow.ts';
import type { Move, MovePlan, ShortCentre } from './types.ts';

/** How far the planning is: the goal that is being solved, of one county after the other; then the shadow prices. */
export interface PlanProgress {
  goal: Goal | 'shadow';
  county: number;
  counties: number;
}

/**
 * The plan of reassignment for a projection without moves: every county to its proven best, and what limits cost.
 * @param seconds until the best so far is taken; shadow prices come on top
 */
export function planMoves(
  frame: Frame,
  values: Values,
  projected: Unmoved,
  solver: Solver,
  seconds: number,
  tell: (progress: PlanProgress) => void = () => undefined,
): MovePlan {
  const cases = casesOf(frame, values, projected);
  const counties = cases.length;
  const until = solver.now() + seconds;
  const reached = cases.map((given, county) => {
    const share = (until - solver.now()) / (counties - county);
    return reachGoals(given, solver, share, (goal) => tell({ goal, county, counties }));
  });
  const parts = cases.map((given, index) => partOf(given, reached[index]!));
  const years = cases[0]?.years ?? [];
  const add = (pick: (part: Part) => number[]): number[] =>
    years.map((_, at) => parts.reduce((sum, part) => sum + pick(part)[at]!, 0));
  const sum = (pick: (part: Part) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  const metAfter = add(({ after }) => after);
  const short = parts.flatMap((part) => part.short);
  const at = yearThatCounts(frame, years);
  const minimum = minimumOf(frame, years[0] ?? 0);
  tell({ goal: 'shadow', county: 0, counties });
  const shadow = short.some(({ year }) => year === years[at])
    ? shadowPrices(cases, concessionsOf(frame, values, projected, cases), at, solver)
    : [];
  const open = reached.filter((one) => one.open !== null);
  return {
    years,
    moves: parts.flatMap(({ moves }) => moves).sort(inOrder),
    metBefore: add(({ before }) => before),
    metAfter,
    centres: sum(({ centres }) => centres),
    each: minimum.each,
    months: years.map((year) => monthIn(minimum, year)),
    short,
    without: cases.flatMap(({ centres }) =>
      centres.flatMap(({ area, heads, minimum }) => (minimum > 0 ? [{ area, heads, minimum }] : [])),
    ),
    proven: open.length === 0,
    distance: open.length === 0 ? null : sum(({ distance }) => distance),
    goals: {
      centreYears: metAfter.reduce((total, met) => total + met, 0),
      gap: Math.round(1000 * sum(({ gap }) => gap)) / 1000,
      moves: sum(({ moves }) => moves.reduce((persons, move) => persons + move.persons, 0)),
      km: Math.round(10 * sum(({ moves }) => moves.reduce((km, move) => km + (move.km ?? 0) * move.persons, 0))) / 10,
    },
    shadow,
    problems: planProblems(frame, values, cases, short),
  };
}

/** What the plan is of one county. */
interface Part {
  moves: Move[];
  before: number[];
  after: number[];
  centres: number;
  gap: number;
  short: ShortCentre[];
  distance: number;
}

function partOf(given: ReassignCase, { starts, open }: Reached): Part {
  const { years, centres } = given;
  const outcome = outcomeOf(given, starts);
  const short = centres.flatMap((centre, index) =>
    years.flatMap((year, at): ShortCentre[] => {
      const gps = outcome.heads[index]![at]!;
      if (centre.minimum === 0 || gps >= centre.minimum) return [];
      const block = open?.goal === 'centres' ? 'time-limit' : blockOf(given, starts, outcome, index, at);
      return [{ area: centre.area, year, gps, minimum: centre.minimum, block }];
    }),
  );
  return {
    moves: starts.map((start) => moveOf(given, start, outcome.heads)),
    before: metByYear(
      given,
      centres.map(({ heads }) => heads),
    ),
    after: metByYear(given, outcome.heads),
    centres: centres.filter(({ minimum }) => minimum > 0).length,
    gap: gapOf(given, outcome),
    short,
    distance: open?.goal === 'centres' ? open.by : 0,
  };
}

function moveOf(given: ReassignCase, start: Start, heads: readonly number[][]): Move {
  const { years, centres, limits } = given;
  const { lever, from, to, at, persons } = start;
  const first = { year: years[at]!, month: limits.month };
  return {
    lever,
    from: from < 0 ? from : centres[from]!.area,
    to: centres[to]!.area,
    persons,
    start: first,
    end: lever === 'within' ? null : monthAfter(first, 12 * limits.term - 1),
    km: from < 0 ? null : kmBetween(given, from, to),
    had: heads[to]![at]! - persons,
    minimum: centres[to]!.minimum,
  };
}

/** By year, then levers in Hunan's order, then areas. */
function inOrder(one: Move, other: Move): number {
  const place = ({ lever }: Move): number => ['within', 'dispatch', 'counterpart'].indexOf(lever);
  return one.start.year - other.start.year || place(one) - place(other) || one.to - other.to || one.from - other.from;
}

/** One more of everything that is limited. */
function concessionsOf(frame: Frame, values: Values, projected: Unmoved, cases: readonly ReassignCase[]): Concession[] {
  const limits = cases[0]!.limits;
  const change = (kind: Concession['kind'], by: number | null, to: Parameters<typeof casesOf>[3]): Concession => ({
    kind,
    by,
    cases: casesOf(frame, values, projected, to),
  });
  const floor = Number(values['floor']);
  const concessions: Concession[] = [];
  if (limits.dispatch > 0) {
    concessions.push(change('hospital', 1, { dispatch: limits.dispatch + 1, pool: 1 }));
    concessions.push(change('dispatch', 1, { dispatch: limits.dispatch + 1 }));
  }
  if (limits.within > 0) concessions.push(change('within', 1, { within: limits.within + 1 }));
  if (limits.counterpart > 0) concessions.push(change('counterpart', 1, { counterpart: limits.counterpart + 1 }));
  if (limits.maxKm !== null) concessions.push(change('distance', null, { maxKm: null }));
  if (floor > 0 && limits.within + limits.dispatch > 0) concessions.push(change('floor', 1, { floor: floor - 1 }));
  return concessions;
}
