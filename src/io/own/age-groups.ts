import { agesKey } from './cell.ts';

/** Persons of some ages, both included. */
export interface AgeGroup {
  from: number;
  to: number;
  persons: number;
}

const isWithin = (a: AgeGroup, b: AgeGroup): boolean => b.from <= a.from && a.to <= b.to;

/** Whether two groups have ages in common. A bound alone is none: 35–45岁 and 45–55岁 are meant to follow each other. */
function overlap(a: AgeGroup, b: AgeGroup): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > 0 || (shared === 0 && (isWithin(a, b) || isWithin(b, a)));
}

/**
 * Persons by age group, everybody once, in the order of the first mention. Equal groups are added up. Of groups that lie in each
 * other (60岁及以上 and 65岁及以上; 0–4岁 and its single years) those are taken that cover the most ages without overlaps, in the fewest
 * groups.
 */
export function groupsApart(figures: readonly AgeGroup[]): AgeGroup[] {
  const groups = new Map<number, AgeGroup>();
  for (const figure of figures) {
    const key = agesKey(figure);
    const known = groups.get(key);
    if (known) known.persons += figure.persons;
    else groups.set(key, { ...figure });
  }
  const sorted = [...groups.values()].sort((a, b) => a.to - b.to || a.from - b.from);
  const apart = sorted.every((group, at) => at === 0 || !overlap(sorted[at - 1]!, group));
  const chosen = apart ? null : new Set(bestOf(sorted));
  return [...groups.values()].filter((group) => chosen?.has(group) ?? true);
}

/** @param sorted ascending by the last age */
function bestOf(sorted: readonly AgeGroup[]): AgeGroup[] {
  /** The best choice that ends with each group. */
  const best: { covered: number; count: number; before: number }[] = [];
  const none = { covered: 0, count: 0, before: -1 };
  const better = (a: number, b: number): number => {
    const [one, other] = [best[a] ?? none, best[b] ?? none];
    return one.covered > other.covered || (one.covered === other.covered && one.count < other.count) ? a : b;
  };
  let last = -1;
  sorted.forEach((group, at) => {
    let before = -1;
    for (let other = 0; other < at; other++) if (!overlap(sorted[other]!, group)) before = better(other, before);
    const { covered, count } = best[before] ?? none;
    best.push({ covered: covered + group.to - group.from + 1, count: count + 1, before });
    last = better(at, last);
  });
  const chosen: AgeGroup[] = [];
  for (let at = last; at >= 0; at = best[at]!.before) chosen.push(sorted[at]!);
  return chosen;
}
