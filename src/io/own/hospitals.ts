import { hospitalArea } from '../illustrative-staffing.ts';
import type { OwnArea } from './areas.ts';
import type { StaffPlace } from './match-staff.ts';
import type { StaffWhere } from './staff-row.ts';

/**
 * County hospitals among townships: their GPs are a pool of their own, from which some can be dispatched, and not those of the
 * township where the hospital stands.
 * @param areas the townships
 * @param places where each place of the staff file belongs by its code or name
 * @returns an area for each county that has one, to stand after the townships, and `places` with them
 */
export function hospitalsOf(
  areas: readonly OwnArea[],
  wheres: readonly StaffWhere[],
  places: readonly StaffPlace[],
): { hospitals: OwnArea[]; places: StaffPlace[] } {
  const hospitals = new Map<string, { index: number; area: OwnArea }>();
  const townships = areas.every(({ level }) => level === 'township');
  const moved = places.map((place, number): StaffPlace => {
    if (!townships || place === null || wheres[number]?.kind !== 'hospital') return place;
    const county = place.kind === 'above' ? place.key : (areas[place.index]?.parent ?? '');
    const known = hospitals.get(county) ?? { index: areas.length + hospitals.size, area: areaOf(county) };
    hospitals.set(county, known);
    return { kind: 'area', index: known.index };
  });
  return { hospitals: [...hospitals.values()].map(({ area }) => area), places: moved };
}

/** The hospital among the areas of the files: a name and a parent, and no figure of a census. */
function areaOf(county: string): OwnArea {
  const { code, name, level, parent } = hospitalArea(county);
  return { key: code, name: name.zh, level, parent, parentName: null, figures: new Int32Array(), years: [] };
}
