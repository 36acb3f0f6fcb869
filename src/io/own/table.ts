import type { Problem } from '../../model/types.ts';
import { problemLog } from './problem-log.ts';
import { hashOf, textAt, textNumbers, type Texts } from './text-numbers.ts';

/** A column of cells: each text once, and which of them stands in each row. Text 0 is blank, as are rows after the last. */
export interface CellColumn {
  readonly texts: Texts;
  readonly ids: Uint32Array;
}

/**
 * A sheet of cells as text, by column. Row numbers that readers are told count from 1, as Excel shows them; here they count from 0.
 */
export interface OwnTable {
  file: string;
  /** Number of rows. */
  height: number;
  columns: readonly CellColumn[];
  /** Cells of each row, blank ones at its end included. */
  widths: Uint16Array;
}

export const LIMITS = { columns: 500, cell: 5000, rows: 2_000_000, cells: 60_000_000 };

/** Takes the rows of a sheet one by one. */
export interface TableBuilder {
  readonly height: number;
  /** @returns whether more is wanted: not when the table is beyond the limits */
  add(cells: readonly string[]): boolean;
  /**
   * A cell of the row that `close` ends, within the limits and not empty, as the bytes that stand from one position up to another.
   * @param hash of its bytes
   * @throws TypeError where they are no text in the encoding of the table
   */
  put(column: number, bytes: Uint8Array, from: number, to: number, hash: number): void;
  /** @param width cells of the row, empty ones included */
  close(width: number): boolean;
  /** The rows of a table in the same encoding, under those so far. @returns as `add` */
  join(table: OwnTable): boolean;
  /**
   * @returns null where the file as a whole cannot be used. Codes: `table.columns` {row, columns, limit}, `table.rows` {limit},
   * `table.cells` {limit}, `table.cell` {row, column, limit}, `file.empty`
   */
  finish(): { table: OwnTable | null; problems: Problem[] };
}

/** Bytes that a sign takes at most in UTF-8, halves of pairs apart. */
const MOST_BYTES = 3;

/** @param encoding of cells that are put as bytes; cells that are text by then are put as UTF-8 */
export function tableBuilder(file: string, encoding: Texts['encoding'] = 'utf-8'): TableBuilder {
  const log = problemLog(file);
  const encoder = new TextEncoder();
  const columns: ReturnType<typeof columnBuilder>[] = [];
  const written = new Uint8Array(LIMITS.cell * MOST_BYTES);
  let widths = new Uint16Array(64);
  let height = 0;
  let cells = 0;
  let sound = true;
  const refuse = (code: string, values: Problem['values']): boolean => {
    log.add(code, values);
    sound = false;
    return false;
  };
  const put = (column: number, bytes: Uint8Array, from: number, to: number, hash: number): void => {
    while (columns.length <= column) columns.push(columnBuilder(encoding));
    columns[column]!.put(height, bytes, from, to, hash);
    cells++;
  };
  const putText = (column: number, cell: string): void => {
    if (cell === '') return;
    if (cell.length > LIMITS.cell) {
      log.add('table.cell', { row: height + 1, column: column + 1, limit: LIMITS.cell });
      return;
    }
    const { written: length } = encoder.encodeInto(cell, written);
    put(column, written, 0, length, hashOf(written, 0, length));
  };
  const close = (width: number): boolean => {
    if (height === widths.length) {
      const longer = new Uint16Array(height * 2);
      longer.set(widths);
      widths = longer;
    }
    widths[height] = width;
    height++;
    return cells <= LIMITS.cells || refuse('table.cells', { limit: LIMITS.cells });
  };
  return {
    get height() {
      return height;
    },
    add(row) {
      if (!sound) return false;
      if (height === LIMITS.rows) return refuse('table.rows', { limit: LIMITS.rows });
      // Spreadsheets leave empty cells behind: beyond the limit only what is filled counts.
      const width = row.length > LIMITS.columns ? filled(row) : row.length;
      if (width > LIMITS.columns) {
        return refuse('table.columns', { row: height + 1, columns: width, limit: LIMITS.columns });
      }
      for (let column = 0; column < width; column++) putText(column, row[column] ?? '');
      return close(width);
    },
    put,
    close,
    join(table) {
      if (height + table.height > LIMITS.rows) return refuse('table.rows', { limit: LIMITS.rows });
      table.columns.forEach((others, column) => {
        while (columns.length <= column) columns.push(columnBuilder(encoding));
        cells += columns[column]!.join(height, others);
      });
      for (let row = 0; row < table.height; row++) if (!close(table.widths[row]!)) return false;
      return true;
    },
    finish() {
      if (!sound) return { table: null, problems: log.all() };
      const finished = columns.map((column) => column.finish());
      if (finished.every(({ texts }) => isBlank(texts))) log.add('file.empty');
      return { table: { file, height, columns: finished, widths }, problems: log.all() };
    },
  };
}

