import { harmless } from './harmless.ts';
import type { Cell } from './table.ts';

/** One sheet of a workbook; the first row is its head. */
export interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
}

/** Excel's limit, and the signs that it forbids in names of sheets. */
const LONGEST_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;
const WIDTH = { least: 8, most: 60 };

/** An XLSX file; the library for it is loaded at the first call. Numbers stay numbers, in full; codes and other text stay text. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const blob = await writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name.replace(FORBIDDEN, ' ').slice(0, LONGEST_NAME),
      data: rows.map((row, at) => row.map((cell) => written(cell, at === 0))),
      columns: widths(rows).map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function written(cell: Cell, head: boolean) {
  if (cell === null || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: harmless(cell), type: String, ...(head ? { fontWeight: 'bold' as const } : {}) };
}

/** Widths in digits; a Chinese character takes two. */
function widths(rows: readonly (readonly Cell[])[]): number[] {
  const [head = []] = rows;
  return head.map((_, column) =>
    Math.min(WIDTH.most, Math.max(WIDTH.least, ...rows.slice(0, 200).map((row) => digits(row[column] ?? null) + 2))),
  );
}

function digits(cell: Cell): number {
  if (typeof cell !== 'string') return cell === null ? 0 : Math.min(10, String(cell).length);
  return [...cell].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
}
