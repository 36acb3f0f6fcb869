import type { Level, Problem, Sex } from '../../model/types.ts';
import { areaReader, LEVELS, levelOfCode, parentReader, type AreaRef } from './area-ref.ts';
import { AGES_KEYS, agesKey, readAges, readCode, readYear, type Read } from './cell.ts';
import { figureList, type Figures } from './figure-list.ts';
import { growingFloats } from './growing.ts';
import { columnFor, readColumns, type Chosen, type Column, type Header } from './header.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import { cellReader, headsReader, wordOf } from './row-cells.ts';
import { eachBodyRow, passedNotes, type BodyRow } from './rows.ts';
import { sumChecker, type SumsFound } from './sums.ts';
import { isProjection, valueOf, withoutProjection, type Meaning } from './synonyms.ts';
import { plainNumbers, readEach, type OwnTable } from './table.ts';
import { tableUnit, tableYear } from './titles.ts';

/** Which population: residents (常住), registered (户籍) or served (服务人口). */
export type PopulationType = 'population' | 'registered_population' | 'service_population';
const TYPES: readonly PopulationType[] = ['population', 'registered_population', 'service_population'];

/** What a row of a census file says about its area. */
export interface CensusWhere {
  area: AreaRef;
  parent: string | null;
  parentName: string | null;
  level: Level | null;
}
/** What a figure of a census file counts: persons at the end of a year. */
export interface CensusWhat {
  year: number;
  type: PopulationType;
  projected: boolean;
  /** null: both. */
  sex: Sex | null;
  /** null: all. */
  ages: { from: number; to: number } | null;
}
/** The figures of a census file, with residents of urban areas beside each; NaN where not given. */
export type CensusFigures = Figures<CensusWhere, CensusWhat> & { readonly urban: Float64Array };

export interface ReadCensus {
  rows: CensusFigures;
  header: Header | null;
  sums: SumsFound;
  problems: Problem[];
}

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;
const MOST_PERSONS = 2e9;
const ALL_AGES = /^(合计|总计|小计|全部|各年龄|全年龄|total|all)$/i;

/**
 * Reads a census file, long or wide. Rows that are sound are read although others are not.
 * @returns codes: those of `readColumns` and of `cell.*` {row, column, value, expected}; `table.no-year` {row}; `census.value`
 * {row, column, value, expected}; `rows.filled`, `rows.example` {rows}; `check.total`, `check.part`
 */
export function readCensus(table: OwnTable, chosen: Chosen = {}): ReadCensus {
  const { header, problems } = readColumns(table, 'census', chosen);
  const list = figureList<CensusWhere, CensusWhat>();
  const urban = growingFloats();
  const finish = (): CensusFigures => ({ ...list.finish(), urban: urban.all() });
  const none: SumsFound = { checked: 0, off: 0 };
  if (header === null) return { rows: finish(), header, sums: none, problems };
  const log = problemLog(table.file);
  const sums = sumChecker();
  let summed = false;
  const read = rowReader(table, header, log, list);
  const passed = eachBodyRow(table, header, (row) => {
    summed ||= row.kind !== 'data';
    read(row, (where, what, value, ofUrban, grain) => {
      if (row.kind === 'data') {
        if (where.number < 0) where.number = list.wheres.numberOf(where.key, () => where);
        list.add(row.at + 1, where.number, what, value);
        urban.push(ofUrban ?? NaN);
      }
      sums.add(row.at + 1, row.kind, what, where.rank, value, grain);
    });
  });
  const figures = finish();
  const ofRows = log.all();
  const checks = problemLog(table.file);
  const found = summed ? sums.check(checks) : none;
  if (figures.length === 0) checks.add('table.no-rows');
  const noted = passedNotes(table.file, passed);
  return { rows: figures, header, sums: found, problems: [...problems, ...noted, ...ofRows, ...checks.all()] };
}

/** Level of an area as a number. */
function rankOf({ code }: AreaRef, level: Level | null): number {
  const known = level ?? (code === null ? null : levelOfCode(code));
  return known === null ? -1 : LEVELS.indexOf(known);
}

/** Where rows say they are; numbered when one of them is counted. */
type Mention = CensusWhere & { key: string; number: number; rank: number };
type Take = (where: Mention, what: number, value: number, urban: number | null, grain: number) => void;

/** What was counted in a column last, by its key: down a column of a wide file it is always the same. */
const noKind = (): { key: number; what: number } => ({ key: -1, what: -1 });

