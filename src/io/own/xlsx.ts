import { harmless, type Rows } from './own-table.ts';

/** A workbook of one sheet of text; the library for it is loaded at the first call. Codes stay text, so Excel keeps their digits. */
export async function xlsx(rows: Rows): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const [header = [], ...body] = rows;
  const cells = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...body.map((row) => row.map((cell) => (cell === '' ? null : { value: harmless(cell), type: String }))),
  ];
  const blob = await writeExcelFile(cells, { columns: header.map(() => ({ width: 14 })) }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
