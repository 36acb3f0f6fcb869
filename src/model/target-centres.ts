import { countedInArea } from './count.ts';
import { thereAtEnd, thereIn } from './reassign/months.ts';
import { TOLERANCE, headsIn } from './target-case.ts';
import type { Finding, TargetCase } from './target-case.ts';

/** The township health centres of one area (or of several taken together) and the GPs in them. */
interface Centres {
  centres: number;
  gps: number;
}

/**
 * facility_minimum: GPs in township health centres against `value` for each centre. Areas whose number of centres is not known, and
 * areas without a centre, are left out on both sides. `average`: all GPs in centres against value × centres. `every`: within an area
 * nothing is known about who works where, so its GPs are taken to be spread as well as can be: the gap and the centres that are short
 * are the least that they can be, and `projected` is the posts below the minimum that can be filled.
 */
export function findFacilityMinimum(given: TargetCase): Finding {
  const { target, place } = given;
  const unknown: Finding = { required: null, projected: null, achieved: null };
  const total = place.areas.reduce((sum, area) => sum + (area.centres ?? 0), 0);
  if (total === 0) return { ...unknown, needs: 'centres' };
  if (place.areas.some((area) => hasCentres(area) && shareInCentres(area, given) === null)) {
    return { ...unknown, needs: 'centreshare' };
  }
  const required = target.value * total;
  const areas = centresOf(given);
  if (areas === null) return { ...unknown, required };
  if (target.each === 'average') {
    const gps = areas.reduce((sum, area) => sum + area.gps, 0);
    return { required, projected: gps, achieved: gps / total };
  }
  let filled = 0;
  let short = 0;
  for (const { centres, gps } of areas) {
    filled += Math.min(gps, target.value * centres);
    short += Math.max(0, centres - Math.floor((gps + TOLERANCE) / target.value));
  }
  return { required, projected: filled, achieved: filled / total, short: { count: short, of: total } };
}

/** Areas with centres, with the GPs in them at the month of the target; null where that is not known. */
function centresOf(given: TargetCase): Centres[] | null {
  const { target, place, projection } = given;
  if (target.year > projection.horizon) return null;
  if (target.year < projection.base) return pastCentres(given);
  return place.areas.flatMap((area, index) => {
    if (!hasCentres(area)) return [];
    const gps = gpsAtMonth(given, index) * shareInCentres(area, given)!;
    return [{ centres: area.centres!, gps }];
  });
}

/** Counts of the past are of the whole place: enough for an average, and for `every` only where the place is one area. */
function pastCentres(given: TargetCase): Centres[] | null {
  const { target, place, evidence } = given;
  const heads = headsIn(given, target.count, target.year);
  const first = place.areas.find(hasCentres);
  const whole = place.areas.every((area) => hasCentres(area) || area.institution !== undefined);
  if (
    heads === null ||
    first === undefined ||
    !whole ||
    (target.each === 'every' && place.areas.filter(hasCentres).length > 1)
  )
    return null;
  const share = first.level === 'township' ? 1 - shareInHospitals(given) : evidence.centreShare!;
  return [{ centres: place.areas.reduce((sum, area) => sum + (area.centres ?? 0), 0), gps: heads * share }];
}

/**
 * GPs of an area at the end of the target's month: on the straight line between the ends of the years around it, but for whole persons who move in
 * that year, who are there from their first month on and gone after their last.
 */
function gpsAtMonth({ target, projection, evidence }: TargetCase, area: number): number {
  const { year, month } = target;
  const at = year - projection.base;
  const end = countedInArea(projection, target.count, area, at);
  if (month === undefined || at === 0) return end;
  const start = countedInArea(projection, target.count, area, at - 1);
  let byEnd = 0;
  let byMonth = 0;
  for (const move of evidence.moves ?? []) {
    const sign = Number(move.to === area) - Number(move.from === area);
    if (sign === 0) continue;
    const before = Number(thereAtEnd(move, year - 1));
    byEnd += sign * move.persons * (Number(thereAtEnd(move, year)) - before);
    byMonth += sign * move.persons * (Number(thereIn(move, { year, month })) - before);
  }
  return start + ((end - byEnd - start) * month) / 12 + byMonth;
}

/** Share of the GPs who are in hospitals in the base year: taken to have been the same before. */
function shareInHospitals({ target, place, projection }: TargetCase): number {
  let hospitals = 0;
  let all = 0;
  place.areas.forEach(({ institution }, area) => {
    const heads = countedInArea(projection, target.count, area, 0);
    all += heads;
    if (institution !== undefined) hospitals += heads;
  });
  return all > 0 ? hospitals / all : 0;
}

function hasCentres(area: { centres: number | null }): boolean {
  return area.centres !== null && area.centres > 0;
}

/** A township is served by its own centre; of a larger area only a share of the GPs work in centres. */
function shareInCentres(area: { level: string }, { evidence }: TargetCase): number | null {
  return area.level === 'township' ? 1 : evidence.centreShare;
}
