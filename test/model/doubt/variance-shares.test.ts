import { describe, expect, test } from 'vitest';
import { mergeSamples, sampleFunction } from '../../../src/model/doubt/base-samples.ts';
import type { BaseSamples } from '../../../src/model/doubt/base-samples.ts';
import { bootstrapErrors, varianceOf } from '../../../src/model/doubt/bootstrap.ts';
import { varianceShares } from '../../../src/model/doubt/variance-shares.ts';
import type { VarianceShare } from '../../../src/model/doubt/variance-shares.ts';
import type { Uncertain } from '../../../src/model/micro/parameters.ts';

const uniform = (key: string, low: number, high: number): Uncertain => ({
  key,
  low,
  mode: (low + high) / 2,
  high,
  distribution: 'uniform',
});

type Drawn = Readonly<Record<string, number>>;
function samplesOf(f: (x: Drawn) => number[], fields: readonly Uncertain[], size = 4000, seed = 7): BaseSamples {
  return sampleFunction(
    f(Object.fromEntries(fields.map(({ key, mode }) => [key, mode]))).map((_, i) => 2030 + i),
    f,
    fields,
    { seed, from: 0, to: size },
  );
}

/** Within four of its own standard errors, and those small enough to say something. */
function expectShares(shares: VarianceShare[], first: number[], total: number[]): void {
  shares.forEach((share, i) => {
    expect(Math.abs(share.first - first[i]!)).toBeLessThan(4 * share.firstError + 1e-12);
    expect(Math.abs(share.total - total[i]!)).toBeLessThan(4 * share.totalError + 1e-12);
    expect(Math.max(share.firstError, share.totalError)).toBeLessThan(0.04);
  });
}

describe('shares of variance', () => {
  test('of an additive function are the shares of its parts, alone and in total', () => {
    // Variance of a uniform number on [0, 1] is 1/12: the shares are as the squares of the factors.
    const fields = ['a', 'b', 'c', 'd'].map((key) => uniform(key, 0, 1));
    const shares = varianceShares(
      samplesOf(({ a, b, c }) => [3 * a! + 2 * b! + c!], fields),
      0,
    );
    expectShares(shares, [9 / 14, 4 / 14, 1 / 14, 0], [9 / 14, 4 / 14, 1 / 14, 0]);
    expect([shares[3]!.total, shares[3]!.totalError, shares[3]!.firstError]).toEqual([0, 0, 0]);
  });

  test('of a product are those of its closed form', () => {
    // Π(1 + c_i·x_i), x uniform on [−1, 1]: first order (c_i²/3) ÷ (Π(1 + c_j²/3) − 1).
    const c = [1, 0.8, 0.3];
    const part = c.map((factor) => factor ** 2 / 3);
    const variance = part.reduce((product, v) => product * (1 + v), 1) - 1;
    const fields = c.map((_, i) => uniform(`x${i}`, -1, 1));
    const f = (x: Drawn): number[] => [c.reduce((product, factor, i) => product * (1 + factor * x[`x${i}`]!), 1)];
    const first = part.map((v) => v / variance);
    const total = part.map((v, i) => (v * part.reduce((p, w, j) => (j === i ? p : p * (1 + w)), 1)) / variance);
    expectShares(varianceShares(samplesOf(f, fields, 20_000), 0), first, total);
  });

  test('of the Ishigami function are the published ones', () => {
    // a = 7, b = 0.1 (Ishigami and Homma 1990): S = 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
    const fields = ['x', 'y', 'z'].map((key) => uniform(key, -Math.PI, Math.PI));
    const f = ({ x, y, z }: Drawn): number[] => [Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!)];
    expectShares(varianceShares(samplesOf(f, fields, 20_000), 0), [0.3139, 0.4424, 0], [0.5576, 0.4424, 0.2437]);
  });

  test('have errors that are those seen from seed to seed', () => {
    const fields = ['a', 'b'].map((key) => uniform(key, 0, 1));
    const runs = Array.from(
      { length: 60 },
      (_, seed) =>
        varianceShares(
          samplesOf(({ a, b }) => [a! + a! * b!], fields, 300, seed),
          0,
        )[0]!,
    );
    for (const [value, error] of [
      ['first', 'firstError'],
      ['total', 'totalError'],
    ] as const) {
      const seen = Math.sqrt(varianceOf(runs.map((run) => run[value])));
      const said = runs.reduce((sum, run) => sum + run[error], 0) / runs.length;
      expect(said / seen).toBeGreaterThan(0.7);
      expect(said / seen).toBeLessThan(1.4);
    }
  });

  test('are those of the year that is asked for, and none where nothing varies', () => {
    const fields = ['a', 'b'].map((key) => uniform(key, 0, 1));
    const samples = samplesOf(({ a, b }) => [5, a!, b!], fields, 500);
    expect(varianceShares(samples, 0)).toEqual([]);
    expect(varianceShares(samples, 1).map(({ total }) => total > 0.8)).toEqual([true, false]);
    expect(varianceShares(samples, 2).map(({ total }) => total > 0.8)).toEqual([false, true]);
  });

  test('are the same to the last bit however the samples are cut, and in whatever order the parts come', () => {
    const fields = ['a', 'b'].map((key) => uniform(key, 0, 1));
    const f = ({ a, b }: Drawn): number[] => [a! * b!];
    const whole = sampleFunction([2030], f, fields, { seed: 3, from: 0, to: 50 });
    for (const cuts of [
      [0, 1, 50],
      [0, 20, 30, 50],
    ]) {
      const parts = cuts.slice(1).map((to, i) => sampleFunction([2030], f, fields, { seed: 3, from: cuts[i]!, to }));
      expect(mergeSamples(parts.reverse())).toEqual(whole);
    }
    expect(() => mergeSamples([])).toThrow(RangeError);
    const part = (from: number, to: number): BaseSamples => sampleFunction([2030], f, fields, { seed: 3, from, to });
    expect(() => mergeSamples([part(0, 2), part(3, 4)])).toThrow(RangeError);
  });
});

test('bootstrap errors of a mean are σ/√n', () => {
  const values = Float64Array.from({ length: 400 }, (_, i) => ((i * 7919) % 400) / 400);
  const [error] = bootstrapErrors(400, (members) => [members.reduce((sum, i) => sum + values[i]!, 0) / 400]);
  expect(error! / Math.sqrt(varianceOf(values) / 400)).toBeGreaterThan(0.85);
  expect(error! / Math.sqrt(varianceOf(values) / 400)).toBeLessThan(1.15);
});
