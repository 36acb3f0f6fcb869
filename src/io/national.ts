import type { Calibration, NationalIntake, NationalPoint, Parameter, Reference } from '../model/reference.ts';
import type { ReadText } from './built-in.ts';
import type { SourceOf } from './sources.ts';
import { readTable } from './table.ts';

/** The national count of GPs and what places are scaled by. */
export interface National {
  series: NationalPoint[];
  residents: { year: number; persons: number }[];
  /** GPs per 10,000 at the end of a year. @throws Error for a year without a count */
  density: (year: number) => number;
  /** All GPs at the end of a year, persons. @throws Error for a year without a count */
  total: (year: number) => number;
  /** Registered share of all GPs; the last known share is held where it is not published. */
  registeredShare: (year: number) => number;
}

/** Reads data/national-series.csv. */
export async function loadNational(read: ReadText, sourceOf: SourceOf, calibration: Calibration): Promise<National> {
  const residents: National['residents'] = [];
  const series: NationalPoint[] = [];
  for (const row of await readTable(read, 'national-series.csv')) {
    const year = row.number('year');
    const total = row.number('total');
    const persons = row.optional('residents');
    if (persons !== null) residents.push({ year, persons });
    series.push({
      year,
      total,
      registered: row.optional('registered'),
      density: persons === null ? null : (total / persons) * 10000,
      published: row.optional('per_10000_published'),
      source: sourceOf(row.text('source')),
    });
  }
  const point = (year: number) => {
    const found = series.find((one) => one.year === year);
    if (!found) throw new Error(`national-series.csv: no year ${year}`);
    return found;
  };
  const density = (year: number) => {
    const found = point(year).density;
    if (found === null) throw new Error(`national-series.csv: no residents in ${year}`);
    return found;
  };
  const registeredShare = (year: number) => {
    if (year >= 2024 && calibration.registeredShare2024 !== null) return calibration.registeredShare2024;
    const last = series.findLast((one) => one.year <= year && one.registered !== null);
    if (!last?.registered) throw new Error(`national-series.csv: no registered GPs up to ${year}`);
    return last.registered / last.total;
  };
  return { series, residents, density, total: (year) => point(year).total, registeredShare };
}

/** Reads data/national-intake.csv: a row without a year is the default of its path. */
export async function loadNationalIntake(read: ReadText, sourceOf: SourceOf): Promise<Reference['nationalIntake']> {
  const rows = await readTable(read, 'national-intake.csv');
  const ofPath = (path: string): NationalIntake => {
    const years: NationalIntake['years'] = [];
    let byDefault: Parameter | null = null;
    for (const row of rows.filter((one) => one.text('path') === path)) {
      const year = row.optional('year');
      const persons = row.number('persons');
      const source = sourceOf(row.text('source'));
      if (year !== null) years.push({ year, persons, source });
      else
        byDefault = { low: row.number('low'), mode: persons, high: row.number('high'), unit: 'persons/year', source };
    }
    if (!byDefault) throw new Error(`national-intake.csv: no default for ${path}`);
    return { years, default: byDefault };
  };
  return { residency: ofPath('residency'), assistant: ofPath('assistant'), ruralOriented: ofPath('ruralOriented') };
}
