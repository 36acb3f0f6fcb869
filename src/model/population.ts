import { censusSurvivalMigration, cohortComponent } from './cohort-component.ts';
import type { Demography } from './cohort-component.ts';
import { nthRoot, power } from './roots.ts';
import type { AreaResidents, Migration, PopulationMode } from './types.ts';

interface Point {
  year: number;
  persons: number;
}

/** Growth a year between two observed values; 1 where either is zero. */
function growthFactor(from: Point, to: Point): number {
  const years = to.year - from.year;
  return years > 0 && from.persons > 0 && to.persons > 0 ? nthRoot(to.persons / from.persons, years) : 1;
}

/**
 * Compound growth over the last ten years of observations, or between two censuses where only these exist; 1 for one
 * observation alone.
 */
export function trendFactor(residents: AreaResidents): number {
  if (residents.trendFactor !== null) return residents.trendFactor;
  const last = residents.observed[residents.observed.length - 1];
  const first = residents.observed.find((point) => last !== undefined && point.year >= last.year - 10);
  return first === undefined || last === undefined ? 1 : growthFactor(first, last);
}

/** Value at a year within the points by compound interpolation; the nearest end outside them. */
function interpolate(points: readonly Point[], year: number): number {
  const after = points.findIndex((point) => point.year >= year);
  const right = points[after];
  if (right === undefined) return points[points.length - 1]?.persons ?? 0;
  const left = points[after - 1];
  if (right.year === year || left === undefined) return right.persons;
  return left.persons * power(growthFactor(left, right), year - left.year);
}

/** Index of growth after the last census with ages, by year; null where there are no ages. */
export function cohortIndex(
  residents: AreaResidents,
  horizon: number,
  migration: Migration,
  demography: Demography,
): { from: number; index: Float64Array } | null {
  const census = residents.ages[residents.ages.length - 1];
  if (census === undefined) return null;
  const earlier = residents.ages[residents.ages.length - 2];
  const net =
    migration === 'observed' && earlier !== undefined
      ? censusSurvivalMigration(
          { year: earlier.year, bands: earlier.persons },
          { year: census.year, bands: census.persons },
          demography,
        )
      : null;
  const totals = cohortComponent(census.persons, census.year, horizon, demography, net);
  return { from: census.year, index: totals.map((total) => total / totals[0]!) };
}

/**
 * Residents of one area on 31 December of each year. What was observed stays as observed (compound in between); after the
 * last observation: the same for ever, the trend, the file's own projection, or the growth of the cohort-component method.
 * @param cohort growth index for the mode `cohort`; null: the trend stands in (the caller tells the reader)
 * @returns persons by year from `base` to `horizon`
 */
export function projectResidents(
  residents: AreaResidents,
  mode: PopulationMode,
  base: number,
  horizon: number,
  cohort: { from: number; index: Float64Array } | null,
): Float64Array {
  const last = residents.observed[residents.observed.length - 1];
  const factor = trendFactor(residents);
  const trend = (year: number): number => (last === undefined ? 0 : last.persons * power(factor, year - last.year));
  const projected =
    last === undefined ? residents.projected : [last, ...residents.projected.filter((p) => p.year > last.year)];
  const after = (year: number): number => {
    if (last === undefined) return interpolate(projected, year);
    if (mode === 'constant') return last.persons;
    if (mode === 'projected' && projected.length > 1) return interpolate(projected, year);
    if (mode === 'cohort' && cohort !== null && last.year >= cohort.from) {
      return (last.persons * cohort.index[year - cohort.from]!) / cohort.index[last.year - cohort.from]!;
    }
    return trend(year);
  };
  return Float64Array.from({ length: horizon - base + 1 }, (_, i) => {
    const year = base + i;
    if (last === undefined || year > last.year) return after(year);
    const first = residents.observed[0]!;
    // Units without an earlier count go back along the growth of the whole that they are part of.
    const back = residents.trendFactor !== null && year < first.year ? power(factor, first.year - year) : 1;
    return interpolate(residents.observed, year) / back;
  });
}

/**
 * Scales areas so that in every year they add up to the whole.
 * @param byArea persons [area × year]; changed in place
 * @param whole persons by year
 */
export function scaleToWhole(byArea: Float64Array, whole: ArrayLike<number>): void {
  const span = whole.length;
  const sums = new Float64Array(span);
  for (let i = 0; i < byArea.length; i++) sums[i % span]! += byArea[i]!;
  for (let i = 0; i < byArea.length; i++) {
    const sum = sums[i % span]!;
    byArea[i] = sum > 0 ? (byArea[i]! / sum) * whole[i % span]! : 0;
  }
}
