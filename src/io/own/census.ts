import type { Level, Problem, Sex } from '../../model/types.ts';
import { areaReader, levelOfCode, type AreaRef } from './area-ref.ts';
import { readAges, readCode, readHeads, readYear, type Read } from './cell.ts';
import { columnFor, readColumns, type Chosen, type Column, type Header } from './header.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import { bodyRows, textOf, type BodyRow } from './rows.ts';
import { checkSums, type Figure } from './sums.ts';
import { isProjection, valueOf, withoutProjection, type Meaning } from './synonyms.ts';
import { tableUnit, tableYear } from './titles.ts';
import type { OwnTable } from './table.ts';

/** Which population: residents (常住), registered (户籍) or served (服务人口). */
export type PopulationType = 'population' | 'registered_population' | 'service_population';
const TYPES: readonly PopulationType[] = ['population', 'registered_population', 'service_population'];

/** One figure of a census file: persons of an area at the end of a year. */
export interface CensusRow {
  row: number;
  area: AreaRef;
  parent: string | null;
  parentName: string | null;
  level: Level | null;
  year: number;
  persons: number;
  type: PopulationType;
  projected: boolean;
  /** null: both. */
  sex: Sex | null;
  /** null: all. */
  ages: { from: number; to: number } | null;
  /** Residents of urban areas; null where not given. */
  urban: number | null;
}

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;
const ALL_AGES = /^(合计|总计|小计|全部|各年龄|全年龄|total|all)$/i;

/**
 * Reads a census file, long or wide. Rows that are sound are read although others are not.
 * @returns codes: those of `readColumns` and of `cell.*` {row, column, value, expected}; `table.no-year` {row}; `census.value`
 * {row, column, value, expected}; `rows.filled` {rows}; `check.total`, `check.part`
 */
export function readCensus(
  table: OwnTable,
  chosen: Chosen = {},
): { rows: CensusRow[]; header: Header | null; problems: Problem[] } {
  const { header, problems } = readColumns(table, 'census', chosen);
  if (header === null) return { rows: [], header, problems };
  const log = problemLog(table.file);
  const body = bodyRows(table, header);
  if (body.filled > 0) log.add('rows.filled', { rows: body.filled });
  const rows: CensusRow[] = [];
  const figures: Figure[] = [];
  const summed = body.rows.some(({ kind }) => kind !== 'data');
  const readRow = rowReader(table, header, log);
  for (const bodyRow of body.rows) {
    for (const { row, grain } of readRow(bodyRow)) {
      if (bodyRow.kind === 'data') rows.push(row);
      if (!summed) continue;
      const { year, sex, ages, type, projected, area } = row;
      const key = `${year} ${sex} ${ages?.from} ${ages?.to} ${type} ${projected}`;
      const level = row.level ?? (area.code && levelOfCode(area.code)) ?? '';
      figures.push({ row: bodyRow.row, kind: bodyRow.kind, key, level, value: row.persons, grain });
    }
  }
  checkSums(figures, log);
  if (rows.length === 0) log.add('table.no-rows');
  return { rows, header, problems: [...problems, ...log.all()] };
}

/** Reads the figures of one row: one for each measured column. */
function rowReader(
  table: OwnTable,
  header: Header,
  log: ProblemLog,
): (row: BodyRow) => { row: CensusRow; grain: number }[] {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const [yearColumn, sexColumn, ageColumn, typeColumn] = [
    column('year'),
    column('sex'),
    column('age_group'),
    column('population_type'),
  ];
  const [levelColumn, parentColumn] = [column('level'), column('parent_code')];
  const parentNameColumn = column('county_name') ?? column('prefecture_name') ?? column('province_name');
  const measures = measuresOf(header);
  const areaOf = areaReader(header, log);
  const yearOfTable = tableYear(table.file, header.titles, FIRST_YEAR, LAST_YEAR);
  const unitOfTable = tableUnit(header.titles) ?? 1;

  return (bodyRow) => {
    const { row, cells } = bodyRow;
    let sound = true;
    const take = <T>(from: Column | null, read: (text: string) => Read<T>, needed = true): T | null => {
      if (from === null) return null;
      const found = read(textOf(cells, from));
      if ('value' in found) return found.value;
      log.add(found.code, { row, column: from.index + 1, value: textOf(cells, from), expected: found.expected });
      sound &&= !needed;
      return null;
    };
    const word = <T>(from: Column | null, known: (text: string) => T | null, expected: string): T | null =>
      take(from, (text): Read<T> => {
        const value = text === '' ? null : known(text);
        return text !== '' && value === null ? { code: 'census.value', expected } : { value };
      });
    const area = areaOf(bodyRow);
    if (bodyRow.kind === 'data' && area.code === null && area.name === null) return [];
    const rowYear = take(yearColumn, (text) => readYear(withoutProjection(text), FIRST_YEAR, LAST_YEAR));
    const sex = word(sexColumn, (text) => valueOf('sex', text), '男, 女');
    const ages = take(ageColumn, (text) => (ALL_AGES.test(text.replace(/\s/g, '')) ? { value: null } : readAges(text)));
    const type = word(typeColumn, (text) => valueOf('population_type', text), '常住, 户籍, 服务, 预测');
    const level = word(levelColumn, (text) => valueOf('level', text), '省, 市, 县, 乡镇');
    const parent = take(parentColumn, readCode, false);
    if (!sound) return [];
    const figures: { row: CensusRow; grain: number }[] = [];
    for (const measure of measures) {
      const factor = measure.unit ?? unitOfTable;
      const persons = take(measure, (text) => readHeads(text, factor));
      if (persons === null) continue;
      const year = measure.year ?? rowYear ?? yearOfTable;
      if (year === null) {
        log.add('table.no-year', { row });
        continue;
      }
      const urbanColumn =
        header.columns.find((one) => one.meaning === 'urban_population' && one.year === measure.year) ?? null;
      const bySex = measure.meaning === 'population_male' ? 0 : measure.meaning === 'population_female' ? 1 : null;
      const figure: CensusRow = {
        row,
        area,
        parent,
        parentName: textOf(cells, parentNameColumn) || null,
        level,
        year,
        persons,
        type: type && type !== 'projected' ? type : typeOf(measure),
        projected: measure.projected || type === 'projected' || isProjection(textOf(cells, yearColumn)),
        sex: bySex ?? (sex === 'male' ? 0 : sex === 'female' ? 1 : null),
        ages,
        urban: take(urbanColumn, (text) => readHeads(text, urbanColumn?.unit ?? factor), false),
      };
      figures.push({ row: figure, grain: grainOf(textOf(cells, measure), factor) });
    }
    return figures;
  };
}

/** Columns of persons: all, and men and women. Where residents are given, other populations are left aside. */
function measuresOf({ columns }: Header): Column[] {
  const type = TYPES.find((one) => columns.some(({ meaning }) => meaning === one));
  return columns.filter(
    ({ meaning }) =>
      meaning !== null && (meaning === type || meaning === 'population_male' || meaning === 'population_female'),
  );
}

const typeOf = ({ meaning }: Column): PopulationType => TYPES.find((one) => one === meaning) ?? 'population';

/** The last digit that stands in the file, in persons. */
function grainOf(text: string, factor: number): number {
  const own = text.includes('亿') ? 1e8 : text.includes('万') ? 1e4 : factor;
  const decimals = /\.(\d+)/.exec(text.normalize('NFKC'))?.[1]?.length ?? 0;
  return own / 10 ** decimals;
}
