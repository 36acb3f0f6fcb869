import type { PathName, Sex } from '../../model/types.ts';
import { areaReader } from './area-ref.ts';
import { readAges, readYear, type Read } from './cell.ts';
import { columnFor, type Column, type Header } from './header.ts';
import type { ProblemLog } from './problem-log.ts';
import { textOf, type BodyRow } from './rows.ts';
import { FIRST_BASE, LAST_BASE, type Category, type StaffRow } from './staff-row.ts';
import { valueOf, type Meaning } from './synonyms.ts';

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
  body: readonly BodyRow[],
  header: Header,
  yearOfTable: number | null,
  log: ProblemLog,
): StaffRow[] {
  const counted = new Map<string, StaffRow>();
  const read = personReader(header, yearOfTable, log);
  let others = 0;
  for (const row of body) {
    if (row.kind !== 'data') continue;
    const person = read(row);
    if (person === 'other') others++;
    else if (person) {
      const { area, institution, year, category, sex, ages, path, expectedYear } = person;
      const key = [
        area.code,
        area.name,
        institution,
        year,
        category,
        sex,
        ages?.from,
        ages?.to,
        path,
        expectedYear,
      ].join('\u0001');
      const same = counted.get(key);
      if (same) same.heads++;
      else counted.set(key, person);
    }
  }
  if (others > 0) log.add('roster.other', { persons: others });
  return [...counted.values()];
}

function personReader(
  header: Header,
  yearOfTable: number | null,
  log: ProblemLog,
): (row: BodyRow) => StaffRow | 'other' | null {
  const columns = {
    year: columnFor(header, 'year'),
    age: columnFor(header, 'age') ?? columnFor(header, 'age_group'),
    birth: columnFor(header, 'birth_date'),
    id: columnFor(header, 'id_number'),
    sex: columnFor(header, 'sex'),
    expected: columnFor(header, 'expected_year'),
    institution: columnFor(header, 'institution'),
  };
  const areaOf = areaReader(header, log);
  const statusOf = statusReader(header, log);
  return (bodyRow) => {
    const { row, cells } = bodyRow;
    const take = <T>(column: Column | null, read: (text: string) => Read<T>): T | null => {
      if (column === null) return null;
      const text = textOf(cells, column);
      const found = read(text);
      if ('value' in found) return found.value;
      const value = HARMLESS.test(text) ? text : '…';
      log.add(found.code, { row, column: column.index + 1, value, expected: found.expected });
      return null;
    };
    const year =
      take(columns.year, (text) => readYear(text, FIRST_BASE, LAST_BASE)) ?? (columns.year ? null : yearOfTable);
    if (year === null) {
      log.add('table.no-year', { row });
      return null;
    }
    const expectedYear = take(columns.expected, (text) => readYear(text, FIRST_BASE, 2100));
    const status = statusOf(bodyRow, expectedYear !== null && expectedYear > year);
    if (status === null || status === 'other') return status;
    const { category, path } = status;
    if (category === 'training' && (path === null || expectedYear === null)) {
      log.add('roster.training', { row, expected: path === null ? 'path' : 'expected_year' });
      return null;
    }
    const fromId = idFacts(textOf(cells, columns.id));
    const born = take(columns.birth, readBirthYear) ?? fromId?.born ?? null;
    const age = take(columns.age, (text) => readAges(text));
    const exact = born === null ? null : year - born;
    const ages = exact !== null ? { from: exact, to: exact } : age;
    const possible = ages !== null && ages.to >= YOUNGEST && ages.from <= OLDEST;
    if (ages !== null && !possible) {
      const column = (columns.birth ?? columns.age ?? columns.id)?.index ?? 0;
      log.add('cell.age', { row, column: column + 1, value: ages.from, expected: `${YOUNGEST}–${OLDEST}` });
    }
    return {
      row,
      area: areaOf(bodyRow),
      institution: textOf(cells, columns.institution) || null,
      year,
      category,
      heads: 1,
      sex: sexOf(bodyRow, columns.sex, log) ?? fromId?.sex ?? null,
      ages: possible ? ages : null,
      path: category === 'training' ? path : null,
      expectedYear: category === 'training' ? expectedYear : null,
    };
  };
}

function sexOf({ row, cells }: BodyRow, column: Column | null, log: ProblemLog): Sex | null {
  const text = textOf(cells, column);
  if (text === '') return null;
  const sex = valueOf('sex', text);
  if (sex === 'male' || sex === 'female') return sex === 'male' ? 0 : 1;
  log.add('roster.sex', { row, column: (column?.index ?? 0) + 1, expected: '男, 女' });
  return null;
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

/** Year of birth and sex from an ID number of 18 signs; null for anything else, such as one that Excel has rounded. */
function idFacts(text: string): { born: number; sex: Sex } | null {
  const match = /^\d{6}((?:19|20)\d\d)(?:0\d|1[0-2])[0-3]\d\d\d(\d)[\dXx]$/.exec(
    text.normalize('NFKC').replace(/^'|\s/g, ''),
  );
  return match ? { born: Number(match[1]), sex: Number(match[2]) % 2 === 1 ? 0 : 1 } : null;
}

/** Status of a person: as the list says it, or from registration, certificate and post. */
function statusReader(
  header: Header,
  log: ProblemLog,
): (row: BodyRow, expected: boolean) => { category: Category; path: PathName | null } | 'other' | null {
  const column = (meaning: Meaning) => columnFor(header, meaning);
  const [category, path, certificate] = [column('category'), column('path'), column('certificate')];
  const [scope, qualification, post] = [column('registration_scope'), column('qualification'), column('post')];
  return ({ row, cells }, expected) => {
    const unknown = (from: Column | null, list: string): null => {
      log.add('roster.category', { row, column: (from?.index ?? 0) + 1, expected: list });
      return null;
    };
    const text = textOf(cells, category);
    const said = text === '' ? null : valueOf('category', text);
    if (text !== '' && said === null) return unknown(category, '注册, 助理, 未注册, 可转岗, 在培');
    const pathText = textOf(cells, path);
    const trained = pathText === '' || NO.test(pathText) ? null : valueOf('path', pathText);
    if (pathText !== '' && !NO.test(pathText) && trained === null && !/^[-—/]+$/.test(pathText)) {
      return unknown(path, '转岗, 规培, 助理, 订单定向');
    }
    if (said !== null) return { category: said, path: trained };
    if (expected) return { category: 'training', path: trained };
    const scopeText = textOf(cells, scope);
    const licence = `${textOf(cells, qualification)} ${textOf(cells, post)}`;
    if (scopeText.includes('全科')) {
      const assistant = trained === 'assistant' || /助理全科/.test(`${scopeText} ${licence}`);
      return { category: assistant ? 'assistant' : 'registered', path: trained };
    }
    const paper = textOf(cells, certificate);
    if (trained !== null || (paper !== '' && !NO.test(paper) && !/^[-—/]+$/.test(paper))) {
      return { category: 'unregistered', path: trained };
    }
    return /医师|医生|physician|doctor/i.test(licence) ? { category: 'eligible', path: null } : 'other';
  };
}
