import { logarithm } from '../roots.ts';
import { nextFine, nextShare } from './stream.ts';
import type { Stream } from './stream.ts';

/** A whole number with mean x: the one below, or with the probability of the fraction the one above. */
export function roundByChance(stream: Stream, x: number): number {
  const below = Math.floor(x);
  return x > below && nextShare(stream) < x - below ? below + 1 : below;
}

/**
 * Whole persons over cells in proportion to `shares`: each cell gets its exact share, rounded down or up, and on average just that.
 * In a row of all cells one person falls at every whole step from a random start on (systematic sampling), so that the
 * split itself adds as little chance as whole persons allow.
 * @param start uniform above 0 and below 1: where the row begins
 * @param shares not negative; if all are 0, everybody goes to the first cell
 * @param out receives the whole numbers, from index `first` on
 */
export function splitByChance(
  persons: number,
  start: number,
  shares: ArrayLike<number>,
  out: Int32Array,
  first = 0,
): void {
  const cells = shares.length;
  for (let cell = 0; cell < cells; cell++) out[first + cell] = 0;
  if (persons === 0) return;
  let sum = 0;
  for (let cell = 0; cell < cells; cell++) sum += shares[cell]!;
  if (sum === 0 || cells === 1) {
    out[first] = persons;
    return;
  }
  const perShare = persons / sum;
  let until = 0;
  let given = 0;
  for (let cell = 0; cell < cells && given < persons; cell++) {
    until += shares[cell]!;
    const next = Math.min(persons, Math.floor(until * perShare + start));
    out[first + cell] = next - given;
    given = next;
  }
  // Rounding may leave the last person over.
  if (given < persons) out[first + lastPositive(shares)]! += persons - given;
}

function lastPositive(shares: ArrayLike<number>): number {
  let cell = shares.length - 1;
  while (cell > 0 && shares[cell] === 0) cell--;
  return cell;
}

/** Standard normal, by the polar method (Marsaglia and Bray 1964); the second of each pair is not used. */
export function normal(stream: Stream): number {
  for (;;) {
    const x = 2 * nextFine(stream) - 1;
    const y = 2 * nextFine(stream) - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * logarithm(square)) / square);
  }
}

/**
 * Gamma with scale 1. Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
 * @param shape at least 1
 */
export function gamma(stream: Stream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = nextFine(stream);
    // Implies what follows, and is mostly so.
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (logarithm(u) < 0.5 * x * x + d - d * v + d * logarithm(v)) return d * v;
  }
}

/** Beta(a, b), both at least 1, from two gammas. */
export function beta(stream: Stream, a: number, b: number): number {
  const x = gamma(stream, a);
  return x / (x + gamma(stream, b));
}

/** PERT: a Beta on [low, high] with the given mode and mean (low + 4 mode + high) / 6. */
export function pert(stream: Stream, low: number, mode: number, high: number): number {
  if (!(high > low)) return mode;
  const width = high - low;
  const share = beta(stream, 1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width);
  return Math.min(high, Math.max(low, low + width * share));
}
