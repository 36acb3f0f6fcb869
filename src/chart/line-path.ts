import { range } from 'd3-array';
import { line } from 'd3-shape';

/** An SVG path through the finite values, broken where there is none; x and y turn years and values into pixels. */
export function linePath(
  years: number[],
  values: (number | null)[],
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  const draw = line<number>()
    .defined((index) => Number.isFinite(values[index]))
    .x((index) => x(years[index]!))
    .y((index) => y(values[index]!))
    .digits(1);
  return draw(range(years.length)) ?? '';
}

/** The largest finite value, or 0. */
export function largest(...series: (number | null)[][]): number {
  let result = 0;
  for (const values of series)
    for (const value of values) if (Number.isFinite(value)) result = Math.max(result, value!);
  return result;
}
