import type { PlaceData, PolicyPack } from '../types.ts';
import type { DocumentContext, DocumentFinding } from './finding.ts';
import { growthStart } from './growth-start.ts';
import { impliedLosses } from './implied-losses.ts';
import { quotaSums } from './quota-sums.ts';
import { averageOrEvery, expired, scopes } from './readings.ts';
import { residentsApart } from './residents-apart.ts';

/**
 * Reads a document back: what its own numbers imply, checked against each other, the census and the calendar. The rules are general;
 * all that they know of a document is its targets and claims.
 * @returns nothing for a document whose numbers agree
 */
export function readBack(pack: PolicyPack, context: DocumentContext): DocumentFinding[] {
  return [
    ...residentsApart(pack, context),
    ...impliedLosses(pack),
    ...quotaSums(pack),
    ...growthStart(pack),
    ...averageOrEvery(pack, context),
    ...scopes(pack),
    ...expired(pack, context),
  ];
}

/**
 * What a place can say about a document that is read on it. Its census counts only where the document governs this place.
 * @param today ISO date
 */
export function contextOf(pack: PolicyPack, place: PlaceData, today: string): DocumentContext {
  const governs = pack.place === undefined || pack.place === place.id;
  const centres = place.areas.map((area) => area.centres);
  const known = centres.every((one) => one !== null);
  return {
    census: governs ? lastCensus(place) : null,
    centres: known ? centres.reduce((sum, one) => sum + one, 0) : null,
    today,
  };
}

/** The newest of the censuses (every ten years) in which every area was counted. */
function lastCensus({ residents }: PlaceData): DocumentContext['census'] {
  const years = (residents[0]?.observed ?? []).map(({ year }) => year).filter((year) => year % 10 === 0);
  for (const year of years.reverse()) {
    const counts = residents.map(({ observed }) => observed.find((one) => one.year === year)?.persons);
    if (counts.every((persons) => persons !== undefined)) {
      return { year, persons: counts.reduce((sum, persons) => sum + persons, 0) };
    }
  }
  return null;
}
