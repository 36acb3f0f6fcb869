import { sumOfYear } from './count.ts';
import { TOLERANCE } from './target-case.ts';
import { findFact } from './target-heads.ts';
import type { Finding, TargetCase } from './target-case.ts';

/**
 * quota: persons recruited or trained by transfer in each year, or in all, from `since` to `year`. The flows begin in the year after
 * the base year. Where the base year lies after `since`, part of a total is not known, and it is judged only if the rest already
 * reaches it; a base year equal to `since` holds the stock that the document itself starts from.
 */
export function findQuota(given: TargetCase): Finding {
  const { target, projection } = given;
  if (target.of === 'fact') return findFact(given);
  const unknown: Finding = { required: target.value, projected: null, achieved: null };
  const since = target.since ?? target.year;
  const first = Math.max(since, projection.base + 1);
  if (target.year < first || target.year > projection.horizon) return unknown;

  const whole = projection.whole ?? projection;
  const flow = target.of === 'transfer' ? whole.flows.transfer : whole.flows.recruited;
  const persons: number[] = [];
  for (let year = first; year <= target.year; year++) persons.push(sumOfYear(whole, flow, year - projection.base));

  if (target.per === 'total') {
    const sum = persons.reduce((total, one) => total + one, 0);
    if (projection.base > since && sum < target.value - TOLERANCE) return unknown;
    return { required: target.value, projected: sum, achieved: sum };
  }
  const fewest = Math.min(...persons);
  const below = persons.filter((one) => one < target.value - TOLERANCE).length;
  return { required: target.value, projected: fewest, achieved: fewest, short: { count: below, of: persons.length } };
}
