import type { PathName, Sex } from '../../model/types.ts';
import { areaReader } from './area-ref.ts';
import { readAges, readYear, type Read } from './cell.ts';
import { summedUp } from './figure-list.ts';
import { columnFor, type Column, type Header } from './header.ts';
import { idFacts } from './id-number.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import { cellReader } from './row-cells.ts';
import { eachBodyRow, type BodyRow } from './rows.ts';
import {
  FIRST_BASE,
  LAST_BASE,
  staffList,
  staffWhatKey,
  staffWheres,
  type Category,
  type StaffFigures,
  type StaffWhat,
} from './staff-row.ts';
import { valueOf, type Meaning } from './synonyms.ts';
import { readEach, type OwnTable } from './table.ts';

const YOUNGEST = 16;
const OLDEST = 100;
/** Digits and date marks: all that is told of a cell of a person. Names, and numbers as long as an ID's, are not. */
const HARMLESS = /^[\d.\-/年月日\s]{1,12}$/;
const NO = /^(否|无|没有|未|未取得|no|n)$/i;

/**
 * Counts a list of persons up by area, year, category, sex and age. What names a person is read here for age and sex alone and
 * leaves with no row and no problem.
 * @param yearOfTable year of the list where its rows have none
 * @returns codes: `cell.age`, `cell.birth-date`, `cell.year` {row, column, value, expected}; `roster.sex` {row, column, expected};
 * `roster.category` {row, column, expected}; `roster.training` {row, expected}; `roster.other` {persons}: neither GPs nor physicians;
 * `table.no-year` {row}
 */
export function countRoster(
  table: OwnTable,
  header: Header,
  yearOfTable: number | null,
  log: ProblemLog,
): { rows: StaffFigures; filled: number; checks: ProblemLog } {
  const list = staffList();
  const whereOf = staffWheres(list.wheres);
  const areaOf = areaReader(table, header, log);
  const personOf = personReader(table, header, yearOfTable, log);
  const institutionOf = readEach(table, columnFor(header, 'institution')?.index ?? null, (text) => text || null);
  const typeOf = readEach(table, columnFor(header, 'institution_type')?.index ?? null, (text) => text);
  let others = 0;
  const filled = eachBodyRow(table, header, (row) => {
    if (row.kind !== 'data') return;
    const person = personOf(row);
    if (person === 'other') others++;
    if (person === null || person === 'other') return;
    const ofWhere = whereOf(areaOf(row), institutionOf(row.at), typeOf(row.at));
    const ofWhat = list.whats.numberOf(staffWhatKey(person), () => person);
    list.add(row.at + 1, ofWhere, ofWhat, 1);
  });
  const checks = problemLog(table.file);
  if (others > 0) checks.add('roster.other', { persons: others });
  return { rows: summedUp(list.finish()), filled, checks };
}

function personReader(
  table: OwnTable,
  header: Header,
  yearOfTable: number | null,
  log: ProblemLog,
): (row: BodyRow) => StaffWhat | 'other' | null {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const harmless = (text: string): string => (HARMLESS.test(text) ? text : '…');
  const cells = <T>(of: Column | null, read: (text: string) => Read<T>) => cellReader(table, of, read, log, harmless);
  const yearColumn = column('year');
  const yearOf = cells(yearColumn, (text) => readYear(text, FIRST_BASE, LAST_BASE));
  const expectedOf = cells(column('expected_year'), (text) => readYear(text, FIRST_BASE, 2100));
  const birthOf = cells(column('birth_date'), readBirthYear);
  const ageOf = cells(column('age') ?? column('age_group'), readAges);
  const idOf = readEach(table, column('id_number')?.index ?? null, idFacts);
  const sexOf = sexReader(table, column('sex'), log);
  const statusOf = statusReader(table, header, log);
  return (row) => {
    const { at } = row;
    const year = yearOf(at) ?? (yearColumn ? null : yearOfTable);
    if (year === null) {
      log.add('table.no-year', { row: at + 1 });
      return null;
    }
    const expectedYear = expectedOf(at) ?? null;
    const status = statusOf(at, expectedYear !== null && expectedYear > year);
    if (status === null || status === 'other') return status;
    const { category, path } = status;
    if (category === 'training' && (path === null || expectedYear === null)) {
      log.add('roster.training', { row: at + 1, expected: path === null ? 'path' : 'expected_year' });
      return null;
    }
    const fromId = idOf(at);
    const born = birthOf(at) ?? fromId?.born ?? null;
    const age = ageOf(at) ?? null;
    const exact = born === null ? null : year - born;
    const ages = exact !== null ? { from: exact, to: exact } : age;
    const possible = ages !== null && ages.to >= YOUNGEST && ages.from <= OLDEST;
    if (ages !== null && !possible) {
      const told = (column('birth_date') ?? column('age') ?? column('id_number'))?.index ?? 0;
      log.add('cell.age', { row: at + 1, column: told + 1, value: ages.from, expected: `${YOUNGEST}–${OLDEST}` });
    }
    return {
      year,
      category,
      sex: sexOf(at) ?? fromId?.sex ?? null,
      ages: possible ? ages : null,
      path: category === 'training' ? path : null,
      expectedYear: category === 'training' ? expectedYear : null,
    };
  };
}

