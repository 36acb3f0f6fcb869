import type { PlaceData } from '../../model/types.ts';

/** Whether people can be moved from centre to centre here: the data go down to at least two of them. */
export function hasCentres(place: PlaceData): boolean {
  const centres = place.areas.filter(
    ({ level, centres: own, institution }) => level === 'township' && institution !== 'hospital' && (own ?? 0) > 0,
  );
  return centres.length > 1;
}
