import { describe, expect, it } from 'vitest';
import { kindOfBytes } from '../../../src/io/own/magic.ts';
import { readTable } from '../../../src/io/own/read-text.ts';
import { readWorkbook } from '../../../src/io/own/workbook.ts';
import { fileCases } from '../../fixtures/own/file-cases.ts';
import { joined, utf8 } from '../../fixtures/own/gb18030.ts';
import { rowsOf } from '../../fixtures/own/read.ts';

describe('a file', () => {
  it.each(fileCases)('is read or refused as expected: $name', ({ name, bytes, codes, rows }) => {
    const { table, problems } = readTable({ name, bytes });
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(codes);
    expect(table?.height ?? null).toBe(rows);
    for (const { values } of problems) expect(values['file']).toBe(name);
  });

  it('that is refused is called what it is', () => {
    const kind = (name: string) => kindOfBytes(fileCases.find((one) => one.name === name)?.bytes ?? utf8(''));
    expect(kind('pdf-renamed-to.csv')).toBe('PDF');
    expect(kind('zip-renamed-to.csv')).toBe('ZIP');
    expect(kind('workbook-renamed-to.csv')).toBe('XLSX');
    expect(kind('workbook-with-password')).toBe('XLSX-LOCKED');
    expect(kind('web-page-named.xls')).toBe('HTML');
  });

  it('with a broken byte tells its offset and line', () => {
    const bytes = joined(utf8('地区,人口\n红格镇,'), Uint8Array.of(0xff), utf8('\n'));
    expect(readTable({ name: 'a.csv', bytes }).problems).toEqual([
      { code: 'file.encoding', values: { file: 'a.csv', offset: 24, row: 2 } },
    ]);
  });

  it('keeps the row numbers that Excel shows, past a broken quote', () => {
    const { table, problems } = readTable({ name: 'a.csv', bytes: utf8('a,b\n1,"2\n3,4\n5,"6"x\n7,8\n') });
    expect(table && rowsOf(table)).toEqual([['a', 'b'], [], ['3', '4'], [], ['7', '8'], ['']]);
    expect(problems.map(({ values }) => values['row'])).toEqual([2, 4]);
  });

  it('that is a workbook is read through the library that is given, sheet by sheet', async () => {
    const file = { name: '人口.xlsx', bytes: utf8('') };
    const sheets = [
      { name: '2020', rows: [['地区', '人口']] },
      { name: 'wide', rows: [Array.from({ length: 501 }, () => '1')] },
    ];
    const read = await readWorkbook(file, async () => async () => sheets);
    expect(read.tables.map((table) => ({ file: table.file, rows: rowsOf(table) }))).toEqual([
      { file: '人口.xlsx [2020]', rows: [['地区', '人口']] },
    ]);
    expect(read.problems.map(({ code }) => code)).toEqual(['table.columns']);
    const broken = await readWorkbook(file, async () => () => Promise.reject(new Error('bomb')));
    expect(broken).toEqual({ tables: [], problems: [{ code: 'file.workbook', values: { file: '人口.xlsx' } }] });
    const offline = await readWorkbook(file, () => Promise.reject(new Error('offline')));
    expect(offline).toEqual({ tables: [], problems: [{ code: 'file.library', values: { file: '人口.xlsx' } }] });
  });
});
