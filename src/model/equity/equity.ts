import { yearsOf } from '../count.ts';
import type { PlaceData, Projection } from '../types.ts';
import { groupingsOf, type Grouping } from './groupings.ts';
import { gini, lorenz } from './lorenz.ts';
import { theil, theilParts, type TheilParts } from './theil.ts';
import { equityUnits } from './units.ts';

/** How evenly GPs are spread over the residents of a place in one year. null: no GPs or no residents. */
export interface EquityYear {
  year: number;
  gini: number | null;
  theil: number | null;
  parts: { kind: Grouping['kind']; parts: TheilParts | null }[];
}

/** Gini and Theil of every year of a projection, base to horizon. */
export function equityByYear(place: PlaceData, projection: Projection): EquityYear[] {
  const groupings = groupingsOf(place);
  return Array.from({ length: yearsOf(projection) }, (_, index) => {
    const { units } = equityUnits(place.areas, projection, index);
    const points = lorenz(units);
    return {
      year: projection.base + index,
      gini: points && gini(points),
      theil: theil(units),
      parts: groupings.map(({ kind, of }) => ({ kind, parts: theilParts(units, of) })),
    };
  });
}
