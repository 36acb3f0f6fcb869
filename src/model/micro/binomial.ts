import { logarithm } from '../roots.ts';
import { nextFine, nextShare } from './stream.ts';
import type { Stream } from './stream.ts';

/** Up to so many trials are tossed one by one: a word each. */
const SINGLE = 6;
/** Up to this mean the values are tried from 0 on. */
const FROM_ZERO = 12;

/**
 * Number of successes in n trials with probability p, exact in distribution (up to 2⁻³² in a single trial).
 * @param n whole, not negative
 * @param p from 0 to 1; what lies outside by rounding is taken as 0 or 1
 */
export function binomial(stream: Stream, n: number, p: number): number {
  if (n === 0 || !(p > 0)) return 0;
  if (p >= 1) return n;
  if (n <= SINGLE) return tosses(stream, n, p);
  if (p > 0.5) return n - less(stream, n, 1 - p);
  return less(stream, n, p);
}

function tosses(stream: Stream, n: number, p: number): number {
  let successes = 0;
  for (let i = 0; i < n; i++) if (nextShare(stream) < p) successes++;
  return successes;
}

function less(stream: Stream, n: number, p: number): number {
  return n * p <= FROM_ZERO ? fromZero(stream, n, p) : transformedRejection(stream, n, p);
}

/** Inversion: P(0) = (1 − p)ⁿ, P(k + 1) = P(k) · (n − k) / (k + 1) · p / (1 − p). */
function fromZero(stream: Stream, n: number, p: number): number {
  const ratio = p / (1 - p);
  let probability = wholePower(1 - p, n);
  let u = nextFine(stream);
  let k = 0;
  while (u > probability && k < n) {
    u -= probability;
    probability *= (ratio * (n - k)) / (k + 1);
    k++;
  }
  return k;
}

function wholePower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result *= square;
    square *= square;
  }
  return result;
}

/**
 * Transformed rejection with squeeze, for n·p ≥ 10 and p ≤ ½.
 * Source: Hörmann, "The generation of binomial random variates", J. Stat. Comput. Simul. 46 (1993), algorithm BTRS.
 */
function transformedRejection(stream: Stream, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = nextFine(stream) - 0.5;
    const v = nextFine(stream);
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + c);
    if (k < 0 || k > n) continue;
    if (edge >= 0.07 && v <= squeeze) return k;
    const height = logarithm((v * alpha) / (a / (edge * edge) + b));
    const bound =
      (mode + 0.5) * logarithm((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * logarithm((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * logarithm((odds * (n - k + 1)) / (k + 1)) +
      stirlingRest(mode) +
      stirlingRest(n - mode) -
      stirlingRest(k) -
      stirlingRest(n - k);
    if (height <= bound) return k;
  }
}

/** ln k! less Stirling's (k + ½) ln(k + 1) − (k + 1) + ½ ln 2π: exact values up to 9, then the series. */
const RESTS = [
  0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
  0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287,
];

function stirlingRest(k: number): number {
  if (k < RESTS.length) return RESTS[k]!;
  const x = k + 1;
  const square = x * x;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / x;
}
