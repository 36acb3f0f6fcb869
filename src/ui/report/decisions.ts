import type { Result, TargetResult } from '../../model/types.ts';
import type { Field, Value } from '../../scenario/types.ts';
import { lacking } from '../../text/format.ts';
import { sumByYear } from '../projection-series.ts';

/** A measure that the plan changes. */
export interface LeverChange {
  field: Field;
  from: Value;
  to: Value;
}

/** What page one asks the director to decide, as figures; the words are the dictionary's. */
export interface Decisions {
  changes: LeverChange[];
  /** The document sets a value that the plan does not reach. */
  unmet: LeverChange[];
  /** Year of the effect: the answer's, or the first to plan for where that has passed. */
  year: number;
  /** GPs more than without the plan at the end of that year, not rounded; 0 where there is no plan. */
  more: number;
  /** Persons short in the answer's year with and without the plan; null where it cannot be judged in persons. */
  gap: { plan: number; baseline: number } | null;
}

const PLANNING_YEAR = 2030;

/** Differences between plan and baseline in levers that have an effect, what they come to, and what the document sets beside them. */
export function decisionsOf(result: Result, fields: readonly Field[], value: (key: string) => Value): Decisions {
  const levers = fields.filter(({ kind }) => kind === 'lever');
  const { plan, baseline, answer } = result;
  const answered = answer?.year ?? PLANNING_YEAR;
  const year = answered > plan.base ? answered : Math.min(plan.horizon, Math.max(PLANNING_YEAR, plan.base + 1));
  const heads = (projection: typeof plan): number => sumByYear(projection, projection.gps, null)[year - plan.base] ?? 0;
  return {
    changes: levers.flatMap((field) => {
      const to = value(field.key);
      return to === field.default || field.inert !== null ? [] : [{ field, from: field.default, to }];
    }),
    unmet: levers.flatMap((field) => {
      const [now, asked] = [value(field.key), field.documentValue];
      return asked === undefined || Number(now) >= asked ? [] : [{ field, from: now, to: asked }];
    }),
    year,
    more: heads(plan) - heads(baseline),
    gap: answer && gapOf(answer.target, result),
  };
}

function gapOf(judged: TargetResult, { baselineTargets, answer }: Result): Decisions['gap'] {
  if (judged.unit !== 'persons' || judged.gap === null || judged.status === 'unknown') return null;
  const without = baselineTargets.find(({ target }) => target.id === judged.target.id);
  // A target whose year has passed is judged where plan and baseline are still the same.
  const same = answer?.year !== judged.target.year || !without || without.gap === null;
  return { plan: lacking(judged.gap), baseline: lacking(same ? judged.gap : (without.gap ?? 0)) };
}
