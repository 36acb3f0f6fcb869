import { expect, test } from 'vitest';
import { gapScale, heldPath, valueByYear } from '../../src/chart/gap-chart.ts';
import { largest, linePath } from '../../src/chart/line-path.ts';
import { labelledYears } from '../../src/chart/year-ticks.ts';

const years = [2022, 2023, 2024, 2025];

test('before the projection the observed value stands for a year', () => {
  const observed = [{ year: 2022, value: 2, mark: 'official' as const, label: '' }];
  expect(valueByYear(years, [NaN, NaN, 3, 4], observed)).toEqual([2, NaN, 3, 4]);
});

test('an observed value does not replace a projected one', () => {
  const observed = [{ year: 2024, value: 9, mark: 'derived' as const, label: '' }];
  expect(valueByYear(years, [NaN, NaN, 3, 4], observed)[2]).toBe(3);
});

test('a demand holds after its last year and does not reach before its first', () => {
  expect(heldPath(years, [null, 3.5, 5, null], 2024)).toEqual([null, 3.5, 5, 5]);
  expect(heldPath(years, [null, null, null, null], 2024)).toEqual([null, null, null, null]);
});

test('a naive line that runs away cannot press the plan flat', () => {
  expect(gapScale([[4, 5]], [{ label: 'grey', values: [4, 400] }]).max).toBe(10);
  expect(gapScale([[4, 5]], [{ label: 'linear', values: [4, 6] }]).max).toBe(7.5);
});

test('a line breaks where a value is missing', () => {
  const at = (value: number): number => value;
  expect(linePath([0, 1, 2, 3], [1, null, 3, 4], at, at)).toBe('M0,1ZM2,3L3,4');
  expect(linePath([0, 1], [NaN, null], at, at)).toBe('');
});

test('the largest value ignores what is missing', () => {
  expect(largest([1, NaN, null], [3, 2])).toBe(3);
  expect(largest([])).toBe(0);
});

test('years of targets are named before every fifth year and the first', () => {
  const all = Array.from({ length: 23 }, (_, index) => 2018 + index);
  expect(labelledYears(all, [2020, 2025, 2030], 2)).toEqual([2018, 2020, 2025, 2030, 2035, 2040]);
  expect(labelledYears(all, [2019, 2050], 2)).toEqual([2019, 2025, 2030, 2035, 2040]);
  expect(labelledYears(all, [], 4)).toEqual([2020, 2025, 2030, 2035, 2040]);
});
