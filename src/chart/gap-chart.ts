import type { NamedValues, ObservedValue } from './types.ts';
import { largest } from './line-path.ts';
import { stepScale, type StepScale } from './step-scale.ts';

/**
 * The value that stands for each year: the projection, or before it what was observed; NaN where neither is known.
 * @param plan by year of `years`
 */
export function valueByYear(years: number[], plan: number[], observed: ObservedValue[]): number[] {
  const past = new Map(observed.map(({ year, value }) => [year, value]));
  return years.map((year, index) => (Number.isFinite(plan[index]) ? plan[index]! : (past.get(year) ?? NaN)));
}

/** The target path with its last value held to the end: what a document demands stands until another replaces it. */
export function heldPath(years: number[], path: (number | null)[], lastTargetYear: number): (number | null)[] {
  const last = path[years.indexOf(lastTargetYear)] ?? null;
  return years.map((year, index) => path[index] ?? (year > lastTargetYear ? last : null));
}

/** An axis that holds what matters; a naive line that runs away may leave through the top at twice that. */
export function gapScale(main: (number | null)[][], naive: NamedValues[]): StepScale {
  const needed = largest(...main);
  return stepScale(Math.max(needed * 1.04, Math.min(largest(...naive.map(({ values }) => values)), needed * 2)));
}
