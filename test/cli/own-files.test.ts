import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/report.ts';
import { readText } from '../../src/io/built-in-node.ts';
import { readChoices } from '../../src/io/own/hand-choices.ts';
import { createReader, type Wanted } from '../../src/io/own/reader.ts';
import { loadReference } from '../../src/io/reference.ts';
import type { Problem } from '../../src/model/types.ts';
import { workbook } from '../../src/sheet/workbook.ts';
import { gb18030, utf8 } from '../fixtures/own/gb18030.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'wanren-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const census = file(
  'census.csv',
  gb18030(
    '盐边县常住人口\r\n区划代码,乡镇,2019年,2020年\r\n510422100,桐子林镇,2.7万,27522\r\n510422101,红格镇,30000,30501\r\n',
  ),
);
const staffing = file(
  'staffing.csv',
  gb18030('乡镇,年份,类别,人数\r\n桐子林,2020,已注册,7\r\n红格镇,2020,已注册,六\r\n红格镇,2020,可转岗,9\r\n'),
);
function simulate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'src/cli/simulate.ts'), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { code: status, out: stdout, said: stderr };
}

describe('the headless run over own files', () => {
  it('reads GB18030 with Chinese headers, tells every problem, and gives results', () => {
    const { code, out, said } = simulate('#/own/v=1;recruit=2', '--census', census, '--staffing', staffing);
    expect(code).toBe(0);
    const report = JSON.parse(out) as Report;
    expect(report.link).toBe('#/own/v=1;recruit=2');
    expect(report.areas.map(({ name }) => name)).toEqual(['桐子林镇', '红格镇']);
    expect(report.areas.map(({ gps }) => gps[0])).toEqual([7, 0]);
    expect(report.problems.map((problem) => problem.code)).toContain('cell.number');
    expect(said).toContain('Row 3, column 4: “六” is no number');
    expect(said).toContain('file=staffing.csv');
  });

  it('takes what was chosen by hand on the page, and tells the same problems as the page', async () => {
    const people = [
      ['区划代码', '乡镇', '年份', '常住', '户口数', '来源'],
      ['510422100', '桐子林镇', '2019', '26000', '27000', 'x'],
      ['510422101', '红格镇', '2019', '30000', '31000', 'y'],
      ['510422102', '旧乡', '2019', '1000', '1100', 'z'],
      ['510422100', '桐子林镇', '2020', '26500', '27522', 'x'],
      ['510422101', '红格镇', '2020', '31000', '31500', 'y'],
      ['510422101', '红格镇', '2018', '29000', '三万', 'y'],
    ];
    const bytes = await workbook([
      { name: '说明', rows: [['本表由县卫健局填报']] },
      { name: '人口', rows: people },
    ]);
    const book = { name: '人口.xlsx', bytes };
    const staff = { name: 'staffing.csv', bytes: readFileSync(staffing) };
    const reader = createReader(() => loadReference(readText));
    const [a, b] = [await reader.read(book), await reader.read(staff)];
    const wanted: Wanted = {
      sheets: {
        census: a?.sheets.find(({ file }) => file.endsWith('[人口]'))?.id ?? 0,
        staffing: b?.sheets[0]?.id ?? 0,
      },
      columns: { census: { 3: null, 4: 'population' } },
      merged: { '510422102': '510422101' },
    };
    const checked = await reader.check(wanted);
    const written = await reader.choices(wanted);
    expect(JSON.parse(written)).toEqual({
      sheets: { census: '人口' },
      columns: { census: { 4: null, 5: 'population' } },
      merged: { '510422102': '510422101' },
    });
    expect(readChoices(written)).toMatchObject({ columns: { census: { 3: null, 4: 'population' } } });
    const choices = file('choices.json', utf8(written));
    const given = ['--census', file('人口.xlsx', bytes), '--staffing', staffing];
    const { code, out } = simulate(...given, '--choices', choices);
    expect(code).toBe(0);
    const report = JSON.parse(out) as Report;
    const ofFiles = (problems: readonly Problem[]) => problems.filter(({ values }) => values['file'] !== undefined);
    expect(ofFiles(report.problems)).toEqual([...(b?.problems ?? []), ...ofFiles(checked?.problems ?? [])]);
    expect(report.areas.map(({ name }) => name)).toEqual(['桐子林镇', '红格镇']);
    expect(report.areas.map(({ population }) => population[0])).toEqual([27_522, 31_500]);
    const bad = file('bad.json', utf8('{"columns":{"census":{"0":"population","2":"people"}},"sheet":{}}'));
    const refused = simulate(...given, '--choices', bad);
    expect(refused.code).toBe(2);
    expect(refused.said).toMatch(/columns\.census\.0: .*\n.*columns\.census\.2: .*\n.*sheet: /);
    const none = file('none.json', utf8('{"sheets":{"census":"2021"}}'));
    expect(simulate(...given, '--choices', none).said).toContain('there is no sheet 2021, but 说明, 人口');
  });

  it('ends with 2 when the files make no place, with the reason in words', () => {
    const pdf = file('pdf.csv', utf8('%PDF-1.7\n'));
    const { code, out, said } = simulate('--census', pdf, '--staffing', staffing);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(said).toContain('“pdf.csv” is not a text table: PDF');
    expect(said).toContain('There is no usable population file');
    expect(simulate('#/own/v=1').code).toBe(2);
    expect(simulate('#/hunan/v=1', '--census', census, '--staffing', staffing).code).toBe(2);
  });
});
