/**
 * Persons are kept on a grid of 2⁻³⁰ persons. Sums and differences of grid values below 2²³ are exact in doubles, so
 * opening + in − out = closing holds to the last bit, in whatever order the areas, ages and flows are added up.
 */
const UNITS_PER_PERSON = 2 ** 30;
const PERSONS_PER_UNIT = 1 / UNITS_PER_PERSON;
/** Adding this to a number below 2²¹ leaves no bit finer than 2⁻³⁰; taking it off again leaves the rounded number. */
export const GRID_SHIFT = 1.5 * 2 ** 22;

/** The grid value nearest to `persons`. */
export function onGrid(persons: number): number {
  return persons + GRID_SHIFT - GRID_SHIFT;
}

/** The grid value just below `persons`. */
export function floorToGrid(persons: number): number {
  return Math.floor(persons * UNITS_PER_PERSON) * PERSONS_PER_UNIT;
}

/** Shares with their sum and the index of the largest (the first of equals), worked out once for many splits. */
export interface Shares {
  shares: ArrayLike<number>;
  sum: number;
  largest: number;
}

/** @param shares not negative */
export function sharesOf(shares: ArrayLike<number>): Shares {
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < shares.length; i++) {
    sum += shares[i]!;
    if (shares[i]! > shares[largest]!) largest = i;
  }
  return { shares, sum, largest };
}

/**
 * Splits a grid value by shares, exactly: the parts are on the grid, never negative, and add up to `total`.
 * What rounding leaves over goes to the largest share; a sum of zero gives everything to the first part.
 * @param total persons, on the grid, not negative
 * @param out receives the parts; as long as the shares
 */
export function splitExactly(total: number, { shares, sum, largest }: Shares, out: Float64Array): void {
  const perShare = perShareOf(total, sum);
  let rest = total;
  for (let i = 0; i < shares.length; i++) {
    const part = floorToGrid(perShare * shares[i]!);
    out[i] = part;
    rest -= part;
  }
  out[largest]! += rest;
}

/**
 * As `splitExactly` by all shares of some rows one after the other.
 * @param rows the shares, not negative; the parts take their place
 */
export function splitRowsExactly(total: number, rows: readonly Float64Array[]): void {
  let sum = 0;
  let [largest, at] = [rows[0], 0];
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      sum += row[i]!;
      if (row[i]! > largest![at]!) [largest, at] = [row, i];
    }
  }
  const perShare = perShareOf(total, sum);
  let rest = total;
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const part = floorToGrid(perShare * row[i]!);
      row[i] = part;
      rest -= part;
    }
  }
  if (largest) largest[at]! += rest;
}

/** A sum so small that the quotient overflows counts as none. */
function perShareOf(total: number, sum: number): number {
  const quotient = total / sum;
  return Number.isFinite(quotient) ? quotient : 0;
}
