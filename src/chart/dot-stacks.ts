/** Units counted by a whole value: how many have 0, 1, 2, …; the last bin holds all that have more. */
export interface DotBin {
  value: number;
  before: number;
  after: number;
}

/** Counts values into bins 0 to `last`. @param last the bin that holds everything at or above it */
export function binValues(before: readonly number[], after: readonly number[], last: number): DotBin[] {
  const bins = Array.from({ length: last + 1 }, (_, value) => ({ value, before: 0, after: 0 }));
  // A hair below a whole number is rounding, not a person.
  const bin = (value: number): number => Math.max(0, Math.min(last, Math.floor(value + 1e-6)));
  for (const value of before) bins[bin(value)]!.before += 1;
  for (const value of after) bins[bin(value)]!.after += 1;
  return bins;
}

/** Units to a dot, so that no stack is higher than `most` dots. */
export function unitsPerDot(panels: readonly DotBin[][], most: number): number {
  const highest = Math.max(0, ...panels.flat().flatMap(({ before, after }) => [before, after]));
  return Math.max(1, Math.ceil(highest / most));
}
