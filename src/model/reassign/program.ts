/**
 * A mixed-integer program: columns with bounds, rows lower ≤ Σ value × column ≤ upper. Plain values, so that the model knows no
 * solver: whoever runs it brings one (`Solver`).
 */
export interface Program {
  lower: number[];
  upper: number[];
  /** Columns that a solver has to keep whole. */
  integer: boolean[];
  /** Columns that are whole in some least solution, those that come out so by themselves among them. */
  whole: boolean[];
  rows: Row[];
}
export interface Row {
  lower: number;
  upper: number;
  columns: number[];
  values: number[];
}

/** Something to make as small as can be: a value for some columns, 0 for the others. Whole numbers for every plan of whole persons. */
export type Cost = ReadonlyMap<number, number>;

/** What a solver found. */
export interface Solution {
  /** `best`: nothing is smaller by one or more. `stopped`: out of time; `values` is the best so far, if any. */
  status: 'best' | 'stopped' | 'impossible';
  values: number[] | null;
  /** Nothing can be smaller than this. */
  bound: number;
}

/** The best when columns need not be whole, and a price of each row, from which anybody can tell that nothing is better. */
export interface Relaxed {
  values: number[];
  prices: number[];
  basis: Basis;
}
/** The corner that a solver stopped at, in its own codes: what it may begin with where rows have been added since. */
export interface Basis {
  columns: Int32Array;
  rows: Int32Array;
}

/** Solves programs, one after the other: nothing is kept between two of them but what the caller hands on. */
export interface Solver {
  /** Seconds of its clock. */
  now(): number;
  /**
   * @param seconds when to give up
   * @param from the corner to begin with: of the same program, before the last of its rows were added
   * @returns null where nothing was found, in time or at all
   */
  relax(program: Program, cost: Cost, seconds: number, from?: Basis): Relaxed | null;
  /** @param seconds when to stop with the best so far; @param enough a value that need not be bettered */
  minimise(program: Program, cost: Cost, seconds: number, enough: number): Solution;
}

export function emptyProgram(): Program {
  return { lower: [], upper: [], integer: [], whole: [], rows: [] };
}

/** How a column comes to be whole: a solver is told so; where all that is told is whole, it is whole by itself; it need not be whole. */
export type Wholeness = 'told' | 'implied' | 'none';

/** Adds a column. @returns its index */
export function addColumn(program: Program, lower: number, upper: number, wholeness: Wholeness): number {
  program.lower.push(lower);
  program.upper.push(upper);
  program.integer.push(wholeness === 'told');
  program.whole.push(wholeness !== 'none');
  return program.lower.length - 1;
}

/** A sum of columns, each once: what a row or a cost is written from. */
export type Terms = Map<number, number>;

export function addTerm(terms: Terms, column: number | undefined, value: number): void {
  if (column !== undefined) terms.set(column, (terms.get(column) ?? 0) + value);
}

export function addRow({ rows }: Program, terms: Cost, lower: number, upper: number): void {
  if (terms.size > 0) rows.push({ lower, upper, columns: [...terms.keys()], values: [...terms.values()] });
}

/** Value of a cost in a solution. */
export function valueOf(cost: Cost, values: readonly number[]): number {
  let sum = 0;
  for (const [column, value] of cost) sum += value * values[column]!;
  return sum;
}
