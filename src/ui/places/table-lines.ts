import type { AreaBranch } from './area-rows.ts';

/** A row of the table before its figures are known. */
export interface TableLine {
  row: number;
  kind: 'group' | 'area' | 'member';
  open: boolean;
}

/** The rows of a table in their order. */
export interface TableLines {
  count: number;
  /** Areas that were sought and found, also in groups that are closed. */
  found: number;
  at(index: number): TableLine;
}

export interface Wanted {
  /** Puts rows in order. */
  compare: (one: number, other: number) => number;
  /** What is sought; null: all. */
  named: ((row: number) => boolean) | null;
  isOpen: (row: number) => boolean;
}

/** The areas of a group, of which there can be 40,000 in all, are put in order when one of them is looked at. */
export function tableLines(branches: readonly AreaBranch[], { compare, named, isOpen }: Wanted): TableLines {
  const kept = branches.flatMap(({ row, children }) => {
    const inside = named === null || named(row) ? children : children.filter(named);
    if (inside.length === 0 && named && !named(row)) return [];
    const group = children.length > 0;
    return [{ row, group, inside, open: group && (named !== null || isOpen(row)) }];
  });
  kept.sort((one, other) => compare(one.row, other.row));
  let [count, found] = [0, 0];
  const firsts = kept.map(({ group, inside, open }) => {
    const first = count;
    count += open ? 1 + inside.length : 1;
    found += group ? inside.length : 1;
    return first;
  });
  const ordered = new Map<number, number[]>();
  const inOrder = (branch: number): number[] => {
    const before = ordered.get(branch) ?? [...kept[branch]!.inside].sort(compare);
    ordered.set(branch, before);
    return before;
  };
  return {
    count,
    found,
    at(index) {
      const branch = lastUpTo(firsts, index);
      const { row, group, open } = kept[branch]!;
      const inside = index - firsts[branch]! - 1;
      return inside < 0
        ? { row, kind: group ? 'group' : 'area', open }
        : { row: inOrder(branch)[inside]!, kind: 'member', open: false };
    },
  };
}

/** Place of the last of ascending numbers that is not above `limit`. */
function lastUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle;
    else high = middle;
  }
  return low;
}

export function sameLines(some: TableLines, others: TableLines): boolean {
  if (some.count !== others.count) return false;
  for (let index = 0; index < some.count; index++) {
    const [one, other] = [some.at(index), others.at(index)];
    if (one.row !== other.row || one.open !== other.open) return false;
  }
  return true;
}