/** Reads the figures of one row: one for each measured column. */
function rowReader(
  table: OwnTable,
  header: Header,
  log: ProblemLog,
  { whats }: ReturnType<typeof figureList<CensusWhere, CensusWhat>>,
): (row: BodyRow, take: Take) => void {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const cells = <T>(of: Column | null, read: (text: string) => Read<T>) => cellReader(table, of, read, log);
  const word = <T>(of: Meaning, known: (text: string) => T | null, expected: string) =>
    cells(column(of), wordOf(known, 'census.value', expected));
  const areaOf = areaReader(table, header, log);
  const yearOf = cells(column('year'), (text) => readYear(withoutProjection(text), FIRST_YEAR, LAST_YEAR));
  const sexOf = word('sex', (text) => valueOf('sex', text), '男, 女');
  const agesOf = cells(column('age_group'), (text) =>
    ALL_AGES.test(text.replace(/\s/g, '')) ? { value: null } : readAges(text),
  );
  const typeOf = word('population_type', (text) => valueOf('population_type', text), '常住, 户籍, 服务, 预测');
  const levelAt = word('level', (text) => valueOf('level', text), '省, 市, 县, 乡镇');
  const parentOf = cells(column('parent_code'), readCode);
  const projectedOf = readEach(table, column('year')?.index ?? null, isProjection);
  const parentNameOf = parentReader(table, header);
  const yearOfTable = tableYear(table.file, header.titles, FIRST_YEAR, LAST_YEAR);
  const unitOfTable = tableUnit(header.titles) ?? 1;
  const measures = measuresOf(header).map((measure) => {
    const factor = measure.unit ?? unitOfTable;
    const urban = header.columns.find((one) => one.meaning === 'urban_population' && one.year === measure.year) ?? null;
    return {
      ...measure,
      sex: measure.meaning === 'population_male' ? 0 : measure.meaning === 'population_female' ? 1 : null,
      persons: headsReader(table, measure, factor, MOST_PERSONS, log),
      grain: grainReader(table, measure.index, factor),
      urban: headsReader(table, urban, urban?.unit ?? factor, MOST_PERSONS, log),
      last: noKind(),
    } as const;
  });
  // A function made in the loop over measures would be an object a figure, called or not.
  const numberOf = (
    key: number,
    year: number,
    type: PopulationType,
    projected: boolean,
    sex: Sex | null,
    ages: CensusWhat['ages'],
  ): number => whats.numberOf(key, () => ({ year, type, projected, sex, ages }));
  // Rows of one area mostly follow each other.
  let last: Mention | null = null;
  const whereOf = (area: AreaRef, parent: string | null, parentName: string | null, level: Level | null) => {
    if (last?.area === area && last.parent === parent && last.parentName === parentName && last.level === level) {
      return last;
    }
    const key = `${area.code} ${area.name} ${parent} ${parentName} ${level}`;
    last = { key, number: -1, rank: rankOf(area, level), area, parent, parentName, level };
    return last;
  };

  return (row, take) => {
    const { at } = row;
    const area = areaOf(row);
    if (row.kind === 'data' && area.code === null && area.name === null) return;
    const rowYear = yearOf(at);
    const sexWord = sexOf(at);
    const ages = agesOf(at);
    const type = typeOf(at);
    const level = levelAt(at);
    const parent = parentOf(at) ?? null;
    if (rowYear === undefined || sexWord === undefined || ages === undefined || type === undefined) return;
    if (level === undefined) return;
    const where = whereOf(area, parent, parentNameOf(row, area), level);
    const ofRow = type === 'projected' || projectedOf(at);
    for (const measure of measures) {
      const persons = measure.persons(at);
      if (persons === null || persons === undefined) continue;
      const year = measure.year ?? rowYear ?? yearOfTable;
      if (year === null) {
        // A sum of one year alone mostly says none.
        if (row.kind === 'data') log.add('table.no-year', { row: at + 1 });
        continue;
      }
      const population = type && type !== 'projected' ? type : measure.type;
      const projected = measure.projected || ofRow;
      const sex = measure.sex ?? (sexWord === 'male' ? 0 : sexWord === 'female' ? 1 : null);
      const kind = (((year - FIRST_YEAR) * 3 + (sex ?? 2)) * 3 + TYPES.indexOf(population)) * 2 + (projected ? 1 : 0);
      const key = kind * AGES_KEYS + agesKey(ages);
      const { last } = measure;
      if (last.key !== key) {
        last.what = numberOf(key, year, population, projected, sex, ages);
        last.key = key;
      }
      take(where, last.what, persons, measure.urban(at) ?? null, measure.grain(at));
    }
  };
}

/** Columns of persons: all, and men and women. Where residents are given, other populations are left aside. */
function measuresOf({ columns }: Header): (Column & { type: PopulationType })[] {
  const usual = TYPES.find((one) => columns.some(({ meaning }) => meaning === one)) ?? 'population';
  const measures = columns.flatMap((column) => {
    const type = typeOfColumn(column, usual);
    return type === null ? [] : [{ ...column, type }];
  });
  const first = TYPES.find((one) => measures.some(({ type }) => type === one));
  return measures.filter(({ type }) => type === first);
}

/** Men and women are of the population that stands over them, else of that of the table. */
function typeOfColumn({ meaning, text }: Column, usual: PopulationType): PopulationType | null {
  if (meaning !== 'population_male' && meaning !== 'population_female') {
    return TYPES.find((one) => one === meaning) ?? null;
  }
  return text.includes('户籍') ? 'registered_population' : text.includes('常住') ? 'population' : usual;
}

/** The last digit that stands in the file, in persons. */
function grainReader(table: OwnTable, column: number, factor: number): (row: number) => number {
  const plain = plainNumbers(table, column);
  const each = readEach(table, column, (text) => grainOf(text, factor));
  return (row) => (plain(row) >= 0 ? factor : each(row));
}

function grainOf(text: string, factor: number): number {
  if (/^\d*$/.test(text)) return factor;
  const own = text.includes('亿') ? 1e8 : text.includes('万') ? 1e4 : factor;
  const decimals = /\.(\d+)/.exec(text.normalize('NFKC'))?.[1]?.length ?? 0;
  return own / 10 ** decimals;
}
