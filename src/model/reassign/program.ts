/**
 * A mixed-integer program: columns with bounds, rows lower ≤ Σ value × column ≤ upper. Plain values, so that the model knows no
 * solver: whoever runs it brings one (`Solver`).
 */
export interface Program {
  lower: number[];
  upper: number[];
  integer: boolean[];
  rows: Row[];
}
export interface Row {
  lower: number;
  upper: number;
  columns: number[];
  values: number[];
}

/** Something to make as small as can be: a value for some columns, 0 for the others. */
export type Cost = ReadonlyMap<number, number>;

/** What a solver found. */
export interface Solution {
  /** `best`: nothing smaller exists. `stopped`: out of time; `values` is the best so far, if any. */
  status: 'best' | 'stopped' | 'impossible';
  values: number[] | null;
  /** Nothing can be smaller than this. */
  bound: number;
  /** Time taken. */
  seconds: number;
}

/** Solves one program for one cost after the other; rows may be added between two solves. */
export interface Solver {
  /** @param seconds when to stop with the best so far; @param start a solution to begin with */
  minimise(cost: Cost, seconds: number, start: readonly number[]): Solution;
  addRow(row: Row): void;
  close(): void;
}
export type StartSolver = (program: Program) => Solver;

export function emptyProgram(): Program {
  return { lower: [], upper: [], integer: [], rows: [] };
}

/** Adds a column. @returns its index */
export function addColumn(program: Program, lower: number, upper: number, integer: boolean): number {
  program.lower.push(lower);
  program.upper.push(upper);
  program.integer.push(integer);
  return program.lower.length - 1;
}

/** A sum of columns, each once: what a row or a cost is written from. */
export type Terms = Map<number, number>;

export function addTerm(terms: Terms, column: number | undefined, value: number): void {
  if (column !== undefined) terms.set(column, (terms.get(column) ?? 0) + value);
}

export function rowOf(terms: Terms, lower: number, upper: number): Row {
  return { lower, upper, columns: [...terms.keys()], values: [...terms.values()] };
}

/** Value of a cost in a solution. */
export function valueOf(cost: Cost, values: readonly number[]): number {
  let sum = 0;
  for (const [column, value] of cost) sum += value * values[column]!;
  return sum;
}
