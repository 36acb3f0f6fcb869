import type { Problem } from '../../model/types.ts';
import { columnFor, parentColumn, type Column, type Header } from './header.ts';
import { EXAMPLE } from './example.ts';
import { isPlainNumber } from './plain-number.ts';
import type { Meaning } from './synonyms.ts';
import { rowOf, type OwnTable } from './table.ts';
import { textAt } from './text-numbers.ts';

/** `total` and `subtotal` are sums of other rows; `part` is a part of the row before (其中). Only `data` is counted. */
export type RowKind = 'data' | 'total' | 'subtotal' | 'part';

/**
 * A row under the header: the rows of the table, from 0, in which it stands, and from which its area and the name of what that
 * belongs to are taken: others than its own where merged cells have left blanks.
 */
export interface BodyRow {
  at: number;
  area: number;
  parent: number;
  kind: RowKind;
}

/** What can be told of a cell by itself, as bits; 0: it has not been looked at. */
const SEEN = 1;
const BLANK = 2;
const NOTE = 4;
/** As the first cell of the header. */
const OPENING = 8;
/** Long enough, without figures, to be a note. */
const WORDY = 16;
const KIND = 32;
const KINDS: readonly (RowKind | 'example')[] = ['data', 'total', 'subtotal', 'part', 'example'];
const kindIn = (look: number): number => look >> 5;

const NAMES: readonly Meaning[] = ['area_name', 'area_code', 'institution', 'from_name', 'from_code'];
const TOTAL =
  /^(合计|总计|共计|总数|累计|合計|(全|本)[国省市州县区旗镇乡](合计|总计)?|.*(合计|总计)|(grand)?total|sum|all)$/;
