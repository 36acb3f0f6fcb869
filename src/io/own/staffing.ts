import type { Problem } from '../../model/types.ts';
import { areaReader } from './area-ref.ts';
import { readAges, readHeads, readYear, type Read } from './cell.ts';
import { columnFor, readColumns, type Chosen, type Column, type Header } from './header.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import { countRoster } from './roster.ts';
import { bodyRows, textOf, type BodyRow } from './rows.ts';
import { CATEGORIES, FIRST_BASE, LAST_BASE, type StaffRow } from './staff-row.ts';
import { checkSums, type Figure } from './sums.ts';
import { valueOf, type Meaning } from './synonyms.ts';
import type { OwnTable } from './table.ts';
import { tableUnit, tableYear } from './titles.ts';

const COUNTED: readonly Meaning[] = ['headcount', 'registered', 'assistant', 'unregistered', 'eligible'];
const ALL = /^(合计|总计|小计|全部|total|all)$/i;

/**
 * Reads a staffing file: counts (long, wide by year or by category), or a list with one row a person, which is counted up.
 * @returns codes: those of `readColumns` and of `cell.*`; `table.no-year` {row}; `table.no-rows`; `staffing.value` {row, column,
 * value, expected}; `staffing.training` {row, expected}; `rows.filled` {rows}; `check.total`, `check.part`; those of `countRoster`
 */
export function readStaffing(
  table: OwnTable,
  chosen: Chosen = {},
): { rows: StaffRow[]; header: Header | null; roster: boolean; problems: Problem[] } {
  const { header, problems } = readColumns(table, 'staffing', chosen);
  if (header === null) return { rows: [], header, roster: false, problems };
  const log = problemLog(table.file);
  const body = bodyRows(table, header);
  if (body.filled > 0) log.add('rows.filled', { rows: body.filled });
  const year = tableYear(table.file, header.titles, FIRST_BASE, LAST_BASE);
  const roster = !header.columns.some(({ meaning }) => meaning !== null && COUNTED.includes(meaning));
  const rows = roster ? countRoster(body.rows, header, year, log) : readCounts(body.rows, header, year, log);
  if (rows.length === 0) log.add('table.no-rows');
  return { rows, header, roster, problems: [...problems, ...log.all()] };
}

function readCounts(body: readonly BodyRow[], header: Header, yearOfTable: number | null, log: ProblemLog): StaffRow[] {
  const rows: StaffRow[] = [];
  const figures: Figure[] = [];
  const summed = body.some(({ kind }) => kind !== 'data');
  const readRow = rowReader(header, yearOfTable, log);
  for (const bodyRow of body) {
    for (const row of readRow(bodyRow)) {
      if (bodyRow.kind === 'data') rows.push(row);
      if (!summed) continue;
      const { year, category, sex, ages, path, expectedYear, heads } = row;
      const key = `${year} ${category} ${sex} ${ages?.from} ${ages?.to} ${path} ${expectedYear}`;
      const level = row.area.code ? `${row.area.code.length}` : '';
      figures.push({ row: bodyRow.row, kind: bodyRow.kind, key, level, value: heads, grain: 1 });
    }
  }
  checkSums(figures, log);
  return rows;
}

function rowReader(header: Header, yearOfTable: number | null, log: ProblemLog): (row: BodyRow) => StaffRow[] {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const measures = header.columns.filter(({ meaning }) => meaning !== null && COUNTED.includes(meaning));
  const areaOf = areaReader(header, log);
  const institutionColumn = column('institution');
  const unitOfTable = tableUnit(header.titles) ?? 1;
  return (bodyRow) => {
    const { row, cells } = bodyRow;
    let sound = true;
    const take = <T>(from: Column | null, read: (text: string) => Read<T>): T | null => {
      if (from === null) return null;
      const found = read(textOf(cells, from));
      if ('value' in found) return found.value;
      log.add(found.code, { row, column: from.index + 1, value: textOf(cells, from), expected: found.expected });
      sound = false;
      return null;
    };
    const word = <T>(meaning: Meaning, known: (text: string) => T | null, expected: string): T | null =>
      take(column(meaning), (text): Read<T> => {
        const value = text === '' ? null : known(text);
        return text !== '' && value === null ? { code: 'staffing.value', expected } : { value };
      });
    const area = areaOf(bodyRow);
    const rowYear = take(column('year'), (text) => readYear(text, FIRST_BASE, LAST_BASE));
    const category = word('category', (text) => valueOf('category', text), '注册, 助理, 未注册, 可转岗, 在培');
    const sex = word('sex', (text) => valueOf('sex', text), '男, 女');
    const ages = take(column('age_group') ?? column('age'), (text) =>
      ALL.test(text) ? { value: null } : readAges(text),
    );
    const path = word('path', (text) => valueOf('path', text), '转岗, 规培, 助理, 订单定向');
    const expectedYear = take(column('expected_year'), (text) => readYear(text, FIRST_BASE, 2100));
    if (!sound) return [];
    return measures.flatMap((measure) => {
      const heads = take(measure, (text) => readHeads(text, measure.unit ?? unitOfTable, 1e7));
      if (heads === null) return [];
      const year = measure.year ?? rowYear ?? yearOfTable;
      if (year === null || year < FIRST_BASE || year > LAST_BASE) {
        log.add('table.no-year', { row });
        return [];
      }
      const own = CATEGORIES.find((one) => one === measure.meaning) ?? category ?? 'total';
      const training = own === 'training';
      if (training && bodyRow.kind === 'data' && (path === null || expectedYear === null)) {
        log.add('staffing.training', { row, expected: path === null ? 'path' : 'expected_year' });
        return [];
      }
      return [
        {
          row,
          area,
          institution: textOf(cells, institutionColumn) || null,
          year,
          category: own,
          heads,
          sex: sex === 'male' ? 0 : sex === 'female' ? 1 : null,
          ages,
          path: training ? path : null,
          expectedYear: training ? expectedYear : null,
        },
      ];
    });
  };
}
