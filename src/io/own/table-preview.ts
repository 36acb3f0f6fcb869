import { readColumns, type Chosen } from './header.ts';
import { readStaffing } from './staffing.ts';
import { meaningsOf, PRIVATE_MEANINGS, type FileKind, type Meaning } from './synonyms.ts';
import type { OwnTable } from './table.ts';

/** The beginning of a table as it was understood. */
export interface TablePreview {
  file: string;
  columns: { index: number; text: string; meaning: Meaning | null; hidden: boolean }[];
  /** First rows under the header; hidden columns are blank. */
  rows: { row: number; cells: string[] }[];
  /** What a column of this kind of file can be taken for. */
  meanings: Meaning[];
}

const SHOWN = 6;

/**
 * Columns and first rows. Of a list of persons only columns that are understood and name nobody are shown; of a table whose header
 * is not found no cell is, since nobody knows what stands there.
 */
export function previewOf(table: OwnTable, kind: FileKind, chosen: Chosen): TablePreview {
  const { header } = readColumns(table, kind, chosen);
  const meanings = meaningsOf(kind);
  if (!header) {
    const width = Math.max(0, ...table.rows.slice(0, 40).map((row) => row.length));
    const columns = Array.from({ length: width }, (_, index) => ({
      index,
      text: '',
      meaning: chosen[index] ?? null,
      hidden: true,
    }));
    return { file: table.file, columns, rows: [], meanings };
  }
  const top = { file: table.file, rows: table.rows.slice(0, header.last + 2 + SHOWN) };
  const roster = kind === 'staffing' && readStaffing(top, chosen).roster;
  const columns = header.columns.map(({ index, text, meaning }) => ({
    index,
    text,
    meaning,
    hidden: meaning === null ? roster : PRIVATE_MEANINGS.includes(meaning),
  }));
  const body = table.rows.slice(header.last + 1, header.last + 1 + SHOWN);
  const shown = body.map((cells, at) => ({
    row: header.last + 2 + at,
    cells: columns.map(({ index, hidden }) => (hidden ? '' : (cells[index] ?? ''))),
  }));
  const rows = shown.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { file: table.file, columns, rows, meanings };
}
