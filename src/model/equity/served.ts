import { yearsOf } from '../count.ts';
import { TOLERANCE } from '../target-case.ts';
import { atOnce } from '../turns.ts';
import type { PlaceData, Projection } from '../types.ts';
import { equityUnits } from './units.ts';

/** What an area is held against: GPs per 10,000 by year of the projection (null: nothing is demanded yet), or GPs per centre. */
export type Demand =
  { kind: 'density'; byYear: readonly (number | null)[] } | { kind: 'centre'; value: number; centreShare: number };

/**
 * Share of the residents who live in an area that has what is demanded, by year, 0–1. Against a demand per centre only areas with
 * township health centres are judged, all centres of an area together; in a township all of its GPs count, in a larger area `centreShare` of them.
 * @returns null for a year in which nothing is demanded or no area can be judged
 */
export function servedShares(place: PlaceData, projection: Projection, demand: Demand): (number | null)[] {
  return atOnce(servedSteps(place, projection, demand));
}

/** The same in steps of a few milliseconds, however many areas there are. */
export function* servedSteps(
  place: PlaceData,
  projection: Projection,
  demand: Demand,
): Generator<void, (number | null)[]> {
  const shares: (number | null)[] = [];
  for (let year = 0; year < yearsOf(projection); year++) {
    yield;
    shares.push(servedShare(place, projection, demand, year));
  }
  return shares;
}

function servedShare(place: PlaceData, projection: Projection, demand: Demand, year: number): number | null {
  const { areas, residents, gps } = equityUnits(place.areas, projection, year).units;
  let [served, judged] = [0, 0];
  for (let unit = 0; unit < areas.length; unit++) {
    const required = requiredIn(place, demand, areas[unit]!, residents[unit]!, year);
    if (required === null) continue;
    judged += residents[unit]!;
    if (required - gps[unit]! <= TOLERANCE) served += residents[unit]!;
  }
  return judged > 0 ? served / judged : null;
}

/** GPs that an area must have in all. */
function requiredIn(place: PlaceData, demand: Demand, area: number, residents: number, year: number): number | null {
  if (demand.kind === 'density') {
    const density = demand.byYear[year] ?? null;
    return density === null ? null : (density * residents) / 10_000;
  }
  const { centres, level } = place.areas[area] ?? { centres: null, level: 'township' };
  const share = level === 'township' ? 1 : demand.centreShare;
  return centres === null || centres === 0 || share <= 0 ? null : (demand.value * centres) / share;
}
