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

const LN2 = 0.6931471805599453;
const SQRT2 = Math.sqrt(2);
/** 1/23, 1/21, …, 1: the series of artanh. */
const ARTANH = Array.from({ length: 12 }, (_, i) => 1 / (23 - 2 * i));

/**
 * Natural logarithm of a positive, finite number: powers of two are taken out, the rest is the series of artanh, to rounding.
 * @throws RangeError unless 0 < x < ∞
 */
export function logarithm(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`no logarithm: ${x}`);
  let twos = 0;
  let reduced = x;
  for (; reduced >= 65_536; reduced /= 65_536) twos += 16;
  for (; reduced < 1 / 65_536; reduced *= 65_536) twos -= 16;
  for (; reduced > SQRT2; reduced /= 2) twos++;
  for (; reduced < SQRT2 / 2; reduced *= 2) twos--;
  const s = (reduced - 1) / (reduced + 1);
  const square = s * s;
  let sum = 0;
  for (const term of ARTANH) sum = term + square * sum;
  return twos * LN2 + 2 * s * sum;
}
