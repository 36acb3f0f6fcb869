import type { Flag, ObservedValue } from '../chart/types.ts';
import { requiredPath } from '../model/required-path.ts';
import type { Result, Target, TargetResult } from '../model/types.ts';
import type { Dictionary } from '../text/en.ts';
import { density, heads, lacking, persons } from '../text/format.ts';
import { achievedText, askedText, demandedText, gapText } from '../text/target-text.ts';
import { densityByYear, sumByYear } from './projection-series.ts';

export const isDensity = (target: Target): boolean => target.kind === 'density' || target.kind === 'staff_density';

/** The targets that stand on the chart as flags: the densities, or the headline where the document has none. One a year. */
export function flagTargets(result: Result): TargetResult[] {
  // Of several documents that ask for the same year, the strictest.
  const densities = result.targets
    .filter(({ target }) => isDensity(target))
    .sort((one, other) => other.target.value - one.target.value);
  const chosen = densities.length > 0 ? densities : result.targets.filter(({ target }) => target.headline);
  return chosen
    .filter((judged, index) => chosen.findIndex(({ target }) => target.year === judged.target.year) === index)
    .sort((a, b) => a.target.year - b.target.year);
}

/** The flags' targets, each with the year that it is judged on: the answer may be judged later than its document asks. */
function judgedYears(result: Result): { judged: TargetResult; year: number }[] {
  const own = flagTargets(result).map((judged) => ({ judged, year: judged.target.year }));
  const { answer } = result;
  const late = answer !== null && own.every(({ year }) => year !== answer.year);
  return (late ? [...own, { judged: answer.target, year: answer.year }] : own).sort((a, b) => a.year - b.year);
}

/** The years of the chart: from the first count or target to the horizon. */
export function chartYears(result: Result): number[] {
  const known = [...result.observed.map(({ year }) => year), ...flagTargets(result).map(({ target }) => target.year)];
  const first = Math.min(result.plan.base, ...known);
  return Array.from({ length: result.plan.horizon - first + 1 }, (_, index) => first + index);
}

/** Demanded density by year along the density targets: linear between them, null outside. */
export function pathByYear(result: Result, years: readonly number[]): (number | null)[] {
  const targets = result.targets.map(({ target }) => target).filter(isDensity);
  const ends = targets.map(({ year }) => year);
  return requiredPath(targets, years).map((value, index) => (years[index]! > Math.max(...ends) ? null : value));
}

/** Series of result years laid over the years of the chart, NaN before the base year. */
export function overYears(values: readonly number[], result: Result, years: readonly number[]): number[] {
  return years.map((year) => values[year - result.plan.base] ?? NaN);
}

/** Counted densities with their provenance in words. */
export function observedValues(result: Result, words: Dictionary): ObservedValue[] {
  return result.observed
    .filter(({ density: value }) => Number.isFinite(value))
    .map((point) => ({
      year: point.year,
      value: point.density,
      mark: point.source.provenance,
      label: `${point.year} ${density(point.density)} (${words.provenance[point.source.provenance]})`,
    }));
}

/**
 * What the targets say, ready for flags and cards. Persons become densities, so that every flag stands on one scale.
 * @param chance words on the chance of meeting a target in a year, in rows
 */
export function flagsOf(
  result: Result,
  workforce: 'gp' | 'staff',
  words: Dictionary,
  chance: (judged: TargetResult, year: number) => string[] = () => [],
): Flag[] {
  const residents = sumByYear(result.plan, result.plan.residents, null);
  return judgedYears(result).map(({ judged, year }) => {
    const { target, status, achieved, required, projected } = judged;
    const people = residents[Math.max(0, year - result.plan.base)] ?? NaN;
    const asDensity = (amount: number | null): number | null => (amount === null ? null : (amount / people) * 10_000);
    const onScale = isDensity(target);
    const foretold = chance(judged, year);
    const countText = workforce === 'staff' ? words.countStaff : words.countShort[target.count];
    const everyCentre = target.kind === 'facility_minimum' && target.each !== 'average' && judged.short;
    const counted =
      judged.unit === 'persons' && required !== null && projected !== null
        ? words.target[workforce === 'gp' ? 'of' : 'ofStaff'](heads(projected), heads(required))
        : '';
    return {
      year,
      status,
      value: onScale ? achieved : asDensity(projected),
      target: onScale ? target.value : (asDensity(required) ?? 0),
      lines: {
        when: words.target.when(year, year === target.year ? (target.month ?? null) : null),
        statusWord: words.target[status],
        valueText: everyCentre ? persons(everyCentre.of - everyCentre.count) : achievedText(judged) || '—',
        targetText: everyCentre
          ? words.target.centresAsked(demandedText(target), everyCentre.of)
          : words.target.asked(
              onScale
                ? target.high === undefined
                  ? `≥ ${demandedText(target)}`
                  : demandedText(target)
                : askedText(target, words),
            ),
        gapText: gapText(judged, words) || words.target.unknown,
        gapIsShort: status === 'missed',
        countText: counted,
        extra: [judged.past ? words.target.past : foretold[0], countText].filter(Boolean).join(' · '),
        chance: foretold,
      },
    };
  });
}

/** One year of the reading line and of the table behind the chart; null where nothing is known. */
export interface YearReading {
  year: number;
  observed: number | null;
  plan: number | null;
  baseline: number | null;
  target: number | null;
  /** Persons short of the demanded density, rounded up. */
  gap: number | null;
}

/** What is known about every year of the chart. After the last target its value stands on. */
export function readings(result: Result, years: readonly number[]): YearReading[] {
  const plan = densityByYear(result.plan, null);
  const baseline = densityByYear(result.baseline, null);
  const residents = sumByYear(result.plan, result.plan.residents, null);
  const path = pathByYear(result, years);
  const last = flagTargets(result).findLast(({ target }) => isDensity(target))?.target;
  const number = (value: number | undefined): number | null =>
    value !== undefined && Number.isFinite(value) ? value : null;
  return years.map((year, index) => {
    const at = year - result.plan.base;
    const target = path[index] ?? (last && year > last.year ? last.value : null);
    const value = number(plan[at]);
    const short = target === null || value === null ? null : ((target - value) * (residents[at] ?? 0)) / 10_000;
    return {
      year,
      observed: result.observed.find((point) => point.year === year)?.density ?? null,
      plan: value,
      baseline: number(baseline[at]),
      target,
      gap: short === null ? null : lacking(short),
    };
  });
}
