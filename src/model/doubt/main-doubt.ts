import type { Uncertain } from '../micro/parameters.ts';
import { varianceOf } from './bootstrap.ts';
import type { Tornado } from './tornado.ts';

/** From this share of the variance on a source is what the doubt mainly comes from; two together from the other on. */
const MAIN = 0.4;
const BOTH = 0.6;

/** A smaller variance is rounding. */
const NONE = 1e-12;

/** Chance among the keys of the parameters. */
export const CHANCE = 'chance';

/**
 * What the doubt about one year mainly comes from, as far as the model is a straight line in each parameter: a parameter's part is the
 * variance of its range times the square of the slope between its bars; what no parameter makes is chance.
 * @param ranges of the parameters of the tornado, for their distributions
 * @param densities drawn with parameters and chance
 * @param year index
 * @returns one key, or two, the larger part first; none where it comes from many. `CHANCE` stands for chance
 */
export function mainDoubt(
  { bars }: Tornado,
  ranges: readonly Pick<Uncertain, 'key' | 'mode' | 'distribution'>[],
  densities: Float64Array,
  year: number,
): string[] {
  const whole = varianceOf(densities);
  if (whole < NONE) return [];
  const parts = bars.map(({ key, low, high, atLow, atHigh }) => {
    const range = ranges.find((one) => one.key === key);
    const slope = high > low ? (atHigh[year]! - atLow[year]!) / (high - low) : 0;
    return {
      key,
      variance: slope * slope * rangeVariance(low, range?.mode ?? (low + high) / 2, high, range?.distribution),
    };
  });
  const known = parts.reduce((sum, { variance }) => sum + variance, 0);
  // Where straight lines add up to more than there is, nothing is left for chance.
  const total = Math.max(whole, known);
  const sorted = [...parts, { key: CHANCE, variance: total - known }].sort(
    (one, other) => other.variance - one.variance,
  );
  const [first, second] = sorted;
  if (first!.variance >= MAIN * total) return [first!.key];
  return second !== undefined && first!.variance + second.variance >= BOTH * total ? [first!.key, second.key] : [];
}

/** Variance of a PERT or uniform distribution. */
function rangeVariance(low: number, mode: number, high: number, distribution = 'PERT'): number {
  if (distribution === 'uniform') return ((high - low) * (high - low)) / 12;
  const mean = (low + 4 * mode + high) / 6;
  return ((mean - low) * (high - mean)) / 7;
}
