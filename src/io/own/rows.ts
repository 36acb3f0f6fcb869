import { columnFor, type Column, type Header } from './header.ts';
import type { Meaning } from './synonyms.ts';
import type { OwnTable } from './table.ts';

/** `total` and `subtotal` are sums of other rows; `part` is a part of the row before (其中). Only `data` is counted. */
export type RowKind = 'data' | 'total' | 'subtotal' | 'part';

export interface BodyRow {
  /** As Excel counts, from 1. */
  row: number;
  cells: string[];
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
 * The rows under the header: without blank rows, notes and headers that are printed again, with sums and parts marked.
 * @returns how many rows took code and name from the row above, as merged cells leave blanks
 */
export function bodyRows(table: OwnTable, header: Header): { rows: BodyRow[]; filled: number } {
  const top = table.rows[header.first] ?? [];
  const heading = signature(top);
  const opening = top.find((cell) => cell.trim() !== '')?.trim();
  const names = NAMES.flatMap((meaning) => columnFor(header, meaning) ?? []);
  const areas = names.filter(({ meaning }) => meaning === 'area_name' || meaning === 'area_code');
  const figures = header.columns.filter(({ meaning }) => meaning !== null && !NAMES.includes(meaning));
  const rows: BodyRow[] = [];
  let above: string[] | null = null;
  let filled = 0;
  for (let index = header.last + 1; index < table.rows.length; index++) {
    let cells = table.rows[index] ?? [];
    const start = cells.find((cell) => cell.trim() !== '')?.trim();
    if (start === undefined || (start === opening && signature(cells) === heading)) continue;
    if (isNote(start, cells, figures)) continue;
    const kind = kindOf(cells, names);
    if (kind === 'data' && areas.length > 0) {
      if (areas.some((column) => textOf(cells, column) !== '')) above = cells;
      else if (above) {
        const from = above;
        filled++;
        cells = [...cells];
        for (const { index: column } of areas) cells[column] = from[column] ?? '';
      }
    } else above = null;
    rows.push({ row: index + 1, cells, kind });
  }
  return { rows, filled };
}

/** The trimmed text of a row under a column; empty where there is no such column. */
export const textOf = (cells: readonly string[], column: Column | null): string =>
  column === null ? '' : (cells[column.index] ?? '').trim();

const signature = (cells: readonly string[]): string =>
  JSON.stringify(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));

/** A line of words with no figure under any column: a note, or who signed the table. */
function isNote(start: string, cells: readonly string[], figures: readonly Column[]): boolean {
  if (NOTE.test(start)) return true;
  if (figures.some((column) => textOf(cells, column) !== '')) return false;
  return cells.filter((cell) => cell.trim() !== '').length === 1 && /\D{12}/.test(start);
}

/** One sign of each word of a sum or part: spares most rows the rest. */
const HINT = /[合总總共小累其#市省全本]|total|sum|all|of/i;

function kindOf(cells: readonly string[], names: readonly Column[]): RowKind {
  let named = false;
  for (const column of names) {
    const text = textOf(cells, column);
    if (text === '') continue;
    named = true;
    const kind = kindOfText(text);
    if (kind !== 'data') return kind;
  }
  return named ? 'data' : kindOfText(cells.find((cell) => cell.trim() !== '') ?? '');
}

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
