import type { Problem } from '../../model/types.ts';
import type { OwnFile } from './decode.ts';
import { readColumns } from './header.ts';
import { kindOfBytes } from './magic.ts';
import type { FileKind } from './synonyms.ts';
import { readTable, tableSteps } from './read-text.ts';
import type { OwnTable } from './table.ts';
import { inTurns } from '../../model/turns.ts';
import { loadXlsx, MOST_UNPACKED, readWorkbook, unpackedSize } from './workbook.ts';

export const KINDS: readonly FileKind[] = ['census', 'staffing', 'distances'];

/** The tables of a file. */
export interface ReadFile {
  tables: OwnTable[];
  problems: Problem[];
}

/**
 * The tables of a file, text or workbook, read in turns with other work. Codes: those of `tableSteps` and `readWorkbook`;
 * `file.too-big` {bytes, limit} for a workbook that is too large when unpacked
 * @param told bytes read so far, now and then
 * @returns null: it was told to stop
 */
export async function readInTurns(
  file: OwnFile,
  told: (done: number) => void,
  isStopped: () => boolean,
): Promise<ReadFile | null> {
  if (kindOfBytes(file.bytes) !== 'XLSX') {
    const read = await inTurns(tableSteps(file), told, isStopped);
    return read && { tables: read.table ? [read.table] : [], problems: read.problems };
  }
  const read = await readFile(file);
  return isStopped() ? null : read;
}

/** As `readInTurns`, at once. */
export async function readFile(file: OwnFile): Promise<ReadFile> {
  if (kindOfBytes(file.bytes) !== 'XLSX') {
    const { table, problems } = readTable(file);
    return { tables: table ? [table] : [], problems };
  }
  const unpacked = unpackedSize(file.bytes);
  if (unpacked !== null && unpacked <= MOST_UNPACKED) return readWorkbook(file, loadXlsx);
  const values = { file: file.name, bytes: unpacked ?? 0, limit: MOST_UNPACKED };
  return { tables: [], problems: [{ code: unpacked === null ? 'file.workbook' : 'file.too-big', values }] };
}

/** How many columns of a table are understood when it is read as each kind of file; 0: its header is not found. */
export function fits(table: OwnTable): Record<FileKind, number> {
  const fit = (kind: FileKind): number =>
    readColumns(table, kind).header?.columns.filter(({ meaning }) => meaning !== null).length ?? 0;
  return { census: fit('census'), staffing: fit('staffing'), distances: fit('distances') };
}

/** The kind of file under which most columns are understood, and how many; null where no header is found. */
export function guessKind(table: OwnTable): { kind: FileKind | null; fit: number } {
  const fit = fits(table);
  const best = KINDS.reduce((a, b) => (fit[b] > fit[a] ? b : a));
  return { kind: fit[best] > 0 ? best : null, fit: fit[best] };
}

/**
 * Of several sheets the one that fits a kind best, the first of equals.
 * @returns code: `check.sheet` {sheet, others}: which of them it is
 */
export function bestSheet(
  tables: readonly OwnTable[],
  kind: FileKind,
): { table: OwnTable | null; problems: Problem[] } {
  const [first, ...rest] = tables.map((table) => ({ table, fit: fits(table)[kind] }));
  if (!first) return { table: null, problems: [] };
  const { table } = rest.reduce((best, one) => (one.fit > best.fit ? one : best), first);
  const others = tables.filter((one) => one !== table).map(({ file }) => file);
  const values = { file: table.file, sheet: table.file, others: others.join(', ') };
  return { table, problems: others.length > 0 ? [{ code: 'check.sheet', values }] : [] };
}
