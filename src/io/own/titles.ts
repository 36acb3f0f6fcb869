import { unitFactor } from './synonyms.ts';

/** The one year that the lines above a table, or else the name of the file, speak of; null where there is none or several. */
export function tableYear(file: string, titles: readonly string[], first: number, last: number): number | null {
  for (const text of [titles.join(' '), file]) {
    const years = new Set<number>();
    for (const [found] of text.normalize('NFKC').matchAll(/(?<!\d)(19|20)\d\d(?=年|[-_./\s]|$|\D)/g)) {
      const year = Number(found);
      if (year >= first && year <= last) years.add(year);
    }
    const [year] = years;
    if (years.size === 1 && year !== undefined) return year;
  }
  return null;
}

/** The unit that a line above the table names for all of it (单位：万人); null where there is none. */
export function tableUnit(titles: readonly string[]): number | null {
  const found = /单位\s*:\s*([^\s,;、)]+)/.exec(titles.join(' ').normalize('NFKC'))?.[1];
  return found === undefined ? null : unitFactor(found);
}
