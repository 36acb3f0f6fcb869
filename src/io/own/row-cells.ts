import { readHeads, type Read } from './cell.ts';
import type { Column } from './header.ts';
import type { ProblemLog } from './problem-log.ts';
import { cellAt, plainNumbers, readEach, type OwnTable } from './table.ts';

/** A cell that cannot be read. */
class Unread {
  readonly code: string;
  readonly expected: string;
  constructor(code: string, expected: string) {
    this.code = code;
    this.expected = expected;
  }
}

/**
 * Reads the cells of a column, each text once; a cell that cannot be read is a problem of its row.
 * @returns by row of the table, from 0: the value; null for blanks and where there is no column; undefined: it cannot be read
 */
export function cellReader<T>(
  table: OwnTable,
  column: Column | null,
  read: (text: string) => Read<T>,
  log: ProblemLog,
  /** What is told of a cell that cannot be read. */
  told: (text: string) => string = (text) => text,
): (row: number) => T | null | undefined {
  if (column === null) return () => null;
  const each = readEach(table, column.index, (text): T | null | Unread => {
    const found = read(text);
    return 'value' in found ? found.value : new Unread(found.code, found.expected);
  });
  return (row) => {
    const found = each(row);
    if (!(found instanceof Unread)) return found;
    const value = told(cellAt(table, row, column.index).trim());
    log.add(found.code, { row: row + 1, column: column.index + 1, value, expected: found.expected });
    return undefined;
  };
}

/** Reads the heads of a column as `readHeads` does; nearly all cells of a large file are digits alone, and need not be text. */
export function headsReader(
  table: OwnTable,
  column: Column | null,
  factor: number,
  most: number,
  log: ProblemLog,
): (row: number) => number | null | undefined {
  const each = cellReader(table, column, (text) => readHeads(text, factor, most), log);
  if (column === null || !Number.isInteger(factor)) return each;
  const plain = plainNumbers(table, column.index);
  return (row) => {
    const heads = plain(row) * factor;
    return heads >= 0 && heads <= most ? heads : each(row);
  };
}

/** Reads one of a few words; blank is null, any other word the problem `code`. */
export const wordOf =
  <T>(known: (text: string) => T | null, code: string, expected: string) =>
  (text: string): Read<T> => {
    const value = text === '' ? null : known(text);
    return text !== '' && value === null ? { code, expected } : { value };
  };
