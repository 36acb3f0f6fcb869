import Papa from 'papaparse';
import type { ProblemLog } from './problem-log.ts';
import type { TableBuilder } from './table.ts';

const DELIMITERS = ['\t', ';', ','] as const;
export const GUESS_CHARACTERS = 20_000;
const BROKEN_QUOTES = 20;
/** Signs of one row from which on it is taken to have no end: it would hold, and be read again with, all that follows. */
const LONGEST_ROW = 4_000_000;

/**
 * Splits delimited text that comes piece by piece into rows; comma, tab or semicolon is guessed, or read from Excel's own first
 * line `sep=;`. A quote that is never closed costs its own line only. Codes: `table.broken-quote` {row}; `table.broken-quotes`
 * {row}: too many, nothing from that row on is read
 * @returns takes the next piece, and says whether more is wanted
 */
export function textSplitter(table: TableBuilder, log: ProblemLog): (piece: string, last: boolean) => boolean {
  let rest = '';
  let parser: Papa.Parser | null = null;
  let delimiter = ',';
  let broken = 0;
  /** The rest of a line that is not read: with a broken quote, or without an end. */
  let skipping = false;

  const begin = (): Papa.Parser => {
    const told = /^"?sep=(.)"?\n/i.exec(rest);
    delimiter = told?.[1] && told[1] !== '"' ? told[1] : guessDelimiter(rest);
    if (told) {
      table.add([]);
      rest = rest.slice(told[0].length);
    }
    return new Papa.Parser({ delimiter, newline: '\n' });
  };
  /** Lines without quotes need no parser. @returns the line that has no end yet; null: no more is wanted */
  const addLines = (text: string, whole: boolean): string | null => {
    const lines = text.split('\n');
    const begun = whole && text !== '' ? '' : (lines.pop() ?? '');
    return lines.every((line) => table.add(line.split(delimiter))) ? begun : null;
  };
  const skip = (from: number): void => {
    const end = rest.indexOf('\n', from);
    skipping = end < 0;
    rest = skipping ? '' : rest.slice(end + 1);
  };

  return (piece, last) => {
    rest = rest === '' ? piece : rest + piece;
    if (parser === null) {
      if (rest.length < GUESS_CHARACTERS && !last) return true;
      parser = begin();
    }
    if (skipping) skip(0);
    let endless = false;
    while (!skipping) {
      const whole = last || endless;
      if (!rest.includes('"')) {
        const begun = addLines(rest, whole);
        if (begun === null) return false;
        rest = begun;
      } else {
        const parsed = parser.parse(rest, 0, !whole) as Papa.ParseResult<string[]>;
        const fault = parsed.errors.find((error) => error.type === 'Quotes');
        const sound = fault ? (fault.row ?? 0) : parsed.data.length;
        for (let row = 0; row < sound; row++) if (!table.add(parsed.data[row] ?? [])) return false;
        if (fault) {
          const row = table.height + 1;
          table.add([]);
          if (++broken > BROKEN_QUOTES) {
            log.add('table.broken-quotes', { row });
            return false;
          }
          log.add('table.broken-quote', { row });
          skip(fault.index ?? 0);
          continue;
        }
        rest = whole ? '' : rest.slice(parsed.meta.cursor);
      }
      skipping = endless;
      if (rest.length <= LONGEST_ROW) return true;
      endless = true;
    }
    return true;
  };
}

/** The delimiter under which most of the first lines have the same number of columns, two or more. */
export function guessDelimiter(text: string): string {
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
