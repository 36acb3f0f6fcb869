import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/text/decimal.ts';

const DECIMALS = [
  [0, 0],
  [1, 1],
  [2, 2],
  [0, 1],
  [0, 2],
] as const;
const formats = DECIMALS.map(([least, most]) => ({
  ours: (value: number) => decimal(value, least, most),
  theirs: new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most }),
}));

const same = (value: number): void => {
  for (const { ours, theirs } of formats) expect(ours(value)).toBe(theirs.format(value));
};

describe('a number in decimals', () => {
  it('is written as the browser writes it: halves, zeros, carries, thousands, very large, very small, no number', () => {
    const hard = [0, -0, 0.5, 1.5, 2.5, -0.04, -0.05, 0.95, 9.95, 99.995, 0.005, 1.005, 8.345, 999.5, 999.95, 1000];
    [...hard, 1234567.891, 1e15, 123456789012345680, 1e21, 1.5e300, 4.9e-7, 5e-324, NaN, Infinity, -Infinity].forEach(
      same,
    );
  });

  it('is written so whatever it is', () => {
    fc.assert(fc.property(fc.double(), same));
    fc.assert(fc.property(fc.double({ min: -2000, max: 2000 }), same));
  });

  it('is written so where it lies in the middle between two', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.constantFrom(10, 100, 1000), (of, parts) =>
        same(of / parts),
      ),
    );
  });
});
