import { power } from '../roots.ts';
import type { PolicyPack } from '../types.ts';
import { distinct } from './distinct.ts';
import { ROUNDING, type DocumentFinding } from './finding.ts';

/**
 * A density and yearly growth to the same year: the density at the start is value / (1 + growth)^years, residents unchanged. Told where
 * the document names another start, or none.
 */
export function growthStart({ targets, claims = [] }: PolicyPack): DocumentFinding[] {
  return targets.flatMap((growth) => {
    if (growth.kind !== 'growth') return [];
    const from = (growth.since ?? growth.year) - 1;
    return targets.flatMap((target): DocumentFinding[] => {
      const isDensity = target.kind === 'density' || target.kind === 'staff_density';
      if (!isDensity || target.year !== growth.year || target.count !== growth.count) return [];
      const start = target.value / power(1 + growth.value, growth.year - from);
      const stated = claims.find((claim) => claim.kind === 'density' && claim.year === from);
      const value = stated?.kind === 'density' ? stated.value : null;
      if (value !== null && Math.abs(value / start - 1) <= ROUNDING) return [];
      return [
        {
          rule: 'growth',
          from,
          year: growth.year,
          growth: growth.value,
          target,
          start,
          stated: value,
          clauses: distinct([target.clause, growth.clause, ...(stated ? [stated.clause] : [])]),
        },
      ];
    });
  });
}
