import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/built-in-node.ts';
import { loadSources } from '../../src/io/sources.ts';
import { parseTable, readTable } from '../../src/io/table.ts';

const folder = new URL('../../data/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));

describe('built-in tables', () => {
  it('reads text and numbers by header', () => {
    const [row] = parseTable('a.csv', 'name,persons,share\n"东区, 西区",-3,\n');
    expect([row?.text('name'), row?.number('persons'), row?.optional('share')]).toEqual(['东区, 西区', -3, null]);
  });

  it('names file, row and column of a malformed or missing number', () => {
    const [first, second] = parseTable('a.csv', 'name,persons\nA,12x\nB,\n');
    expect(() => first?.number('persons')).toThrow('a.csv, row 2, column persons: not a number: 12x');
    expect(() => second?.number('persons')).toThrow('a.csv, row 3, column persons: empty');
    expect(() => first?.number('people')).toThrow('a.csv, row 2, column people: no such column');
  });

  it('names file and row of a line with too many or too few cells', () => {
    expect(() => parseTable('a.csv', 'a,b\n1,2\n1,2,3\n')).toThrow('a.csv, row 3');
    expect(() => parseTable('a.csv', 'a,b\n1\n')).toThrow('a.csv, row 2');
  });

  it.each(files)('%s is UTF-8 without a byte order mark and every source in it is known', async (file) => {
    const bytes = readFileSync(new URL(file, folder));
    expect(bytes[0]).not.toBe(0xef);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
    const sourceOf = await loadSources(readText);
    const rows = await readTable(readText, file);
    const header = bytes.toString('utf8').split('\n')[0]?.split(',') ?? [];
    const columns = header.filter((column) => /(^|_)source$/.test(column));
    expect(file === 'sources.csv' || columns.length > 0).toBe(true);
    for (const row of rows) {
      for (const column of columns) {
        const empty = column === 'centres_source' && row.optional('centres') === null;
        if (!empty) expect(sourceOf(row.text(column)).text.zh).not.toBe('');
      }
    }
  });

  it('says which built-in file cannot be read', async () => {
    await expect(readText('nothing.csv')).rejects.toThrow('nothing.csv');
  });
});
