import { fitStretch, nationFrom } from './calibrate.ts';
import { greyModel, linearTrend, noChange } from './naive.ts';
import type { YearValue } from './naive.ts';
import { parameterOf } from './nation.ts';
import type { Reference } from './reference.ts';

/** Errors of one way of foretelling the national series. */
export interface HindcastLine {
  method: 'model' | 'noChange' | 'linear' | 'grey';
  /** GPs per 10,000 by year of `years`. */
  density: number[];
  /** Mean absolute error over the counted years, share of the count. */
  meanAbsoluteError: number;
  /** Error in the last counted year, share of the count, signed. */
  lastError: number;
}

/** The model and its naive alternatives started in the past and held against what was counted later. */
export interface Hindcast {
  start: number;
  /** First and last year on which everything was fitted; none is judged on these. */
  fittedOn: [number, number];
  years: number[];
  /** Counted GPs per 10,000 by year of `years`. */
  counted: number[];
  lines: HindcastLine[];
}

/** Start years, each with the last year before which everything is fitted. */
const STARTS = [
  { start: 2012, fittedFrom: 2010 },
  { start: 2017, fittedFrom: 2012 },
] as const;

/**
 * Holds the model against the national counts: fitted only on the years up to the start (transfer intake and registration as
 * in `fitStretch`), then let run to the last count, beside no change, the linear trend and GM(1,1) on the same earlier counts.
 */
export function hindcasts(reference: Reference): Hindcast[] {
  return STARTS.map(({ start, fittedFrom }) => {
    const held = { registeredShare: parameterOf(reference, 'regshare').mode, drive: 0 };
    const fitted = fitStretch(reference, fittedFrom, start, held);
    const later = reference.nationalSeries.filter((point) => point.year > start && point.density !== null);
    const years = later.map((point) => point.year);
    const counted = later.map((point) => point.density ?? 0);
    const last = years[years.length - 1] ?? start;
    const model = nationFrom(reference, start, last, fitted);
    const earlier = seriesUntil(reference, start);
    const lines: [HindcastLine['method'], number[] | null][] = [
      ['model', years.map((year) => (model.gps[year - start]! / residentsIn(reference, year)) * 10_000)],
      ['noChange', noChange(earlier, years)],
      ['linear', linearTrend(earlier, years)],
      ['grey', greyModel(earlier, years)],
    ];
    return {
      start,
      fittedOn: [fittedFrom, start],
      years,
      counted,
      lines: lines.flatMap(([method, density]) => (density === null ? [] : [judged(method, density, counted)])),
    };
  });
}

function judged(method: HindcastLine['method'], density: number[], counted: readonly number[]): HindcastLine {
  const errors = density.map((value, i) => value / counted[i]! - 1);
  const meanAbsoluteError = errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
  return { method, density, meanAbsoluteError, lastError: errors[errors.length - 1] ?? 0 };
}

/** Residents of the nation at the end of a year, straight lines between the known years, level before the first. */
function residentsIn(reference: Reference, year: number): number {
  const known = reference.nationalResidents;
  const after = known.find((point) => point.year >= year);
  const before = known.findLast((point) => point.year <= year);
  if (after === undefined || before === undefined) return (after ?? before)?.persons ?? 0;
  if (after.year === before.year) return after.persons;
  return before.persons + ((after.persons - before.persons) * (year - before.year)) / (after.year - before.year);
}

/**
 * Counted densities up to a year, one a year: a missing year in between lies on a straight line, since GM(1,1) takes no gaps.
 */
function seriesUntil(reference: Reference, last: number): YearValue[] {
  const counts = reference.nationalSeries.filter((point) => point.year <= last);
  const first = counts[0]?.year ?? last;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    const before = counts.findLast((point) => point.year <= year)!;
    const after = counts.find((point) => point.year >= year)!;
    const share = after.year === before.year ? 0 : (year - before.year) / (after.year - before.year);
    const total = before.total + (after.total - before.total) * share;
    return { year, value: (total / residentsIn(reference, year)) * 10_000 };
  });
}
