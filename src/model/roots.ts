/**
 * Powers, roots and the exponential from basic arithmetic only: Math.pow and Math.exp may round differently from browser
 * to browser, and the same link must give the same figures to the last bit.
 */

/** base to a whole, non-negative exponent. */
export function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/**
 * The positive nth root of a positive number, by bisection to the last bit.
 * @throws RangeError unless value > 0 and n is a whole number above 0
 */
export function nthRoot(value: number, n: number): number {
  if (!(value > 0) || !Number.isInteger(n) || n < 1) throw new RangeError(`no positive root: ${value}, ${n}`);
  let low = Math.min(1, value);
  let high = Math.max(1, value);
  for (let step = 0; step < 200; step++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (power(middle, n) > value) high = middle;
    else low = middle;
  }
  return low + (high - low) / 2;
}

/** eˣ, by halving x until its series of 20 terms is exact to rounding, then squaring back. */
export function exponential(x: number): number {
  let halvings = 0;
  let reduced = x;
  while (Math.abs(reduced) > 0.25) {
    reduced /= 2;
    halvings++;
  }
  let sum = 1;
  for (let term = 20; term >= 1; term--) sum = 1 + (reduced / term) * sum;
  for (let i = 0; i < halvings; i++) sum *= sum;
  return sum;
}
