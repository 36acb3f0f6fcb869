import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureList, summedUp } from '../../../src/io/own/figure-list.ts';
import { idFacts, withoutPerson } from '../../../src/io/own/id-number.ts';
import { problemLog } from '../../../src/io/own/problem-log.ts';
import { textSplitter } from '../../../src/io/own/split-text.ts';
import { rowOf, tableBuilder, type OwnTable } from '../../../src/io/own/table.ts';
import { hashOf, textAt, textNumbers } from '../../../src/io/own/text-numbers.ts';
import { utf8 } from '../../fixtures/own/gb18030.ts';
import { allTexts } from '../../fixtures/own/read.ts';

const cell = fc.oneof(
  fc.constantFrom('', '110101', '东坝乡', '注册', '2024', '东坝乡中心卫生院全科医学科门诊部'),
  fc.string({ unit: fc.constantFrom('a', 'b', '镇', '1', ' ', '－', '😀'), maxLength: 25 }),
);

/** Numbers the texts of a column in UTF-8. @param hash of all of them, in place of their own */
function numbering(hash?: number) {
  const { numberOf, finish } = textNumbers('utf-8');
  return {
    finish,
    texts: () => allTexts(finish()),
    numberOf(text: string): number {
      const bytes = utf8(`，${text}，`);
      const [from, to] = [3, bytes.length - 3];
      return numberOf(bytes, from, to, hash ?? hashOf(bytes, from, to));
    },
  };
}

describe('texts of a column', () => {
  it('are numbered in the order of their first mention, as a map would number them', () => {
    fc.assert(
      fc.property(
        fc.array(
          cell.filter((text) => text !== ''),
          { maxLength: 300 },
        ),
        (cells) => {
          const { texts, numberOf } = numbering();
          const known = new Map<string, number>();
          for (const text of cells) {
            if (!known.has(text)) known.set(text, known.size + 1);
            expect(numberOf(text)).toBe(known.get(text));
          }
          expect(texts()).toEqual(['', ...known.keys()]);
        },
      ),
    );
  });

  it('are told apart where their hashes are the same', () => {
    const { texts, numberOf } = numbering(7);
    const numbers = Array.from({ length: 2000 }, (_, at) => numberOf(`t${at}`));
    expect(new Set(numbers).size).toBe(2000);
    const all = texts();
    expect(numbers.map((number) => all[number])).toEqual(Array.from({ length: 2000 }, (_, at) => `t${at}`));
  });

  it('are still read when so many of them are new that they are not looked for any more', () => {
    const { finish, numberOf } = numbering();
    for (let at = 1; at <= 200_100; at++) numberOf(String(at));
    const again = numberOf('5');
    expect(again).toBe(200_101);
    expect([textAt(finish(), 200_100), textAt(finish(), again)]).toEqual(['200100', '5']);
  });

  it('that are one to nine digits say a number, and no others do', () => {
    const { finish, numberOf } = numbering();
    for (const text of ['0', '30501', '999999999', '007', '1234567890', '-1', '1.5', ' 1', '１', '1镇']) numberOf(text);
    expect([...finish().numbers]).toEqual([-1, 0, 30501, 999_999_999, 7, -1, -1, -1, -1, -1, -1]);
  });

  it('that are no text in their encoding are refused', () => {
    const { numberOf } = textNumbers('utf-8');
    expect(() => numberOf(Uint8Array.of(0x61, 0xff), 0, 2, 7)).toThrow(TypeError);
  });

  it('that are ID numbers keep year of birth and sex alone, however they are written', () => {
    for (const id of [
      '11010119800307123X',
      "'110101198003071232",
      '１１０１０１１９８００３０７１２３８',
      '110101 19800307 123x',
    ]) {
      const { texts, numberOf } = numbering();
      const number = numberOf(id);
      expect(texts()[number]).toBe(withoutPerson({ born: 1980, sex: 0 }));
      expect(idFacts(texts()[number] ?? '')).toEqual({ born: 1980, sex: 0 });
    }
    // Excel's rounding, a month that is none, a sign too many: no ID numbers.
    for (const text of ['1.10101198003E+17', '110101198013071232', '1101011980030712345', '11010119800347123X']) {
      expect(idFacts(text)).toBe(null);
    }
  });
});

describe('lines without quotes', () => {
  const shown = (table: OwnTable | null): string[][] =>
    Array.from({ length: table?.height ?? 0 }, (_, row) => rowOf(table as OwnTable, row));

  it('give the table that the parser of quoted lines gives', () => {
    const line = fc.array(cell, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t'),
        (lines, delimiter) => {
          const text = lines
            .map((cells) => cells.map((one) => one.replaceAll(/[,;\t\n]/g, '')).join(delimiter))
            .join('\n');
          const builder = tableBuilder('a.csv');
          textSplitter(builder, problemLog('a.csv'))(`sep=${delimiter}\n${text}`, true);
          const parsed = text === '' ? [] : Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data;
          expect(shown(builder.finish().table)).toEqual([[], ...parsed]);
        },
      ),
    );
  });

  it('may end in any number of empty cells', () => {
    const builder = tableBuilder('a.csv');
    const split = textSplitter(builder, problemLog('a.csv'));
    expect(split(`a,b\n1,2${','.repeat(40_000)}\n3,4`, true)).toBe(true);
    const { table, problems } = builder.finish();
    expect(problems).toEqual([]);
    expect(shown(table).map((cells) => cells.filter((one) => one !== ''))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});

describe('figures summed up', () => {
  it('keep every head, each kind once a place, in the order of their first mention', () => {
    const figure = fc.tuple(fc.nat(5), fc.nat(3), fc.nat(9));
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 60 }), (list) => {
        const figures = figureList<number, number>();
        list.forEach(([where, what, value], row) =>
          figures.add(
            row + 1,
            figures.wheres.numberOf(where, () => where),
            figures.whats.numberOf(what, () => what),
            value,
          ),
        );
        const sums = new Map<string, [row: number, value: number]>();
        list.forEach(([where, what, value], row) => {
          const before = sums.get(`${where} ${what}`);
          sums.set(`${where} ${what}`, [before?.[0] ?? row + 1, (before?.[1] ?? 0) + value]);
        });
        const { wheres, whats, ...found } = summedUp(figures.finish());
        const shown = Array.from({ length: found.length }, (_, at) => [
          `${wheres[found.where[at] ?? 0]} ${whats[found.what[at] ?? 0]}`,
          [found.row[at], found.value[at]],
        ]);
        expect(shown).toEqual([...sums]);
      }),
    );
  });
});
