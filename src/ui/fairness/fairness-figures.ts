import { equitySteps, type EquityYear } from '../../model/equity/equity.ts';
import { lorenzSteps, outlineOf, type Lorenz, type Outline } from '../../model/equity/lorenz.ts';
import { servedSteps, type Demand } from '../../model/equity/served.ts';
import { equityUnits, type Compared } from '../../model/equity/units.ts';
import type { PlaceData, Projection, Result } from '../../model/types.ts';

/** What the chapter is to show. */
export interface FairnessCase {
  place: PlaceData;
  result: Result;
  demand: Demand | null;
  hasPlan: boolean;
  /** The year that is looked at. */
  year: number;
}

/** All figures of the chapter; of the baseline only where there is a plan. */
export interface FairnessFigures extends FairnessCase {
  compared: Compared;
  curve: Lorenz | null;
  baseCurve: Lorenz | null;
  /** The curves as they are drawn. */
  outline: Outline | null;
  baseOutline: Outline | null;
  planYears: EquityYear[];
  baseYears: EquityYear[] | null;
  planServed: (number | null)[];
  baseServed: (number | null)[] | null;
}

/** Figures of the years of a projection, which stay the same while another year is looked at or only the plan changes. */
export type KnownYears = WeakMap<Projection, { place: PlaceData; demand: string; years: EquityYear[]; served: Served }>;
type Served = (number | null)[];

/** The figures, in steps of a few milliseconds, however many areas there are. */
export function* fairnessSteps(given: FairnessCase, known: KnownYears): Generator<void, FairnessFigures> {
  const { place, result, hasPlan, year } = given;
  const at = year - result.plan.base;
  const compared = equityUnits(place.areas, result.plan, at);
  yield;
  const curve = yield* lorenzSteps(compared.units);
  yield;
  const baseCurve = hasPlan ? yield* lorenzSteps(equityUnits(place.areas, result.baseline, at).units) : null;
  yield;
  const outline = curve && outlineOf(curve);
  const baseOutline = baseCurve && outlineOf(baseCurve);
  const plan = yield* yearsOf(given, result.plan, known);
  const baseline = hasPlan ? yield* yearsOf(given, result.baseline, known) : null;
  return {
    ...given,
    compared,
    curve,
    baseCurve,
    outline,
    baseOutline,
    planYears: plan.years,
    baseYears: baseline && baseline.years,
    planServed: plan.served,
    baseServed: baseline && baseline.served,
  };
}

function* yearsOf(
  { place, result, demand }: FairnessCase,
  projection: Projection,
  known: KnownYears,
): Generator<void, { years: EquityYear[]; served: Served }> {
  const before = known.get(projection);
  const key = JSON.stringify(demand);
  const here = before?.place === place ? before : null;
  if (here?.demand === key) return here;
  const years = here?.years ?? (yield* equitySteps(place, projection));
  const served = demand ? yield* servedSteps(place, projection, demand) : result.years.map(() => null);
  const found = { place, demand: key, years, served };
  known.set(projection, found);
  return found;
}
