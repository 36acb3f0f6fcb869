import type { Band, Fan, ObservedValue } from '../chart/types.ts';
import type { Result } from '../model/types.ts';
import type { Dictionary } from '../text/en.ts';
import { chartYears, flagTargets, isDensity, observedValues, overYears, pathByYear } from './gap-data.ts';
import { densityByYear } from './projection-series.ts';

/** What the gap chart draws of a result, by year of the chart, beside its bands; the page and the report draw the same. */
export interface GapSeries {
  years: number[];
  plan: number[];
  /** null where the plan is the baseline. */
  baseline: number[] | null;
  base: number;
  targetPath: (number | null)[];
  lastTargetYear: number;
  observed: ObservedValue[];
  metYear: { year: number; label: string } | null;
}

export function gapSeries(result: Result, words: Dictionary): GapSeries {
  const { answer, plan, baseline } = result;
  const hasPlan = answer?.hasPlan ?? baseline !== plan;
  const years = chartYears(result);
  const over = (values: readonly number[]): number[] => overYears(values, result, years);
  const lastTarget = flagTargets(result).findLast(({ target }) => isDensity(target))?.target;
  const met = answer && isDensity(answer.target.target) ? answer.planMetYear : null;
  return {
    years,
    plan: over(densityByYear(plan, null)),
    baseline: hasPlan ? over(densityByYear(baseline, null)) : null,
    base: plan.base,
    targetPath: pathByYear(result, years),
    lastTargetYear: lastTarget?.year ?? answer?.year ?? plan.base,
    observed: observedValues(result, words),
    metYear: met === null ? null : { year: met, label: words.gap.metIn(met) },
  };
}

/** The bands by year of the chart. They come several times to one result, and nothing else on the chart hangs by them. @param bands by year of the result */
export function fanOver(bands: Fan, result: Result, years: readonly number[]): Fan {
  const over = (values: readonly number[]): number[] => overYears(values, result, years);
  const band = ({ low, high }: Band): Band => ({ low: over(low), high: over(high) });
  return { outer: band(bands.outer), inner: band(bands.inner), median: over(bands.median) };
}

/** Where the line of the plan runs beside the band of the middle half in the last year that has both; null: within it. */
export function besideBand(plan: readonly number[], { inner }: Fan): 'above' | 'below' | null {
  const last = plan.findLastIndex((value, at) => Number.isFinite(value) && Number.isFinite(inner.low[at]));
  if (last < 0) return null;
  if (plan[last]! < inner.low[last]!) return 'below';
  return plan[last]! > inner.high[last]! ? 'above' : null;
}
