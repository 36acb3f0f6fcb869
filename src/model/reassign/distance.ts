import type { PlaceData } from '../types.ts';

const KM_PER_DEGREE = 111.2;

/** Cosine of an angle in degrees from its series, to rounding: a browser's own may round differently. */
function cosine(degrees: number): number {
  const x = (degrees * 3.141592653589793) / 180;
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= 12; k++) {
    term *= (-x * x) / ((2 * k - 1) * (2 * k));
    sum += term;
  }
  return sum;
}

/** Straight line between two places that are not far apart, kilometres to a tenth. */
export function straightLine(
  one: { longitude: number; latitude: number },
  other: { longitude: number; latitude: number },
): number {
  const east = (one.longitude - other.longitude) * cosine((one.latitude + other.latitude) / 2);
  const north = one.latitude - other.latitude;
  return Math.round(10 * KM_PER_DEGREE * Math.sqrt(east * east + north * north)) / 10;
}

/**
 * Kilometres between some areas of a place, [from × to]: as given, in one direction where the other is missing; the straight line where both have a
 * position; null where neither is known.
 * @param members indices of areas
 * @returns null where no distance at all is known
 */
export function distancesOf(
  { areas, distances = [] }: PlaceData,
  members: readonly number[],
): (number | null)[][] | null {
  const known = new Map<string, number>();
  for (const { from, to, km } of distances) if (!known.has(`${to} ${from}`)) known.set(`${to} ${from}`, km);
  for (const { from, to, km } of distances) known.set(`${from} ${to}`, km);
  const km = members.map((from) =>
    members.map((to): number | null => {
      if (from === to) return 0;
      const [one, other] = [areas[from]?.position, areas[to]?.position];
      return known.get(`${from} ${to}`) ?? (one && other ? straightLine(one, other) : null);
    }),
  );
  return km.some((row, from) => row.some((distance, to) => from !== to && distance !== null)) ? km : null;
}
