import { countedInArea } from './count.ts';
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
  const whole = place.areas.every(hasCentres);
  if (heads === null || first === undefined || !whole || (target.each === 'every' && place.areas.length > 1))
    return null;
  const share = first.level === 'township' ? 1 : evidence.centreShare!;
  return [{ centres: place.areas.reduce((sum, area) => sum + area.centres!, 0), gps: heads * share }];
}

/** GPs of an area at the end of the target's month: on the straight line between the ends of the years around it. */
function gpsAtMonth({ target, projection }: TargetCase, area: number): number {
  const at = target.year - projection.base;
  const end = countedInArea(projection, target.count, area, at);
  if (target.month === undefined || at === 0) return end;
  const start = countedInArea(projection, target.count, area, at - 1);
  return start + ((end - start) * target.month) / 12;
}

function hasCentres(area: { centres: number | null }): boolean {
  return area.centres !== null && area.centres > 0;
}

/** A township is served by its own centre; of a larger area only a share of the GPs work in centres. */
function shareInCentres(area: { level: string }, { evidence }: TargetCase): number | null {
  return area.level === 'township' ? 1 : evidence.centreShare;
}
