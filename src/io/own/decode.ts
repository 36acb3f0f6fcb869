import type { Problem } from '../../model/types.ts';
import { kindOfBytes } from './magic.ts';

/** A file as the reader gave it. */
export interface OwnFile {
  name: string;
  bytes: Uint8Array;
}

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
/** What is wrong with a file as a whole, without its name. */
export type Refusal = Problem;

/** Bytes beyond which a text file is not read. */
export const MOST_BYTES = 200_000_000;
/** Bytes that are decoded at once. */
const PIECE = 1_000_000;
/** Byte order marks; the decoder takes them off. */
const MARKS: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
// Tabulator, line feed, form feed, carriage return and the end-of-file sign of old systems do stand in text.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0001-\u0008\u000b\u000e-\u0019\u001b-\u001f]/;
const LINE_FEED = 10;

/** A piece of a file's text, with line feeds alone for line ends, and how many bytes have been read with it. */
export interface Piece {
  text: string;
  done: number;
  last: boolean;
  /** The text begins: pieces that came before were read in a wrong encoding. */
  first: boolean;
}

/**
 * The text of a file in UTF-8, GB18030 or UTF-16, piece by piece. A byte order mark decides; without one strict UTF-8 is tried first,
 * because strict GB18030 accepts a quarter of the Chinese lines that are UTF-8; UTF-16 without a mark is known by its zero bytes.
 * @returns at its end null, or why the file, all of it, is refused. Codes: `file.empty`; `file.too-big` {bytes, limit};
 * `file.not-text` {kind}; `file.null-bytes` {offset}; `file.encoding` {offset, row}: neither UTF-8 nor GB18030 from that byte on
 * (counted from 0)
 */
export function* textPieces(bytes: Uint8Array): Generator<Piece, Refusal | null> {
  const refusal = refusalOf(bytes);
  if (refusal !== null) return refusal;
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const zero = bytes.indexOf(0);
  const wide = marked ?? (zero < 0 ? null : wideEncoding(bytes));
  if (zero >= 0 && !wide?.startsWith('utf-16')) return { code: 'file.null-bytes', values: { offset: zero } };
  const candidates: Encoding[] = wide ? [wide] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    const refusal = yield* piecesIn(bytes, encoding);
    if (refusal !== 'wrong') return refusal;
  }
  const offset = Math.max(...candidates.map((one) => faultOf(bytes, one) ?? 0));
  return { code: 'file.encoding', values: { offset, row: lineAt(bytes, offset) } };
}

/** Why bytes are not looked at as text: the codes of `textPieces` that come before any reading. */
export function refusalOf(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return { code: 'file.empty', values: {} };
  if (bytes.length > MOST_BYTES) {
    return { code: 'file.too-big', values: { bytes: bytes.length, limit: MOST_BYTES } };
  }
  const kind = kindOfBytes(bytes);
  return kind === null ? null : { code: 'file.not-text', values: { kind } };
}

/** As `textPieces`, in one encoding. @returns `wrong`: the bytes from here on are not in it */
function* piecesIn(bytes: Uint8Array, encoding: Encoding): Generator<Piece, Refusal | null | 'wrong'> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const wide = encoding.startsWith('utf-16');
  let blank = true;
  let length = 0;
  let held = '';
  for (let from = 0, done = 0; from < bytes.length; from = done) {
    done = endOfPiece(bytes, from, encoding);
    const last = done === bytes.length;
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(from, done), { stream: !last });
    } catch {
      return 'wrong';
    }
    const zeroAt = wide ? text.indexOf('\0') : -1;
    if (zeroAt >= 0) return { code: 'file.null-bytes', values: { offset: (length + zeroAt) * 2 } };
    if (CONTROL.test(text)) return { code: 'file.not-text', values: { kind: '?' } };
    length += text.length;
    blank &&= text.trim() === '';
    if (blank && last) return { code: 'file.empty', values: {} };
    // A line end may be cut in two.
    text = held + text;
    held = !last && text.endsWith('\r') ? '\r' : '';
    if (held !== '') text = text.slice(0, -1);
    // oxlint-disable-next-line no-control-regex
    if (last) text = text.replace(/\u001a+\s*$/, '');
    yield { text: withLineFeeds(text), done, last, first: from === 0 };
  }
  return blank ? { code: 'file.empty', values: {} } : null;
}

/** Where a piece ends: with a line where that can be told, so that no line need be joined. */
function endOfPiece(bytes: Uint8Array, from: number, encoding: Encoding): number {
  const end = from + PIECE;
  if (end >= bytes.length) return bytes.length;
  // Of several bytes of one sign none is a line feed, but in UTF-16.
  const line = encoding.startsWith('utf-16') ? 0 : bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
  return line > from ? line : end;
}

/** Windows ends lines with two signs, old systems with the first of them. */
export const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** UTF-16 without a mark: digits, separators and line ends have a zero byte, always on the same side. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const few = bytes.length / 20;
  if (zeros[0] === 0 && zeros[1] >= few) return 'utf-16le';
  return zeros[1] === 0 && zeros[0] >= few ? 'utf-16be' : null;
}

/** Offset of the first byte that the encoding does not allow; null where it allows all. */
function faultOf(bytes: Uint8Array, encoding: Encoding): number | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.length; from += PIECE) {
    const to = Math.min(bytes.length, from + PIECE);
    try {
      decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length });
    } catch {
      return firstFault(bytes.subarray(0, to), encoding, from);
    }
  }
  return null;
}

/** By halving the longest beginning that decodes, which reaches to `sound` at least. */
function firstFault(bytes: Uint8Array, encoding: Encoding, sound: number): number {
  // No sign of two or four bytes has a line feed in it, but in UTF-16.
  const start = sound === 0 || encoding.startsWith('utf-16') ? 0 : bytes.lastIndexOf(LINE_FEED, sound - 1) + 1;
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(start, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = start;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Line that a byte stands in, from 1. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = bytes.indexOf(LINE_FEED); i >= 0 && i < offset; i = bytes.indexOf(LINE_FEED, i + 1)) line++;
  return line;
}
