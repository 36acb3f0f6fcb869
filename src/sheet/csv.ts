import { harmless } from './harmless.ts';
import type { Cell } from './table.ts';

/**
 * Rows as CSV with CR LF, as Excel writes it. Text that would run as a formula gets an apostrophe; numbers are written in their
 * shortest exact form.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : cell === null || !Number.isFinite(cell) ? '' : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A byte order mark: without it Chinese Excel takes the file for GBK. */
export const MARK = '\ufeff';

export const utf8WithMark = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(MARK + text);
