import type { Problem } from '../../model/types.ts';
import type { OwnFile } from './decode.ts';
import { tableOf, type OwnTable } from './table.ts';

/** Reads the sheets of a workbook; given by who has the library for it. @throws when the workbook cannot be read */
export type ReadSheets = (bytes: Uint8Array) => Promise<{ name: string; rows: string[][] }[]>;

/** Bytes of a workbook when unpacked beyond which it is not read: a bomb of a few kilobytes can hold gigabytes. */
export const MOST_UNPACKED = 200_000_000;

/** Loads the library that reads the sheets of an XLSX file. Dates become 2020-12-31. */
export async function loadXlsx(): Promise<ReadSheets> {
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  return async (bytes) => {
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOfCell)) }));
  };
}

/**
 * The sheets of a workbook, through the library that the caller loads.
 * @returns an empty list with `file.workbook` where it cannot be read (damaged, or a bomb that the library refuses), or `file.library` where
 * the library could not be loaded
 */
export async function readWorkbook(
  file: OwnFile,
  load: () => Promise<ReadSheets>,
): Promise<{ tables: OwnTable[]; problems: Problem[] }> {
  const none = (code: string) => ({ tables: [], problems: [{ code, values: { file: file.name } }] });
  const read = await load().catch(() => null);
  if (read === null) return none('file.library');
  const sheets = await read(file.bytes).catch(() => null);
  if (sheets === null) return none('file.workbook');
  const limited = sheets.map(({ name, rows }) => tableOf(`${file.name} [${name}]`, rows));
  return {
    tables: limited.flatMap(({ table }) => table ?? []),
    problems: limited.flatMap(({ problems }) => problems),
  };
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

/** Signature and length of an entry of a ZIP directory, and where its size, and the lengths of name, extra and comment stand. */
const ENTRY = { signature: 0x02014b50, length: 46, size: 24, lengths: [28, 30, 32] };
const END = { signature: 0x06054b50, length: 22, entries: 10, offset: 16 };

/** Bytes of all files in a ZIP when unpacked, by its directory, without unpacking it; null where there is no directory. */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END.length;
  while (end >= 0 && view.getUint32(end, true) !== END.signature) end--;
  if (end < 0) return null;
  let at = view.getUint32(end + END.offset, true);
  let sum = 0;
  for (let entry = view.getUint16(end + END.entries, true); entry > 0; entry--) {
    if (at + ENTRY.length > bytes.length || view.getUint32(at, true) !== ENTRY.signature) return null;
    sum += view.getUint32(at + ENTRY.size, true);
    at += ENTRY.lengths.reduce((length, place) => length + view.getUint16(at + place, true), ENTRY.length);
  }
  return sum;
}
