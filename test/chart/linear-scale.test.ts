import { describe, expect, it } from 'vitest';
import { linearScale } from '../../src/chart/linear-scale.ts';

describe('a linear scale', () => {
  it('runs from the start of the range to its end, and on beyond it', () => {
    const x = linearScale([2020, 2030], [40, 240]);
    expect([2020, 2025, 2030, 2035].map(x)).toEqual([40, 140, 240, 340]);
  });

  it('can run downwards, as values on a page do', () => {
    const y = linearScale([0, 8], [200, 0]);
    expect([0, 2, 8].map(y)).toEqual([200, 150, 0]);
  });

  it('draws a domain without width in the middle', () => {
    expect(linearScale([5, 5], [0, 100])(5)).toBe(50);
  });
});
