import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { textPieces } from '../../../src/io/own/decode.ts';
import { problemLog } from '../../../src/io/own/problem-log.ts';
import { parseTable, readTable } from '../../../src/io/own/read-text.ts';
import { textSplitter } from '../../../src/io/own/split-text.ts';
import { LIMITS, tableBuilder } from '../../../src/io/own/table.ts';
import { gb18030, joined, utf16, utf8 } from '../../fixtures/own/gb18030.ts';
import { rowsOf } from '../../fixtures/own/read.ts';

/** Splits a text that comes in pieces, cut at these shares of its length. */
function inPieces(text: string, cuts: readonly number[]) {
  const log = problemLog('a.csv');
  const builder = tableBuilder('a.csv');
  const split = textSplitter(builder, log);
  const ends = [...cuts.map((cut) => 1 + Math.floor(cut * (text.length - 1))), text.length];
  let from = 0;
  for (const end of [...new Set(ends)].sort((a, b) => a - b)) {
    if (!split(text.slice(from, end), end === text.length)) break;
    from = end;
  }
  const { table, problems } = builder.finish();
  return { rows: table && rowsOf(table), problems: [...log.all(), ...problems] };
}
const atOnce = (text: string) => {
  const { table, problems } = parseTable('a.csv', text);
  return { rows: table && rowsOf(table), problems };
};

describe('a text that comes in pieces', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'红格渔门镇 0123456789'), maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'红,"\n格;'), maxLength: 8 }),
  );
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  // Beyond what the separator is guessed from, so that the rows come in pieces.
  const filler = Papa.unparse(Array.from({ length: 2500 }, (_, index) => [`${index}`, '红格镇', '30501']));
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

  it('gives the same table as in one, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), cuts, (rows, at) => {
        const tail = Papa.unparse(rows, { newline: '\n' });
        const text = `${filler.replaceAll('\r\n', '\n')}\n${tail}\n`;
        expect(inPieces(text, at)).toEqual(atOnce(text));
      }),
      { numRuns: 60 },
    );
  });

  it('loses the same lines to broken quotes, wherever it is cut', () => {
    const damage = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), put: fc.constantFrom('"', '"x') }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(damage, cuts, (damages, at) => {
        let text = filler.replaceAll('\r\n', '\n');
        for (const { at: place, put } of damages) {
          const start = text.lastIndexOf('\n', Math.floor(place * text.length)) + 1;
          text = `${text.slice(0, start)}${put}${text.slice(start)}`;
        }
        const [pieces, whole] = [inPieces(text, at), atOnce(text)];
        expect(pieces.problems).toEqual(whole.problems);
        expect(pieces.rows).toEqual(whole.rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a file of several pieces', () => {
  const line = '510422101,红格镇,2020,30501\r\n';
  const long = (head: string, lines = 70_000): string => head + line.repeat(lines);

  it.each([
    ['UTF-8', utf8],
    ['GB18030', gb18030],
    ['UTF-16', (text: string) => utf16(text, 'le', true)],
  ] as const)('is read whole in %s, signs and line ends that are cut in two included', (_, encode) => {
    for (const shift of [0, 1, 2, 3, 4]) {
      const bytes = encode(long('x'.repeat(shift) + line, 45_000));
      expect(bytes.length).toBeGreaterThan(1_000_000);
      const { table, problems } = readTable({ name: 'a.csv', bytes });
      expect(problems).toEqual([]);
      expect(table?.height).toBe(45_002);
      expect(table?.columns.map(({ texts }) => texts.numbers.length)).toEqual([shift === 0 ? 2 : 3, 2, 2, 2]);
    }
  });

  it('tells how far it has been read, and ends with all of it', () => {
    const bytes = utf8(long(''));
    const done = [...textPieces(bytes)].map((piece) => piece.done);
    expect(done.length).toBeGreaterThan(2);
    expect(done.at(-1)).toBe(bytes.length);
  });

  it('with a broken byte far down tells its offset and line, in mixed encodings too', () => {
    const sound = utf8(long(''));
    const broken = joined(sound, gb18030(line), Uint8Array.of(0xff, 0xff));
    const [problem] = readTable({ name: 'a.csv', bytes: broken }).problems;
    expect(problem?.code).toBe('file.encoding');
    expect(problem?.values['row']).toBeGreaterThanOrEqual(70_001);
  });

  it('with a quote broken on line 30,000 loses this line alone', () => {
    const lines = long('').split('\r\n');
    lines[29_999] = `"${lines[29_999]}`;
    const { table, problems } = readTable({ name: 'a.csv', bytes: utf8(lines.join('\r\n')) });
    expect(problems).toEqual([{ code: 'table.broken-quote', values: { file: 'a.csv', row: 30_000 } }]);
    expect(table?.height).toBe(70_001);
    expect(table?.widths[29_999]).toBe(0);
  });

  it('with a line that never ends is refused for its columns, and with a cell that never ends goes on after it', () => {
    const endless = readTable({ name: 'a.csv', bytes: utf8(`a,b\n${'1,'.repeat(5_000_000)}`) });
    expect(endless.table).toBe(null);
    expect(endless.problems.map(({ code }) => code)).toEqual(['table.columns']);
    const novel = readTable({ name: 'a.csv', bytes: utf8(`a,b\n1,${'x'.repeat(9_000_000)}\n3,4\n`) });
    expect(novel.problems).toEqual([
      { code: 'table.cell', values: { file: 'a.csv', row: 2, column: 2, limit: LIMITS.cell } },
    ]);
    expect(novel.table && rowsOf(novel.table)).toEqual([['a', 'b'], ['1', ''], ['3', '4'], ['']]);
  });

  it('with a quote that swallows millions of lines loses the line where it stands', () => {
    const { table, problems } = readTable({ name: 'a.csv', bytes: utf8(`"${long('', 300_000)}`) });
    expect(problems.map(({ code, values }) => [code, values['row']])).toEqual([['table.broken-quote', 1]]);
    expect(table?.height).toBe(300_001);
  });
});
