import { describe, expect, test } from 'vitest';
import { binomial } from '../../../src/model/micro/binomial.ts';
import { LONGEST, newGaps, nextGap, shareOfMark, useProbability } from '../../../src/model/micro/gaps.ts';
import { beta, gamma, normal, pert, roundByChance, splitByChance } from '../../../src/model/micro/sampling.ts';
import { newStream, nextShare, useKey } from '../../../src/model/micro/stream.ts';
import type { Stream } from '../../../src/model/micro/stream.ts';
import { logarithm } from '../../../src/model/roots.ts';

const TIMES = 40_000;

function seeded(seed: number): Stream {
  const stream = newStream();
  useKey(stream, seed, 0);
  return stream;
}

/** ln n! for n up to 100,000, added up once. */
const LOG_FACTORIALS = new Float64Array(100_001);
for (let n = 1; n < LOG_FACTORIALS.length; n++) LOG_FACTORIALS[n] = LOG_FACTORIALS[n - 1]! + Math.log(n);

function binomialProbability(n: number, p: number, k: number): number {
  const ways = LOG_FACTORIALS[n]! - LOG_FACTORIALS[k]! - LOG_FACTORIALS[n - k]!;
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log(1 - p));
}

/** Chi-square against exact probabilities, values that are expected less than 10 times put together; as a z-score (Wilson–Hilferty). */
function chiSquareScore(counts: readonly number[], probabilities: readonly number[], times: number): number {
  let chi = 0;
  let classes = 0;
  let restCount = 0;
  let rest = 0;
  for (const [value, probability] of probabilities.entries()) {
    restCount += counts[value] ?? 0;
    rest += probability * times;
    if (rest < 10) continue;
    chi += (restCount - rest) ** 2 / rest;
    classes++;
    restCount = 0;
    rest = 0;
  }
  const degrees = Math.max(1, classes - 1);
  const variance = 2 / (9 * degrees);
  return (Math.cbrt(chi / degrees) - (1 - variance)) / Math.sqrt(variance);
}

function momentsOf(sample: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < TIMES; i++) {
    const value = sample();
    sum += value;
    squares += value * value;
  }
  return { mean: sum / TIMES, variance: squares / TIMES - (sum / TIMES) ** 2 };
}

describe('the logarithm', () => {
  test.each([1e-300, 2 ** -53, 0.3, 0.999999, 1, 1.0000001, Math.E, 10, 123_456.789, 1e300])(
    'of %d is that of the engine to rounding',
    (x) => {
      expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(Math.log(x))));
    },
  );

  test.each([0, -1, Infinity, Number.NaN])('of %d is refused', (x) => {
    expect(() => logarithm(x)).toThrow(RangeError);
  });
});

describe('a binomial number', () => {
  // Tosses one by one, values tried from 0 on, rejection; each with p on both sides of a half.
  test.each([
    [1, 0.3],
    [6, 0.5],
    [7, 0.04],
    [40, 0.97],
    [300, 0.03],
    [30, 0.45],
    [30, 0.55],
    [300, 0.2],
    [5000, 0.9],
    [100_000, 0.4],
  ])('of %d trials with p = %d has the exact probabilities', (n, p) => {
    const stream = seeded(n);
    const counts: number[] = Array.from({ length: n + 1 }, () => 0);
    for (let i = 0; i < TIMES; i++) counts[binomial(stream, n, p)]!++;
    const spread = 8 * Math.sqrt(n * p * (1 - p)) + 8;
    const first = Math.max(0, Math.floor(n * p - spread));
    const last = Math.min(n, Math.ceil(n * p + spread));
    const probabilities: number[] = [];
    for (let k = first; k <= last; k++) probabilities.push(binomialProbability(n, p, k));
    expect(chiSquareScore(counts.slice(first, last + 1), probabilities, TIMES)).toBeLessThan(3.3);
    expect(counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0)).toBe(TIMES);
  });

  test('is certain where nothing is left to chance', () => {
    const stream = seeded(1);
    expect([binomial(stream, 0, 0.5), binomial(stream, 9, 0), binomial(stream, 9, 1)]).toEqual([0, 0, 9]);
    expect([binomial(stream, 500, 0), binomial(stream, 500, 1), binomial(stream, 5, 1 + 1e-12)]).toEqual([0, 500, 5]);
  });

  test('never leaves 0 to n', () => {
    const stream = seeded(2);
    for (const n of [1, 6, 7, 25, 200]) {
      for (const p of [1e-9, 0.01, 0.5, 0.99, 1 - 1e-9]) {
        for (let i = 0; i < 500; i++) {
          const k = binomial(stream, n, p);
          expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
        }
      }
    }
  });
});

