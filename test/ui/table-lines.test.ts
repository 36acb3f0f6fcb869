import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameLines, tableLines, type TableLine, type Wanted } from '../../src/ui/places/table-lines.ts';
import type { AreaBranch } from '../../src/ui/places/area-rows.ts';

/** Areas from 0 on, then groups of some of them. */
const branches = fc.array(fc.nat(5), { maxLength: 12 }).map((sizes): AreaBranch[] => {
  const areas = sizes.reduce((sum, size) => sum + Math.max(1, size), 0);
  let next = 0;
  return sizes.map((size, index) => {
    if (size === 0) return { row: next++, children: [] };
    const children = Array.from({ length: size }, () => next++);
    return { row: areas + index, children };
  });
});
const wanted = fc
  .record({
    keys: fc.array(fc.nat(9), { minLength: 80, maxLength: 80 }),
    sought: fc.option(fc.func(fc.boolean())),
    isOpen: fc.func(fc.boolean()),
  })
  .map(({ keys, sought, isOpen }): Wanted => ({
    compare: (one, other) => keys[one]! - keys[other]!,
    named: sought && ((row) => sought(row)),
    isOpen: (row) => isOpen(row),
  }));

/** All lines at once. */
function plainLines(of: readonly AreaBranch[], { compare, named, isOpen }: Wanted): TableLine[] {
  const holds = (row: number): boolean => named === null || named(row);
  return [...of]
    .sort((one, other) => compare(one.row, other.row))
    .flatMap(({ row, children }): TableLine[] => {
      const inside = holds(row) ? children : children.filter(holds);
      if (children.length === 0) return holds(row) ? [{ row, kind: 'area', open: false }] : [];
      if (inside.length === 0) return [];
      const open = named !== null || isOpen(row);
      const members = [...inside].sort(compare).map((child) => ({ row: child, kind: 'member' as const, open: false }));
      return [{ row, kind: 'group', open }, ...(open ? members : [])];
    });
}

test('each line is that of the whole list, whichever is looked at first', () => {
  fc.assert(
    fc.property(branches, wanted, fc.boolean(), (of, how, backwards) => {
      const lines = tableLines(of, how);
      const plain = plainLines(of, how);
      expect(lines.count).toBe(plain.length);
      const indices = [...plain.keys()];
      for (const index of backwards ? indices.reverse() : indices) expect(lines.at(index)).toEqual(plain[index]);
    }),
  );
});

test('areas that were sought are counted, also in groups that are closed', () => {
  const of = [
    { row: 10, children: [0, 1, 2] },
    { row: 3, children: [] },
  ];
  const how = { compare: (one: number, other: number) => one - other, isOpen: () => false };
  expect(tableLines(of, { ...how, named: null }).found).toBe(4);
  expect(tableLines(of, { ...how, named: (row) => row === 1 || row === 3 }).found).toBe(2);
});

test('lines are the same as long as rows and what is open are', () => {
  const of = [{ row: 2, children: [0, 1] }];
  const how = { compare: (one: number, other: number) => one - other, named: null, isOpen: () => true };
  const lines = tableLines(of, how);
  expect(sameLines(lines, tableLines(of, how))).toBe(true);
  expect(sameLines(lines, tableLines(of, { ...how, compare: (one, other) => other - one }))).toBe(false);
  expect(sameLines(lines, tableLines(of, { ...how, isOpen: () => false }))).toBe(false);
});
