import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf, placeRows } from '../../src/ui/places/table-window.ts';

test('what is there and what is not is as high as the whole table, and every visible row is there', () => {
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.integer({ min: 20, max: 60 }),
      fc.nat(300_000),
      fc.integer({ min: 0, max: 2000 }),
      fc.nat(20),
      fc.integer({ min: -1, max: 5200 }),
      (rows, rowHeight, top, height, spare, kept) => {
        const pieces = piecesOf(rows, rowHeight, { top, height, spare }, kept);
        const indices = pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.index] : []));
        const high = pieces.reduce((sum, piece) => sum + (piece.kind === 'row' ? rowHeight : piece.height), 0);
        expect(high).toBe(rows * rowHeight);
        expect([...indices].sort((a, b) => a - b)).toEqual([...new Set(indices)]);
        if (kept >= 0 && kept < rows) expect(indices).toContain(kept);
        for (let y = top; y < top + height && y < rows * rowHeight; y += rowHeight) {
          expect(indices).toContain(Math.floor(y / rowHeight));
        }
        expect(indices.length).toBeLessThanOrEqual(height / rowHeight + 2 * spare + 4);
      },
    ),
  );
});

test('a row that stays keeps its place, and no two rows have one', () => {
  const rows = fc.uniqueArray(fc.nat(40), { maxLength: 20 });
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const before = placeRows(new Map(), first);
      const after = placeRows(before, second);
      expect([...after.keys()]).toEqual(second);
      expect(new Set(after.values()).size).toBe(second.length);
      for (const row of second) if (before.has(row)) expect(after.get(row)).toBe(before.get(row));
      // Places of rows that are gone are taken before new ones.
      expect(Math.max(-1, ...after.values())).toBeLessThan(Math.max(first.length, second.length));
    }),
  );
});
