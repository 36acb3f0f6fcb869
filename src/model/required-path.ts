import type { Target } from './types.ts';

/**
 * Required density by year: of each document straight lines between its density targets (lower values), level after the last, until
 * it is no longer in force; of several documents the highest.
 * @returns per 10,000; null before the first target, and everywhere if there is none
 */
export function requiredPath(targets: readonly Target[], years: readonly number[]): (number | null)[] {
  const densities = targets.filter(({ kind }) => kind === 'density' || kind === 'staff_density');
  const documents = [...new Set(densities.map(({ askedBy }) => askedBy?.id))];
  const paths = documents.map((id) =>
    documentPath(
      densities.filter(({ askedBy }) => askedBy?.id === id),
      years,
    ),
  );
  return years.map((_, index) =>
    paths.reduce<number | null>((most, path) => {
      const value = path[index] ?? null;
      return value === null || (most !== null && most >= value) ? most : value;
    }, null),
  );
}

function documentPath(targets: readonly Target[], years: readonly number[]): (number | null)[] {
  const posts = [...targets].sort((one, other) => one.year - other.year);
  const until = posts[0]?.askedBy?.until;
  return years.map((year) => {
    if (until !== undefined && until < `${year}-12-31`) return null;
    const before = posts.findLast((post) => post.year <= year);
    const after = posts.find((post) => post.year > year);
    if (before === undefined) return null;
    if (after === undefined) return before.value;
    return before.value + ((after.value - before.value) * (year - before.year)) / (after.year - before.year);
  });
}
