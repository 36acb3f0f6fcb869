import { yearsOf } from '../count.ts';
import { atOnce } from '../turns.ts';
import type { PlaceData, Projection } from '../types.ts';
import { groupingsOf, type Grouping } from './groupings.ts';
import { gini, lorenzSteps } from './lorenz.ts';
import { theilPartsSteps, theilSteps, type TheilParts } from './theil.ts';
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
  const groupings = yield* numberedGroups(place);
  const found: EquityYear[] = [];
  for (let index = 0; index < yearsOf(projection); index++) {
    yield;
    const { units } = equityUnits(place.areas, projection, index);
    yield;
    const curve = yield* lorenzSteps(units);
    yield;
    const one: EquityYear = { year: projection.base + index, gini: curve && gini(curve), theil: null, parts: [] };
    const whole = yield* theilSteps(units);
    one.theil = whole;
    for (const { kind, of } of groupings) {
      one.parts.push({ kind, parts: whole === null ? null : yield* theilPartsSteps(units, of, whole) });
    }
    found.push(one);
  }
  return found;
}

type Numbered = { kind: Grouping['kind']; of: Int32Array };
const known = new WeakMap<PlaceData, Numbered[]>();

/** The groupings of a place, with the group of each area as a number; they stay while levers move. */
function* numberedGroups(place: PlaceData): Generator<void, Numbered[]> {
  const before = known.get(place);
  if (before) return before;
  const made: Numbered[] = [];
  for (const { kind, of } of groupingsOf(place)) {
    yield;
    const numbers = new Map<string, number>();
    const number = (_: unknown, area: number): number => {
      const group = of(area);
      const found = numbers.get(group) ?? numbers.size;
      numbers.set(group, found);
      return found;
    };
    made.push({ kind, of: Int32Array.from(place.areas, number) });
  }
  known.set(place, made);
  return made;
}
