import Papa from 'papaparse';
import type { Problem } from '../../model/types.ts';
import { decode, type OwnFile } from './decode.ts';
import { problemLog } from './problem-log.ts';

/** A sheet: rows of cells as text. Row numbers that readers are told count from 1, as Excel shows them. */
export interface OwnTable {
  file: string;
  rows: string[][];
}

/** Reads the sheets of a workbook; given by who has the library for it. @throws when the workbook cannot be read */
export type ReadSheets = (bytes: Uint8Array) => Promise<{ name: string; rows: string[][] }[]>;

export const LIMITS = { columns: 500, cell: 5000, rows: 2_000_000, brokenQuotes: 20 };
const DELIMITERS = ['\t', ';', ','] as const;
const GUESS_CHARACTERS = 20_000;

/**
 * The table of a text file.
 * @returns null where the file as a whole cannot be used. Codes: those of `decode` and `parseTable`
 */
export function readTable(file: OwnFile): { table: OwnTable | null; problems: Problem[] } {
  const { text, problems } = decode(file);
  if (text === null) return { table: null, problems };
  return parseTable(file.name, text);
}

/**
 * The sheets of a workbook, through the library that the caller brings.
 * @returns an empty list with `file.workbook` where it cannot be read (damaged, or a bomb that the library refuses)
 */
export async function readWorkbook(
  file: OwnFile,
  readSheets: ReadSheets,
): Promise<{ tables: OwnTable[]; problems: Problem[] }> {
  const sheets = await readSheets(file.bytes).catch(() => null);
  if (sheets === null) return { tables: [], problems: [{ code: 'file.workbook', values: { file: file.name } }] };
  const limited = sheets.map(({ name, rows }) => withinLimits(`${file.name} [${name}]`, rows));
  return {
    tables: limited.flatMap(({ table }) => table ?? []),
    problems: limited.flatMap(({ problems }) => problems),
  };
}

/**
 * Rows of delimited text; comma, tab or semicolon is guessed, or read from Excel's own first line `sep=;`.
 * A quote that is never closed costs its own line only. Codes: `table.broken-quote` {row}; `table.broken-quotes` {row}: too many,
 * nothing from that row on is read; `table.columns` {row, columns, limit}, `table.rows` {limit}, `table.cell` {row, column, limit}
 */
export function parseTable(file: string, text: string): { table: OwnTable | null; problems: Problem[] } {
  const log = problemLog(file);
  let rest = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const told = /^"?sep=(.)"?\n/i.exec(rest);
  const delimiter = told?.[1] ?? guessDelimiter(rest);
  const rows: string[][] = told ? [[]] : [];
  if (told) rest = rest.slice(told[0].length);
  for (let broken = 0; ;) {
    const parsed = Papa.parse<string[]>(rest, { delimiter, newline: '\n', preview: LIMITS.rows + 1 });
    const fault = parsed.errors.find((error) => error.type === 'Quotes');
    const sound = fault ? parsed.data.slice(0, fault.row) : parsed.data;
    for (const row of sound) rows.push(row);
    if (!fault || rows.length > LIMITS.rows) break;
    broken++;
    const row = rows.push([]);
    if (broken > LIMITS.brokenQuotes) {
      log.add('table.broken-quotes', { row });
      break;
    }
    log.add('table.broken-quote', { row });
    const end = rest.indexOf('\n', fault.index);
    if (end < 0) break;
    rest = rest.slice(end + 1);
  }
  const { table, problems } = withinLimits(file, rows);
  return { table, problems: [...log.all(), ...problems] };
}

function withinLimits(file: string, rows: string[][]): { table: OwnTable | null; problems: Problem[] } {
  const log = problemLog(file);
  if (rows.length > LIMITS.rows) {
    log.add('table.rows', { limit: LIMITS.rows });
    return { table: null, problems: log.all() };
  }
  for (const [index, row] of rows.entries()) {
    if (row.length > LIMITS.columns) {
      // Spreadsheets leave empty cells behind: only what is filled counts.
      const filled = row.findLastIndex((cell) => cell.trim() !== '') + 1;
      if (filled > LIMITS.columns) {
        log.add('table.columns', { row: index + 1, columns: filled, limit: LIMITS.columns });
        return { table: null, problems: log.all() };
      }
      row.length = filled;
    }
    for (let column = 0; column < row.length; column++) {
      if ((row[column]?.length ?? 0) <= LIMITS.cell) continue;
      log.add('table.cell', { row: index + 1, column: column + 1, limit: LIMITS.cell });
      row[column] = '';
    }
  }
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) log.add('file.empty');
  return { table: { file, rows }, problems: log.all() };
}

/** The delimiter under which most of the first lines have the same number of columns, two or more. */
function guessDelimiter(text: string): string {
  const beginning = text.slice(0, GUESS_CHARACTERS);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(beginning, { delimiter, newline: '\n', preview: 100 });
    const lines = new Map<number, number>();
    for (const row of data) if (row.length > 1) lines.set(row.length, (lines.get(row.length) ?? 0) + 1);
    const score = Math.max(0, ...lines.values());
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
