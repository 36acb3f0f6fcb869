import type { Text } from '../model/types.ts';
import type { ReadText } from './built-in.ts';
import { readTable } from './table.ts';

/** One province: residents, physicians and GPs, as the tables give them. */
export interface Province {
  code: string;
  name: Text;
  /** Census 2010 and 2020, year-end residents in between and after, ascending. */
  residents: { year: number; persons: number }[];
  ruralShare: number;
  /** Census 2020: persons aged 0–14, 60 and over, 65 and over. */
  aged: { under15: number; over60: number; over65: number };
  /** Licensed (assistant) physicians at the end of 2018. */
  physicians2018: number;
  /** GPs at the end of 2017 (derived), and the share of them that was registered. */
  gps2017: number;
  registeredShare2017: number;
}

const FIRST_YEAR = 2010;
const CENSUS_YEAR = 2020;
const LAST_YEAR = 2024;

/** Reads data/provinces.csv: 31 provinces. */
export async function loadProvinces(read: ReadText): Promise<Province[]> {
  return (await readTable(read, 'provinces.csv')).map((row) => ({
    code: row.text('code'),
    name: { zh: row.text('name_zh'), en: row.text('name_en') },
    residents: Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => {
      const year = FIRST_YEAR + index;
      const counted = year === FIRST_YEAR || year === CENSUS_YEAR;
      return { year, persons: row.number(counted ? `census_${year}` : `residents_${year}`) };
    }),
    ruralShare: 1 - row.number('urban_share_2020'),
    aged: {
      under15: row.number('aged_0_14_2020'),
      over60: row.number('aged_60_2020'),
      over65: row.number('aged_65_2020'),
    },
    physicians2018: row.number('physicians_2018'),
    gps2017: row.number('gps_2017'),
    registeredShare2017: row.number('registered_share_2017'),
  }));
}

/** Residents of a province in a year of the table, persons. @throws Error for another year */
export function residentsOf(province: Province, year: number): number {
  const found = province.residents.find((one) => one.year === year);
  if (!found) throw new Error(`provinces.csv: no residents of ${province.name.en} in ${year}`);
  return found.persons;
}
