import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onGrid, sharesOf, splitExactly, splitRowsExactly } from '../../src/model/grid.ts';

const persons = fc.double({ min: 0, max: 2_000_000, noNaN: true });

test('the grid is fine to a billionth of a person', () => {
  fc.assert(fc.property(persons, (value) => Math.abs(onGrid(value) - value) <= 2 ** -30));
  expect(onGrid(133)).toBe(133);
});

test('grid values add up to the same sum in every order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 10_000, noNaN: true }), { maxLength: 200 }), (values) => {
      const cells = values.map(onGrid);
      const forward = cells.reduce((a, b) => a + b, 0);
      const backward = cells.reduceRight((a, b) => a + b, 0);
      expect(forward).toBe(backward);
    }),
  );
});

test('a split loses nothing, makes nothing negative and follows the shares', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 150 });
  fc.assert(
    fc.property(persons, shares, (value, weights) => {
      const total = onGrid(value);
      const parts = new Float64Array(weights.length);
      splitExactly(total, sharesOf(weights), parts);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      const sum = weights.reduce((a, b) => a + b, 0);
      parts.forEach((part, i) => {
        expect(part).toBeGreaterThanOrEqual(0);
        if (sum > 1e-9) expect(Math.abs(part - (total * weights[i]!) / sum)).toBeLessThan(1e-6);
      });
    }),
  );
});

test('shares too small to divide by give everything to the largest', () => {
  const parts = new Float64Array(2);
  for (const shares of [
    [0, 0],
    [5e-324, 0],
    [1e-320, 2e-320],
  ]) {
    splitExactly(3, sharesOf(shares), parts);
    expect(parts[0]! + parts[1]!).toBe(3);
    expect(Math.max(...parts)).toBe(3);
  }
});

test('rows are split as if they stood one after the other', () => {
  const share = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1000, noNaN: true }));
  const rows = fc
    .integer({ min: 1, max: 20 })
    .chain((width) =>
      fc.array(fc.array(share, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  fc.assert(
    fc.property(persons, rows, (value, weights) => {
      const flat = Float64Array.from(weights.flat());
      splitExactly(onGrid(value), sharesOf(flat), flat);
      const split = weights.map((row) => Float64Array.from(row));
      splitRowsExactly(onGrid(value), split);
      expect(split.flatMap((row) => [...row])).toEqual([...flat]);
    }),
  );
});
