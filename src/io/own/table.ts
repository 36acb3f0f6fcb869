import type { Problem } from '../../model/types.ts';
import { problemLog } from './problem-log.ts';
import { hashOf, NO_SIGNS, textNumbers, withSign } from './text-numbers.ts';

/** A column of cells: each text once, and which of them stands in each row. Text 0 is blank, as are rows after the last. */
export interface CellColumn {
  readonly texts: readonly string[];
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
  /** As `add`, for a row of text without quotes, that stands in `text` from one position up to another. */
  addLine(text: string, from: number, to: number, delimiter: string): boolean;
  /**
   * @returns null where the file as a whole cannot be used. Codes: `table.columns` {row, columns, limit}, `table.rows` {limit},
   * `table.cells` {limit}, `table.cell` {row, column, limit}, `file.empty`
   */
  finish(): { table: OwnTable | null; problems: Problem[] };
}

export function tableBuilder(file: string): TableBuilder {
  const log = problemLog(file);
  const columns: ReturnType<typeof columnBuilder>[] = [];
  let widths = new Uint16Array(64);
  let height = 0;
  let cells = 0;
  let blank = true;
  let sound = true;
  const refuse = (code: string, values: Problem['values']): boolean => {
    log.add(code, values);
    sound = false;
    return false;
  };
  const put = (column: number, line: string, from: number, to: number, hash: number): void => {
    if (from === to) return;
    if (to - from > LIMITS.cell) {
      log.add('table.cell', { row: height + 1, column: column + 1, limit: LIMITS.cell });
      return;
    }
    while (columns.length <= column) columns.push(columnBuilder());
    columns[column]!.put(height, line, from, to, hash);
    blank &&= line.slice(from, to).trim() === '';
    cells++;
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
  /** Spreadsheets leave empty cells behind: beyond the limit only what is filled counts. */
  const tooWide = (columns: number): boolean =>
    refuse('table.columns', { row: height + 1, columns, limit: LIMITS.columns });
  return {
    get height() {
      return height;
    },
    add(row) {
      if (!sound) return false;
      if (height === LIMITS.rows) return refuse('table.rows', { limit: LIMITS.rows });
      const width = row.length > LIMITS.columns ? filled(row) : row.length;
      if (width > LIMITS.columns) return tooWide(width);
      for (let column = 0; column < width; column++) {
        const cell = row[column] ?? '';
        put(column, cell, 0, cell.length, hashOf(cell));
      }
      return close(width);
    },
    addLine(text, from, to, delimiter) {
      if (!sound) return false;
      if (height === LIMITS.rows) return refuse('table.rows', { limit: LIMITS.rows });
      const end = delimiter.charCodeAt(0);
      let [start, column, hash] = [from, 0, NO_SIGNS];
      for (let at = from; at <= to; at++) {
        const sign = at < to ? text.charCodeAt(at) : end;
        if (sign !== end) {
          hash = withSign(hash, sign);
          continue;
        }
        put(column, text, start, at, hash);
        [start, hash] = [at + 1, NO_SIGNS];
        if (++column < LIMITS.columns) continue;
        const more = start > to ? 0 : filled(text.slice(start, to).split(delimiter));
        if (more > 0) return tooWide(column + more);
        break;
      }
      return close(column);
    },
    finish() {
      if (!sound) return { table: null, problems: log.all() };
      if (blank) log.add('file.empty');
      const table = { file, height, columns: columns.map((column) => column.finish()), widths };
      return { table, problems: log.all() };
    },
  };
}

/** Cells up to the last that is filled. */
const filled = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;

function columnBuilder(): {
  put(row: number, line: string, from: number, to: number, hash: number): void;
  finish(): CellColumn;
} {
  const { texts, numberOf } = textNumbers();
  let ids = new Uint32Array(64);
  let length = 0;
  return {
    put(row, line, from, to, hash) {
      if (row >= ids.length) {
        const longer = new Uint32Array(Math.max(row + 1, ids.length * 2));
        longer.set(ids);
        ids = longer;
      }
      ids[row] = numberOf(line, from, to, hash);
      length = row + 1;
    },
    finish: () => ({ texts, ids: ids.slice(0, length) }),
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
  return cells?.texts[cells.ids[row] ?? 0] ?? '';
};

/** Cells of a row, counted from 0. */
export const rowOf = (table: OwnTable, row: number): string[] =>
  Array.from({ length: table.widths[row] ?? 0 }, (_, column) => cellAt(table, row, column));

/** The first rows. */
export const topOf = (table: OwnTable, rows: number): string[][] =>
  Array.from({ length: Math.min(rows, table.height) }, (_, row) => rowOf(table, row));

/** Reads each text of a column once, without blanks around it, however many rows it stands in. Where there is no column, all is blank. */
export function readEach<T>(table: OwnTable, column: number | null, read: (text: string) => T): (row: number) => T {
  const cells = column === null ? undefined : table.columns[column];
  const blank = read('');
  if (!cells) return () => blank;
  const { texts, ids } = cells;
  const found: (T | undefined)[] = [blank];
  return (row) => {
    const id = ids[row] ?? 0;
    let value = found[id];
    if (value === undefined) {
      value = read((texts[id] ?? '').trim());
      found[id] = value;
    }
    return value;
  };
}
