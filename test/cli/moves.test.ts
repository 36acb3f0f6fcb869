import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/report.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'wanren-moves-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
/** Four townships and a hospital: one township has seven GPs, two have none. */
const FILES = {
  census: file(
    'census.csv',
    '区划代码,乡镇,2020年,2021年\n510422100,桐子林镇,27000,27000\n510422101,红格镇,30000,30000\n510422102,渔门镇,9000,9000\n510422103,永兴镇,9000,9000\n',
  ),
  staffing: file(
    'staffing.csv',
    '区划代码,机构,机构类型,年份,类别,人数\n510422100,桐子林镇卫生院,乡镇卫生院,2021,注册,9\n510422101,红格镇卫生院,乡镇卫生院,2021,注册,5\n510422102,渔门镇卫生院,乡镇卫生院,2021,注册,0\n510422103,永兴镇卫生院,乡镇卫生院,2021,注册,0\n510422,盐边县人民医院,县级医院,2021,注册,0\n',
  ),
};
/** Yongxing is far from all; of Yumen and Hongge nobody knows how far they are apart. */
const DISTANCES = file(
  'distances.csv',
  '起点,终点,公里\n桐子林镇,红格镇,12\n桐子林镇,渔门镇,18.5\n桐子林镇,永兴镇,60\n红格镇,永兴镇,70\n渔门镇,永兴镇,65\n',
);
const QUIET = 'base=2021;horizon=2024;transfer=0;residency=0;assistant=0;rural=0;attrition=0';

function simulate(values: string, ...more: string[]) {
  const given = ['--census', FILES.census, '--staffing', FILES.staffing, '--distances', DISTANCES, ...more];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'src/cli/simulate.ts'), `#/own/v=1;${QUIET};${values}`, ...given],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { code: status, report: status === 0 ? (JSON.parse(stdout) as Report) : null, said: stderr };
}

describe('the headless plan over own files', () => {
  it('keeps to a limit in km of the file of distances', () => {
    const near = simulate('within=10;maxkm=20').report!;
    expect(near.moves.length).toBeGreaterThan(0);
    const codes = near.problems.map(({ code }) => code);
    expect(codes).toContain('moves.unreachable');
    expect(codes).toContain('moves.unknown-distance');
    expect(near.moves.map(({ to }) => to)).not.toContain('510422103');
    expect(near.moves.map(({ from, to }) => `${from} ${to}`)).not.toContain('510422101 510422102');
    const far = simulate('within=10;maxkm=60').report!;
    expect(far.moves.map(({ to }) => to)).toContain('510422103');
    expect(far.moves.filter(({ to }) => to === '510422103').every(({ from }) => from === '510422100')).toBe(true);
  });

  it('names a floor above every stock and a pool of nobody, and goes on', () => {
    const { code, report, said } = simulate('within=5;dispatch=3;floor=20');
    expect(code).toBe(0);
    expect(report!.moves).toEqual([]);
    expect(report!.problems.map((problem) => problem.code)).toEqual(
      expect.arrayContaining(['moves.floor', 'moves.no-pool']),
    );
    expect(said).toMatch(/No centre can give anybody|没有一个卫生院能调出人/);
  });

  it('plans for a centre without residents by its minimum, and says so', () => {
    const empty = file(
      'empty.csv',
      '区划代码,乡镇,2020年,2021年\n510422100,桐子林镇,27000,27000\n510422101,红格镇,30000,30000\n510422102,渔门镇,0,0\n510422103,永兴镇,9000,9000\n',
    );
    const { report } = simulate('within=10', '--census', empty);
    expect(report!.problems.map(({ code }) => code)).toContain('moves.empty');
    expect(report!.moves.map(({ to }) => to)).toContain('510422102');
  });
});
