import { withoutMarks } from './cell.ts';
import { SUFFIXES } from './synonyms.ts';

/** A name as names are compared: half-width, without spaces and marks of footnotes. */
export function plainName(name: string): string {
  const whole = withoutMarks(name)
    .replace(/(?<=\p{Script=Han})\s*[*＊]+\s*$/u, '')
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '');
  return whole.endsWith('街道办事处') ? whole.slice(0, -3) : whole;
}

/** A name without 省, 市, 县, 镇 and the like; the name itself where hardly anything would be left (东区, 城区). */
export function stemOf(name: string): string {
  const whole = plainName(name);
  const suffix = SUFFIXES.find((one) => whole.endsWith(one) && whole.length - one.length >= 2);
  return suffix === undefined ? whole : whole.slice(0, -suffix.length);
}

/** Key of an area without a code, where the file says what it belongs to. */
export const keyInParent = (name: string, parentName: string): string => `${plainName(parentName)}/${name}`;

/**
 * Finds an area by name: the whole name first, then with the suffix missing on one of the two sides. 通化县 is not 通化市: where
 * both names have a suffix it must be the same.
 */
export interface NameIndex {
  /** Codes of the areas that the name may mean: one is a match, several are ambiguous. */
  find: (name: string) => string[];
  /** As `find`, by the area's name at the beginning of an institution's: 桐子林镇中心卫生院. */
  findInstitution: (name: string) => string[];
}

/** Codes by name: nearly every name has one. */
type Codes = Map<string, string | Set<string>>;

function put(map: Codes, key: string, code: string): void {
  const before = map.get(key);
  if (before === undefined || before === code) map.set(key, code);
  else if (typeof before === 'string') map.set(key, new Set([before, code]));
  else before.add(code);
}

function codesOf(map: Codes, key: string): string[] {
  const codes = map.get(key);
  return codes === undefined ? [] : typeof codes === 'string' ? [codes] : [...codes];
}

/** @param areas codes and names; an area may have several names. They are gone through at the first question. */
export function nameIndex(areas: () => Iterable<readonly [code: string, name: string]>): NameIndex {
  let maps: { whole: Codes; stems: Codes } | null = null;
  const index = (): { whole: Codes; stems: Codes } => {
    if (maps) return maps;
    maps = { whole: new Map(), stems: new Map() };
    for (const [code, name] of areas()) {
      put(maps.whole, plainName(name), code);
      put(maps.stems, stemOf(name), code);
    }
    return maps;
  };
  return {
    find: (name) => {
      const { whole, stems } = index();
      const full = plainName(name);
      const stem = stemOf(name);
      const exact = codesOf(whole, full);
      return exact.length > 0 ? exact : stem === full ? codesOf(stems, full) : codesOf(whole, stem);
    },
    findInstitution: (name) => {
      const { whole, stems } = index();
      const full = plainName(name);
      for (const map of [whole, stems]) {
        // The longest name: 红格镇 before 红.
        for (let length = full.length; length >= 2; length--) {
          const codes = codesOf(map, full.slice(0, length));
          if (codes.length > 0) return codes;
        }
      }
      return [];
    },
  };
}
