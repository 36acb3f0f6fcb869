import Papa from 'papaparse';
import type { Level, PathName, Sex } from '../../model/types.ts';
import type { CensusRow } from './census.ts';
import type { OwnRows } from './own-place.ts';
import type { Category, StaffRow } from './staff-row.ts';
import type { FileKind } from './synonyms.ts';

/** Rows of cells, the header first. */
export type Rows = string[][];
/** The tables of a place in the form of the templates: what is kept and downloaded. */
export type OwnTables = Partial<Record<FileKind, Rows>>;

export const HEADERS: Record<FileKind, readonly string[]> = {
  census: ['区划代码', '名称', '上级代码', '县区', '级别', '年份', '人口', '人口类型', '城镇人口', '性别', '年龄组'],
  staffing: ['区划代码', '名称', '机构', '年份', '类别', '人数', '性别', '年龄组', '培训途径', '预计结业年份'],
  distances: ['起点代码', '起点名称', '终点代码', '终点名称', '公里'],
};
const LEVEL: Record<Level, string> = {
  country: '国家',
  province: '省',
  prefecture: '地级市',
  county: '县',
  township: '乡镇',
};
const SEX: Record<Sex, string> = { 0: '男', 1: '女' };
const TYPE: Record<CensusRow['type'], string> = {
  population: '常住',
  registered_population: '户籍',
  service_population: '服务',
};
const CATEGORY: Record<Category, string> = {
  registered: '已注册',
  assistant: '助理全科医生',
  unregistered: '未注册',
  eligible: '可转岗',
  training: '在培',
  total: '全科医生',
};
const PATH: Record<PathName, string> = {
  transfer: '转岗',
  residency: '规培',
  assistant: '助理全科',
  ruralOriented: '订单定向',
};
/** An open age group ends here. */
const OLDEST = 120;

/** What was read, in the form of the templates. Lists of persons are counts by now. */
export function ownTables({ census, staffing, distances }: OwnRows): OwnTables {
  return {
    ...(census ? { census: [[...HEADERS.census], ...census.rows.map(censusCells)] } : {}),
    ...(staffing
      ? {
          staffing: [
            [...HEADERS.staffing],
            ...(staffing.roster ? withWholes(staffing.rows) : staffing.rows).map(staffCells),
          ],
        }
      : {}),
    ...(distances
      ? {
          distances: [
            [...HEADERS.distances],
            ...distances.rows.map(({ from, to, km }) => [
              from.code ?? '',
              from.name ?? '',
              to.code ?? '',
              to.name ?? '',
              String(km),
            ]),
          ],
        }
      : {}),
  };
}

function censusCells(row: CensusRow): string[] {
  const { area, parent, parentName, level, year, persons, type, projected, urban, sex, ages } = row;
  return [
    area.code ?? '',
    area.name ?? '',
    parent ?? '',
    parentName ?? '',
    level === null ? '' : LEVEL[level],
    projected ? `${year}（预测）` : String(year),
    String(persons),
    TYPE[type],
    urban === null ? '' : String(urban),
    sex === null ? '' : SEX[sex],
    agesText(ages),
  ];
}

function staffCells(row: StaffRow): string[] {
  const { area, institution, year, category, heads, sex, ages, path, expectedYear } = row;
  return [
    area.code ?? '',
    area.name ?? '',
    institution ?? '',
    String(year),
    CATEGORY[category],
    String(heads),
    sex === null ? '' : SEX[sex],
    agesText(ages),
    path === null ? '' : PATH[path],
    expectedYear === null ? '' : String(expectedYear),
  ];
}

const agesText = (ages: { from: number; to: number } | null): string =>
  ages === null ? '' : ages.to >= OLDEST ? `${ages.from}岁及以上` : `${ages.from}-${ages.to}`;

/**
 * A counted list as a table of counts: of every group the whole, and its parts where ages are known. Who is in training, and who
 * may train, stands without age: no age of theirs is used.
 */
function withWholes(rows: readonly StaffRow[]): StaffRow[] {
  const wholes = new Map<string, StaffRow>();
  const parts: StaffRow[] = [];
  for (const row of rows) {
    const { area, institution, year, category, path, expectedYear } = row;
    const key = JSON.stringify([area.code, area.name, institution, year, category, path, expectedYear]);
    const whole = wholes.get(key);
    if (whole) whole.heads += row.heads;
    else wholes.set(key, { ...row, sex: null, ages: null });
    if (row.ages !== null && category !== 'eligible' && category !== 'training') parts.push(row);
  }
  return [...wholes.values(), ...parts];
}

/**
 * CSV as Chinese Excel reads it: UTF-8 with byte order mark, CR LF. A cell that would run as a formula gets an apostrophe, which
 * Excel shows and our reader takes off.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${Papa.unparse(
    rows.map((row) => row.map(harmless)),
    { newline: '\r\n' },
  )}\r\n`;
}

/** The cell, or with an apostrophe before it where a spreadsheet would calculate it. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
