import type { Problem } from '../../model/types.ts';
import { withoutPerson } from './id-number.ts';
import { problemLog } from './problem-log.ts';

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
  return {
    get height() {
      return height;
    },
    add(row) {
      if (!sound) return false;
      if (height === LIMITS.rows) return refuse('table.rows', { limit: LIMITS.rows });
      let width = row.length;
      if (width > LIMITS.columns) {
        // Spreadsheets leave empty cells behind: only what is filled counts.
        width = row.findLastIndex((cell) => cell.trim() !== '') + 1;
        if (width > LIMITS.columns) {
          return refuse('table.columns', { row: height + 1, columns: width, limit: LIMITS.columns });
        }
      }
      if (height === widths.length) {
        const longer = new Uint16Array(height * 2);
        longer.set(widths);
        widths = longer;
      }
      widths[height] = width;
      for (let column = 0; column < width; column++) {
        const cell = row[column];
        if (cell === undefined || cell === '') continue;
        if (cell.length > LIMITS.cell) {
          log.add('table.cell', { row: height + 1, column: column + 1, limit: LIMITS.cell });
          continue;
        }
        while (columns.length <= column) columns.push(columnBuilder());
        columns[column]?.put(height, cell);
        blank &&= cell.trim() === '';
        cells++;
      }
      height++;
      return cells <= LIMITS.cells || refuse('table.cells', { limit: LIMITS.cells });
    },
    finish() {
      if (!sound) return { table: null, problems: log.all() };
      if (blank) log.add('file.empty');
      const table = { file, height, columns: columns.map((column) => column.finish()), widths };
      return { table, problems: log.all() };
    },
  };
}

/** A column in which so many texts have been found, half of them only once, is not looked through any more. */
const MOST_KNOWN = 200_000;
/** Of text from here on V8 keeps the whole of which it is a part: a few cells would hold the file in memory. */
const SLICED = 13;

function columnBuilder(): { put(row: number, text: string): void; finish(): CellColumn } {
  const texts = [''];
  let known: Map<string, number> | null = new Map();
  let ids = new Uint32Array(64);
  let length = 0;
  /** Rows mostly repeat the one above. */
  let last = { text: '', id: 0 };
  const idOf = (cell: string): number => {
    const text = withoutPerson(cell);
    const before = known?.get(text);
    if (before !== undefined) return before;
    const own = text.length < SLICED ? text : apart(text);
    const id = texts.push(own) - 1;
    known?.set(own, id);
    if (id > MOST_KNOWN && id * 2 > length) known = null;
    return id;
  };
  return {
    put(row, text) {
      if (row >= ids.length) {
        const longer = new Uint32Array(Math.max(row + 1, ids.length * 2));
        longer.set(ids);
        ids = longer;
      }
      if (text !== last.text) last = { text, id: idOf(text) };
      ids[row] = last.id;
      length = row + 1;
    },
    finish: () => ({ texts, ids: ids.slice(0, length) }),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const apart = (text: string): string => decoder.decode(encoder.encode(text));

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
