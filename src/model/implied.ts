import type { PolicyPack, Target } from './types.ts';

/** The residents that a document has in mind when it names heads and a density for the same year. */
export interface ImpliedResidents {
  year: number;
  headcount: Target;
  density: Target;
  /** The density that the figure is based on: the middle of a range. Per 10,000. */
  perTenThousand: number;
  persons: number;
}

/**
 * Residents implied by each pair of headcount and density target of the same year and counting rule:
 * heads / density × 10,000. Headcounts of other people (with a fact) are left out.
 */
export function impliedResidents(pack: PolicyPack): ImpliedResidents[] {
  return pack.targets.flatMap((headcount) => {
    if (headcount.kind !== 'headcount' || headcount.fact !== undefined) return [];
    return pack.targets.flatMap((density) => {
      const pair =
        (density.kind === 'density' || density.kind === 'staff_density') &&
        density.year === headcount.year &&
        density.count === headcount.count;
      if (!pair) return [];
      const perTenThousand = (density.value + (density.high ?? density.value)) / 2;
      const persons = (headcount.value / perTenThousand) * 10_000;
      return [{ year: headcount.year, headcount, density, perTenThousand, persons }];
    });
  });
}
