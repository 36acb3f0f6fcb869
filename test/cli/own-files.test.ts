import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/report.ts';
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

describe('the headless run over own files', { timeout: 30_000 }, () => {
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
