import { yearsOf } from '../count.ts';
import { atOnce } from '../turns.ts';
import type { PlaceData, Projection } from '../types.ts';
import { groupingsOf, type Grouping } from './groupings.ts';
import { gini, lorenzSteps } from './lorenz.ts';
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
  return atOnce(equitySteps(place, projection));
}

/** The same in steps of a few milliseconds, however many areas there are. */
export function* equitySteps(place: PlaceData, projection: Projection): Generator<void, EquityYear[]> {
  const groupings = groupingsOf(place);
  const found: EquityYear[] = [];
  for (let index = 0; index < yearsOf(projection); index++) {
    yield;
    const { units } = equityUnits(place.areas, projection, index);
    yield;
    const points = yield* lorenzSteps(units);
    const one: EquityYear = { year: projection.base + index, gini: points && gini(points), theil: null, parts: [] };
    yield;
    one.theil = theil(units);
    for (const { kind, of } of groupings) {
      yield;
      one.parts.push({ kind, parts: theilParts(units, of) });
    }
    found.push(one);
  }
  return found;
}
