import { describe, expect, it } from 'vitest';
import type { AreaRef } from '../../../src/io/own/area-ref.ts';
import { readCensus } from '../../../src/io/own/census.ts';
import { readDistances } from '../../../src/io/own/distances.ts';
import { eachFigure } from '../../../src/io/own/figure-list.ts';
import { readColumns } from '../../../src/io/own/header.ts';
import { readStaffing } from '../../../src/io/own/staffing.ts';
import { parseTable } from '../../../src/io/own/read-text.ts';
import type { Problem } from '../../../src/model/types.ts';
import { noTable } from '../../fixtures/own/read.ts';
import { censusCases } from '../../fixtures/own/census-cases.ts';
import { staffingCases } from '../../fixtures/own/staffing-cases.ts';

const tableOf = (text: string) => parseTable('f.csv', text).table ?? noTable;
const codesOf = (problems: Problem[]) => [...new Set(problems.map(({ code }) => code))];
const nameOf = ({ code, name }: AreaRef) => code ?? name;

interface Split {
  sex: 0 | 1 | null;
  ages: { from: number; to: number } | null;
}
const splitOf = ({ sex, ages }: Split) =>
  (sex === null ? '' : ` sex ${sex}`) + (ages === null ? '' : ` age ${ages.from}–${ages.to}`);

describe('a census file', () => {
  it.each(censusCases)('is read as expected: $name', ({ text, codes, read }) => {
    const { rows, problems } = readCensus(tableOf(text));
    expect(codesOf(problems)).toEqual(codes);
    const lines = [...eachFigure(rows)].map((row) => {
      const type = row.type === 'population' ? '' : ` ${row.type}`;
      return `${nameOf(row.area)} ${row.year} ${row.value}${type}${splitOf(row)}${row.projected ? ' projected' : ''}`;
    });
    expect(lines).toEqual(read);
  });

  it('names a wrong cell by file, row, column, value and what was expected', () => {
    const { problems } = readCensus(tableOf('标题\n地区,年份,常住人口\n红格镇,20204,5\n渔门镇,2020,-5\n'));
    expect(problems).toEqual([
      { code: 'cell.year', values: { file: 'f.csv', row: 3, column: 2, value: '20204', expected: '1949–2100' } },
      { code: 'cell.negative', values: { file: 'f.csv', row: 4, column: 3, value: '-5', expected: '≥ 0' } },
      { code: 'table.no-rows', values: { file: 'f.csv' } },
    ]);
  });

  it('takes a column for what was chosen by hand', () => {
    const table = tableOf('乡镇,年份,人口数,常住人口\n红格镇,2020,30000,30501\n');
    const { rows, problems } = readCensus(table, { 2: null });
    expect(problems).toEqual([]);
    expect([...eachFigure(rows)].map(({ value }) => value)).toEqual([30501]);
  });

  it('takes the one of several columns of a meaning that was chosen by hand, and names the others', () => {
    const table = tableOf('乡镇,年份,人口数,常住人口\n红格镇,2020,30000,30501\n');
    const { rows, problems } = readCensus(table, { 2: 'population' });
    expect(problems).toMatchObject([{ code: 'check.unused-columns', values: { columns: '4 常住人口' } }]);
    expect([...eachFigure(rows)].map(({ value }) => value)).toEqual([30000]);
    expect(codesOf(readCensus(table, { 2: 'population', 3: 'population' }).problems)).toContain('header.ambiguous');
  });

  it('finds a header made of words that only the reader knows, when told', () => {
    const table = tableOf('甲,乙,丙\n红格镇,2020,30501\n');
    expect(readColumns(table, 'census').header).toBeNull();
    const { rows } = readCensus(table, { 0: 'area_name', 1: 'year', 2: 'population' });
    expect([...eachFigure(rows)]).toMatchObject([{ year: 2020, value: 30501 }]);
  });

  it('lists five hundred problems of a kind, and counts the rest', () => {
    const bad = Array.from({ length: 600 }, () => '红格镇,2020,-1\n').join('');
    const { problems } = readCensus(tableOf(`地区,年份,人口\n${bad}渔门镇,2020,1\n`));
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)).toEqual({ code: 'own.more', values: { file: 'f.csv', of: 'cell.negative', count: 100 } });
  });
});

describe('a staffing file', () => {
  it.each(staffingCases)('is read as expected: $name', ({ text, codes, read }) => {
    const { rows, problems } = readStaffing(tableOf(text));
    expect(codesOf(problems)).toEqual(codes);
    const lines = [...eachFigure(rows)].map((row) => {
      const training = row.path === null ? '' : ` ${row.path} ${row.expectedYear}`;
      return `${nameOf(row.area) ?? row.institution} ${row.year} ${row.category} ${row.value}${splitOf(row)}${training}`;
    });
    expect(lines).toEqual(read);
  });

  it.each(staffingCases.filter(({ text }) => text.includes('姓名')))(
    'lets no name and no ID number out: $name',
    ({ text }) => {
      const { rows, problems } = readStaffing(tableOf(text));
      expect(
        JSON.stringify({ rows: [...eachFigure(rows)], wheres: rows.wheres, whats: rows.whats, problems }),
      ).not.toMatch(/张三|李四|王五|5104221980|E\+17/);
    },
  );

  it('tells in which year a list is from by its title', () => {
    const { rows } = readStaffing(
      tableOf('全科医生花名册（截至2023年12月31日）,,\n姓名,乡镇,类别\n张三,红格镇,注册\n'),
    );
    expect([...eachFigure(rows)]).toMatchObject([{ year: 2023, value: 1 }]);
  });
});

describe('a file of distances', () => {
  it('is read with codes or names', () => {
    const { rows, problems } = readDistances(
      tableOf('from_code,to_code,km\n510422100,510422101,12.5\n510422100,510422102,\n'),
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { row: 2, from: { code: '510422100', name: null }, to: { code: '510422101', name: null }, km: 12.5 },
    ]);
    expect(readDistances(tableOf('起点,终点,距离（公里）\n红格镇,渔门镇,30\n')).rows).toMatchObject([{ km: 30 }]);
  });

  it('is read in the unit that its header, its title or a cell says', () => {
    const km = (text: string) => readDistances(tableOf(text)).rows.map((row) => row.km);
    expect(km('起点,终点,距离（米）\n红格镇,渔门镇,3200\n红格镇,永兴镇,12.5公里\n')).toEqual([3.2, 12.5]);
    expect(km('单位：米,,\n起点,终点,距离\n红格镇,渔门镇,3200\n')).toEqual([3.2]);
    expect(km('起点,终点,距离\n红格镇,渔门镇,3200米\n红格镇,永兴镇,9\n红格镇,红宝乡,7km\n')).toEqual([3.2, 9, 7]);
    expect(km('起点,终点,里程（华里）\n红格镇,渔门镇,30\n')).toEqual([15]);
    expect(km('起点,终点,距离（分钟）\n红格镇,渔门镇,40\n')).toEqual([]);
  });

  it('names distances that are impossible or given twice', () => {
    const { rows, problems } = readDistances(
      tableOf('起点,终点,公里\n甲镇,乙镇,-3\n甲镇,丙镇,9\n甲镇,丙镇,9\n甲镇,丁镇,远\n'),
    );
    expect(codesOf(problems)).toEqual(['distances.range', 'distances.repeated', 'cell.number']);
    expect(rows).toHaveLength(1);
  });
});
