import type { Band } from './types.ts';

/** An SVG path through the finite values, broken where there is none; x and y turn years and values into pixels. */
export function linePath(
  years: number[],
  values: (number | null)[],
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  /** Points since the last break. A lone one is closed, so that its cap is drawn. */
  let run = 0;
  const end = (): void => {
    if (run === 1) path += 'Z';
    run = 0;
  };
  years.forEach((year, index) => {
    const value = values[index];
    if (!Number.isFinite(value)) return end();
    path += `${run === 0 ? 'M' : 'L'}${pixel(x(year))},${pixel(y(value!))}`;
    run += 1;
  });
  end();
  return path;
}

/** A tenth of a pixel is as fine as anything is drawn. */
const pixel = (at: number): number => Math.round(at * 10) / 10;

/** An SVG area between two series, over the years in which both are finite. */
export function bandPath(
  years: number[],
  { low, high }: Band,
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  const known = years.filter((_, index) => Number.isFinite(low[index]) && Number.isFinite(high[index]));
  const along = (of: number[], way: number[]): string[] =>
    way.map((year) => `${x(year).toFixed(1)},${y(of[years.indexOf(year)]!).toFixed(1)}`);
  return known.length === 0 ? '' : `M${[...along(high, known), ...along(low, [...known].reverse())].join('L')}Z`;
}

/** The largest finite value, or 0. */
export function largest(...series: (number | null)[][]): number {
  let result = 0;
  for (const values of series)
    for (const value of values) if (Number.isFinite(value)) result = Math.max(result, value!);
  return result;
}