function sexReader(table: OwnTable, column: Column | null, log: ProblemLog): (row: number) => Sex | null {
  const each = readEach(table, column?.index ?? null, (text): Sex | 'unknown' | null => {
    const sex = text === '' ? null : valueOf('sex', text);
    return sex === 'male' ? 0 : sex === 'female' ? 1 : text === '' ? null : 'unknown';
  });
  return (row) => {
    const sex = each(row);
    if (sex !== 'unknown') return sex;
    log.add('roster.sex', { row: row + 1, column: (column?.index ?? 0) + 1, expected: '男, 女' });
    return null;
  };
}

/** Year of birth: 1980-05-01, 1980.5, 198005, 19800501, 1980年5月, or Excel's day number. Code: `cell.birth-date` */
function readBirthYear(text: string): Read<number> {
  const cell = text.normalize('NFKC').replace(/\s/g, '');
  if (cell === '' || cell === '-') return { value: null };
  const year = /^((?:19|20)\d\d)(?:[-/.年]\d{1,2}.*|\d{2}|\d{4}|年?)$/.exec(cell)?.[1];
  if (year !== undefined) return { value: Number(year) };
  // Excel counts days from 1900; 365.25 of them make a year.
  if (/^\d{5}(\.0+)?$/.test(cell)) return { value: 1900 + Math.floor((Number(cell) - 1) / 365.25) };
  return { code: 'cell.birth-date', expected: '1980-05-01' };
}

interface Status {
  category: Category;
  path: PathName | null;
}

/** Status of a person: as the list says it, or from registration, certificate and post. */
function statusReader(
  table: OwnTable,
  header: Header,
  log: ProblemLog,
): (row: number, expected: boolean) => Status | 'other' | null {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const each = <T>(meaning: Meaning, read: (text: string) => T) =>
    readEach(table, column(meaning)?.index ?? null, read);
  const unknown = (row: number, of: Meaning, list: string): null => {
    log.add('roster.category', { row: row + 1, column: (column(of)?.index ?? 0) + 1, expected: list });
    return null;
  };
  const saidOf = each('category', (text) => (text === '' ? null : (valueOf('category', text) ?? 'unknown')));
  const trainedOf = each('path', (text) =>
    text === '' || NO.test(text) ? null : (valueOf('path', text) ?? (/^[-—/]+$/.test(text) ? null : 'unknown')),
  );
  const scopeOf = each('registration_scope', (text) => ({
    gp: text.includes('全科'),
    assistant: text.includes('助理全科'),
  }));
  const certifiedOf = each('certificate', (text) => text !== '' && !NO.test(text) && !/^[-—/]+$/.test(text));
  const licence = (text: string) => ({
    physician: /医师|医生|physician|doctor/i.test(text),
    assistant: text.includes('助理全科'),
  });
  const [qualificationOf, postOf] = [each('qualification', licence), each('post', licence)];
  return (row, expected) => {
    const said = saidOf(row);
    if (said === 'unknown') return unknown(row, 'category', '注册, 助理, 未注册, 可转岗, 在培');
    const path = trainedOf(row);
    if (path === 'unknown') return unknown(row, 'path', '转岗, 规培, 助理, 订单定向');
    if (said !== null) return { category: said, path };
    if (expected) return { category: 'training', path };
    const scope = scopeOf(row);
    const qualification = qualificationOf(row);
    const post = postOf(row);
    if (scope.gp) {
      const assistant = path === 'assistant' || scope.assistant || qualification.assistant || post.assistant;
      return { category: assistant ? 'assistant' : 'registered', path };
    }
    if (path !== null || certifiedOf(row)) return { category: 'unregistered', path };
    return qualification.physician || post.physician ? { category: 'eligible', path: null } : 'other';
  };
}
