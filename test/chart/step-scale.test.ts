import { expect, test } from 'vitest';
import { stepScale, ticksUpTo } from '../../src/chart/step-scale.ts';

test('an axis holds its largest value and is less than twice as long for values of every size', () => {
  for (let value = 0.003; value < 1e6; value *= 1.037) {
    const { max } = stepScale(value);
    expect(max).toBeGreaterThanOrEqual(value);
    expect(max).toBeLessThan(value * 2);
  }
});

test('an axis stays where it is while a value moves within a step', () => {
  expect([5.1, 6, 7.4].map((value) => stepScale(value).max)).toEqual([7.5, 7.5, 7.5]);
  expect(stepScale(7.6).max).toBe(10);
});

test('a value that stands on a step does not move to the next one', () => {
  for (const value of [1, 1.5, 2.2, 3.2, 4, 5, 7.5, 10, 100, 0.1, 0.75, 3200]) expect(stepScale(value).max).toBe(value);
});

test('ticks begin at zero, have no decimal noise and do not pass the end', () => {
  expect(stepScale(6).ticks).toEqual([0, 2, 4, 6]);
  expect(stepScale(0.09).ticks).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1]);
  expect(ticksUpTo(0.3, 0.1)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(stepScale(42000).ticks).toEqual([0, 10000, 20000, 30000, 40000, 50000]);
});

test('nothing above zero gives an axis up to one', () => {
  for (const value of [0, -3, NaN, Infinity]) expect(stepScale(value).max).toBe(1);
});
