import type { Problem } from '../../model/types.ts';
import { kindOfBytes } from './magic.ts';

/** A file as the reader gave it. */
export interface OwnFile {
  name: string;
  bytes: Uint8Array;
}

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Bytes beyond which a text file is not read. */
const MOST_BYTES = 200_000_000;
/** Byte order marks; the decoder takes them off. */
const MARKS: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
// Tabulator, line feed, form feed, carriage return and the end-of-file sign of old systems do stand in text.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0001-\u0008\u000b\u000e-\u0019\u001b-\u001f]/;

/**
 * The text of a file in UTF-8, GB18030 or UTF-16. A byte order mark decides; without one strict UTF-8 comes first, because
 * strict GB18030 accepts a quarter of the Chinese lines that are UTF-8; UTF-16 without a mark is known by its zero bytes.
 * @returns the text, or null with what is wrong. Codes: `file.empty`; `file.too-big` {bytes, limit}; `file.not-text` {kind};
 * `file.null-bytes` {offset}; `file.encoding` {offset, row}: neither UTF-8 nor GB18030 from that byte on (counted from 0)
 */
export function decode(file: OwnFile): { text: string | null; encoding: Encoding | null; problems: Problem[] } {
  const { bytes } = file;
  const refuse = (code: string, values: Problem['values'] = {}) => ({
    text: null,
    encoding: null,
    problems: [{ code, values: { file: file.name, ...values } }],
  });
  if (bytes.length === 0) return refuse('file.empty');
  if (bytes.length > MOST_BYTES) return refuse('file.too-big', { bytes: bytes.length, limit: MOST_BYTES });
  const kind = kindOfBytes(bytes);
  if (kind !== null) return refuse('file.not-text', { kind });

  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const zero = bytes.indexOf(0);
  const wide = marked ?? (zero < 0 ? null : wideEncoding(bytes));
  if (zero >= 0 && !wide?.startsWith('utf-16')) return refuse('file.null-bytes', { offset: zero });
  const candidates: Encoding[] = wide ? [wide] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    const text = strictly(bytes, encoding);
    if (text === null) continue;
    if (text.trim() === '') return refuse('file.empty');
    if (text.includes('\0')) return refuse('file.null-bytes', { offset: text.indexOf('\0') * 2 });
    if (CONTROL.test(text)) return refuse('file.not-text', { kind: '?' });
    // oxlint-disable-next-line no-control-regex
    return { text: text.replace(/\u001a+\s*$/, ''), encoding, problems: [] };
  }
  const offset = Math.max(...candidates.map((encoding) => firstFault(bytes, encoding)));
  return refuse('file.encoding', { offset, row: lineAt(bytes, offset) });
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: digits, separators and line ends have a zero byte, always on the same side. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const few = bytes.length / 20;
  if (zeros[0] === 0 && zeros[1] >= few) return 'utf-16le';
  return zeros[1] === 0 && zeros[0] >= few ? 'utf-16be' : null;
}

/** Offset of the first byte that the encoding does not allow: the longest beginning that decodes, by halving. */
function firstFault(bytes: Uint8Array, encoding: Encoding): number {
  const sound = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (sound(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Line that a byte stands in, from 1. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = bytes.indexOf(10); i >= 0 && i < offset; i = bytes.indexOf(10, i + 1)) line++;
  return line;
}
