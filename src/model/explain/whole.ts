import { sumsByYear } from '../projection.ts';
import type { Projection } from '../types.ts';

/** Sums of columns that were summed before: a baseline stays the same while levers move, and several look at one plan. */
const known = new WeakMap<Projection, Projection>();

/**
 * A projection of the whole place as one area: sums over the areas, by year. Heads and flows stay exact, since they lie on the grid.
 * Used where a place has so many areas that several projections would not fit in memory. Of the same projection it is the same object.
 */
export function wholeOf(projection: Projection): Projection {
  const before = projection.whole ?? known.get(projection);
  if (before) return before;
  const { areas, base, horizon, flows } = projection;
  const span = horizon - base + 1;
  // Columns without anybody are one and the same.
  const summed = new Map<Float64Array, Float64Array>();
  const sums = (column: Float64Array): Float64Array => {
    const total = summed.get(column) ?? sumsByYear(column, areas, span);
    summed.set(column, total);
    return total;
  };
  const collapsed = <Columns extends object>(columns: Columns): Columns =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, column instanceof Float64Array ? sums(column) : column]),
    ) as Columns;
  const whole = { ...collapsed(projection), areas: 1, flows: collapsed(flows) };
  known.set(projection, whole);
  return whole;
}
