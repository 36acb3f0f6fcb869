import { workbook } from '../../sheet/workbook.ts';
import type { Rows } from './own-table.ts';

/** A workbook of one sheet of text. Codes stay text, so Excel keeps their digits. */
export const xlsx = (rows: Rows): Promise<Uint8Array> => workbook([{ name: 'Sheet1', rows }]);
