import { LEVELS, parentOfCode } from './area-ref.ts';
import type { Merged, OwnArea } from './areas.ts';
import { keyInParent, nameIndex, stemOf } from './names.ts';
import type { ProblemLog } from './problem-log.ts';
import type { StaffFigures, StaffWhere } from './staff-row.ts';

/** Where a row of staff belongs: an area of the place by its index, or an area above them by its key. */
export type StaffPlace = { kind: 'area'; index: number } | { kind: 'above'; key: string } | null;

/**
 * Finds the area of staff: by code, by a code below it (institutions, villages), by name, by the name at the
 * beginning of the institution's, of the same county where that is given; the only area where the file names none.
 * Codes: `staffing.unknown-area` {row, value}; `staffing.ambiguous-area` {row, value, areas}
 * @param areas the areas of the place
 * @param all all areas of the census file, those above included
 * @param wheres all places of the staff file
 */
export function staffMatcher(
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  wheres: readonly StaffWhere[],
  merged: Merged,
  log: ProblemLog,
): (where: StaffWhere, row: number) => StaffPlace {
  const indexOf = new Map(areas.map((area, index) => [area.key, index]));
  const rank = areas.reduce((least, { level }) => Math.min(least, LEVELS.indexOf(level)), LEVELS.length);
  /** Nearly all rows name an area itself, so that these are mostly not needed. */
  const above = once(() => {
    const higher = all.filter(({ level }) => LEVELS.indexOf(level) < rank);
    return new Set([...higher.map(({ key }) => key), ...areas.map(({ parent }) => parent)]);
  });
  const parents = once(() => new Map(all.map(({ key, parent }) => [key, parent === '' ? null : parent])));
  const names = nameIndex(() => areas.map(({ key, name }) => [key, name]));
  const others = nameIndex(() =>
    all.filter(({ level }) => LEVELS.indexOf(level) !== rank).map(({ key, name }) => [key, name]),
  );
  const inParent = parentTest(areas, all, wheres);
  const told = new Set<string>();
  const placeOf = (key: string | undefined): StaffPlace => {
    if (key === undefined) return null;
    for (
      let code: string | null = merged[key] ?? key;
      code !== null;
      code = parents().get(code) ?? parentOfCode(code)
    ) {
      const index = indexOf.get(code);
      if (index !== undefined) return { kind: 'area', index };
      if (above().has(code)) return { kind: 'above', key: code };
    }
    return null;
  };
  return ({ area, parentName, institution, kind }, row) => {
    const { code, name } = area;
    const byCode = placeOf(code ?? undefined);
    // A township's own institution may stand under the code of the county.
    const inside =
      byCode?.kind === 'above' && institution !== null && kind !== 'hospital' ? names.findInstitution(institution) : [];
    const within = inside.length === 1 ? placeOf(inside[0]) : null;
    if (byCode) return within ?? byCode;
    const value = name ?? code ?? institution;
    if (value === null && areas.length === 1) return { kind: 'area', index: 0 };
    const { keys, parent } = candidates(name, parentName, institution, merged, names);
    const found = keys.filter((key) => inParent(key, parent));
    const [only] = found;
    if (found.length === 1 && only !== undefined) return placeOf(only);
    if (name !== null && found.length === 0) {
      const other = others.find(name);
      const elsewhere = other.length === 1 ? placeOf(other[0]) : null;
      if (elsewhere) return elsewhere;
      if (above().has(name)) return { kind: 'above', key: name };
    }
    const key = `${parentName ?? ''}${value ?? ''}`;
    if (!told.has(key)) {
      if (found.length > 1) log.add('staffing.ambiguous-area', { row, value: key, areas: found.join(', ') });
      else log.add('staffing.unknown-area', { row, value: key });
    }
    told.add(key);
    return null;
  };
}

/** What is made at the first question. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** Keys of the areas that may be meant, and the name of what they belong to where the file says it. */
function candidates(
  name: string | null,
  parentName: string | null,
  institution: string | null,
  merged: Merged,
  names: ReturnType<typeof nameIndex>,
): { keys: string[]; parent: string | null } {
  const inParent = name === null || parentName === null ? undefined : merged[keyInParent(name, parentName)];
  const renamed = inParent ?? (name === null ? undefined : merged[name]);
  if (renamed !== undefined) return { keys: [renamed], parent: null };
  const byName = name === null ? [] : names.find(name);
  if (byName.length > 0 || institution === null) return { keys: byName, parent: parentName };
  // The institution of a township may stand beside the name of the county.
  return { keys: names.findInstitution(institution), parent: parentName ?? name };
}

/**
 * Whether an area may belong to what the staff file says. Names of parents tell only where both files name the same ones: one may
 * name counties, the other cities.
 */
function parentTest(
  areas: readonly OwnArea[],
  all: readonly OwnArea[],
  wheres: readonly StaffWhere[],
): (key: string, parent: string | null) => boolean {
  const stems = once(() => {
    const names = new Map(all.map(({ key, name }) => [key, name]));
    return new Map(
      areas.map(({ key, parent, parentName }) => {
        const name = parentName ?? names.get(parent) ?? null;
        return [key, name === null ? null : stemOf(name)];
      }),
    );
  });
  const shared = once(() => {
    const here = new Set(stems().values());
    const named = wheres.flatMap(({ area: { name }, parentName }) => parentName ?? name ?? []);
    return { any: named.some((name) => here.has(stemOf(name))) };
  });
  return (key, parent) => {
    const own = parent === null ? null : (stems().get(key) ?? null);
    return own === null || parent === null || own === stemOf(parent) || !shared().any;
  };
}

/** Where each place of a staff file belongs, by its number. */
export function placesOf(rows: StaffFigures, matched: ReturnType<typeof staffMatcher>): StaffPlace[] {
  const first = new Int32Array(rows.wheres.length);
  for (let at = rows.length - 1; at >= 0; at--) first[rows.where[at]!] = rows.row[at]!;
  return rows.wheres.map((where, number) => matched(where, first[number]!));
}
