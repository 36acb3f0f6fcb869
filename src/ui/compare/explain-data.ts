import type { Bar } from '../../chart/waterfall-chart.ts';
import type { Cause } from '../../model/explain/causes.ts';
import { explainCauses, explainFlows } from '../../model/explain/explain.ts';
import type { Measure, Part, Waterfall } from '../../model/explain/waterfall.ts';
import type { Result } from '../../model/types.ts';
import { stepsBetween, type OneStep } from '../../scenario/steps.ts';
import type { Field, Value } from '../../scenario/types.ts';

type Values = Readonly<Record<string, Value>>;

/** Parts that are no people: outlines. */
const OTHER: readonly Cause[] = ['population', 'definition', 'interaction'];

/** A plan without its measures, under its own assumptions: the baseline as a scenario. */
export function withoutLevers(fields: readonly Field[], values: Values): Values {
  const levers = fields.filter(({ kind }) => kind === 'lever').map(({ key }) => key);
  return Object.fromEntries(Object.entries(values).filter(([key]) => !levers.includes(key)));
}

/** All that must be run to explain one scenario by another: both, and one for each cause. */
export function scenariosToRun(
  fields: readonly Field[],
  first: Values,
  second: Values,
): { steps: OneStep[]; all: Values[] } {
  const steps = stepsBetween(fields, first, second);
  return { steps, all: [first, second, ...steps.map(({ values }) => values)] };
}

/** What explains two scenarios, from their runs in the order of `scenariosToRun`. */
export function explainPlans(
  steps: readonly OneStep[],
  [first, second, ...alone]: readonly Result[],
  asked: { year: number; measure: Measure; members: readonly number[] | null; way: 'byCause' | 'byFlow' },
): Waterfall | null {
  if (!first || !second) return null;
  const causes = steps.map(({ cause }, index) => ({ cause, projection: alone[index]!.plan }));
  if (asked.way === 'byCause') return explainCauses(first.plan, second.plan, causes, asked.year, asked);
  const recounted = causes.find(({ cause }) => cause === 'definition')?.projection ?? first.plan;
  return explainFlows(first.plan, second.plan, recounted, asked.year, asked);
}

/** Bars of the waterfall: people who come are blue, who go are grey, everything else is an outline. */
export function barsOf(parts: readonly Part[], name: (cause: Cause) => string): Bar[] {
  return parts.map(({ cause, value }) => ({
    label: name(cause),
    value,
    kind: OTHER.includes(cause) ? 'other' : value > 0 ? 'entry' : 'exit',
  }));
}
