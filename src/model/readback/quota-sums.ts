import type { PolicyPack, Target } from '../types.ts';
import { distinct } from './distinct.ts';
import { ROUNDING, type DocumentFinding } from './finding.ts';

/**
 * Yearly quotas against the quota in all of the same people and years. At odds where the years add up to more than the total, or,
 * with an upper end, cannot reach it. A yearly minimum without one may well lead to more than it says.
 */
export function quotaSums({ targets }: PolicyPack): DocumentFinding[] {
  const quotas = targets.filter(({ kind }) => kind === 'quota');
  return quotas.flatMap((yearly) => {
    if (yearly.per !== 'year') return [];
    const years = yearly.year - (yearly.since ?? yearly.year) + 1;
    return quotas.flatMap((total): DocumentFinding[] => {
      if (total.per !== 'total' || !isOfTheSame(yearly, total)) return [];
      const low = yearly.value * years;
      const high = yearly.high === undefined ? null : yearly.high * years;
      const most = (total.high ?? total.value) * (1 + ROUNDING);
      if (low <= most && (high === null || high * (1 + ROUNDING) >= total.value)) return [];
      return [
        {
          rule: 'quota',
          since: yearly.since ?? yearly.year,
          year: yearly.year,
          yearly: [yearly.value, yearly.high ?? null],
          sum: [low, high],
          total: total.value,
          clauses: distinct([yearly.clause, total.clause]),
        },
      ];
    });
  });
}

function isOfTheSame(one: Target, other: Target): boolean {
  return one.of === other.of && one.fact === other.fact && one.year === other.year && one.since === other.since;
}
