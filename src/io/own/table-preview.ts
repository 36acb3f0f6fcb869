import { readColumns, type Chosen } from './header.ts';
import { isRoster } from './staffing.ts';
import { meaningsOf, PRIVATE_MEANINGS, type FileKind, type Meaning } from './synonyms.ts';
import { rowOf, topOf, type OwnTable } from './table.ts';

/** The beginning of a table as it was understood. */
export interface TablePreview {
  file: string;
  columns: { index: number; text: string; meaning: Meaning | null; hidden: boolean }[];
  /** First rows under the header; hidden columns are blank. */
  rows: { row: number; cells: string[] }[];
  /** What a column of this kind of file can be taken for. */
  meanings: Meaning[];
}

const SHOWN = 20;

/**
 * Columns and first rows. Of a list of persons only columns that are understood and name nobody are shown; of a table whose header
 * is not found no cell is, since nobody knows what stands there.
 */
export function previewOf(table: OwnTable, kind: FileKind, chosen: Chosen): TablePreview {
  const { header } = readColumns(table, kind, chosen);
  const meanings = meaningsOf(kind);
  if (!header) {
    const width = Math.max(0, ...topOf(table, 40).map((row) => row.length));
    const columns = Array.from({ length: width }, (_, index) => ({
      index,
      text: '',
      meaning: chosen[index] ?? null,
      hidden: true,
    }));
    return { file: table.file, columns, rows: [], meanings };
  }
  const roster = kind === 'staffing' && isRoster(header);
  const columns = header.columns.map(({ index, text, meaning }) => ({
    index,
    text,
    meaning,
    hidden: meaning === null ? roster : PRIVATE_MEANINGS.includes(meaning),
  }));
  const first = header.last + 1;
  const shown = Array.from({ length: Math.min(SHOWN, table.height - first) }, (_, at) => {
    const cells = rowOf(table, first + at);
    return {
      row: first + at + 1,
      cells: columns.map(({ index, hidden }) => (hidden ? '' : (cells[index] ?? ''))),
    };
  });
  const rows = shown.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { file: table.file, columns, rows, meanings };
}
