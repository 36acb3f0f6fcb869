import { describe, expect, it } from 'vitest';
import { binValues, unitsPerDot } from '../../src/chart/dot-stacks.ts';

describe('stacks of dots', () => {
  it('count every unit once, the largest in the last bin', () => {
    const bins = binValues([0, 1.6, 7], [2, 1.9999999, 7], 4);
    expect(bins.map(({ before }) => before)).toEqual([1, 1, 0, 0, 1]);
    expect(bins.map(({ after }) => after)).toEqual([0, 0, 2, 0, 1]);
  });

  it('let a dot stand for several where they would be too high', () => {
    const bins = binValues(Array<number>(50).fill(1), [], 4);
    expect(unitsPerDot([bins], 16)).toBe(4);
    expect(unitsPerDot([binValues([1], [2], 4)], 16)).toBe(1);
  });
});
