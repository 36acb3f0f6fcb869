import Papa from 'papaparse';
import { workbook } from '../../sheet/workbook.ts';
import type { Rows } from './own-table.ts';

/** A workbook of one sheet of text. Codes stay text, so Excel keeps their digits. */
export const xlsx = (rows: Rows): Promise<Uint8Array<ArrayBuffer>> => workbook([{ name: 'Sheet1', rows }]);

/** Columns of the templates that are numbers in Excel as well. */
const NUMBERS: readonly string[] = ['人口', '城镇人口', '人数', '公里'];

/** A table that `ownTexts` has written, as a workbook of one sheet: counts are numbers, all else stays text. */
export function xlsxOfText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...rows] = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: ',',
    skipEmptyLines: true,
  }).data;
  const counted = head.map((title) => NUMBERS.includes(title));
  const cells = rows.map((row) =>
    row.map((cell, column) => {
      // The writer of workbooks puts its own apostrophe before what would run as a formula.
      const bare = cell.replace(/^'(?=[=+\-@\t\r])/, '');
      return counted[column] && /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare;
    }),
  );
  return workbook([{ name: 'Sheet1', rows: [head, ...cells] }]);
}
