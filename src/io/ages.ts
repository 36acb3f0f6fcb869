import type { AreaResidents } from '../model/types.ts';
import type { ReadText } from './built-in.ts';
import { readTable, type Row } from './table.ts';

/** Census ages of one year: [sex][19 bands: 0, 1–4, 5–9, …, 80–84, 85+], persons. */
export type CensusAges = AreaResidents['ages'][number];

/** First age of each band. */
export const BANDS = [0, 1, ...Array.from({ length: 17 }, (_, index) => 5 + 5 * index)];
const OPEN_BAND = BANDS.length - 1;

/** Reads a file of census ages: by area code, ascending by year. */
export async function loadAges(read: ReadText, file: string): Promise<(code: string) => CensusAges[]> {
  const persons = (row: Row) => BANDS.map((band) => row.number(`a${band}`));
  const rows = await readTable(read, file);
  const women = new Map(
    rows.filter((row) => row.text('sex') === 'F').map((row) => [row.text('code') + row.text('year'), row]),
  );
  const ages = new Map<string, CensusAges[]>();
  for (const row of rows.filter((one) => one.text('sex') === 'M')) {
    const code = row.text('code');
    const year = row.number('year');
    const other = women.get(`${code}${year}`);
    if (!other) throw new Error(`${file}: no women of ${code} in ${year}`);
    ages.set(code, [...(ages.get(code) ?? []), { year, persons: [persons(row), persons(other)] }]);
  }
  for (const list of ages.values()) list.sort((a, b) => a.year - b.year);
  return (code) => ages.get(code) ?? [];
}

/** Every band times a factor. */
export function scaled(ages: CensusAges, factor: number): CensusAges {
  const [men, women] = ages.persons;
  return { year: ages.year, persons: [men.map((one) => one * factor), women.map((one) => one * factor)] };
}

/**
 * Ages ten years earlier of a part whose boundaries changed, such that every birth cohort changes as in the whole.
 * Derived: the part's cohort of today × the whole's cohort ten years ago ÷ the whole's cohort of today.
 */
export function earlierAges(whole: { past: CensusAges; present: CensusAges }, part: CensusAges): CensusAges {
  const ofSex = (sex: 0 | 1) =>
    BANDS.map((age, band) => {
      // Ten years on: 0 and 1–4 are 10–14, 5–9 are 15–19; those of 75 and over are all in the open band.
      const later = Math.min(OPEN_BAND, age < 5 ? BANDS.indexOf(10) : band + 2);
      const today = whole.present.persons[sex][later] ?? 0;
      return today === 0 ? 0 : ((part.persons[sex][later] ?? 0) * (whole.past.persons[sex][band] ?? 0)) / today;
    });
  return { year: whole.past.year, persons: [ofSex(0), ofSex(1)] };
}
