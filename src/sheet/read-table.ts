import Papa from 'papaparse';

/** An XLSX file is a ZIP. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The cells of a small table: CSV in UTF-8 or GB18030, or the first sheet of a workbook. Apostrophes before formulas are taken off.
 * @throws Error where it is neither
 */
export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const rows = isZip(bytes)
    ? await firstSheet(bytes)
    : Papa.parse<string[]>(textOf(bytes), { skipEmptyLines: true }).data;
  return rows.map((row) => row.map((cell) => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '')));
}

async function firstSheet(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  const [sheet] = await readXlsxFile(new Uint8Array(bytes).buffer);
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));
}

/** Strict UTF-8 first: text in GB18030 never passes for it. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
