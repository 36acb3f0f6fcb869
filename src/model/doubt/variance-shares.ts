import type { BaseSamples } from './base-samples.ts';
import { pointsOf } from './base-samples.ts';
import { bootstrapErrors } from './bootstrap.ts';

/** What one parameter contributes to the variance, as shares of it, with standard errors. */
export interface VarianceShare {
  key: string;
  /** By itself: the variance that would go if it were known. */
  first: number;
  firstError: number;
  /** With all that it does together with others: the variance that would stay if all others were known. */
  total: number;
  totalError: number;
}

/**
 * First-order and total shares of the variance of one year's value, of every parameter, in the order of the keys.
 * First order by Saltelli's estimator, V_i = mean of f(B)·(f(AB_i) − f(A)), with the mean of f taken off; total by Jansen's,
 * mean of (f(A) − f(AB_i))² ÷ 2; the variance from A and B together. Estimates may be a little below 0 or above 1.
 * @param year index into the samples' years
 * @returns empty when nothing varies or there are fewer than two samples
 * Source: Saltelli et al., Comput. Phys. Commun. 181 (2010), table 2 (b) and (f).
 */
export function varianceShares(samples: BaseSamples, year: number): VarianceShare[] {
  const { keys, from, to, values, years } = samples;
  const size = to - from;
  const points = pointsOf(keys);
  const at = (sample: number, point: number): number => values[(sample * points + point) * years.length + year]!;
  const all = Float64Array.from({ length: size * points }, (_, i) => at(Math.floor(i / points), i % points));

  const shares = (members: Int32Array): Float64Array => {
    let mean = 0;
    for (const member of members) mean += (all[member * points]! + all[member * points + 1]!) / (2 * members.length);
    let variance = 0;
    const found = new Float64Array(2 * keys.length);
    for (const member of members) {
      const a = all[member * points]! - mean;
      const b = all[member * points + 1]! - mean;
      variance += a * a + b * b;
      for (let i = 0; i < keys.length; i++) {
        const change = all[member * points + 2 + i]! - mean - a;
        found[2 * i]! += 2 * b * change;
        found[2 * i + 1]! += change * change;
      }
    }
    return found.map((sum) => (variance > 0 ? sum / variance : 0));
  };

  const whole = shares(Int32Array.from({ length: size }, (_, i) => i));
  if (size < 2 || whole.every((share) => share === 0)) return [];
  const errors = bootstrapErrors(size, shares);
  return keys.map((key, i) => ({
    key,
    first: whole[2 * i]!,
    firstError: errors[2 * i]!,
    total: whole[2 * i + 1]!,
    totalError: errors[2 * i + 1]!,
  }));
}
