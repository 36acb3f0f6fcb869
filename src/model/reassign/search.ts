import type { Cut } from './cuts.ts';
import { copyOf, proofOf, tighten } from './prices.ts';
import { addRow, valueOf } from './program.ts';
import type { Basis, Cost, Program, Relaxed, Solver } from './program.ts';

/** The least of one cost. */
export interface Least {
  values: number[];
  value: number;
  /** Nothing is smaller: the value itself where that is proven. */
  bound: number;
}

/** Rounding of a bound. */
const ROUNDING = 1e-4;
/** Shortest try, seconds; and the share of the time left that a try may take, so that the search among all is left its own. */
const MOMENT = 0.2;
const SHARE = 0.2;

/** A search among solutions up to a top only, which leaves little of the program when it is near what is known to be the least at best. */
export interface Try {
  top(bound: number): number;
  /** Only among solutions that have the `likely` columns where the relaxation has them: finds soon and proves nothing. */
  likely: boolean;
}

/** How to look for the least: by some tries, each from what is known by then; then among all that is better than the best found. */
export interface Way {
  tries: readonly Try[];
  /** Columns of 0 or 1 that most good solutions have at 1 where the relaxation has. */
  likely: readonly number[];
  /** When to stop, by the solver's clock. */
  until: number;
  /** Sets the columns that follow from the others. */
  complete(values: number[]): void;
  /** Rows that every whole solution keeps, and this one, with fractions, does not. */
  cuts(values: readonly number[]): Cut[];
}

/**
 * The least of a cost over the whole solutions of a program, which then keeps to solutions as small. Costs are whole numbers, so that nothing is
 * between two of them: a solution at the bound of the relaxation, rounded up, is proven best. What is looked for is small where the prices
 * leave little of the program: only solutions up to a top near the bound. Where there are none, the bound is above the top. Once there is a plan
 * from likely columns, what is left to search is what is better than it.
 * @param program changed in place: tightened to solutions that are as small
 * @param start a solution
 */
export function leastOf(
  program: Program,
  cost: Cost,
  solver: Solver,
  start: readonly number[],
  { tries, likely, until, complete, cuts }: Way,
): Least {
  let best = [...start];
  let value = Math.round(valueOf(cost, best));
  const relaxed = relaxedBy(program, cost, solver, until, cuts);
  const proof = proofOf(program, cost, relaxed?.prices ?? []);
  let bound = Math.min(value, Math.ceil(proof.bound - ROUNDING));

  const take = (values: readonly number[]): void => {
    const whole = values.map((one, column) => (program.integer[column] ? Math.round(one) : one));
    complete(whole);
    const found = Math.round(valueOf(cost, whole));
    if (found < value) [best, value] = [whole, found];
  };
  if (relaxed?.values.every((one, column) => !program.integer[column] || Math.abs(one - Math.round(one)) < ROUNDING))
    take(relaxed.values);

  const offered = value;
  let guess = bound;
  for (const one of [...tries, { top: () => Infinity, likely: false }]) {
    if (bound >= value || solver.now() >= until) break;
    if (one.likely && (relaxed === null || value < offered)) continue;
    guess = Math.max(guess, bound);
    const most = Math.min(value - 1, Math.floor(one.top(one.likely ? guess : bound)));
    const left = copyOf(program);
    tighten(left, proof, most - proof.bound);
    hold(left, cost, most);
    if (one.likely) for (const column of likely) if (relaxed!.values[column]! > 1 - ROUNDING) left.lower[column] = 1;
    const time = until - solver.now();
    const seconds = Math.max(MOMENT, !one.likely && most === value - 1 ? time : SHARE * time);
    const solution = solver.minimise(left, cost, seconds, bound);
    if (solution.values !== null) take(solution.values);
    if (one.likely) guess = solution.status === 'impossible' ? most + 1 : guess;
    else if (solution.status === 'best') bound = value;
    else if (solution.status === 'impossible') bound = Math.min(value, most + 1);
    else bound = Math.max(bound, Math.min(value, Math.ceil(solution.bound - ROUNDING)));
  }
  tighten(program, proof, value - proof.bound);
  hold(program, cost, value);
  return { values: best, value, bound };
}

/** Times that a relaxation is cut and relaxed again. */
const ROUNDS = 3;

/** The best when columns need not be whole, the program cut to it by what this best leans on. @param program changed in place */
function relaxedBy(program: Program, cost: Cost, solver: Solver, until: number, cuts: Way['cuts']): Relaxed | null {
  const own = program.rows.length;
  let basis: Basis | undefined;
  for (let round = 0; ; round++) {
    const relaxed = solver.relax(program, cost, until - solver.now(), basis);
    if (relaxed === null) return null;
    const broken = round === ROUNDS ? [] : cuts(relaxed.values);
    if (broken.length === 0) {
      const used = (_: unknown, row: number): boolean => row < own || relaxed.prices[row] !== 0;
      program.rows = program.rows.filter(used);
      return { ...relaxed, prices: relaxed.prices.filter(used) };
    }
    basis = relaxed.basis;
    for (const { terms, most } of broken) addRow(program, terms, -Infinity, most);
  }
}

/** Keeps a program to solutions up to a value. Columns that need not be whole leave it a little room for their own rounding. */
function hold(program: Program, cost: Cost, most: number): void {
  const whole = [...cost.keys()].every((column) => program.integer[column]);
  addRow(program, cost, -Infinity, whole ? most : most + 10 * ROUNDING);
}
