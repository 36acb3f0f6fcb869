import { strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/io/built-in-node.ts';
import { readDistances } from '../../../src/io/own/distances.ts';
import { ownPlace } from '../../../src/io/own/own-place.ts';
import { csvText } from '../../../src/io/own/own-table.ts';
import { bestSheet, guessKind, readFile } from '../../../src/io/own/read-file.ts';
import { createReader, type Accepted, type Wanted } from '../../../src/io/own/reader.ts';
import type { FileKind } from '../../../src/io/own/synonyms.ts';
import { tableOf } from '../../../src/io/own/table.ts';
import { TEMPLATES } from '../../../src/io/own/templates.ts';
import { unpackedSize } from '../../../src/io/own/workbook.ts';
import { xlsx } from '../../../src/io/own/xlsx.ts';
import { loadReference } from '../../../src/io/reference.ts';
import { utf8 } from '../../fixtures/own/gb18030.ts';
import { rowsOf } from '../../fixtures/own/read.ts';

const reference = await loadReference(readText);
type Given = Partial<Record<FileKind, Uint8Array>>;

/** Loads files as the page does and accepts them. */
async function load(given: Given, merged: Wanted['merged'] = {}) {
  const reader = createReader(async () => reference);
  const sheets: Wanted['sheets'] = {};
  for (const [kind, bytes] of Object.entries(given) as [FileKind, Uint8Array][]) {
    const read = await reader.read({ name: `${kind}.csv`, bytes });
    if (!read) throw new Error('nobody has stopped it');
    expect(read.problems).toEqual([]);
    expect(read.sheets.map(({ guess }) => guess)).toEqual([kind]);
    const [sheet] = read.sheets;
    if (sheet) sheets[kind] = sheet.id;
  }
  const checked = await reader.check({ sheets, columns: {}, merged });
  if (!checked) throw new Error('nobody has stopped it');
  return { reader, checked, accepted: await reader.accept(merged) };
}
const bytesOf = ({ texts }: Accepted): Given =>
  Object.fromEntries(Object.entries(texts).map(([kind, text]) => [kind, utf8(text)]));
function figures(accepted: Accepted | null) {
  if (!accepted) throw new Error('no place');
  const { areas, residents, starts, groups, level } = accepted.place;
  return { areas, residents, groups, level, stocks: starts.map(({ base, stocks }) => ({ base, stocks })) };
}

const roster = `姓名,身份证号,性别,出生日期,工作单位,乡镇,年份,执业范围,培训途径,预计结业年份,备注
张三丰,510422198005011234,男,1980-05-01,桐子林镇卫生院,桐子林镇,2020,全科医学专业,转岗,,住东街
李四光,,女,,桐子林镇卫生院,桐子林镇,2020,全科医学专业,规培,,
王五行,,,,桐子林镇卫生院,桐子林镇,2020,全科医学专业,转岗,,
赵六甲,,女,1979-01-01,红格镇卫生院,红格镇,2020,,规培,2022,
`;
const census = `区划代码,乡镇,级别,年份,常住人口,性别,年龄组
510422100,桐子林镇,乡镇,2019,27000,,
510422100,桐子林镇,乡镇,2020,27522,,
510422100,桐子林镇,乡镇,2020,13000,男,0-59
510422100,桐子林镇,乡镇,2025（预测）,28000,,
510422101,红格镇,乡镇,2019,30000,,
510422101,红格镇,乡镇,2020,30501,,
510422109,旧镇,乡镇,2019,1000,,
`;

describe('loaded files', () => {
  it('give the same data again after template, filling, loading, downloading and loading', async () => {
    const filled = TEMPLATES.staffing.map((row, index) => (index === 1 ? row.with(5, '=9') : row));
    const staffing = [...filled, ['510422100', '示例镇', '', '2024', '注册', '3', '女', '35-39', '', '']];
    const sound = staffing.map((row) => row.map((cell) => cell.replace('=9', '9')));
    const first = await load({ census: utf8(csvText(TEMPLATES.census)), staffing: utf8(csvText(sound)) });
    expect(first.checked.problems).toEqual([]);
    if (!first.accepted) throw new Error('no place');
    const second = await load(bytesOf(first.accepted));
    expect(figures(second.accepted)).toEqual(figures(first.accepted));
    expect(second.accepted?.print).toBe(first.accepted.print);
    expect(second.accepted?.texts).toEqual(first.accepted.texts);
  });

  it('in a filled template leave its example rows out, and say so', async () => {
    const filled = {
      census: ['510422100', '桐子林镇', '510422', '盐边县', '乡镇', '2024', '27522', '常住', '', '', ''],
      staffing: ['510422100', '桐子林镇', '', '2024', '已注册', '7', '', '', '', '', ''],
      distances: ['510422100', '桐子林镇', '510422101', '红格镇', '9'],
    };
    const bytes = (kind: keyof typeof filled) => utf8(csvText([...TEMPLATES[kind], filled[kind]]));
    const { checked, accepted } = await load({ census: bytes('census'), staffing: bytes('staffing') });
    expect(checked.problems).toMatchObject([
      { code: 'rows.example', values: { file: 'census.csv', rows: 1 } },
      { code: 'rows.example', values: { file: 'staffing.csv', rows: 4 } },
    ]);
    expect(accepted?.place.areas.map(({ name }) => name.zh)).toEqual(['桐子林镇']);
    expect(accepted?.place.residents[0]?.observed).toEqual([{ year: 2024, persons: 27522 }]);
    expect(accepted?.place.starts[0]?.stocks[0]).toMatchObject({ registered: 7, unregistered: 0 });
    expect(JSON.stringify(accepted?.texts)).not.toContain('示例');
    const { tables } = await readFile({ name: 'km.csv', bytes: bytes('distances') });
    const { rows, problems } = readDistances(tables[0]!);
    expect(rows.map(({ km }) => km)).toEqual([9]);
    expect(problems).toMatchObject([{ code: 'rows.example', values: { rows: 1 } }]);
  });

  it('are the same from workbooks as from text files', async () => {
    const filled = [...TEMPLATES.staffing, ['510422100', '示例镇', '', '2024', '注册', '3', '女', '35-39', '', '', '']];
    const texts = await load({ census: utf8(csvText(TEMPLATES.census)), staffing: utf8(csvText(filled)) });
    const books = await load({ census: await xlsx(TEMPLATES.census), staffing: await xlsx(filled) });
    expect(books.checked.problems).toEqual(texts.checked.problems);
    expect(books.accepted?.texts).toEqual(texts.accepted?.texts);
    expect(books.accepted?.print).toBe(texts.accepted?.print);
  });

  it('of persons are kept as counts, which give the same data, without a name, number or remark', async () => {
    const merged = { 510422109: '510422101' };
    const first = await load({ census: utf8(census), staffing: utf8(roster) }, merged);
    if (!first.accepted) throw new Error(JSON.stringify(first.checked.problems));
    const stock = first.accepted.place.starts[0]?.stocks;
    expect(stock?.map(({ registered }) => registered)).toEqual([3, 0]);
    expect(stock?.[1]?.training).toEqual([{ path: 'residency', qualifies: 2022, persons: 1 }]);
    const kept = JSON.stringify([first.accepted.texts, first.checked]);
    for (const secret of ['张三丰', '李四光', '王五行', '510422198005011234', '东街', '1980-05-01']) {
      expect(JSON.stringify(first.accepted.texts)).not.toContain(secret);
    }
    for (const secret of ['张三丰', '510422198005011234', '东街']) expect(kept).not.toContain(secret);
    const again = await first.reader.rebuild(first.accepted.texts, merged);
    expect(again?.print).toBe(first.accepted.print);
    expect(figures(again && { ...again, texts: {} })).toEqual({
      ...figures(first.accepted),
      stocks: figures(first.accepted).stocks.map(({ base, stocks }) => ({
        base,
        stocks: stocks.map((one) => ({ ...one, source: expect.anything() as unknown })),
      })),
    });
  });

  it('offer areas that are gone for merging, and the series goes on', async () => {
    const { checked } = await load({ census: utf8(census), staffing: utf8(roster) });
    expect(checked.gone).toEqual([{ key: '510422109', name: '旧镇' }]);
    const merged = await load({ census: utf8(census), staffing: utf8(roster) }, { 510422109: '510422101' });
    expect(merged.checked.gone).toEqual([]);
    expect(merged.accepted?.place.residents[1]?.observed).toEqual([
      { year: 2019, persons: 31000 },
      { year: 2020, persons: 30501 },
    ]);
  });
});

describe('a downloaded table', () => {
  it('has a byte order mark, and no cell that a spreadsheet would calculate', () => {
    const text = csvText([['名称', '=1+1', '+1', '-1', '@a', '正常']]);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(Papa.parse<string[]>(text.slice(1)).data[0]).toEqual(['名称', "'=1+1", "'+1", "'-1", "'@a", '正常']);
  });
});

describe('a workbook', () => {
  it('that is a template comes back as it was written', async () => {
    const bytes = await xlsx(TEMPLATES.staffing);
    const { tables, problems } = await readFile({ name: 'staffing.xlsx', bytes });
    expect(problems).toEqual([]);
    const width = TEMPLATES.staffing[0]?.length ?? 0;
    expect(
      tables[0] && rowsOf(tables[0]).map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
    ).toEqual(TEMPLATES.staffing);
  });

  it('that is the template of distances is known for what it is, and read without a problem', async () => {
    const { tables } = await readFile({ name: 'km.xlsx', bytes: await xlsx(TEMPLATES.distances) });
    const table = tables[0];
    if (!table) throw new Error('no table');
    expect(guessKind(table)).toMatchObject({ kind: 'distances' });
    const { rows, problems } = readDistances(table);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ from: { code: '510422100' }, to: { code: '510422101' }, km: 12.5 }]);
  });

  it('is refused unopened when it is a bomb, and in words when it is damaged', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/big.xml': new Uint8Array(210_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    const refused = await readFile({ name: 'bomb.xlsx', bytes: bomb });
    expect(refused.problems.map(({ code }) => code)).toEqual(['file.too-big']);
    const cut = (await xlsx(TEMPLATES.census)).slice(0, 2000);
    expect(unpackedSize(cut)).toBe(null);
    const damaged = await readFile({ name: 'cut.xlsx', bytes: cut });
    expect(damaged.tables).toEqual([]);
    expect(damaged.problems.length).toBe(1);
  });
});

