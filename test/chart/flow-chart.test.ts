import { expect, test } from 'vitest';
import { barSpan, flowScale, stackParts } from '../../src/chart/flow-chart.ts';

test('parts of a year stand on each other from zero', () => {
  expect(stackParts([2025], [[3], [2], [1]])).toEqual([
    [{ year: 2025, from: 0, to: 3 }],
    [{ year: 2025, from: 3, to: 5 }],
    [{ year: 2025, from: 5, to: 6 }],
  ]);
});

test('years without a value leave no bar and lift nothing', () => {
  expect(
    stackParts(
      [2024, 2025],
      [
        [NaN, 0],
        [1, 2],
      ],
    ),
  ).toEqual([
    [],
    [
      { year: 2024, from: 0, to: 1 },
      { year: 2025, from: 0, to: 2 },
    ],
  ]);
});

test('both halves of the axis share their ticks, zero among them', () => {
  const { top, bottom, ticks } = flowScale(10.6, 8.2);
  expect([top, bottom]).toEqual([15, 10]);
  expect(ticks).toEqual([-10, -5, 0, 5, 10, 15]);
});

test('without exits the lower half keeps a tenth of the upper one', () => {
  expect(flowScale(100, 0).bottom).toBe(10);
});

test('bars leave a seam on the side of zero below it and above it, and never a negative height', () => {
  const y = (value: number): number => 100 - 10 * value;
  expect(barSpan(1, 3, y, true)).toEqual({ y: 70, height: 19.25 });
  expect(barSpan(1, 3, y, false)).toEqual({ y: 110.75, height: 19.25 });
  expect(barSpan(1, 1.01, y, true).height).toBe(0);
});
