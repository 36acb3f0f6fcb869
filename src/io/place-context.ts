import type { Calibration, Reference } from '../model/reference.ts';
import type { Area, AreaResidents, AreaStock, Fact, PathName, PlaceData, Source, Start } from '../model/types.ts';
import type { ReadText } from './built-in.ts';
import { loadCalibration } from './calibration.ts';
import { loadNational, loadNationalIntake, type National } from './national.ts';
import { loadProvinces, residentsOf, type Province } from './provinces.ts';
import { loadSources, type SourceOf } from './sources.ts';
import { readTable } from './table.ts';

/** What the places are built from. */
export interface Context {
  read: ReadText;
  sourceOf: SourceOf;
  calibration: Calibration;
  national: National;
  nationalIntake: Reference['nationalIntake'];
  provinces: Province[];
  /** @throws Error for an unknown code */
  province: (code: string) => Province;
}

/** What each place adds to the tables that all places share. */
export type PlaceParts = Pick<
  PlaceData,
  'areas' | 'groups' | 'residents' | 'whole' | 'observed' | 'documentResidents' | 'intake'
> & {
  /** One stock per area for a prepared start. */
  stocks: (base: number, scope: Start['scope'], source: Source) => AreaStock[];
};

export async function loadContext(read: ReadText): Promise<Context> {
  const sourceOf = await loadSources(read);
  const calibration = await loadCalibration(read, sourceOf);
  const [national, nationalIntake, provinces] = await Promise.all([
    loadNational(read, sourceOf, calibration),
    loadNationalIntake(read, sourceOf),
    loadProvinces(read),
  ]);
  const province = (code: string) => {
    const found = provinces.find((one) => one.code === code);
    if (!found) throw new Error(`provinces.csv: no province ${code}`);
    return found;
  };
  return { read, sourceOf, calibration, national, nationalIntake, provinces, province };
}

/**
 * Default yearly intakes of a place: the nation's with their ranges, by the place's share of residents in the year of its last count.
 * @returns persons a year
 */
export function scaledIntake(context: Context, residents: AreaResidents[]): PlaceData['intake'] {
  const last = residents.reduce((year, one) => Math.max(year, one.observed.at(-1)?.year ?? 0), 0);
  const here = residents.reduce((sum, one) => sum + (one.observed.find(({ year }) => year === last)?.persons ?? 0), 0);
  const everywhere = context.provinces.reduce((sum, one) => sum + residentsOf(one, last), 0);
  const share = here / everywhere;
  const { sourceOf, nationalIntake, calibration } = context;
  const scaled = (value: number, { low, high }: { low: number; high: number }, source: string) => ({
    value: value * share,
    range: { low: low * share, high: high * share },
    source: sourceOf(source),
  });
  const path = (name: Exclude<PathName, 'transfer'>, source: string) =>
    scaled(nationalIntake[name].default.mode, nationalIntake[name].default, source);
  return {
    transfer: scaled(calibration.transfer.value, calibration.transfer, 'place-transfer'),
    residency: path('residency', 'place-residency'),
    assistant: path('assistant', 'place-assistant'),
    ruralOriented: path('ruralOriented', 'place-rural'),
    recruit: { value: 0, source: sourceOf('place-recruit') },
  };
}

/** Rows of data/starts.csv for a place, with the stocks that its builder gives, ascending by base year. */
export async function loadStarts(context: Context, id: string, stocks: PlaceParts['stocks']): Promise<Start[]> {
  const rows = (await readTable(context.read, 'starts.csv')).filter((row) => row.text('place') === id);
  return rows
    .map((row) => {
      const base = row.number('base');
      const scope: Start['scope'] = row.text('scope') === 'own' ? 'own' : 'all';
      const name = { zh: row.text('name_zh'), en: row.text('name_en') };
      return { base, scope, name, stocks: stocks(base, scope, context.sourceOf(row.text('source'))) };
    })
    .sort((a, b) => a.base - b.base);
}

/** Rows of data/facts.csv for a place. */
export async function loadFacts(context: Context, id: string): Promise<Fact[]> {
  const rows = (await readTable(context.read, 'facts.csv')).filter((row) => row.text('place') === id);
  return rows.map((row) => ({
    key: row.text('key'),
    name: { zh: row.text('name_zh'), en: row.text('name_en') },
    unit: { zh: row.text('unit_zh'), en: row.text('unit_en') },
    value: row.optional('value'),
    low: row.number('low'),
    high: row.number('high'),
    source: context.sourceOf(row.text('source')),
  }));
}

/** Rows of data/notes.csv for a place. */
export async function loadNotes(context: Context, id: string): Promise<PlaceData['notes']> {
  const rows = (await readTable(context.read, 'notes.csv')).filter((row) => row.text('place') === id);
  return rows.map((row) => ({
    text: { zh: row.text('zh'), en: row.text('en') },
    source: context.sourceOf(row.text('source')),
  }));
}

/** An area from a row of a table of areas, with the rural share that the caller knows. */
export interface AreaRow {
  area: Area;
  zone: boolean;
  census2010: number | null;
  census2020: number;
}

/** Rows of an areas table that has census counts, urban residents and centres. */
export async function loadAreaRows(read: ReadText, file: string): Promise<AreaRow[]> {
  return (await readTable(read, file)).map((row) => {
    const census2020 = row.number('census_2020');
    const level = row.text('level') === 'prefecture' ? 'prefecture' : 'county';
    return {
      area: {
        code: row.text('code'),
        parent: row.text('parent'),
        level,
        name: { zh: row.text('name_zh'), en: row.text('name_en') },
        centres: row.optional('centres'),
        ruralShare: 1 - row.number('urban_2020') / census2020,
      },
      zone: row.number('zone') === 1,
      census2010: row.optional('census_2010'),
      census2020,
    };
  });
}

/** The counts of both censuses, ascending; the first is left out where there is none. */
export function censusCounts(row: Pick<AreaRow, 'census2010' | 'census2020'>): AreaResidents['observed'] {
  const now = { year: 2020, persons: row.census2020 };
  return row.census2010 === null ? [now] : [{ year: 2010, persons: row.census2010 }, now];
}
