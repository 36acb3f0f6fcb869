import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/io/built-in-node.ts';
import { readCensus } from '../../../src/io/own/census.ts';
import { eachFigure } from '../../../src/io/own/figure-list.ts';
import { ownPlace } from '../../../src/io/own/own-place.ts';
import { readTable } from '../../../src/io/own/read-text.ts';
import { loadReference } from '../../../src/io/reference.ts';
import { gb18030, gbSigns, joined, utf16, utf8, utf8Mark } from '../../fixtures/own/gb18030.ts';
import { noTable, rowsOf } from '../../fixtures/own/read.ts';

const reference = await loadReference(readText);

const ENCODINGS: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': utf8,
  'UTF-8 with byte order mark': utf8Mark,
  GB18030: gb18030,
  'UTF-16 LE': (text) => utf16(text, 'le', true),
  'UTF-16 BE': (text) => utf16(text, 'be', true),
};
const DELIMITERS = [',', '\t', ';'];

const written = [...gbSigns].filter((sign) => /[\p{Script=Han}\w ,;"\t]/u.test(sign));
const cell = fc.string({ unit: fc.constantFrom(...written), maxLength: 8 });
/** Chinese headers, as any file has them: text without a byte above 127 is the same in three encodings. */
const table = fc
  .integer({ min: 2, max: 8 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
  )
  .map((rows) => [rows[0]?.map((_, index) => `指标${'甲乙丙丁戊己庚辛'[index]}`) ?? [], ...rows]);

interface Series {
  code: string;
  name: string;
  persons: number[];
}
const years = fc
  .uniqueArray(fc.integer({ min: 2000, max: 2024 }), { minLength: 1, maxLength: 5 })
  .map((list) => list.sort());
const series = fc.uniqueArray(
  fc.record({
    code: fc.integer({ min: 100, max: 399 }).map((serial) => `510422${serial}`),
    name: fc
      .string({ unit: fc.constantFrom(...'红格渔门永兴桐子林新九益民'), minLength: 2, maxLength: 4 })
      .map((stem) => `${stem}镇`),
    persons: fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 5, maxLength: 5 }),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 8 },
);
const figures = (areas: Series[], list: number[]) =>
  areas.flatMap(({ code, persons }) => list.map((year, index) => `${code} ${year} ${persons[index]}`)).sort();

describe('a table', () => {
  it.each(Object.keys(ENCODINGS))('comes back as it was written, in %s with every separator', (encoding) => {
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), fc.constantFrom('\n', '\r\n'), (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline });
        const read = readTable({ name: 'a.csv', bytes: ENCODINGS[encoding]?.(text) ?? utf8('') });
        expect(read.problems).toEqual([]);
        expect(read.table && rowsOf(read.table)).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a census', () => {
  const shapes: Record<string, (areas: Series[], list: number[]) => string[][]> = {
    long: (areas, list) => [
      ['常住人口', '区划代码', '年份', '乡镇'],
      ...areas.flatMap(({ code, name, persons }) =>
        list.map((year, index) => [`${persons[index]}`, code, `${year}`, name]),
      ),
    ],
    wide: (areas, list) => [
      ['区划代码', '乡镇', ...list.map((year) => `${year}年`)],
      ...areas.map(({ code, name, persons }) => [code, name, ...list.map((_, index) => `${persons[index]}`)]),
    ],
    'wide with thousands separators and a title': (areas, list) => [
      ['盐边县各乡镇常住人口', ...list.map(() => '')],
      ['区划代码', '乡镇', ...list.map((year) => `${year}年末常住人口（人）`)],
      ...areas.map(({ code, name, persons }) => [
        code,
        name,
        ...list.map((_, index) => (persons[index] ?? 0).toLocaleString('en-US')),
      ]),
    ],
  };
  it.each(Object.keys(shapes))('gives the same figures in every encoding, %s', (shape) => {
    fc.assert(
      fc.property(
        series,
        years,
        fc.constantFrom(...Object.keys(ENCODINGS)),
        fc.constantFrom(...DELIMITERS),
        (areas, list, encoding, delimiter) => {
          const text = Papa.unparse(shapes[shape]?.(areas, list) ?? [], { delimiter });
          const { table: read } = readTable({ name: 'a.csv', bytes: ENCODINGS[encoding]?.(text) ?? utf8('') });
          const { rows, problems } = readCensus(read ?? noTable);
          expect(problems).toEqual([]);
          expect([...eachFigure(rows)].map(({ area, year, value }) => `${area.code} ${year} ${value}`).sort()).toEqual(
            figures(areas, list),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('mutated files', () => {
  const census =
    '盐边县,,,\n区划代码,乡镇,2019年,2020年（万人）\n合计,,"54,000",5.2\n510422100,桐子林镇,27000,2.7\n510422101,红格镇,27000,2.5\n注：无\n';
  const staffing =
    '姓名,身份证号,乡镇,年份,性别,出生日期,执业范围,培训途径,预计结业年份\n张三,510422198001010011,红格镇,2020,男,1980-01-01,全科医学,转岗,\n李四,,桐子林镇,2020,女,,内科,规培,2022\n';
  const counts = '乡镇,年份,类别,年龄组,人数\n红格镇,2020,注册,35-39,5\n桐子林镇,2020,在培,,1\n合计,2020,注册,,5\n';
  const distances = 'from_code,to_code,km\n510422100,510422101,12\n';
  const sources = [census, staffing, counts, distances];
  const encodings = Object.values(ENCODINGS);
  const pieces = [
    '"',
    ',',
    '\n',
    '\t',
    '-',
    '9',
    '万',
    '合计',
    '2020',
    '=',
    '\0',
    '年',
    '.',
    'e',
    '人口',
    '其中',
    '(',
    '1.1E+11',
  ];

  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const cut = fc.integer({ min: 0, max: 6 });
  const words = fc.array(fc.record({ at, cut, put: fc.constantFrom('', ...pieces) }), { minLength: 1, maxLength: 2 });
  const raw = fc.record({ at, cut, put: fc.uint8Array({ maxLength: 3 }) });
  const mutated = (kind: number) =>
    fc
      // One file in eight is damaged as bytes, after it has been written.
      .tuple(words, fc.constantFrom(...encodings), fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, raw))
      .map(([changes, encode, damage]) => {
        let text = sources[kind] ?? '';
        for (const { at: place, cut: length, put } of changes) {
          const start = Math.floor(place * text.length);
          text = text.slice(0, start) + put + text.slice(start + length);
        }
        const bytes = encode(text);
        if (damage === null) return bytes;
        const start = Math.floor(damage.at * bytes.length);
        return joined(bytes.subarray(0, start), damage.put, bytes.subarray(start + damage.cut));
      });
  const file = (bytes: Uint8Array) => ({ name: 'a.csv', bytes });

  it('never make the reader fail, twenty thousand of them', () => {
    let files = 0;
    let places = 0;
    fc.assert(
      fc.property(mutated(0), fc.oneof(mutated(1), mutated(2)), mutated(3), (first, second, third) => {
        const built = ownPlace({ census: file(first), staffing: file(second), distances: file(third) }, reference);
        files += 3;
        if (built.place === null) {
          expect(built.problems.some(({ code }) => code.startsWith('own.no-'))).toBe(true);
          return;
        }
        places++;
        const { areas, residents, starts } = built.place;
        expect(residents).toHaveLength(areas.length);
        for (const { stocks } of starts) {
          expect(stocks).toHaveLength(areas.length);
          for (const { registered, assistant, unregistered, pool } of stocks) {
            expect(Math.min(registered, assistant, unregistered, pool)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 8000 },
    );
    expect(files).toBeGreaterThanOrEqual(20_000);
    expect(places).toBeGreaterThan(800);
  });
});
