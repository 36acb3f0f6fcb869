import type { Level } from '../../model/types.ts';
import { LEVELS, levelOfCode, levelOfName, parentOfCode } from './area-ref.ts';
import type { CensusRow, PopulationType } from './census.ts';
import { nameIndex, plainName } from './names.ts';
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
  rows: CensusRow[];
  /** Residents by year, ascending, observed and projected. */
  persons: Map<number, number>;
}

/**
 * The areas of a census file. Rows that name an area without its code find it by name; repeated rows are left out.
 * Codes: `census.duplicate` {row, first}; `census.ambiguous-name` {row, value, areas}; `census.village` {rows};
 * `census.other-population` {type}: no resident population, another stands in
 */
export function censusAreas(rows: readonly CensusRow[], merged: Merged, log: ProblemLog): OwnArea[] {
  const type = populationType(rows, log);
  const keyOf = keyReader(rows, log);
  const seen = new Map<string, Map<number, number>>();
  const areas = new Map<string, OwnArea>();
  let villages = 0;
  for (const row of rows) {
    if (row.type !== type) continue;
    const own = keyOf(row);
    if (own === null) continue;
    if (/^\d{12}$/.test(own)) {
      villages++;
      continue;
    }
    const detail = detailOf(row);
    const before = seen.get(own) ?? new Map<number, number>();
    const first = before.get(detail);
    if (first !== undefined) {
      log.add('census.duplicate', { row: row.row, first });
      continue;
    }
    seen.set(own, before.set(detail, row.row));
    const key = merged[own] ?? (row.area.name === null ? undefined : merged[row.area.name]) ?? own;
    const area = areas.get(key) ?? newArea(key, row);
    areas.set(key, area);
    if (key === own && row.area.name !== null) area.name = row.area.name;
    area.rows.push(row);
  }
  if (villages > 0) log.add('census.village', { rows: villages });
  for (const area of areas.values()) area.persons = personsByYear(area.rows);
  settleLevels([...areas.values()], rows);
  return [...areas.values()];
}

/** Year, sex, ages and kind of a figure in one number: what may stand once for an area. Strings would fill the memory. */
function detailOf({ year, sex, ages, projected }: CensusRow): number {
  const from = ages === null ? 0 : ages.from + 1;
  const to = ages === null ? 0 : ages.to + 1;
  return (((year * 3 + (sex ?? 2)) * 200 + from) * 200 + to) * 2 + (projected ? 1 : 0);
}

/** Rows by year; the order of first mention does not matter. */
export function rowsByYear<Row extends { year: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const years = new Map<number, Row[]>();
  for (const row of rows) {
    const same = years.get(row.year);
    if (same) same.push(row);
    else years.set(row.year, [row]);
  }
  return new Map([...years].sort(([a], [b]) => a - b));
}

function personsByYear(rows: readonly CensusRow[]): Map<number, number> {
  return new Map([...rowsByYear(rows)].map(([year, same]) => [year, totalOf(same, (row) => row.persons).total]));
}

function populationType(rows: readonly CensusRow[], log: ProblemLog): PopulationType {
  const types = new Set(rows.map((row) => row.type));
  if (types.has('population') || types.size === 0) return 'population';
  const type = types.has('registered_population') ? 'registered_population' : 'service_population';
  log.add('census.other-population', { type });
  return type;
}

function keyReader(rows: readonly CensusRow[], log: ProblemLog): (row: CensusRow) => string | null {
  const named = new Map<string, [string, string]>();
  for (const { area } of rows) {
    if (area.code !== null && area.name !== null) named.set(`${area.code} ${area.name}`, [area.code, area.name]);
  }
  const index = nameIndex(named.values());
  return ({ row, area, parentName }) => {
    if (area.code !== null) return area.code;
    if (area.name === null) return null;
    const found = index.find(area.name);
    if (found.length > 1) {
      log.add('census.ambiguous-name', { row, value: area.name, areas: found.join(', ') });
      return null;
    }
    return found[0] ?? (parentName === null ? area.name : `${plainName(parentName)}/${area.name}`);
  };
}

function newArea(key: string, row: CensusRow): OwnArea {
  const name = row.area.name ?? key;
  return {
    key,
    name,
    level: row.level ?? levelOfCode(key) ?? levelOfName(name) ?? 'country',
    parent: row.parent ?? parentOfCode(key) ?? (row.parentName === null ? '' : plainName(row.parentName)),
    parentName: row.parentName,
    rows: [],
    persons: new Map(),
  };
}

/**
 * Levels that neither code nor column tell. A 市 beside counties is a county-level city, unless it has as many residents as all
 * the others together. A name that tells nothing takes the level that most areas have.
 */
function settleLevels(areas: OwnArea[], rows: readonly CensusRow[]): void {
  if (rows.some((row) => row.level !== null)) return;
  const unnumbered = areas.filter(({ key }) => levelOfCode(key) === null);
  const counties = areas.filter(({ level }) => level === 'county');
  for (const area of unnumbered) {
    if (area.level !== 'prefecture' || !area.name.endsWith('市') || counties.length === 0) continue;
    const [year, persons] = [...area.persons].at(-1) ?? [0, 0];
    const others = counties.reduce((sum, one) => sum + (one.persons.get(year) ?? 0), 0);
    if (Math.abs(persons - others) > others / 100) area.level = 'county';
  }
  const told = areas.filter((area) => area.level !== 'country');
  const usual = LEVELS.map((level) => ({ level, count: told.filter((one) => one.level === level).length }));
  const most = usual.reduce((a, b) => (b.count > a.count ? b : a));
  for (const area of unnumbered) {
    if (area.level === 'country' && !area.name.endsWith('国')) area.level = most.count > 0 ? most.level : 'county';
  }
}
