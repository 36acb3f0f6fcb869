import type { PathName, Sex } from '../../model/types.ts';
import { readAges, readYear, type Read } from './cell.ts';
import { summedUp, type Numbered } from './figure-list.ts';
import { columnFor, type Column, type Header } from './header.ts';
import { codeOfFacts, idFacts } from './id-number.ts';
import { problemLog, type ProblemLog } from './problem-log.ts';
import { cellReader } from './row-cells.ts';
import { rowMemory, type Classed } from './row-memory.ts';
import { eachBodyRow, type BodyRow, type Passed } from './rows.ts';
import {
  FIRST_BASE,
  LAST_BASE,
  staffList,
  staffWhatKey,
  staffPlaces,
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
): { rows: StaffFigures; passed: Passed; checks: ProblemLog } {
  const list = staffList();
  const whereOf = staffPlaces(table, header, list.wheres, log);
  const whatOf = personReader(table, header, yearOfTable, list.whats, log);
  let others = 0;
  const passed = eachBodyRow(table, header, (row) => {
    if (row.kind !== 'data') return;
    const what = whatOf(row);
    if (what >= 0) list.add(row.at + 1, whereOf(row), what, 1);
    else if (what === OTHER) others++;
  });
  const checks = problemLog(table.file);
  if (others > 0) checks.add('roster.other', { persons: others });
  return { rows: summedUp(list.finish()), passed, checks };
}

/** Neither a GP nor a physician; a row that cannot be counted. */
const OTHER = -1;
const UNCOUNTED = -2;

/** @returns number of what a row counts, `OTHER` or `UNCOUNTED` */
function personReader(
  table: OwnTable,
  header: Header,
  yearOfTable: number | null,
  whats: Numbered<StaffWhat>,
  log: ProblemLog,
): (row: BodyRow) => number {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const harmless = (text: string): string => (HARMLESS.test(text) ? text : '…');
  const cells = <T>(of: Column | null, read: (text: string) => Read<T>) => cellReader(table, of, read, log, harmless);
  const yearColumn = column('year');
  const ageColumn = column('age') ?? column('age_group');
  const readBase = (text: string) => readYear(text, FIRST_BASE, LAST_BASE);
  const readExpected = (text: string) => readYear(text, FIRST_BASE, 2100);
  const yearOf = cells(yearColumn, readBase);
  const expectedOf = cells(column('expected_year'), readExpected);
  const birthOf = cells(column('birth_date'), readBirthYear);
  const ageOf = cells(ageColumn, readAges);
  const idOf = readEach(table, column('id_number')?.index ?? null, idFacts);
  const sexOf = sexReader(table, column('sex'), log);
  const statusOf = statusReader(table, header, log);
  const read = ({ at }: BodyRow): number => {
    const year = yearOf(at) ?? (yearColumn ? null : yearOfTable);
    if (year === null) {
      log.add('table.no-year', { row: at + 1 });
      return UNCOUNTED;
    }
    const expectedYear = expectedOf(at) ?? null;
    const status = statusOf(at, expectedYear !== null && expectedYear > year);
    if (status === null) return UNCOUNTED;
    if (status === 'other') return OTHER;
    const { category, path } = status;
    if (category === 'training' && (path === null || expectedYear === null)) {
      log.add('roster.training', { row: at + 1, expected: path === null ? 'path' : 'expected_year' });
      return UNCOUNTED;
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
    const person: StaffWhat = {
      year,
      category,
      sex: sexOf(at) ?? fromId?.sex ?? null,
      ages: possible ? ages : null,
      path: category === 'training' ? path : null,
      expectedYear: category === 'training' ? expectedYear : null,
    };
    return whats.numberOf(staffWhatKey(person), () => person);
  };
  const classed = <T>(of: Column | null, readCell: (text: string) => Read<T>): Classed => ({
    column: of,
    classOf: (text) => classOfRead(readCell(text)),
  });
  return rowMemory(
    table,
    [
      classed(yearColumn, readBase),
      classed(column('expected_year'), readExpected),
      classed(column('birth_date'), readBirthYear),
      classed(ageColumn, readAges),
      { column: column('id_number'), classOf: (text) => ((facts) => (facts ? codeOfFacts(facts) : ''))(idFacts(text)) },
      { column: column('sex'), classOf: (text) => (text === '' ? '' : valueOf('sex', text)) },
      ...STATUS_WORDS.map(({ of, read }): Classed => ({
        column: column(of),
        classOf: (text) => classOfWord(read(text)),
      })),
    ],
    read,
    log,
  );
}

const classOfRead = (read: Read<unknown>): string | null => ('value' in read ? JSON.stringify(read.value) : null);

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

const UNKNOWN = 'unknown';
const saidIn = (text: string) => (text === '' ? null : (valueOf('category', text) ?? UNKNOWN));
const trainedIn = (text: string) =>
  text === '' || NO.test(text) ? null : (valueOf('path', text) ?? (/^[-—/]+$/.test(text) ? null : UNKNOWN));
const scopeIn = (text: string) => ({ gp: text.includes('全科'), assistant: text.includes('助理全科') });
const isCertified = (text: string): boolean => text !== '' && !NO.test(text) && !/^[-—/]+$/.test(text);
const licenceIn = (text: string) => ({
  physician: /医师|医生|physician|doctor/i.test(text),
  assistant: text.includes('助理全科'),
});
/** What tells the status of a person. */
const STATUS_WORDS: readonly { of: Meaning; read: (text: string) => unknown }[] = [
  { of: 'category', read: saidIn },
  { of: 'path', read: trainedIn },
  { of: 'registration_scope', read: scopeIn },
  { of: 'certificate', read: isCertified },
  { of: 'qualification', read: licenceIn },
  { of: 'post', read: licenceIn },
];
const classOfWord = (word: unknown): string | null => (word === UNKNOWN ? null : JSON.stringify(word));

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
  const saidOf = each('category', saidIn);
  const trainedOf = each('path', trainedIn);
  const scopeOf = each('registration_scope', scopeIn);
  const certifiedOf = each('certificate', isCertified);
  const [qualificationOf, postOf] = [each('qualification', licenceIn), each('post', licenceIn)];
  return (row, expected) => {
    const said = saidOf(row);
    if (said === UNKNOWN) return unknown(row, 'category', '注册, 助理, 未注册, 可转岗, 在培');
    const path = trainedOf(row);
    if (path === UNKNOWN) return unknown(row, 'path', '转岗, 规培, 助理, 订单定向');
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
