import { withLineFeeds } from './decode.ts';
import { GUESS_CHARACTERS, guessDelimiter } from './split-text.ts';
import { LIMITS, tableBuilder, type OwnTable, type TableBuilder } from './table.ts';
import { NO_BYTES, withByte } from './text-numbers.ts';

type Encoding = 'utf-8' | 'gb18030';

/** Bytes that are split at once. */
const PIECE = 1_000_000;
const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const MARK = [0xef, 0xbb, 0xbf];
/** Bytes that hold what a delimiter is guessed from, in either encoding and with two signs to a line end. */
export const HEAD = GUESS_CHARACTERS * 8;
/** What a byte is inside a cell. Of several bytes of one sign none is a separator, a line end or a control in either encoding. */
const PART = 0;
const END = 1;
const ODD = 2;
/** Of the controls, tabulator and form feed do stand in text. */
const CONTROLS = Array.from({ length: 32 }, (_, byte) => byte).filter((byte) => byte !== 9 && byte !== 12);

/** Whole lines of a file, one after the other. */
export interface Lines {
  bytes: Uint8Array;
  /** The beginning of the file, `HEAD` bytes or more; the same as `bytes` where they begin it. */
  head: Uint8Array;
  /** They end the file. */
  last: boolean;
}
/** What was read of plain lines. */
export interface PlainRows {
  encoding: Encoding;
  table: TableBuilder;
}

/**
 * The table of a file that is plain: UTF-8 or GB18030, cells bare or whole in quotes, without controls, within the limits. So are
 * nearly all large files, and their bytes are split and told apart before they are text: this takes half the time of reading text.
 * Each step tells how many bytes have been read.
 * @returns null where anything is not so: the general reading (`textPieces`, `textSplitter`) gives the same table of what is plain
 */
export function* plainSteps(file: string, bytes: Uint8Array): Generator<number, OwnTable | null> {
  const rows = yield* plainRows(file, { bytes, head: bytes, last: true });
  return rows && finished(rows.table);
}

/** null: not plain, or all blank. */
export function finished(rows: TableBuilder): OwnTable | null {
  const { table, problems } = rows.finish();
  return problems.length > 0 ? null : table;
}

/** As `plainSteps`, of some lines. In a plain file a line feed always ends a row. */
export function* plainRows(file: string, lines: Lines): Generator<number, PlainRows | null> {
  const marked = MARK.every((byte, at) => lines.head[at] === byte);
  for (const encoding of marked ? (['utf-8'] as const) : (['utf-8', 'gb18030'] as const)) {
    const table = yield* rowsIn(file, lines, marked ? MARK.length : 0, encoding);
    if (table !== 'other') return table && { encoding, table };
  }
  return null;
}

/** @param begin of the text in the file @returns `other`: the bytes are no text in this encoding */
function* rowsIn(
  file: string,
  { bytes, head, last }: Lines,
  begin: number,
  encoding: Encoding,
): Generator<number, TableBuilder | null | 'other'> {
  const text = new TextDecoder(encoding).decode(head.subarray(begin, begin + HEAD), { stream: true });
  const first = withLineFeeds(text);
  if (/^"?sep=/i.test(first)) return null;
  const builder = tableBuilder(file, encoding);
  const rows = rowSplitter(builder, bytes, guessDelimiter(first));
  // What follows the last line feed is a row too, be it empty.
  const end = bytes.length + (last ? 1 : 0);
  for (let at = head === bytes ? begin : 0; at < end;) {
    try {
      at = rows(at, Math.min(at + PIECE, end));
    } catch (error) {
      if (error instanceof TypeError) return 'other';
      throw error;
    }
    if (at < 0) return null;
    yield Math.min(at, bytes.length);
  }
  return builder;
}

/**
 * @returns splits the rows that begin from one position on and before another, and says where the next begins, beyond the end after
 * the last; -1: not plain
 */
function rowSplitter(
  table: TableBuilder,
  bytes: Uint8Array,
  delimiter: string,
): (from: number, until: number) => number {
  const separator = delimiter.charCodeAt(0);
  const what = new Uint8Array(256);
  for (const byte of CONTROLS) what[byte] = ODD;
  for (const byte of [separator, LINE_FEED, RETURN]) what[byte] = END;
  const inQuotes = what.slice();
  for (const byte of [LINE_FEED, RETURN]) inQuotes[byte] = ODD;
  inQuotes[separator] = PART;
  inQuotes[QUOTE] = END;
  const { length } = bytes;

  return (from, until) => {
    let at = from;
    while (at < until) {
      if (table.height === LIMITS.rows) return -1;
      for (let column = 0; ; column++) {
        // Beyond the end is not looked: engines read arrays faster that are always read within.
        const quoted = at < length && bytes[at] === QUOTE;
        const kinds = quoted ? inQuotes : what;
        if (quoted) at++;
        const start = at;
        let hash = NO_BYTES;
        let kind = PART;
        for (; at < length; at++) {
          const byte = bytes[at]!;
          kind = kinds[byte]!;
          if (kind !== PART) break;
          hash = withByte(hash, byte);
        }
        if (kind === ODD || at - start > LIMITS.cell || column === LIMITS.columns) return -1;
        if (at > start) table.put(column, bytes, start, at, hash);
        // Two quotes would stand for one; what follows a quote otherwise ends the cell.
        if (quoted && (at++ >= length || (at < length && what[bytes[at]!] !== END))) return -1;
        const sign = at < length ? bytes[at] : LINE_FEED;
        at++;
        if (sign === separator) continue;
        if (!table.close(column + 1)) return -1;
        if (sign === RETURN && at < length && bytes[at] === LINE_FEED) at++;
        break;
      }
    }
    return at;
  };
}
