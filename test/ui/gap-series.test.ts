import { expect, it } from 'vitest';
import { besideBand } from '../../src/ui/gap-series.ts';

const fan = (low: number[], high: number[]) => {
  const inner = { low, high };
  return { outer: inner, inner, median: low };
};

it('says where the line runs beside the middle half, in the last year that has both', () => {
  const band = fan([NaN, 2, 3, NaN], [NaN, 3, 4, NaN]);
  expect(besideBand([1, 2, 2.9, 9], band)).toBe('below');
  expect(besideBand([1, 9, 3, 0], band)).toBeNull();
  expect(besideBand([1, 9, 4, 0], band)).toBeNull();
  expect(besideBand([1, 2, 4.1, 0], band)).toBe('above');
  expect(besideBand([1, NaN, NaN, 0], band)).toBeNull();
  expect(besideBand([NaN, NaN, NaN, 3], band)).toBeNull();
});
