import type { Level } from '../../model/types.ts';
import { LEVELS, levelOfCode, levelOfName, parentOfCode } from './area-ref.ts';
import type { CensusFigures, CensusWhere, PopulationType } from './census.ts';
import { numbered, repeatsIn, whatsOf, type Numbered } from './figure-list.ts';
import { groupRows, rowsOfGroup } from './growing.ts';
import { keyInParent, nameIndex, plainName } from './names.ts';
import { totalOf } from './parts.ts';
import type { ProblemLog } from './problem-log.ts';

/** Codes or names of areas that were merged into others, old → new. */
export type Merged = Readonly<Record<string, string>>;

/** An area of the census file with all that the file says about it. */
export interface OwnArea {
  /** Code in its shortest form; the name where the file has no code. */
  key: string;
  name: string;
  level: Level;
  parent: string;
  parentName: string | null;
  /** Indices of its figures, ascending by year. */
  figures: Int32Array;
  /** Residents by year, ascending, observed and projected. */
  years: { year: number; persons: number }[];
}

export const personsIn = ({ years }: OwnArea, year: number): number | null =>
  years.find((one) => one.year === year)?.persons ?? null;

/**
 * The areas of a census file. Rows that name an area without its code find it by name; repeated rows are left out.
 * Codes: `census.duplicate` {row, first}; `census.ambiguous-name` {row, value, areas}; `census.village` {rows};
 * `census.other-population` {type}: no resident population, another stands in
 */
export function censusAreas(rows: CensusFigures, merged: Merged, log: ProblemLog): OwnArea[] {
  const type = populationType(rows, log);
  const keyOf = keyReader(rows, log);
  const owns = numbered<string>();
  const moved = new Map(Object.entries(merged));
  /** Number of the area that each place of the file names: -1 where it is none, -2 where it has not been looked at. */
  const numberOf = new Int32Array(rows.wheres.length).fill(-2);
  const ownOf = new Int32Array(rows.length).fill(-1);
  let villages = 0;
  for (let at = 0; at < rows.length; at++) {
    if (rows.whats[rows.what[at]!]!.type !== type) continue;
    const key = keyOf(at);
    if (key === null) continue;
    const where = rows.where[at]!;
    let own = numberOf[where]!;
    if (own === -2) {
      own = /^\d{12}$/.test(key) ? -1 : numberOfKey(owns, key);
      numberOf[where] = own;
    }
    if (own < 0) villages++;
    ownOf[at] = own;
  }
  for (const [at, first] of repeatsIn(rows, ownOf, owns.all.length)) {
    log.add('census.duplicate', { row: rows.row[at]!, first: rows.row[first]! });
    ownOf[at] = -1;
  }
  const areas = numbered<OwnArea>();
  const numbers = new Int32Array(rows.wheres.length).fill(-1);
  const areaOf = new Int32Array(rows.length).fill(-1);
  for (let at = 0; at < rows.length; at++) {
    const own = owns.all[ownOf[at]!];
    if (own === undefined) continue;
    const ofWhere = rows.where[at]!;
    const where = rows.wheres[ofWhere]!;
    const { name } = where.area;
    if (numbers[ofWhere]! < 0) {
      const key = moved.get(own) ?? (name === null ? undefined : moved.get(name)) ?? own;
      numbers[ofWhere] = numberOfArea(areas, key, where);
    }
    const area = areas.all[numbers[ofWhere]!]!;
    if (area.key === own && name !== null) area.name = name;
    areaOf[at] = numbers[ofWhere]!;
  }
  if (villages > 0) log.add('census.village', { rows: villages });
  const groups = groupRows(areaOf, areas.all.length);
  areas.all.forEach((area, number) => {
    area.figures = sortByYear(rowsOfGroup(groups, number), rows);
    area.years = personsByYear(area.figures, rows);
  });
  settleLevels([...areas.all], rows);
  return [...areas.all];
}

// A function made in a loop over all rows is an object a row, called or not.
const numberOfKey = (owns: Numbered<string>, key: string): number => owns.numberOf(key, () => key);
const numberOfArea = (areas: Numbered<OwnArea>, key: string, where: CensusWhere): number =>
  areas.numberOf(key, () => newArea(key, where));

const yearOf = (rows: CensusFigures, at: number): number => rows.whats[rows.what[at]!]!.year;

