import type { Cost, Program } from './program.ts';

/** What the prices of a program's rows prove: weak duality. */
export interface Proof {
  /** No solution, whole or not, is smaller. */
  bound: number;
  /** By how much a solution grows, at least, with every unit that a column or a row is off the end that its sign points to. */
  columns: number[];
  rows: number[];
}

/**
 * What any prices of the rows prove of a cost: Σ price × row + Σ (cost − price × row's values) × column, each at the end where it is least. The
 * prices may come from a solver with tolerances; the proof is added up here and holds for whatever they are.
 */
export function proofOf({ lower, upper, rows }: Program, cost: Cost, prices: readonly number[]): Proof {
  const columns = lower.map((_, column) => cost.get(column) ?? 0);
  let bound = 0;
  const used = rows.map((row, index) => {
    const price = prices[index] ?? 0;
    const end = price > 0 ? row.lower : row.upper;
    if (price === 0 || !Number.isFinite(end)) return 0;
    bound += price * end;
    row.columns.forEach((column, at) => (columns[column]! -= price * row.values[at]!));
    return price;
  });
  columns.forEach((value, column) => (bound += value === 0 ? 0 : value * (value > 0 ? lower : upper)[column]!));
  return { bound, columns, rows: used };
}

/** Prices below this are rounding of the arithmetic. */
const FREE = 1e-7;
const ROUNDING = 1e-6;

/**
 * Takes out of a program what no solution up to bound + room can use: how far each column and each row can be from its end. Changed in place.
 * @param room how much a solution may exceed the bound
 */
export function tighten(program: Program, { columns, rows }: Proof, room: number): void {
  const { lower, upper, integer, whole } = program;
  const reach = (price: number, inWholes: boolean): number => {
    const far = (room + ROUNDING) / Math.abs(price);
    return inWholes ? Math.floor(far + ROUNDING) : far + ROUNDING;
  };
  columns.forEach((price, column) => {
    if (Math.abs(price) < FREE) return;
    const far = reach(price, whole[column]!);
    if (price > 0) upper[column] = Math.min(upper[column]!, lower[column]! + far);
    else lower[column] = Math.max(lower[column]!, upper[column]! - far);
  });
  program.rows = program.rows.map((row, index) => {
    const price = rows[index] ?? 0;
    if (Math.abs(price) < FREE || row.lower === row.upper) return row;
    const inWholes = row.columns.every((column, at) => integer[column] && Number.isInteger(row.values[at]));
    const far = reach(price, inWholes);
    return price > 0
      ? { ...row, upper: Math.min(row.upper, row.lower + far) }
      : { ...row, lower: Math.max(row.lower, row.upper - far) };
  });
}

/** A program of its own that can be tightened. */
export function copyOf({ lower, upper, integer, whole, rows }: Program): Program {
  return { lower: [...lower], upper: [...upper], integer: [...integer], whole: [...whole], rows: [...rows] };
}
