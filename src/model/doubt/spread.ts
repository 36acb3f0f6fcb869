import { QUANTILES, quantileOf } from '../micro/bands.ts';
import type { Draws } from '../micro/ensemble.ts';
import { bootstrapErrors, varianceOf } from './bootstrap.ts';

/** How many GPs one per 10,000 is, by year, of a plan and of another: for differences in heads. */
export interface Worth {
  plan: readonly number[];
  other: readonly number[];
}

/**
 * What a plan brings over another scenario, draw by draw: both were drawn from the same random numbers, so that what they share
 * drops out. Draws that only one of them has are left out.
 * @param worth turns densities into GPs
 * @returns GPs per 10,000, or GPs, [quantile][year]; null where they share no draw
 * @throws RangeError when they do not have the same years or do not both begin at draw 0
 */
export function differenceBands(
  plan: Draws,
  other: Draws,
  quantiles: readonly number[] = QUANTILES,
  worth: Worth | null = null,
): number[][] | null {
  const shared = sharedDraws(plan, other);
  if (shared === 0) return null;
  const span = plan.years.length;
  const sorted = plan.years.map((_, year) => {
    const [one, less] = worth === null ? [1, 1] : [worth.plan[year]!, worth.other[year]!];
    return Float64Array.from(
      { length: shared },
      (_one, draw) => plan.density[draw * span + year]! * one - other.density[draw * span + year]! * less,
    ).sort();
  });
  return quantiles.map((share) => sorted.map((values) => quantileOf(values, share)));
}

/**
 * Share of the shared draws in which the plan has more GPs per 10,000 than the other, and in which both have the same.
 * @param year index
 * @returns null where they share no draw
 * @throws RangeError as `differenceBands`
 */
export function chanceOfMore(plan: Draws, other: Draws, year: number): { more: number; same: number } | null {
  const shared = sharedDraws(plan, other);
  if (shared === 0) return null;
  const span = plan.years.length;
  let more = 0;
  let same = 0;
  for (let cell = year; cell < shared * span; cell += span) {
    const apart = plan.density[cell]! - other.density[cell]!;
    if (apart > 0) more++;
    else if (apart === 0) same++;
  }
  return { more: more / shared, same: same / shared };
}

function sharedDraws(plan: Draws, other: Draws): number {
  if (plan.from !== 0 || other.from !== 0 || plan.years.join() !== other.years.join()) {
    throw new RangeError('these draws cannot be compared');
  }
  return Math.min(plan.to, other.to);
}

/** A share with its standard error. */
export interface Estimate {
  share: number;
  error: number;
}

/**
 * The variance of some values over that of others, with the standard error that the numbers of values leave.
 * @returns null where there are fewer than two of either, or the others do not vary
 */
export function varianceRatio(part: Float64Array, whole: Float64Array): Estimate | null {
  const all = varianceOf(whole);
  if (part.length < 2 || whole.length < 2 || all === 0) return null;
  const some = varianceOf(part);
  const relative = (values: Float64Array, variance: number): number => {
    if (variance === 0) return 0;
    const [error] = bootstrapErrors(values.length, (members) => [
      varianceOf(Float64Array.from(members, (i) => values[i]!)),
    ]);
    return error! / variance;
  };
  const share = some / all;
  const [one, other] = [relative(part, some), relative(whole, all)];
  return { share, error: share * Math.sqrt(one * one + other * other) };
}
