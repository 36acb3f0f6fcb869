import { expect, test } from 'vitest';
import { quantileOf } from '../../../src/model/micro/bands.ts';
import { microRun, runDraw } from '../../../src/model/micro/micro-engine.ts';
import { all, cohort, evenly } from '../cohort-fixtures.ts';

const ATTRITION = 0.1;
const YEARS = 2;
const SEEDS = 30;
const DRAWS = 1000;

/** Nobody dies, retires or comes: who is left is binomial. */
const STAY = (1 - ATTRITION) ** YEARS;

test.each([
  { cells: 'one large cell, which is left by binomials', persons: 20_000, ageShares: all(1, 30) },
  { cells: 'many small cells, which are left by marks', persons: 1600, ageShares: evenly() },
])(
  'the 80 % band of the microsimulation covers 80 % of fresh runs, within 2, where it is binomial: $cells',
  ({ persons, ageShares }) => {
    const input = cohort({
      areas: [{ registered: persons, ageShares }],
      rates: { attrition: ATTRITION },
      horizon: 2020 + YEARS,
    });
    const run = microRun(input);
    const bySeed = Array.from({ length: SEEDS }, (_, seed) =>
      Float64Array.from({ length: DRAWS }, (__, draw) => runDraw(run, input, { seed, draw }).gps[YEARS]!).sort(),
    );
    let inside = 0;
    bySeed.forEach((drawn, seed) => {
      const [low, high] = [quantileOf(drawn, 0.1), quantileOf(drawn, 0.9)];
      // The runs of another seed are fresh ones.
      inside += bySeed[(seed + 1) % SEEDS]!.filter((left) => left >= low && left <= high).length;
    });
    const runs = SEEDS * DRAWS;
    expect(Math.abs(inside / runs - 0.8)).toBeLessThan(0.02);
    // And the spread is that of the binomial, not only like itself: within four standard errors.
    const variance = persons * STAY * (1 - STAY);
    const left = bySeed.flatMap((drawn) => [...drawn]);
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / runs;
    expect(Math.abs(mean(left) - persons * STAY)).toBeLessThan(4 * Math.sqrt(variance / runs));
    const found = mean(left.map((value) => (value - persons * STAY) ** 2));
    expect(Math.abs(found / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / runs));
  },
);
