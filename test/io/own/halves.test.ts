import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/io/built-in-node.ts';
import { readHalves, readRest, type Helper } from '../../../src/io/own/halves.ts';
import { placeOfTables } from '../../../src/io/own/own-place.ts';
import { readFile } from '../../../src/io/own/read-file.ts';
import { readTable } from '../../../src/io/own/read-text.ts';
import { createReader } from '../../../src/io/own/reader.ts';
import { plainSteps } from '../../../src/io/own/split-plain.ts';
import { LIMITS, type OwnTable } from '../../../src/io/own/table.ts';
import { loadReference } from '../../../src/io/reference.ts';
import { atOnce } from '../../../src/model/turns.ts';
import { gb18030, joined, utf8, utf8Mark } from '../../fixtures/own/gb18030.ts';
import { allTexts, rowsOf } from '../../fixtures/own/read.ts';

const nobodyStops = (): boolean => false;
const deaf = (): void => undefined;
/** Another reader, in the same thread. */
const helper: Helper = { readRest, stop: deaf };
const fileOf = (bytes: Uint8Array): File => new File([new Uint8Array(bytes)], 'a.csv');
const halves = (bytes: Uint8Array) => readHalves(fileOf(bytes), helper, deaf, nobodyStops, 1);
const plain = (bytes: Uint8Array) => atOnce(plainSteps('a.csv', bytes));

/** All that readers see of a table. */
const contents = (table: OwnTable) => ({
  file: table.file,
  rows: rowsOf(table),
  widths: [...table.widths.subarray(0, table.height)],
  columns: table.columns.map(({ texts, ids }) => [allTexts(texts), [...texts.numbers], [...ids]]),
});

/** Compares reading in halves with reading whole. @returns whether it was read in halves */
async function same(bytes: Uint8Array): Promise<boolean> {
  const table = await halves(bytes);
  if (table === null) throw new Error('nobody stopped it');
  if (table === 'other') return false;
  const whole = plain(bytes);
  expect(whole).not.toBe(null);
  expect(contents(table)).toEqual(whole && contents(whole));
  return true;
}

describe('a file that two readers read', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '110101',
      '007',
      '东坝乡',
      '11010119800307123X',
      '１１０１０１１９８００３０７１２３Ｘ',
      '2024',
    ),
    fc.string({ unit: fc.constantFrom(...'红格渔镇㐂 019.-'), maxLength: 6 }),
  );
  const bare = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 25 });
  const lineEnd = fc.constantFrom('\n', '\r\n');
  const encode = fc.constantFrom(utf8, utf8Mark, gb18030);
  const head = '区划代码,名称,年份';

  it('gives the table of one reader, whatever its cells, line ends and encoding', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(bare, lineEnd, fc.boolean(), encode, fc.boolean(), async (table, end, closed, write, quote) => {
        const lines = table.map((cells) => cells.map((text) => (quote ? `"${text}"` : text)).join(','));
        const text = [head, ...lines].join(end) + (closed ? end : '');
        if (write === gb18030 && text.includes('㐂')) return;
        if (await same(write(text))) found++;
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(250);
  });

  it('is left to one reader where quotes hold line ends, separators or quotes, wherever the middle falls', async () => {
    let left = 0;
    const odd = fc.constantFrom('"红\n格"', '"红\r\n格"', '"a,b"', '"1""2"', '"x', 'y"', '"1" ', '\u0007');
    await fc.assert(
      fc.asyncProperty(bare, odd, fc.nat(), lineEnd, async (cells, sign, at, end) => {
        const lines = cells.map((row) => row.join(','));
        lines[at % lines.length] = `${sign},${sign}`;
        const bytes = utf8([head, ...lines, ''].join(end));
        const [whole, table] = [plain(bytes), await halves(bytes)];
        if (whole === null) left++;
        if (whole === null) expect(table).toBe('other');
        else if (table !== 'other') expect(table && contents(table)).toEqual(contents(whole));
      }),
      { numRuns: 400 },
    );
    expect(left).toBeGreaterThan(100);
  });

  it('is cut at a line, never within a sign', async () => {
    const line = '东坝乡㐂,510422101\r\n';
    for (const write of [utf8, (text: string) => gb18030(text.replaceAll('㐂', '镇'))]) {
      for (let shift = 0; shift < 24; shift++) {
        expect(await same(write(`${'x'.repeat(shift)},代码\r\n${line.repeat(40)}`))).toBe(true);
      }
    }
  });

  it('is left to one reader where a half is worse than the other', async () => {
    const sound = utf8('乡镇,年份\n' + '东坝乡,2020\n'.repeat(50));
    for (const rest of [
      gb18030('东坝乡,2020\n'.repeat(50)),
      joined(utf8('东坝乡,2020\n'.repeat(50)), Uint8Array.of(0xff, 0xff, 10)),
      utf8(`${'东坝乡,2020\n'.repeat(50)}"东坝,\n`),
      utf8(`${'东坝乡,2020\n'.repeat(50)}1${',1'.repeat(LIMITS.columns)}\n`),
    ]) {
      expect(await halves(joined(sound, rest))).toBe('other');
      expect(await halves(joined(rest, sound))).toBe('other');
    }
    expect(await halves(utf8('东坝乡,2020\r'.repeat(80)))).toBe('other');
    expect(await halves(utf8(`,,\n`.repeat(50)))).toBe('other');
    expect(await halves(utf8(`乡镇,年份\n${',,\n'.repeat(50)}`))).not.toBe('other');
  });

  it('has the same limits', async () => {
    const { rows } = LIMITS;
    const lines = (count: number) =>
      fileOf(new Uint8Array(count * 2).fill(10).map((_, at) => (at % 2 === 0 ? 49 : 10)));
    const most = await readHalves(lines(rows - 1), helper, deaf, nobodyStops, 1);
    expect(most !== null && most !== 'other' && most.height).toBe(rows);
    expect(await readHalves(lines(rows), helper, deaf, nobodyStops, 1)).toBe('other');
  });

  it('is read by one reader when the other fails, and by none any more when it is stopped', async () => {
    const file = fileOf(utf8('乡镇,年份\n' + '东坝乡,2020\n'.repeat(50)));
    const stops: string[] = [];
    const other = (answer: 'other' | null): Helper => ({
      readRest: async () => answer,
      stop: () => void stops.push(String(answer)),
    });
    expect(await readHalves(file, other('other'), deaf, nobodyStops, 1)).toBe('other');
    expect(await readHalves(file, other(null), deaf, nobodyStops, 1)).toBe(null);
    expect(await readHalves(file, helper, deaf, () => true, 1)).toBe(null);
    expect(stops).toEqual(['other', 'null']);
  });

  it('is not waited for by the other reader when its own half is odd', async () => {
    const file = fileOf(utf8('乡镇,"年\n份"\n' + '东坝乡,2020\n'.repeat(50)));
    let stopped = false;
    const slow: Helper = { readRest: () => new Promise(() => undefined), stop: () => (stopped = true) };
    expect(await readHalves(file, slow, deaf, nobodyStops, 1)).toBe('other');
    expect(stopped).toBe(true);
  });

  it('that cannot be read any more is left to be refused', async () => {
    const gone = { name: 'a.csv', size: 5_000_000, slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }) };
    const file = gone as unknown as File;
    expect(await readHalves(file, helper, deaf, nobodyStops)).toBe('other');
    expect(await readRest(file, 10)).toBe('other');
  });
});

