import type { Draws } from './ensemble.ts';

/** The quantiles of the fan and of the headless run: an 80 % band, a 50 % band, the median. */
export const QUANTILES: readonly number[] = [0.1, 0.25, 0.5, 0.75, 0.9];

/**
 * Quantile of sorted values, linear between order statistics (type 7 of Hyndman and Fan 1996, as R and d3 do by default).
 * @param sorted ascending, at least one
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(sorted.length - 1, below + 1)]!;
  return low + (high - low) * (position - below);
}

/** Densities of one year, ascending: the chance curve is drawn from them. @param year index, 0 for the base year */
export function sortedDensities({ density, years }: Draws, year: number): Float64Array {
  const span = years.length;
  const values = new Float64Array(density.length / span);
  for (let draw = 0; draw < values.length; draw++) values[draw] = density[draw * span + year]!;
  return values.sort();
}

/** Bands of the density of the whole place. @returns GPs per 10,000, [quantile][year] */
export function bandsOf(draws: Draws, quantiles: readonly number[] = QUANTILES): number[][] {
  const sorted = draws.years.map((_, year) => sortedDensities(draws, year));
  return quantiles.map((share) => sorted.map((values) => quantileOf(values, share)));
}

/** Share of the draws in which a target is met; null where any draw leaves it unknown. @throws RangeError for an unknown target */
export function probabilityOf({ met, targets }: Draws, target: string): number | null {
  const index = targets.indexOf(target);
  if (index < 0) throw new RangeError(`no target ${target}`);
  let reached = 0;
  for (let cell = index; cell < met.length; cell += targets.length) {
    if (met[cell] === 2) return null;
    reached += met[cell]!;
  }
  return (reached * targets.length) / met.length;
}

/** Share of the draws in which an area has the least GPs in its centres; null where it has no minimum. @param year index */
export function minimumProbability(draws: Draws, area: number, year: number): number | null {
  if (!(draws.minimum[area]! > 0)) return null;
  return draws.minimumMet[area * draws.years.length + year]! / (draws.to - draws.from);
}

/**
 * Share of the draws in which an area has the GPs per 10,000 that are wanted of the whole place; null where nothing is wanted yet.
 * @param year index
 */
export function wantedProbability(draws: Draws, area: number, year: number): number | null {
  if (draws.wanted[year] === null) return null;
  return draws.wantedMet[area * draws.years.length + year]! / (draws.to - draws.from);
}

/** Share of the draws with at least `density` in a year. @param year index */
export function chanceOfAtLeast({ density, years }: Draws, year: number, least: number): number {
  let reached = 0;
  for (let cell = year; cell < density.length; cell += years.length) if (density[cell]! >= least) reached++;
  return (reached * years.length) / density.length;
}
