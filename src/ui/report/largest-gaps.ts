import type { AreaRow, AreaTable } from '../places/area-rows.ts';

/** The rows at the top level of the table with the largest gaps, at most `most`, the largest first. */
export function largestGaps({ branches, columns, row }: AreaTable, most: number): AreaRow[] {
  const gap = (at: number): number => columns.gap[at] || 0;
  return branches
    .map((branch) => branch.row)
    .sort((one, other) => gap(other) - gap(one))
    .slice(0, most)
    .map(row);
}
