import type { Band, Fan } from '../../chart/types.ts';
import type { GapSeries } from '../gap-series.ts';

/** Series with their bands. */
type Drawn = GapSeries & { fan: Fan | null };

/** The series without the years before `first`. */
export function sinceYear(series: Drawn, first: number): Drawn {
  const from = Math.max(0, series.years.indexOf(first));
  const cut = <T>(values: T[]): T[] => values.slice(from);
  const band = ({ low, high }: Band): Band => ({ low: cut(low), high: cut(high) });
  const { fan, baseline } = series;
  return {
    ...series,
    years: cut(series.years),
    plan: cut(series.plan),
    baseline: baseline && cut(baseline),
    targetPath: cut(series.targetPath),
    observed: series.observed.filter(({ year }) => year >= first),
    fan: fan && { outer: band(fan.outer), inner: band(fan.inner), median: cut(fan.median) },
  };
}
