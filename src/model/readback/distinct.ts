import type { Clause } from '../types.ts';

/** Each sentence once, in the order in which they come. */
export function distinct(clauses: readonly Clause[]): Clause[] {
  return clauses.filter((clause, index) => clauses.findIndex(({ zh }) => zh === clause.zh) === index);
}