describe('marks', () => {
  test.each([0.004, 0.04, 0.4])('on a share of %d of the slots stand as far apart as if each slot were tossed', (p) => {
    const stream = seeded(3);
    const gaps = newGaps();
    useProbability(gaps, p);
    const most = Math.ceil(12 / p);
    const counts: number[] = Array.from({ length: most + 1 }, () => 0);
    const tenths: number[] = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < TIMES; i++) {
      counts[Math.min(most, nextGap(stream, gaps))]!++;
      tenths[Math.floor(shareOfMark(gaps) * 10)]!++;
    }
    const probabilities = counts.map((_, gap) => (gap === most ? 1 : p) * (1 - p) ** gap);
    expect(chiSquareScore(counts, probabilities, TIMES)).toBeLessThan(3.3);
    expect(
      chiSquareScore(
        tenths,
        tenths.map(() => 0.1),
        TIMES,
      ),
    ).toBeLessThan(3.3);
    if (p < 0.01) expect(counts.slice(LONGEST + 1).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });
});

describe('whole persons', () => {
  test('are rounded down or up, on average to the number itself', () => {
    const stream = seeded(4);
    for (const x of [0, 3, 2.25, -1.3]) {
      const { mean } = momentsOf(() => roundByChance(stream, x));
      expect(Math.abs(mean - x)).toBeLessThan(4 * Math.sqrt(0.25 / TIMES));
    }
    expect(new Set(Array.from({ length: 99 }, () => roundByChance(stream, 2.25)))).toEqual(new Set([2, 3]));
  });

  test('are split by shares: all of them, each share rounded down or up, on average exact', () => {
    const stream = seeded(5);
    const shares = [3, 0, 0.7, 5.3, 1];
    const out = new Int32Array(5);
    const sums = new Float64Array(5);
    const total = 7;
    for (let i = 0; i < TIMES; i++) {
      splitByChance(total, nextShare(stream), shares, out);
      expect(out.reduce((sum, part) => sum + part, 0)).toBe(total);
      for (const [cell, part] of out.entries()) {
        const exact = total * (shares[cell]! / 10);
        if (part !== Math.floor(exact) && part !== Math.ceil(exact)) expect.fail(`${part} of ${exact}`);
        sums[cell]! += part;
      }
    }
    for (const [cell, sum] of sums.entries()) {
      expect(Math.abs(sum / TIMES - total * (shares[cell]! / 10))).toBeLessThan(4 * Math.sqrt(0.25 / TIMES));
    }
  });

  test('all go to the first cell where there are no shares', () => {
    const out = Int32Array.of(9, 9, 9);
    splitByChance(4, 0.5, [0, 0, 0], out);
    expect([...out]).toEqual([4, 0, 0]);
  });
});

describe('continuous numbers', () => {
  const near = (found: { mean: number; variance: number }, mean: number, variance: number, kurtosis: number): void => {
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / TIMES));
    expect(Math.abs(found.variance - variance)).toBeLessThan(4 * variance * Math.sqrt((kurtosis - 1) / TIMES));
  };

  test('of the normal distribution have its moments', () => {
    const stream = seeded(7);
    near(
      momentsOf(() => normal(stream)),
      0,
      1,
      3,
    );
  });

  test.each([1, 2.5, 5])('of the gamma distribution with shape %d have its moments', (shape) => {
    const stream = seeded(8);
    near(
      momentsOf(() => gamma(stream, shape)),
      shape,
      shape,
      3 + 6 / shape,
    );
  });

  test.each([
    [1, 5],
    [5, 1],
    [3, 3],
    [2, 4],
  ])('of Beta(%d, %d) have its exact shares in twenty classes', (a, b) => {
    const stream = seeded(9);
    const counts: number[] = Array.from({ length: 20 }, () => 0);
    for (let i = 0; i < TIMES; i++) counts[Math.floor(beta(stream, a, b) * 20)]!++;
    // Whole a and b: P(X ≤ x) = P(Binomial(a + b − 1, x) ≥ a).
    const until = (x: number): number => {
      let sum = 0;
      for (let k = a; k <= a + b - 1; k++)
        sum += x === 1 ? Number(k === a + b - 1) : x === 0 ? 0 : binomialProbability(a + b - 1, x, k);
      return sum;
    };
    const probabilities = counts.map((_, i) => until((i + 1) / 20) - until(i / 20));
    expect(chiSquareScore(counts, probabilities, TIMES)).toBeLessThan(3.3);
  });

  test('of a PERT distribution lie in its range, with its mean and variance', () => {
    const stream = seeded(10);
    const [low, mode, high] = [0.014, 0.03, 0.06];
    const mean = (low + 4 * mode + high) / 6;
    const variance = ((mean - low) * (high - mean)) / 7;
    const found = momentsOf(() => {
      const value = pert(stream, low, mode, high);
      if (value < low || value > high) expect.fail(`${value}`);
      return value;
    });
    near(found, mean, variance, 3);
    expect(pert(stream, 2, 2, 2)).toBe(2);
  });
});
