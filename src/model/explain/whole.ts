import type { Projection } from '../types.ts';

/**
 * A projection of the whole place as one area: sums over the areas, by year. Heads and flows stay exact, since they lie on the grid.
 * Used where a place has so many areas that several projections would not fit in memory.
 */
export function wholeOf(projection: Projection): Projection {
  const { areas, base, horizon, flows } = projection;
  const span = horizon - base + 1;
  const sums = (column: Float64Array): Float64Array => {
    const total = new Float64Array(span);
    for (let cell = 0; cell < areas * span; cell++) total[cell % span]! += column[cell]!;
    return total;
  };
  const collapsed = <Columns extends object>(columns: Columns): Columns =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, column instanceof Float64Array ? sums(column) : column]),
    ) as Columns;
  return { ...collapsed(projection), areas: 1, flows: collapsed(flows) };
}