/** In place; nearly all files are sorted already. */
function sortByYear(figures: Int32Array, rows: CensusFigures): Int32Array {
  for (let at = 1; at < figures.length; at++) {
    if (yearOf(rows, figures[at]!) >= yearOf(rows, figures[at - 1]!)) continue;
    figures.set([...figures].sort((a, b) => yearOf(rows, a) - yearOf(rows, b)));
    break;
  }
  return figures;
}

/**
 * Figures of one area year by year. @param figures ascending by year
 * @param visit those of the year are figures[from] up to figures[to]
 */
export function eachYear(
  figures: Int32Array,
  rows: CensusFigures,
  visit: (year: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < figures.length;) {
    const year = yearOf(rows, figures[from]!);
    let to = from + 1;
    while (to < figures.length && yearOf(rows, figures[to]!) === year) to++;
    visit(year, from, to);
    from = to;
  }
}

/** Persons by figure, and what it counts, for `totalOf`. */
export const countsOf = (rows: CensusFigures) =>
  [(at: number) => rows.whats[rows.what[at]!]!, (at: number) => rows.value[at]!] as const;

function personsByYear(figures: Int32Array, rows: CensusFigures): OwnArea['years'] {
  const [detail, count] = countsOf(rows);
  const years: OwnArea['years'] = [];
  eachYear(figures, rows, (year, from, to) => {
    const persons = to - from === 1 ? count(figures[from]!) : totalOf(figures, detail, count, from, to).total;
    years.push({ year, persons });
  });
  return years;
}

function populationType(rows: CensusFigures, log: ProblemLog): PopulationType {
  const types = new Set(whatsOf(rows).map(({ type }) => type));
  if (types.has('population') || types.size === 0) return 'population';
  const type = types.has('registered_population') ? 'registered_population' : 'service_population';
  log.add('census.other-population', { type });
  return type;
}

/** Key of the area of each figure: its code, or the code or name that its name leads to. */
function keyReader(rows: CensusFigures, log: ProblemLog): (at: number) => string | null {
  const index = nameIndex(() =>
    rows.wheres.flatMap(({ area: { code, name } }) => (code !== null && name !== null ? [[code, name] as const] : [])),
  );
  const found = rows.wheres.map(({ area, parentName }): string | null | { areas: string } => {
    if (area.code !== null || area.name === null) return area.code;
    const codes = index.find(area.name);
    if (codes.length > 1) return { areas: codes.join(', ') };
    return codes[0] ?? (parentName === null ? area.name : keyInParent(area.name, parentName));
  });
  return (at) => {
    const where = rows.where[at]!;
    const key = found[where] ?? null;
    if (key === null || typeof key === 'string') return key;
    const value = rows.wheres[where]?.area.name ?? '';
    log.add('census.ambiguous-name', { row: rows.row[at]!, value, areas: key.areas });
    return null;
  };
}

function newArea(key: string, row: CensusWhere): OwnArea {
  const name = row.area.name ?? key;
  return {
    key,
    name,
    level: row.level ?? levelOfCode(key) ?? levelOfName(name) ?? 'country',
    parent: row.parent ?? parentOfCode(key) ?? (row.parentName === null ? '' : plainName(row.parentName)),
    parentName: row.parentName,
    figures: new Int32Array(),
    years: [],
  };
}

/**
 * Levels that neither code nor column tell. A 市 beside counties is a county-level city, unless it has as many residents as all
 * the others together. A name that tells nothing takes the level that most areas have.
 */
function settleLevels(areas: OwnArea[], rows: CensusFigures): void {
  if (rows.wheres.some(({ level }) => level !== null)) return;
  const unnumbered = areas.filter(({ key }) => levelOfCode(key) === null);
  const counties = areas.filter(({ level }) => level === 'county');
  for (const area of unnumbered) {
    if (area.level !== 'prefecture' || !area.name.endsWith('市') || counties.length === 0) continue;
    const { year, persons } = area.years.at(-1) ?? { year: 0, persons: 0 };
    const others = counties.reduce((sum, one) => sum + (personsIn(one, year) ?? 0), 0);
    if (Math.abs(persons - others) > others / 100) area.level = 'county';
  }
  const told = areas.filter((area) => area.level !== 'country');
  const usual = LEVELS.map((level) => ({ level, count: told.filter((one) => one.level === level).length }));
  const most = usual.reduce((a, b) => (b.count > a.count ? b : a));
  for (const area of unnumbered) {
    if (area.level === 'country' && !area.name.endsWith('国')) area.level = most.count > 0 ? most.level : 'county';
  }
}
