import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, describe, expect, it } from 'vitest';
import { csv, utf8WithMark } from '../../src/sheet/csv.ts';
import { gb18030 } from '../../src/sheet/gb18030.ts';
import { harmless } from '../../src/sheet/harmless.ts';
import type { Cell } from '../../src/sheet/table.ts';
import { workbook } from '../../src/sheet/workbook.ts';
import { office, throughOffice, type CHARSET } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'wanren-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS: Cell[][] = [
  ['区域', '代码', '密度', '备注'],
  ['怀化市', '431200', 2.012345678901234, '逗号，"引号", 换行\n第二行'],
  ['𠮷首乡', '000001', -15, '=HYPERLINK("x")'],
  ['湘西土家族苗族自治州', '433100', 1522, '@SUM(1+1)*cmd'],
  ['空', '430000', null, ''],
];
/** What a reader of the file must find, as text; the apostrophe keeps a formula from running. */
const text = (cell: Cell): string => (cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell));
const expected = ROWS.map((row) => row.map(text));

/** The only table of a file as LibreOffice reads it. */
const opened = (name: string, bytes: Uint8Array, charset?: keyof typeof CHARSET): string[][] =>
  [...throughOffice(folder, { [name]: bytes }, charset).values()][0] ?? [];
/** Numbers as a spreadsheet shows them in full may differ in their last digit. */
function expectSame(found: string[][]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((row, at) =>
    row.forEach((cell, column) => {
      const wanted = expected[at]?.[column] ?? '';
      if (typeof ROWS[at]?.[column] === 'number') expect(Number(cell)).toBeCloseTo(Number(wanted), 12);
      else expect(cell).toBe(wanted);
    }),
  );
}
const parsed = (bytes: Uint8Array, encoding: string): string[][] =>
  Papa.parse<string[]>(new TextDecoder(encoding).decode(bytes).replace(/\r\n$/, '')).data;

describe('a CSV file', () => {
  it('begins with a byte order mark in UTF-8, and reads back in both encodings', () => {
    const made = csv(ROWS);
    expect(utf8WithMark(made).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(parsed(utf8WithMark(made), 'utf-8')).toEqual(expected);
    expect(parsed(gb18030(made), 'gb18030')).toEqual(expected);
  });

  it('has no cell that runs as a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(csv([[`${start}1`]])).toMatch(/^"?'/);
    expect(csv([[-1, 2.5, null, Number.NaN]])).toBe('-1,2.5,,\r\n');
  });

  it('opens in LibreOffice with the same figures and its Chinese intact', () => {
    const made = csv(ROWS);
    const [utf, gb] = [utf8WithMark(made), gb18030(made)];
    expectSame(office ? opened('utf8.csv', utf) : parsed(utf, 'utf-8'));
    expectSame(office ? opened('gb.csv', gb, 'gb18030') : parsed(gb, 'gb18030'));
  });
});

describe('a workbook', () => {
  it('has its sheets with numbers as numbers and codes as text', async () => {
    const bytes = await workbook([
      { name: '区域', rows: ROWS },
      { name: '数据字典 [a/b]: 一个长得不能再长的表名，超过三十一个字的限制', rows: [['列', '单位']] },
    ]);
    const [areas, dictionary] = await readXlsxFile(bytes.buffer);
    expect(areas?.sheet).toBe('区域');
    expect(dictionary?.sheet.length).toBeLessThanOrEqual(31);
    const rows = areas?.data ?? [];
    expect(rows[1]?.slice(0, 3)).toEqual(['怀化市', '431200', 2.012345678901234]);
    expect(rows[1]?.[3]).toMatch(/^逗号，"引号", 换行\s第二行$/);
    expect(rows[2]?.slice(0, 3)).toEqual(['𠮷首乡', '000001', -15]);
  });

  it('opens in LibreOffice with the same figures and its Chinese intact', async () => {
    const bytes = await workbook([{ name: '区域', rows: ROWS }]);
    if (office) return expectSame(opened('book.xlsx', bytes));
    const [sheet] = await readXlsxFile(bytes.buffer);
    expectSame((sheet?.data ?? []).map((row) => ROWS[0]!.map((_, column) => String(row[column] ?? ''))));
  });
});