const SUBTOTAL = /^(.*小计|subtotal)$/;
const PART = /^(其中.*|#\p{Script=Han}.*|市辖区|省直辖县级行政区划|ofwhich.*)$/u;
const NOTES =
  /^[(（[【]?(\*|注|备注|说明|资料来源|数据来源|来源|填表|制表|审核|单位负责人|负责人|联系|报出|note|source|remark)/i;

/** Rows that took code and name from the row above, as merged cells leave blanks; example rows that a template came with. */
export interface Passed {
  filled: number;
  examples: number;
}

/**
 * Goes through the rows under the header: without blank rows, notes and headers that are printed again, with sums and parts marked;
 * without the example rows of a template that has been filled in.
 * @param visit the object that it is given is used again for the next row
 */
export function eachBodyRow(table: OwnTable, header: Header, visit: (row: BodyRow) => void): Passed {
  const top = rowOf(table, header.first);
  const heading = signature(top);
  const opening = top.find((cell) => cell.trim() !== '')?.trim();
  const width = table.columns.length;
  const looks = Array.from({ length: width }, (_, column) => looker(table, column, opening ?? ''));
  const looksOf = (columns: readonly Column[]) => columns.flatMap(({ index }) => looks[index] ?? []);
  const names = NAMES.flatMap((meaning) => columnFor(header, meaning) ?? []);
  const named = looksOf(names);
  const areas = looksOf(ownerColumns(header));
  const upper = parentColumn(header);
  const parents = upper === null ? null : (table.columns[upper.index] ?? null);
  const parentLook = upper === null ? null : (looks[upper.index] ?? null);
  const figures = looksOf(header.columns.filter(({ meaning }) => meaning !== null && !NAMES.includes(meaning)));

  const isNote = (row: number, start: number, first: number): boolean => {
    if (first & NOTE) return true;
    for (const look of figures) if (!(look(row) & BLANK)) return false;
    for (let column = start + 1; column < width; column++) if (!(looks[column]!(row) & BLANK)) return false;
    return (first & WORDY) !== 0;
  };
  const kindOf = (row: number, first: number): (typeof KINDS)[number] => {
    let any = false;
    for (const look of named) {
      const found = look(row);
      if (found & BLANK) continue;
      any = true;
      if (kindIn(found) !== 0) return KINDS[kindIn(found)]!;
    }
    return any ? 'data' : KINDS[kindIn(first)]!;
  };
  const isNamed = (row: number): boolean => {
    for (const look of areas) if (!(look(row) & BLANK)) return true;
    return false;
  };

  /** With another county, or below a county's own row, no cell is merged: a row that names no area is the county's. */
  const isOfParent = (row: number, above: number, parent: number): boolean =>
    above < 0 || !isNamed(above) || parent < 0 || parents?.ids[row] !== parents?.ids[parent];

  let alone: boolean | null = null;
  /** Whether the example rows are the only ones with a name. */
  const areExamplesAlone = (): boolean => {
    for (let row = header.last + 1; row < table.height; row++) {
      if (named.some((look) => !(look(row) & BLANK)) && kindOf(row, SEEN) === 'data') return false;
    }
    return true;
  };

  const visited: BodyRow = { at: 0, area: 0, parent: 0, kind: 'data' };
  let above = -1;
  let parent = -1;
  let filled = 0;
  let examples = 0;
  for (let row = header.last + 1; row < table.height; row++) {
    let start = 0;
    let first = BLANK;
    while (start < width && (first = looks[start]!(row)) & BLANK) start++;
    if (first & BLANK || (first & OPENING && signature(rowOf(table, row)) === heading)) continue;
    if (isNote(row, start, first)) continue;
    const look = kindOf(row, first);
    if (look === 'example' && !(alone ??= areExamplesAlone())) {
      examples++;
      continue;
    }
    const kind = look === 'example' ? 'data' : look;
    visited.at = row;
    visited.area = row;
    visited.kind = kind;
    if (kind === 'data' && areas.length > 0) {
      const told = parentLook !== null && !(parentLook(row) & BLANK);
      if (isNamed(row) || (told && isOfParent(row, above, parent))) above = row;
      else if (above >= 0) {
        filled++;
        visited.area = above;
      }
      if (told) parent = row;
    } else above = -1;
    visited.parent = parent >= 0 ? parent : row;
    visit(visited);
  }
  return { filled, examples };
}

/** Codes: `rows.filled`, `rows.example` {rows} */
export function passedNotes(file: string, { filled, examples }: Passed): Problem[] {
  const note = (code: string, rows: number): Problem[] => (rows > 0 ? [{ code, values: { file, rows } }] : []);
  return [...note('rows.filled', filled), ...note('rows.example', examples)];
}

/** The columns that say whose a row is: its area, or the institution where the table names no areas. */
export function ownerColumns(header: Header): Column[] {
  const of = (...meanings: Meaning[]) => meanings.flatMap((meaning) => columnFor(header, meaning) ?? []);
  const areas = of('area_code', 'area_name');
  return areas.length > 0 ? areas : of('institution');
}

/** Looks at the cells of a column, at each text once. */
function looker(table: OwnTable, column: number, opening: string): (row: number) => number {
  const { texts, ids } = table.columns[column]!;
  const { numbers } = texts;
  const looks = new Uint8Array(numbers.length);
  // Most texts of a large file are numbers, and say no more than that they are there.
  const plain = isPlainNumber(opening) ? null : numbers;
  return (row) => {
    const id = row < ids.length ? ids[row]! : 0;
    const known = looks[id]!;
    if (known !== 0) return known;
    return (looks[id] = plain !== null && plain[id]! >= 0 ? SEEN : lookAt(textAt(texts, id).trim(), opening));
  };
}

function lookAt(text: string, opening: string): number {
  if (text === '') return SEEN | BLANK;
  const is = (bit: number, holds: boolean): number => (holds ? bit : 0);
  const words = is(NOTE, NOTES.test(text)) | is(WORDY, /\D{12}/.test(text));
  return SEEN | words | is(OPENING, text === opening) | (KINDS.indexOf(kindOfText(text)) * KIND);
}

const signature = (cells: readonly string[]): string =>
  JSON.stringify(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));

/** One sign of each word of a sum or part: spares most texts the rest. */
const HINT = /[合总總共小累其#市省全本示]|total|sum|all|of/i;

function kindOfText(text: string): (typeof KINDS)[number] {
  if (!HINT.test(text)) return 'data';
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:]+/g, '');
  if (word === EXAMPLE.town || word === EXAMPLE.township) return 'example';
  if (PART.test(word)) return 'part';
  if (SUBTOTAL.test(word)) return 'subtotal';
  return TOTAL.test(word) ? 'total' : 'data';
}
