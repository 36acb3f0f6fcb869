import { columnFor, type Column, type Header } from './header.ts';
import { isPlainNumber } from './plain-number.ts';
import type { Meaning } from './synonyms.ts';
import { readEach, rowOf, type OwnTable } from './table.ts';

/** `total` and `subtotal` are sums of other rows; `part` is a part of the row before (其中). Only `data` is counted. */
export type RowKind = 'data' | 'total' | 'subtotal' | 'part';

/** A row under the header: the rows of the table, from 0, in which it stands, and from which its area is taken. */
export interface BodyRow {
  at: number;
  /** Another row than its own where merged cells have left blanks. */
  area: number;
  kind: RowKind;
}

/** What can be told of a cell by itself. */
interface Look {
  text: string;
  note: boolean;
  /** As the first cell of the header. */
  opening: boolean;
  kind: RowKind;
}

const NAMES: readonly Meaning[] = ['area_name', 'area_code', 'institution', 'from_name', 'from_code'];
const TOTAL =
  /^(合计|总计|共计|总数|累计|合計|(全|本)[国省市州县区旗镇乡](合计|总计)?|.*(合计|总计)|(grand)?total|sum|all)$/;
const SUBTOTAL = /^(.*小计|subtotal)$/;
const PART = /^(其中.*|#\p{Script=Han}.*|市辖区|省直辖县级行政区划|ofwhich.*)$/u;
const NOTE =
  /^[(（[【]?(\*|注|备注|说明|资料来源|数据来源|来源|填表|制表|审核|单位负责人|负责人|联系|报出|note|source|remark)/i;

/**
 * Goes through the rows under the header: without blank rows, notes and headers that are printed again, with sums and parts marked.
 * @param visit the object that it is given is used again for the next row
 * @returns how many rows took code and name from the row above, as merged cells leave blanks
 */
export function eachBodyRow(table: OwnTable, header: Header, visit: (row: BodyRow) => void): number {
  const top = rowOf(table, header.first);
  const heading = signature(top);
  const opening = top.find((cell) => cell.trim() !== '')?.trim();
  const width = table.columns.length;
  const looks = table.columns.map((_, column) =>
    readEach(table, column, (text): Look | null =>
      text === '' ? null : isPlainNumber(text) && text !== opening ? PLAIN_NUMBER : lookAt(text, text === opening),
    ),
  );
  const looksOf = (columns: readonly Column[]) => columns.flatMap(({ index }) => looks[index] ?? []);
  const names = NAMES.flatMap((meaning) => columnFor(header, meaning) ?? []);
  const named = looksOf(names);
  const areas = looksOf(names.filter(({ meaning }) => meaning === 'area_name' || meaning === 'area_code'));
  const figures = looksOf(header.columns.filter(({ meaning }) => meaning !== null && !NAMES.includes(meaning)));

  const isNote = (row: number, start: number, first: Look): boolean => {
    if (first.note) return true;
    for (const look of figures) if (look(row) !== null) return false;
    for (let column = start + 1; column < width; column++) if (looks[column]?.(row)) return false;
    return /\D{12}/.test(first.text);
  };
  const kindOf = (row: number, first: Look): RowKind => {
    let any = false;
    for (const look of named) {
      const found = look(row);
      if (found === null) continue;
      any = true;
      if (found.kind !== 'data') return found.kind;
    }
    return any ? 'data' : first.kind;
  };

  const visited: BodyRow = { at: 0, area: 0, kind: 'data' };
  let above = -1;
  let filled = 0;
  for (let row = header.last + 1; row < table.height; row++) {
    let start = 0;
    let first: Look | null = null;
    while (start < width && (first = looks[start]?.(row) ?? null) === null) start++;
    if (first === null || (first.opening && signature(rowOf(table, row)) === heading)) continue;
    if (isNote(row, start, first)) continue;
    const kind = kindOf(row, first);
    visited.at = row;
    visited.area = row;
    visited.kind = kind;
    if (kind === 'data' && areas.length > 0) {
      if (areas.some((look) => look(row) !== null)) above = row;
      else if (above >= 0) {
        filled++;
        visited.area = above;
      }
    } else above = -1;
    visit(visited);
  }
  return filled;
}

const lookAt = (text: string, opening: boolean): Look => ({
  text,
  note: NOTE.test(text),
  opening,
  kind: kindOfText(text),
});
/** Most texts of a large file are numbers, and say no more than this. */
const PLAIN_NUMBER: Look = { text: '0', note: false, opening: false, kind: 'data' };

const signature = (cells: readonly string[]): string =>
  JSON.stringify(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));

/** One sign of each word of a sum or part: spares most texts the rest. */
const HINT = /[合总總共小累其#市省全本]|total|sum|all|of/i;

function kindOfText(text: string): RowKind {
  if (!HINT.test(text)) return 'data';
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:]+/g, '');
  if (PART.test(word)) return 'part';
  if (SUBTOTAL.test(word)) return 'subtotal';
  return TOTAL.test(word) ? 'total' : 'data';
}
