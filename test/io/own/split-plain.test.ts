import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/model/turns.ts';
import { textSteps } from '../../../src/io/own/read-text.ts';
import { plainSteps } from '../../../src/io/own/split-plain.ts';
import { gb18030, utf8, utf8Mark } from '../../fixtures/own/gb18030.ts';
import { allTexts, rowsOf } from '../../fixtures/own/read.ts';

const plain = (bytes: Uint8Array) => atOnce(plainSteps('a.csv', bytes));
const general = (bytes: Uint8Array) => atOnce(textSteps({ name: 'a.csv', bytes }));

/** Compares the two ways of reading. @returns whether the file is plain */
function same(bytes: Uint8Array): boolean {
  const [fast, slow] = [plain(bytes), general(bytes)];
  if (fast === null) return false;
  expect(slow.problems).toEqual([]);
  expect(slow.table && rowsOf(slow.table)).toEqual(rowsOf(fast));
  expect(slow.table?.columns.map(({ texts, ids }) => [allTexts(texts), [...ids]])).toEqual(
    fast.columns.map(({ texts, ids }) => [allTexts(texts), [...ids]]),
  );
  return true;
}

describe('a plain file', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '110101', '东坝乡', '11010119800307123X', '2024', '东坝乡中心卫生院'),
    fc.string({ unit: fc.constantFrom(...'红格渔镇 019.-'), maxLength: 6 }),
  );
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const encode = fc.constantFrom(utf8, utf8Mark, gb18030);
  const whole = fc.constantFrom(
    (text: string) => text,
    (text: string) => `"${text}"`,
    (text: string) => (/\D/.test(text) ? `"${text}"` : text),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 });

  it('gives the table that the general reading gives, whatever its separator, quotes and line ends', () => {
    let found = 0;
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t'),
        lineEnd,
        fc.boolean(),
        encode,
        whole,
        (table, separator, end, closed, write, quote) => {
          const head = ['区划代码', '名称', '年份'].join(separator);
          const lines = [head, ...table.map((cells) => cells.map(quote).join(separator))];
          if (same(write(lines.join(end) + (closed ? end : '')))) found++;
        },
      ),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it('is told from one that is not, which is left to the general reading', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'红a1"" ,;\n\r\t', '\u0007', '\u001a', '\u0000'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(signs, encode, (text, write) => void same(write(text))),
      { numRuns: 2000 },
    );
    for (const text of ['a,b\n"1""2",3', 'a,b\n"1\n2",3', 'a,b\n"1" ,2', 'a,b\n"1', 'sep=;\na;b', 'a\u0007,b', '']) {
      expect(plain(utf8(text))).toBe(null);
    }
    expect(plain(Uint8Array.of(0x61, 0x2c, 0xff, 0x0a))).toBe(null);
    expect(plain(utf8(`a${',1'.repeat(600)}`))).toBe(null);
  });

  it('tells how far it has been read, and ends with all of it', () => {
    const bytes = utf8('510422101,红格镇,2020,30501\r\n'.repeat(70_000));
    const done = [...plainSteps('a.csv', bytes)];
    expect(done.length).toBeGreaterThan(2);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(bytes.length);
  });
});