function isBlank(texts: Texts): boolean {
  for (let number = 1; number < texts.numbers.length; number++) if (textAt(texts, number).trim() !== '') return false;
  return true;
}

/** Cells up to the last that is filled. */
const filled = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;

function columnBuilder(encoding: Texts['encoding']): {
  put(row: number, bytes: Uint8Array, from: number, to: number, hash: number): void;
  /** Cells of another column from a row on. @returns how many of them are not empty */
  join(row: number, column: CellColumn): number;
  finish(): CellColumn;
} {
  const texts = textNumbers(encoding);
  let ids = new Uint32Array(64);
  let length = 0;
  const makeRoom = (rows: number): void => {
    if (rows <= ids.length) return;
    const longer = new Uint32Array(Math.max(rows, ids.length * 2));
    longer.set(ids);
    ids = longer;
  };
  return {
    put(row, bytes, from, to, hash) {
      makeRoom(row + 1);
      ids[row] = texts.numberOf(bytes, from, to, hash);
      length = row + 1;
    },
    join(row, { texts: others, ids: theirs }) {
      const { bytes, starts } = others;
      const numbers = new Uint32Array(others.numbers.length);
      for (let other = 1; other < numbers.length; other++) {
        const [from, to] = [starts[other]!, starts[other + 1]!];
        numbers[other] = texts.numberOf(bytes, from, to, hashOf(bytes, from, to));
      }
      makeRoom(row + theirs.length);
      let filled = 0;
      for (let at = 0; at < theirs.length; at++) {
        ids[row + at] = numbers[theirs[at]!]!;
        if (theirs[at] !== 0) filled++;
      }
      if (theirs.length > 0) length = row + theirs.length;
      return filled;
    },
    finish: () => ({ texts: texts.finish(), ids: ids.slice(0, length) }),
  };
}

/** A table of rows that are there already. */
export function tableOf(file: string, rows: readonly (readonly string[])[]): ReturnType<TableBuilder['finish']> {
  const builder = tableBuilder(file);
  for (const row of rows) if (!builder.add(row)) break;
  return builder.finish();
}

export const cellAt = (table: OwnTable, row: number, column: number): string => {
  const cells = table.columns[column];
  return cells ? textAt(cells.texts, cells.ids[row] ?? 0) : '';
};

/** Cells of a row, counted from 0. */
export const rowOf = (table: OwnTable, row: number): string[] =>
  Array.from({ length: table.widths[row] ?? 0 }, (_, column) => cellAt(table, row, column));

/** The first rows. */
export const topOf = (table: OwnTable, rows: number): string[][] =>
  Array.from({ length: Math.min(rows, table.height) }, (_, row) => rowOf(table, row));

/** What cells of a column say that are one to nine digits and nothing else; -1 for all others. */
export function plainNumbers(table: OwnTable, column: number): (row: number) => number {
  const cells = table.columns[column];
  if (!cells) return () => -1;
  const { texts, ids } = cells;
  const { numbers } = texts;
  return (row) => (row < ids.length ? numbers[ids[row]!]! : -1);
}

/** Reads each text of a column once, without blanks around it, however many rows it stands in. Where there is no column, all is blank. */
export function readEach<T>(table: OwnTable, column: number | null, read: (text: string) => T): (row: number) => T {
  const cells = column === null ? undefined : table.columns[column];
  const blank = read('');
  if (!cells) return () => blank;
  const { texts, ids } = cells;
  const found: (T | undefined)[] = [blank];
  return (row) => {
    const id = row < ids.length ? ids[row]! : 0;
    let value = found[id];
    if (value === undefined) {
      value = read(textAt(texts, id).trim());
      found[id] = value;
    }
    return value;
  };
}