describe('large files', async () => {
  const reference = await loadReference(readText);
  const year = (at: number): number => 2011 + (at % 10);
  const areas = (at: number): [string, string] => [
    `${510_422_100 + Math.floor(at / 10)}`,
    `乡${Math.floor(at / 10)}镇`,
  ];
  const long = (bad: (at: number) => boolean): string =>
    `区划代码,乡镇,年份,人口\r\n${Array.from({ length: 80_000 }, (_, at) =>
      [...areas(at), year(at), bad(at) ? '三千' : 3000 + (at % 700)].join(','),
    ).join('\r\n')}\r\n`;
  const staffing = '乡镇,年份,类别,人数\n乡1镇,2020,已注册,7\n乡7999镇,2020,已注册,多\n';

  /** What a reader of the browser says about files; alone, or with another reader. */
  async function checked(census: Uint8Array, other?: Helper) {
    const reader = createReader(async () => reference);
    const shares: number[] = [];
    const read = await reader.read(
      new File([new Uint8Array(census)], '人口.csv'),
      (share) => shares.push(share),
      other,
    );
    await reader.read(new File([staffing], '人员.csv'), deaf, other);
    const check = await reader.check({ sheets: { census: 1, staffing: 2 }, columns: {}, merged: {} });
    return { read, check, shares };
  }

  it.each([
    ['sound', () => false],
    ['bad in the second half alone', (at: number) => at > 60_000 && at % 97 === 0],
    ['bad here and there', (at: number) => at % 1009 === 0],
  ] as const)('%s tell the same problems with two readers, with one, and without a browser', async (_, bad) => {
    const census = utf8(long(bad));
    let asked = 0;
    const counting: Helper = {
      readRest: (...given) => {
        asked++;
        return readRest(...given);
      },
      stop: deaf,
    };
    const [two, one] = [await checked(census, counting), await checked(census)];
    expect(asked).toBe(1);
    expect(two.read).toEqual(one.read);
    expect(two.check).toEqual(one.check);
    expect(two.shares.length).toBeGreaterThan(1);
    expect(two.shares).toEqual([...two.shares].sort((a, b) => a - b));
    const [ofCensus, ofStaffing] = [
      await readFile({ name: '人口.csv', bytes: census }),
      readTable({ name: '人员.csv', bytes: utf8(staffing) }),
    ];
    const headless = placeOfTables({ census: ofCensus.tables[0]!, staffing: ofStaffing.table! }, reference);
    expect(two.check?.problems).toEqual(headless.problems);
    expect(two.check?.problems.map(({ code }) => code)).toContain('cell.number');
  });

  it('with a quoted line end or a broken quote in the second half are read as by one reader', async () => {
    for (const last of [
      '510422100,"乡\r\n镇",2020,5\r\n',
      '510422100,"乡镇,2020,5\r\n',
      '510422100,乡镇,2020,"5\r\n6',
    ]) {
      const census = utf8(long(() => false) + last);
      const [two, one] = [await checked(census, helper), await checked(census)];
      expect(two.read).toEqual(one.read);
      expect(two.check).toEqual(one.check);
    }
  });
});
