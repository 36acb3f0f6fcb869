import { atOnce } from '../turns.ts';
import { sortedSteps } from './sorted.ts';
import { sumOf, type EquityUnit } from './units.ts';

/** A point of the Lorenz curve: so large a share of the residents, those with the fewest GPs first, has so large a share of the GPs. */
export interface LorenzPoint {
  residents: number;
  gps: number;
  /** Area that ends here; null at the origin. */
  area: number | null;
}

/**
 * The Lorenz curve of GPs over residents, areas ascending by density; within an area GPs are taken to be spread evenly.
 * @returns from (0, 0) to (1, 1); null where there are no residents or no GPs
 */
export function lorenz(units: readonly EquityUnit[]): LorenzPoint[] | null {
  return atOnce(lorenzSteps(units));
}

/** The same in steps of a few milliseconds, however many areas there are. */
export function* lorenzSteps(units: readonly EquityUnit[]): Generator<void, LorenzPoint[] | null> {
  const [residents, gps] = [sumOf(units, 'residents'), sumOf(units, 'gps')];
  if (!(residents > 0) || !(gps > 0)) return null;
  const points: LorenzPoint[] = [{ residents: 0, gps: 0, area: null }];
  let [people, heads] = [0, 0];
  for (const unit of yield* sortedSteps(units)) {
    people += unit.residents;
    heads += unit.gps;
    points.push({ residents: people / residents, gps: heads / gps, area: unit.area });
  }
  return points;
}

/** Gini coefficient: twice the area between the curve and the diagonal; 0 where all have the same density, towards 1 where one has all. */
export function gini(points: readonly LorenzPoint[]): number {
  let under = 0;
  for (let index = 1; index < points.length; index++) {
    const [before, point] = [points[index - 1]!, points[index]!];
    under += (point.residents - before.residents) * (point.gps + before.gps);
  }
  return Math.max(0, 1 - under);
}

/** Share of the GPs that the worst served `residents` (a share, 0–1) have, on the straight line between two points of the curve. */
export function gpsOfPoorest(points: readonly LorenzPoint[], residents: number): number {
  const next = points.findIndex((point) => point.residents >= residents);
  const [point, before] = [points[next], points[next - 1]];
  if (!point) return 1;
  if (!before || point.residents === before.residents) return point.gps;
  const part = (residents - before.residents) / (point.residents - before.residents);
  return before.gps + part * (point.gps - before.gps);
}
