import type { Sex } from '../../model/types.ts';
import { groupsApart, type AgeGroup } from './age-groups.ts';

/** A count that may be of one sex or of some ages only. */
export interface Detailed {
  sex: Sex | null;
  ages: { from: number; to: number } | null;
}

/** The whole, by age, by sex, and by both at once. */
const WHOLE = 0;
const SPLITS = [3, 2, 1];
const splitOf = ({ sex, ages }: Detailed): number => (sex === null ? 0 : 2) + (ages === null ? 0 : 1);

/**
 * One total from figures that may give it whole, by sex, by age and by both at once: the whole where it stands, else the finest split.
 * Age groups that lie in others are not counted again.
 * @param figures indices that `detail` and `count` know; those in [from, to) are taken
 * @returns `whole` null where only parts are given; `parts` the largest sum of parts
 */
export function totalOf(
  figures: ArrayLike<number>,
  detail: (figure: number) => Detailed,
  count: (figure: number) => number,
  from = 0,
  to = figures.length,
): { total: number; whole: number | null; parts: number } {
  const sums: [number, number, number, number] = [-1, -1, -1, -1];
  const aged: AgeGroup[][] = [];
  for (let at = from; at < to; at++) {
    const figure = figures[at]!;
    const one = detail(figure);
    const split = splitOf(one);
    sums[split] = Math.max(0, sums[split]!);
    if (one.ages === null) sums[split] += count(figure);
    else (aged[one.sex ?? 2] ??= []).push({ ...one.ages, persons: count(figure) });
  }
  aged.forEach((groups, sex) => {
    for (const { persons } of groupsApart(groups)) sums[sex === 2 ? 1 : 3] += persons;
  });
  const whole = sums[WHOLE] < 0 ? null : sums[WHOLE];
  const finest = SPLITS.find((split) => sums[split]! >= 0);
  return {
    total: whole ?? (finest === undefined ? 0 : sums[finest]!),
    whole,
    parts: Math.max(0, sums[1], sums[2], sums[3]),
  };
}