describe('the sheets of a workbook', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  /** A template with other rows in its sheet. */
  async function workbook(rows: string): Promise<Uint8Array> {
    const files = unzipSync(await xlsx(TEMPLATES.census));
    const text = new TextDecoder().decode(files[SHEET]);
    return zipSync({
      ...files,
      [SHEET]: strToU8(text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`)),
    });
  }

  it('give the values of formulas, and nothing for formulas without one', async () => {
    const bytes = await workbook(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="str"><f>"红"&amp;"格"</f><v>红格</v></c></row>',
    );
    const { tables, problems } = await readFile({ name: 'a.xlsx', bytes });
    expect(problems).toEqual([]);
    expect(tables[0] && rowsOf(tables[0])).toEqual([['2', '', '红格']]);
  });

  it('of a bomb that lies about its size are never unpacked beyond what it says', async () => {
    const row = '<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>';
    const bomb = await workbook(row.repeat(1_500_000));
    const size = unpackedSize(bomb) ?? 0;
    expect(size).toBeGreaterThan(80_000_000);
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 46 < bomb.length; at++) {
      const entry = { 0x02014b50: 24, 0x04034b50: 22 }[view.getUint32(at, true)];
      if (entry !== undefined && view.getUint32(at + entry, true) > 50_000_000) view.setUint32(at + entry, 9000, true);
    }
    expect(unpackedSize(bomb)).toBeLessThan(30_000);
    const before = process.memoryUsage().rss;
    const { tables } = await readFile({ name: 'bomb.xlsx', bytes: bomb });
    expect(tables.every(({ height }) => height < 1000)).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  it('are chosen by what is understood of them, and it is told which it is', () => {
    const table = (name: string, rows: string[][]) => tableOf(`a.xlsx [${name}]`, rows).table;
    const [notes, poor, rich] = [
      table('说明', [['填表说明'], ['一', '二']]),
      table('旧', [
        ['名称', '人口'],
        ['红格镇', '1'],
      ]),
      table('新', [
        ['区划代码', '名称', '年份', '常住人口'],
        ['510422101', '红格镇', '2020', '1'],
      ]),
    ];
    const tables = [notes, poor, rich].flatMap((one) => one ?? []);
    const best = bestSheet(tables, 'census');
    expect(best.table).toBe(rich);
    expect(best.problems).toEqual([
      {
        code: 'check.sheet',
        values: { file: 'a.xlsx [新]', sheet: 'a.xlsx [新]', others: 'a.xlsx [说明], a.xlsx [旧]' },
      },
    ]);
    expect(bestSheet(tables.slice(2), 'census').problems).toEqual([]);
    expect(bestSheet([], 'census')).toEqual({ table: null, problems: [] });
    expect(tables.map((one) => guessKind(one).kind)).toEqual([null, 'census', 'census']);
  });
});

describe('the rows that were read', () => {
  it('come with the place', () => {
    const { read } = ownPlace({ census: { name: 'a.csv', bytes: utf8(census) } }, reference);
    expect(read.census?.rows.length).toBe(7);
    expect(read.staffing).toBe(null);
  });
});
