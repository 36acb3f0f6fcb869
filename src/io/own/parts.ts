import type { Sex } from '../../model/types.ts';

/** A count that may be of one sex or of some ages only. */
export interface Detailed {
  sex: Sex | null;
  ages: { from: number; to: number } | null;
}

/**
 * One total from rows that may give it whole, by sex, by age and by both at once: the whole where it stands, else the finest split.
 * @returns `whole` null where only parts are given; `parts` the largest sum of parts
 */
export function totalOf<Row extends Detailed>(
  rows: readonly Row[],
  count: (row: Row) => number,
): { total: number; whole: number | null; parts: number } {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const split = `${row.sex === null ? '' : 'sex'} ${row.ages === null ? '' : 'ages'}`;
    sums.set(split, (sums.get(split) ?? 0) + count(row));
  }
  const whole = sums.get(' ') ?? null;
  const splits = ['sex ages', 'sex ', ' ages'].flatMap((split) => sums.get(split) ?? []);
  return { total: whole ?? splits[0] ?? 0, whole, parts: Math.max(0, ...splits) };
}
