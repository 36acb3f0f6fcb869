import Papa from 'papaparse';
import type { ReadText } from './built-in.ts';

/** One row of a built-in table; cells by header. Every function throws an Error naming file, row and column. */
export interface Row {
  /** The cell as it stands, not empty. */
  text: (column: string) => string;
  number: (column: string) => number;
  /** null where the cell is empty. */
  optional: (column: string) => number | null;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Rows of a built-in CSV file: comma, header line, UTF-8.
 * Built-in data that are wrong are our own mistake, so this throws; files that users load are read elsewhere.
 * @throws Error naming file, row (1: the header) and column
 */
export function parseTable(file: string, csv: string): Row[] {
  const parsed = Papa.parse<Record<string, string>>(csv, { header: true, delimiter: ',', skipEmptyLines: true });
  const fault = parsed.errors[0];
  if (fault) throw new Error(`${file}, row ${(fault.row ?? -1) + 2}: ${fault.message}`);
  return parsed.data.map((cells, index) => {
    const fail = (column: string, what: string) => new Error(`${file}, row ${index + 2}, column ${column}: ${what}`);
    const cell = (column: string) => {
      const value = cells[column];
      if (value === undefined) throw fail(column, 'no such column');
      return value;
    };
    const optional = (column: string) => {
      const value = cell(column);
      if (value === '') return null;
      if (!NUMBER.test(value)) throw fail(column, `not a number: ${value}`);
      return Number(value);
    };
    return {
      text: (column) => {
        const value = cell(column);
        if (value === '') throw fail(column, 'empty');
        return value;
      },
      number: (column) => {
        const value = optional(column);
        if (value === null) throw fail(column, 'empty');
        return value;
      },
      optional,
    };
  });
}

/** Reads and parses a built-in CSV file. @throws Error as `parseTable` and `read` do */
export async function readTable(read: ReadText, file: string): Promise<Row[]> {
  return parseTable(file, await read(file));
}
