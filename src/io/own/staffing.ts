import type { Problem } from '../../model/types.ts';
import { areaReader, type AreaRef } from './area-ref.ts';
import { readAges, readYear, type Read } from './cell.ts';
import { columnFor, readColumns, type Chosen, type Column, type Header } from './header.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import { countRoster } from './roster.ts';
import { cellReader, headsReader, wordOf } from './row-cells.ts';
import { eachBodyRow, passedNotes, type BodyRow, type Passed } from './rows.ts';
import {
  CATEGORIES,
  FIRST_BASE,
  LAST_BASE,
  staffList,
  staffWhatKey,
  staffWheres,
  type StaffFigures,
  type StaffWhat,
} from './staff-row.ts';
import { sumChecker, type SumsFound } from './sums.ts';
import { valueOf, type Meaning } from './synonyms.ts';
import type { OwnTable } from './table.ts';
import { tableUnit, tableYear } from './titles.ts';

const COUNTED: readonly Meaning[] = ['headcount', 'registered', 'assistant', 'unregistered', 'eligible'];
const MOST_HEADS = 1e7;
const NO_SUMS: SumsFound = { checked: 0, off: 0 };
const ALL = /^(合计|总计|小计|全部|total|all)$/i;

export interface ReadStaffing {
  rows: StaffFigures;
  header: Header | null;
  /** One row a person: the rows are counts of them. */
  roster: boolean;
  sums: SumsFound;
  problems: Problem[];
}

/** A list of persons has no column of counts. */
export const isRoster = ({ columns }: Header): boolean =>
  !columns.some(({ meaning }) => meaning !== null && COUNTED.includes(meaning));

/**
 * Reads a staffing file: counts (long, wide by year or by category), or a list with one row a person, which is counted up.
 * @returns codes: those of `readColumns` and of `cell.*`; `table.no-year` {row}; `table.no-rows`; `staffing.value` {row, column,
 * value, expected}; `staffing.training` {row, expected}; `rows.filled`, `rows.example` {rows}; `check.total`, `check.part`; those of `countRoster`
 */
export function readStaffing(table: OwnTable, chosen: Chosen = {}): ReadStaffing {
  const { header, problems } = readColumns(table, 'staffing', chosen);
  if (header === null) {
    return { rows: staffList().finish(), header, roster: false, sums: NO_SUMS, problems };
  }
  const log = problemLog(table.file);
  const year = tableYear(table.file, header.titles, FIRST_BASE, LAST_BASE);
  const roster = isRoster(header);
  const { rows, passed, checks, sums } = roster
    ? { ...countRoster(table, header, year, log), sums: NO_SUMS }
    : readCounts(table, header, year, log);
  if (rows.length === 0) checks.add('table.no-rows');
  const noted = passedNotes(table.file, passed);
  return { rows, header, roster, sums, problems: [...problems, ...noted, ...log.all(), ...checks.all()] };
}

function readCounts(
  table: OwnTable,
  header: Header,
  yearOfTable: number | null,
  log: ProblemLog,
): { rows: StaffFigures; passed: Passed; checks: ProblemLog; sums: SumsFound } {
  const list = staffList();
  const whereOf = staffWheres(table, header, list.wheres);
  const sums = sumChecker();
  const read = rowReader(table, header, yearOfTable, log);
  let summed = false;
  const passed = eachBodyRow(table, header, (row) => {
    summed ||= row.kind !== 'data';
    read(row, (area, what, heads) => {
      const number = list.whats.numberOf(staffWhatKey(what), () => what);
      if (row.kind === 'data') {
        list.add(row.at + 1, whereOf(row, area), number, heads);
      }
      sums.add(row.at + 1, row.kind, number, area.code?.length ?? 0, heads, 1);
    });
  });
  const checks = problemLog(table.file);
  return { rows: list.finish(), passed, sums: summed ? sums.check(checks) : NO_SUMS, checks };
}

type Take = (area: AreaRef, what: StaffWhat, heads: number) => void;

function rowReader(
  table: OwnTable,
  header: Header,
  yearOfTable: number | null,
  log: ProblemLog,
): (row: BodyRow, take: Take) => void {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const cells = <T>(of: Column | null, read: (text: string) => Read<T>) => cellReader(table, of, read, log);
  const word = <T>(of: Meaning, known: (text: string) => T | null, expected: string) =>
    cells(column(of), wordOf(known, 'staffing.value', expected));
  const areaOf = areaReader(table, header, log);
  const yearOf = cells(column('year'), (text) => readYear(text, FIRST_BASE, LAST_BASE));
  const categoryOf = word('category', (text) => valueOf('category', text), '注册, 助理, 未注册, 可转岗, 在培');
  const sexOf = word('sex', (text) => valueOf('sex', text), '男, 女');
  const agesOf = cells(column('age_group') ?? column('age'), (text) =>
    ALL.test(text) ? { value: null } : readAges(text),
  );
  const pathOf = word('path', (text) => valueOf('path', text), '转岗, 规培, 助理, 订单定向');
  const expectedOf = cells(column('expected_year'), (text) => readYear(text, FIRST_BASE, 2100));
  const unitOfTable = tableUnit(header.titles) ?? 1;
  const measures = header.columns
    .filter(({ meaning }) => meaning !== null && COUNTED.includes(meaning))
    .map((measure) => ({
      year: measure.year,
      category: CATEGORIES.find((one) => one === measure.meaning) ?? null,
      heads: headsReader(table, measure, measure.unit ?? unitOfTable, MOST_HEADS, log),
    }));

  return (row, take) => {
    const { at, kind } = row;
    const area = areaOf(row);
    const rowYear = yearOf(at);
    const category = categoryOf(at);
    const sexWord = sexOf(at);
    const ages = agesOf(at);
    const path = pathOf(at);
    const expectedYear = expectedOf(at);
    if (rowYear === undefined || category === undefined || sexWord === undefined || ages === undefined) return;
    if (path === undefined || expectedYear === undefined) return;
    const sex = sexWord === 'male' ? 0 : sexWord === 'female' ? 1 : null;
    for (const measure of measures) {
      const heads = measure.heads(at);
      if (heads === null || heads === undefined) continue;
      const year = measure.year ?? rowYear ?? yearOfTable;
      if (year === null || year < FIRST_BASE || year > LAST_BASE) {
        // A sum of one year alone mostly says none.
        if (kind === 'data') log.add('table.no-year', { row: at + 1 });
        continue;
      }
      const own = measure.category ?? category ?? 'total';
      const training = own === 'training';
      if (training && kind === 'data' && (path === null || expectedYear === null)) {
        log.add('staffing.training', { row: at + 1, expected: path === null ? 'path' : 'expected_year' });
        continue;
      }
      const told = training ? { path, expectedYear } : { path: null, expectedYear: null };
      take(area, { year, category: own, sex, ages, ...told }, heads);
    }
  };
}
