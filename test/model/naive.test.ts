import { expect, test } from 'vitest';
import { greyModel, linearTrend, noChange } from '../../src/model/naive.ts';
import { exponential, nthRoot, power } from '../../src/model/roots.ts';

const years = [2019, 2020, 2021, 2022];
const series = (...values: number[]) => values.map((value, i) => ({ year: 2015 + i, value }));

test('no change repeats the last value', () => {
  expect(noChange(series(1, 2, 3), years)).toEqual([3, 3, 3, 3]);
});

test('the linear trend continues a straight line exactly', () => {
  expect(linearTrend(series(1, 1.5, 2, 2.5), years)!.map((value) => Math.round(value * 1e12) / 1e12)).toEqual([
    3, 3.5, 4, 4.5,
  ]);
  expect(linearTrend(series(1), years)).toBeNull();
});

test('GM(1,1) follows geometric growth closely, as its theory says', () => {
  const growing = series(...[0, 1, 2, 3, 4].map((k) => 100 * 1.05 ** k));
  const foretold = greyModel(growing, [2020, 2021])!;
  expect(foretold[0]! / (100 * 1.05 ** 5)).toBeCloseTo(1, 3);
  expect(foretold[1]! / foretold[0]!).toBeCloseTo(1.05, 3);
});

test('GM(1,1) agrees with a worked example to its printed digits', () => {
  // a and b by hand for 2.874, 3.278, 3.337, 3.390, 3.679: the textbook example of Deng (a = −0.0372, b = 3.0654).
  const foretold = greyModel(series(2.874, 3.278, 3.337, 3.39, 3.679), [2015, 2016, 2017, 2018, 2019])!;
  expect(foretold.map((value) => value.toFixed(2))).toEqual(['2.87', '3.23', '3.35', '3.48', '3.61']);
});

test('GM(1,1) needs four values a year apart', () => {
  expect(greyModel(series(1, 2, 3), years)).toBeNull();
  expect(greyModel([...series(1, 2, 3), { year: 2020, value: 4 }], years)).toBeNull();
  expect(greyModel(series(1, 0, 3, 4), years)).toBeNull();
});

test('powers, roots and the exponential agree with the engine’s own to rounding', () => {
  expect(power(1.1, 10)).toBeCloseTo(1.1 ** 10, 12);
  expect(power(3, 0)).toBe(1);
  for (const value of [0.2, 0.9, 1, 1.3, 50]) expect(nthRoot(value, 7) ** 7 / value).toBeCloseTo(1, 12);
  for (const x of [-12, -1, -0.1, 0, 0.3, 2, 9]) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
  expect(() => nthRoot(-1, 2)).toThrow(RangeError);
});
