import { SUFFIXES } from './synonyms.ts';

/** A name as names are compared: half-width, without spaces. */
export function plainName(name: string): string {
  const whole = name.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
  return whole.endsWith('街道办事处') ? whole.slice(0, -3) : whole;
}

/** A name without 省, 市, 县, 镇 and the like; the name itself where hardly anything would be left (东区, 城区). */
export function stemOf(name: string): string {
  const whole = plainName(name);
  const suffix = SUFFIXES.find((one) => whole.endsWith(one) && whole.length - one.length >= 2);
  return suffix === undefined ? whole : whole.slice(0, -suffix.length);
}

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

/** @param areas codes and names; an area may have several names */
export function nameIndex(areas: Iterable<readonly [code: string, name: string]>): NameIndex {
  const whole = new Map<string, Set<string>>();
  const stems = new Map<string, Set<string>>();
  const put = (map: Map<string, Set<string>>, key: string, code: string) => {
    const codes = map.get(key) ?? new Set();
    map.set(key, codes.add(code));
  };
  for (const [code, name] of areas) {
    put(whole, plainName(name), code);
    put(stems, stemOf(name), code);
  }
  const codesOf = (codes: Set<string> | undefined): string[] => [...(codes ?? [])];
  return {
    find: (name) => {
      const full = plainName(name);
      const stem = stemOf(name);
      const exact = codesOf(whole.get(full));
      return exact.length > 0 ? exact : codesOf(stem === full ? stems.get(full) : whole.get(stem));
    },
    findInstitution: (name) => {
      const full = plainName(name);
      for (const map of [whole, stems]) {
        // The longest name: 红格镇 before 红.
        for (let length = full.length; length >= 2; length--) {
          const codes = codesOf(map.get(full.slice(0, length)));
          if (codes.length > 0) return codes;
        }
      }
      return [];
    },
  };
}
