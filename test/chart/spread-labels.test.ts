import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '../../src/chart/spread-labels.ts';

test('labels that have room stay where they are', () => {
  expect(spreadLabels([10, 80, 40], 16, 0, 100)).toEqual([10, 80, 40]);
});

test('two labels on one place move apart by the same amount', () => {
  expect(spreadLabels([50, 50], 16, 0, 100)).toEqual([42, 58]);
});

test('a pushed group comes to rest around its own middle, and its neighbours only move where they must', () => {
  expect(spreadLabels([50, 52, 54, 90], 10, 0, 100)).toEqual([42, 52, 62, 90]);
});

test('labels keep their order, distance and bounds whatever is wanted', () => {
  const wanted = fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(wanted, (positions) => {
      const placed = spreadLabels(positions, 16, 0, 200);
      const step = Math.min(16, 200 / Math.max(1, positions.length - 1));
      const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]! || a - b);
      order.forEach((index, rank) => {
        expect(placed[index]).toBeGreaterThanOrEqual(-1e-9);
        expect(placed[index]).toBeLessThanOrEqual(200 + 1e-9);
        if (rank > 0) expect(placed[index]! - placed[order[rank - 1]!]!).toBeGreaterThanOrEqual(step - 1e-9);
      });
    }),
  );
});

test('too many labels share the room evenly', () => {
  expect(spreadLabels([0, 0, 0, 0, 0], 16, 0, 40)).toEqual([0, 10, 20, 30, 40]);
});

test('no labels give no places', () => {
  expect(spreadLabels([], 16, 0, 100)).toEqual([]);
});
