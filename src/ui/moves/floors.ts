import type { PlaceData, PolicyPack } from '../../model/types.ts';

/** Where a document names no minimum, what Hunan and Panzhihua ask of a township health centre. */
const USUAL = 2;

/** Fewest GPs that the document wants in every centre. */
export function perCentre(pack: PolicyPack): number {
  return pack.targets.find(({ kind }) => kind === 'facility_minimum')?.value ?? USUAL;
}

/** Fewest GPs wanted in an area, all its centres together; null for hospitals and areas without a centre. */
export function floorOf(place: PlaceData, pack: PolicyPack, area: number): number | null {
  const { centres, institution } = place.areas[area]!;
  return institution === 'hospital' || !centres ? null : centres * perCentre(pack);
}

/** Whether people can be moved from centre to centre here: the data go down to at least two of them. */
export function hasCentres(place: PlaceData): boolean {
  const centres = place.areas.filter(
    ({ level, centres: own, institution }) => level === 'township' && institution !== 'hospital' && (own ?? 0) > 0,
  );
  return centres.length > 1;
}
