import { unitFactor } from './synonyms.ts';

/** When a table was filled in: mostly in the year after the one that it is of. */
const FILLED_IN = /(填报|填表|制表|报出|报送|上报|打印|编制)(日期|时间)?\s*:\s*\S+/g;

/**
 * The one year that the lines above a table speak of, or else the name of the file, or else the day on which it was filled in; null
 * where there is none or several.
 */
export function tableYear(file: string, titles: readonly string[], first: number, last: number): number | null {
  const above = titles.join(' ').normalize('NFKC');
  for (const text of [above.replace(FILLED_IN, ''), file, above]) {
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
  for (const [, word] of titles
    .join(' ')
    .normalize('NFKC')
    .matchAll(/单位\s*:\s*([^\s,;、)]+)/g)) {
    const factor = unitFactor(word ?? '');
    if (factor !== null) return factor;
  }
  return null;
}
