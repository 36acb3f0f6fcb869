import { exponential } from './roots.ts';

/** One value a year, ascending. */
export interface YearValue {
  year: number;
  value: number;
}

/** The last value for ever. */
export function noChange(observed: readonly YearValue[], years: readonly number[]): number[] {
  const last = observed[observed.length - 1];
  if (last === undefined) throw new RangeError('nothing observed');
  return years.map(() => last.value);
}

/** The least-squares line through everything observed; null with fewer than two values. */
export function linearTrend(observed: readonly YearValue[], years: readonly number[]): number[] | null {
  if (observed.length < 2) return null;
  const line = leastSquares(observed.map(({ year, value }) => [year, value]));
  return years.map((year) => line.intercept + line.slope * year);
}

/**
 * Grey model GM(1,1): x⁽⁰⁾(k) + a·z⁽¹⁾(k) = b with z⁽¹⁾ the mean of neighbouring cumulated sums, a and b by least squares;
 * x̂⁽⁰⁾(k) = (x⁽⁰⁾(1) − b/a)(e^{−a(k−1)} − e^{−a(k−2)}).
 * Source: Deng Julong, Control problems of grey systems, Systems & Control Letters 1982;1(5):288–294.
 * @param observed one value for each year without a gap, at least four, all positive; otherwise null
 */
export function greyModel(observed: readonly YearValue[], years: readonly number[]): number[] | null {
  const first = observed[0];
  const gapless = observed.every(({ year, value }, i) => value > 0 && first !== undefined && year === first.year + i);
  if (first === undefined || observed.length < 4 || !gapless) return null;
  let cumulated = first.value;
  const points = observed.slice(1).map(({ value }): [number, number] => {
    cumulated += value;
    return [cumulated - value / 2, value];
  });
  const line = leastSquares(points);
  const a = -line.slope;
  if (a === 0) return years.map(() => line.intercept);
  const scale = first.value - line.intercept / a;
  const cumulatedAt = (k: number): number => scale * exponential(-a * (k - 1));
  return years.map((year) => {
    const k = year - first.year + 1;
    return k <= 1 ? first.value : cumulatedAt(k) - cumulatedAt(k - 1);
  });
}

function leastSquares(points: readonly (readonly [number, number])[]): { slope: number; intercept: number } {
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let covariance = 0;
  let variance = 0;
  for (const [x, y] of points) {
    covariance += (x - meanX) * (y - meanY);
    variance += (x - meanX) * (x - meanX);
  }
  const slope = variance === 0 ? 0 : covariance / variance;
  return { slope, intercept: meanY - slope * meanX };
}
