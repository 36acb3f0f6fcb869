import { ticks } from 'd3-array';

/** About six round values that reach from just above `low` to just below `high`. */
export function valueTicks(low: number, high: number): number[] {
  return ticks(low, high, 6);
}
