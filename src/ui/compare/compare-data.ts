import type { LineTone } from '../../chart/types.ts';
import type { Result, TargetResult } from '../../model/types.ts';
import type { Plan, Plans } from '../../scenario/plans.ts';
import { resolve } from '../../scenario/resolve.ts';
import type { Field, Value } from '../../scenario/types.ts';
import { flagTargets } from '../gap-data.ts';
import { densityByYear, sumByYear } from '../projection-series.ts';

/** How plans are called, and their colours. */
export const LETTER = ['A', 'B', 'C', 'D'] as const;
export const TONE: readonly LineTone[] = ['plan', 'b', 'c', 'd'];

/** Places with more areas than this are compared as a whole only. */
export const MANY_AREAS = 1000;

/** A plan with its result, ready to be drawn. */
export interface NamedPlan {
  /** Place in the list: its letter and colour. */
  index: number;
  name: string;
  tone: LineTone;
  /** It is the one on the screen. */
  viewed: boolean;
  plan: Plan;
  result: Result;
}

/**
 * The plans whose results are there, with their letters and colours.
 * @param results by plan; undefined: not there, and left out, as is one of another place or other years than `shown`
 * @param shown the result on the screen
 */
export function namedPlans(
  plans: Plans,
  results: readonly (Result | undefined)[],
  shown: Result,
  called: (letter: string, name: string) => string,
): NamedPlan[] {
  return plans.list.flatMap((plan, index): NamedPlan[] => {
    const result = results[index];
    const fits =
      result?.place === shown.place && result.policy === shown.policy && String(result.years) === String(shown.years);
    if (!fits) return [];
    const name = called(LETTER[index]!, plan.name);
    return [{ index, name, tone: TONE[index]!, viewed: index === plans.shown, plan, result }];
  });
}

/** A field in which the plans differ from each other or from the baseline. */
export interface LeverDifference {
  field: Field;
  usual: Value;
  values: Value[];
}

/** What all plans share is left out. */
export function leverDifferences(fields: readonly Field[], plans: readonly Plan[]): LeverDifference[] {
  const all = plans.map((plan) => resolve(fields, plan.values));
  return fields.flatMap((field) => {
    const values = all.map((one) => one[field.key]!);
    const decided = field.kind === 'lever' || field.kind === 'assumption' || field.key === 'from';
    const shared = !decided && values.every((value) => value === values[0]);
    const unlike = values.some((value) => value !== field.default);
    return unlike && !shared ? [{ field, usual: field.default, values }] : [];
  });
}

/** Fields in which a plan differs from the first one. */
export function changesFromFirst(differences: readonly LeverDifference[], plan: number): LeverDifference[] {
  return differences.filter(({ values }) => values[plan] !== values[0]);
}

/** Whether assumptions or the counting rule differ, so that the plans have baselines of their own. */
export function baselinesDiffer(differences: readonly LeverDifference[]): boolean {
  return differences.some(
    ({ field, values }) =>
      field.kind !== 'lever' && field.key !== 'from' && values.some((value) => value !== values[0]),
  );
}

/** Years that results are compared in: those of the targets that are still to come, and the last. */
export function comparedYears(result: Result): number[] {
  const { base, horizon } = result.plan;
  const asked = [...flagTargets(result).map(({ target }) => target.year), result.answer?.year ?? horizon, horizon];
  return [...new Set(asked)].filter((year) => year > base && year <= horizon).sort((one, other) => one - other);
}

/** The year that the answer is about, where it is still to come; the last one otherwise. */
export function usualYear({ answer, plan }: Result): number {
  return answer !== null && answer.year > plan.base && answer.year <= plan.horizon ? answer.year : plan.horizon;
}

/** GPs and density of the whole place, of a plan and of its baseline. */
export interface YearFigures {
  heads: number;
  density: number;
  baseHeads: number;
  baseDensity: number;
}
export function figuresIn({ plan, baseline }: Result, year: number): YearFigures {
  const at = year - plan.base;
  return {
    heads: sumByYear(plan, plan.gps, null)[at]!,
    density: densityByYear(plan, null)[at]!,
    baseHeads: sumByYear(baseline, baseline.gps, null)[at]!,
    baseDensity: densityByYear(baseline, null)[at]!,
  };
}

/** Targets to be judged in every plan: all whose year is projected. */
export function judgedTargets(result: Result): TargetResult[] {
  return result.targets.filter(({ past, status }) => !past && status !== 'unknown');
}

/** The plan under another name or lock, or taken out, moved or added; the one on the screen stays the same where it can. */
export const edited = (plans: Plans, index: number, change: Partial<Plan>): Plans => ({
  ...plans,
  list: plans.list.map((plan, other) => (other === index ? { ...plan, ...change } : plan)),
});

export function removed({ list, shown }: Plans, index: number): Plans {
  const left = list.filter((_, other) => other !== index);
  return { list: left, shown: Math.min(shown > index ? shown - 1 : shown, left.length - 1) };
}

/** @param step −1: one place up, 1: one place down */
export function moved({ list, shown }: Plans, index: number, step: -1 | 1): Plans {
  const to = index + step;
  if (to < 0 || to >= list.length) return { list, shown };
  const order = list.map((_, at) => at);
  [order[index], order[to]] = [to, index];
  return { list: order.map((at) => list[at]!), shown: order.indexOf(shown) };
}

/** A copy behind the others, unlocked, on the screen. */
export function duplicated({ list }: Plans, index: number): Plans {
  const copy = { ...list[index]!, name: '', locked: false };
  return { list: [...list, copy], shown: list.length };
}
