import type { Level } from '../../model/types.ts';
import { readCode } from './cell.ts';
import { columnFor, parentColumn, type Header } from './header.ts';
import { plainName } from './names.ts';
import type { ProblemLog } from './problem-log.ts';
import type { BodyRow } from './rows.ts';
import type { Meaning } from './synonyms.ts';
import { readEach, type OwnTable } from './table.ts';

/** What a row says about its area: code in its shortest form, name; null where there is none. */
export interface AreaRef {
  code: string | null;
  name: string | null;
}

/**
 * Reads the area of every row; a code that cannot be read is a problem, and the name stands in for it. A row that names a county
 * alone is the county's. Rows that say the same mostly get the same object.
 */
export function areaReader(
  table: OwnTable,
  header: Header,
  log: ProblemLog,
  codeMeaning: Meaning = 'area_code',
  nameMeaning: Meaning = 'area_name',
): (row: BodyRow) => AreaRef {
  const codeColumn = columnFor(header, codeMeaning);
  // Rows of one code nearly always have one name.
  const codeOf = readEach(table, codeColumn?.index ?? null, (text) => ({
    text,
    code: readCode(text),
    name: null as string | null,
    ref: null as AreaRef | null,
  }));
  const nameOf = readEach(table, columnFor(header, nameMeaning)?.index ?? null, (text) => plainName(text) || null);
  const upper = nameMeaning === 'area_name' ? parentColumn(header) : null;
  const upperOf = readEach(table, upper?.index ?? null, (text) => plainName(text) || null);
  const known = new Map<string, AreaRef>();
  const refOf = (code: string | null, name: string | null): AreaRef => {
    const key = `${code ?? ''} ${name ?? ''}`;
    const found = known.get(key) ?? { code, name };
    known.set(key, found);
    return found;
  };
  return ({ at, area, kind }) => {
    if (kind !== 'data') return refOf(null, nameOf(area));
    const cell = codeOf(area);
    const name = nameOf(area) ?? (cell.text === '' ? upperOf(area) : null);
    if (cell.ref !== null && cell.name === name) return cell.ref;
    const { text, code } = cell;
    if ('value' in code) {
      if (cell.ref !== null) return refOf(code.value, name);
      cell.name = name;
      cell.ref = { code: code.value, name };
      return cell.ref;
    }
    // A name in the column of codes is a name.
    if (name === null && /\p{Script=Han}/u.test(text)) return refOf(null, plainName(text));
    log.add(code.code, { row: at + 1, column: (codeColumn?.index ?? 0) + 1, value: text, expected: code.expected });
    return refOf(null, name);
  };
}

/** Reads the name of what the area of each row belongs to; null where the file does not say. */
export function parentReader(table: OwnTable, header: Header): (row: BodyRow, area: AreaRef) => string | null {
  const column = parentColumn(header);
  if (column === null) return () => null;
  const nameOf = readEach(table, column.index, (text) => text || null);
  return ({ at, parent }, { code, name }) => {
    const own = nameOf(at);
    // An area does not belong to itself.
    if (own !== null) return code === null && name === plainName(own) ? null : own;
    const level = (code === null ? null : levelOfCode(code)) ?? (name === null ? null : levelOfName(name));
    return level === 'township' ? nameOf(parent) : null;
  };
}

/** Level of an area by the length and the zeros of its code; null for villages and for names. */
export function levelOfCode(code: string): Level | null {
  if (!/^\d+$/.test(code)) return null;
  if (code.length === 9) return 'township';
  if (code.length !== 6) return null;
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** Level of an area by the end of its name; null where that does not tell. A 市 may be a prefecture or a county. */
export function levelOfName(name: string): Level | null {
  if (/(镇|乡|街道|苏木)$/.test(name)) return 'township';
  if (/(县|旗|区)$/.test(name) && !/(自治区|特别行政区|地区|开发区)$/.test(name)) return 'county';
  if (/(省|自治区|特别行政区)$/.test(name)) return 'province';
  return /(州|盟|地区|市)$/.test(name) ? 'prefecture' : null;
}

/** The code of the level above; null for provinces and names. */
export function parentOfCode(code: string): string | null {
  if (!/^\d+$/.test(code)) return null;
  if (code.length > 9) return code.slice(0, 9);
  if (code.length === 9) return code.slice(0, 6);
  if (!code.endsWith('00')) return `${code.slice(0, 4)}00`;
  return code.endsWith('0000') ? null : `${code.slice(0, 2)}0000`;
}

/** Levels from the highest down. */
export const LEVELS: readonly Level[] = ['country', 'province', 'prefecture', 'county', 'township'];
