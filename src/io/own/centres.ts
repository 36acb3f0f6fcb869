import type { OwnArea } from './areas.ts';
import type { StaffPlace } from './match-staff.ts';
import type { StaffWhere } from './staff-row.ts';

/**
 * Township health centres (乡镇卫生院) of each area: the institutions of this kind that the staff file names. A township (乡, 镇)
 * for which it names none has one, as every established township has; a street (街道) has a community centre and so none. Counties
 * have those of their townships in the census file.
 * @param places where each place of the staff file belongs
 * @param areaOf index of the area of each place of the staff file; null: none
 * @returns null where neither file tells
 */
export function centresOf(
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  wheres: readonly StaffWhere[],
  places: readonly StaffPlace[],
): (number | null)[] {
  const named = areas.map(() => new Set<string>());
  wheres.forEach(({ kind, institution }, number) => {
    const place = places[number];
    if (kind === 'township-centre' && institution !== null && place?.kind === 'area')
      named[place.index]?.add(institution);
  });
  const below = new Map<string, number>();
  for (const { level, name, parent } of all) {
    if (level === 'township') below.set(parent, (below.get(parent) ?? 0) + established(name));
  }
  return areas.map(({ key, name, level }, index) => {
    const count = named[index]!.size;
    if (count > 0) return count;
    if (level === 'township') return /(乡|镇|苏木|街道)$/.test(name) ? established(name) : null;
    return below.get(key) ?? null;
  });
}

const established = (name: string): number => (/(乡|镇|苏木)$/.test(name) ? 1 : 0);
