import Papa from 'papaparse';
import type { Level, PathName, Sex } from '../../model/types.ts';
import { harmless } from '../../sheet/harmless.ts';
import type { CensusFigures, PopulationType } from './census.ts';
import { INSTITUTION } from './institution.ts';
import type { OwnRows } from './own-place.ts';
import type { Texts } from './reader.ts';
import { staffList, staffWhatKey, type Category, type StaffFigures } from './staff-row.ts';
import type { FileKind } from './synonyms.ts';

/** Rows of cells, the header first. */
export type Rows = string[][];

export const HEADERS: Record<FileKind, readonly string[]> = {
  census: ['区划代码', '名称', '上级代码', '县区', '级别', '年份', '人口', '人口类型', '城镇人口', '性别', '年龄组'],
  staffing: [
    '区划代码',
    '名称',
    '机构',
    '年份',
    '类别',
    '人数',
    '性别',
    '年龄组',
    '培训途径',
    '预计结业年份',
    '机构类型',
  ],
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
const TYPE: Record<PopulationType, string> = {
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

/** What was read, as CSV in the form of the templates. Lists of persons are counts by now. */
export function ownTexts({ census, staffing, distances }: OwnRows): Texts {
  return {
    ...(census ? { census: csvOf(HEADERS.census, censusLines(census.rows)) } : {}),
    ...(staffing ? { staffing: staffText(staffing) } : {}),
    ...(distances
      ? {
          distances: csvOf(
            HEADERS.distances,
            distances.rows.map(({ from, to, km }) =>
              csvLine([from.code ?? '', from.name ?? '', to.code ?? '', to.name ?? '', String(km)]),
            ),
          ),
        }
      : {}),
  };
}

function* censusLines(rows: CensusFigures): Generator<string> {
  const { where, what, value, urban } = rows;
  const wheres = rows.wheres.map(({ area, parent, parentName, level }) =>
    csvLine([area.code ?? '', area.name ?? '', parent ?? '', parentName ?? '', level === null ? '' : LEVEL[level]]),
  );
  const whats = rows.whats.map(({ year, projected, type, sex, ages }) => ({
    year: projected ? `${year}（预测）` : String(year),
    type: TYPE[type],
    split: `${sex === null ? '' : SEX[sex]},${agesText(ages)}`,
  }));
  for (let at = 0; at < rows.length; at++) {
    const { year, type, split } = whats[what[at]!]!;
    const ofUrban = Number.isNaN(urban[at]!) ? '' : urban[at]!;
    yield `${wheres[where[at]!]},${year},${value[at]!},${type},${ofUrban},${split}`;
  }
}

/** What areas belong to has a column only where the file needs it. */
function staffText({ rows, roster }: NonNullable<OwnRows['staffing']>): string {
  const parted = rows.wheres.some(({ parentName }) => parentName !== null);
  const [code = '', name = '', ...others] = HEADERS.staffing;
  const header = parted ? [code, name, '县区', ...others] : HEADERS.staffing;
  return csvOf(header, staffLines(rows, roster ? wholesOf(rows) : null, parted));
}

/** @param wholes heads of every group whole, in front of its parts; null: as they are */
function* staffLines(rows: StaffFigures, wholes: StaffFigures | null, parted: boolean): Generator<string> {
  const wheres = rows.wheres.map(({ area, parentName, institution }) =>
    csvLine([area.code ?? '', area.name ?? '', ...(parted ? [parentName ?? ''] : []), institution ?? '']),
  );
  const kinds = rows.wheres.map(({ kind }) => (kind === null ? '' : INSTITUTION[kind]));
  const partsOf = ({ whats }: StaffFigures) =>
    whats.map(({ year, category, sex, ages, path, expectedYear }) => ({
      first: `${year},${CATEGORY[category]}`,
      rest: `${sex === null ? '' : SEX[sex]},${agesText(ages)},${path === null ? '' : PATH[path]},${expectedYear ?? ''}`,
      part: ages !== null && category !== 'eligible' && category !== 'training',
    }));
  for (const figures of wholes ? [wholes, rows] : [rows]) {
    const whats = partsOf(figures);
    const { where, what, value } = figures;
    for (let at = 0; at < figures.length; at++) {
      const { first, rest, part } = whats[what[at]!]!;
      if (figures !== wholes && wholes !== null && !part) continue;
      yield `${wheres[where[at]!]},${first},${value[at]!},${rest},${kinds[where[at]!]}`;
    }
  }
}

const agesText = (ages: { from: number; to: number } | null): string =>
  ages === null ? '' : ages.to >= OLDEST ? `${ages.from}岁及以上` : `${ages.from}-${ages.to}`;

/**
 * Of a counted list every group whole, without sex and age. Who is in training, and who may train, stands so alone: no age of
 * theirs is used.
 */
function wholesOf(rows: StaffFigures): StaffFigures {
  const list = staffList();
  const wholeOf = rows.whats.map((what) => {
    const whole = { ...what, sex: null, ages: null };
    return list.whats.numberOf(staffWhatKey(whole), () => whole);
  });
  const known = new Map<number, number>();
  for (let at = 0; at < rows.length; at++) {
    const [where, what] = [rows.where[at]!, wholeOf[rows.what[at]!]!];
    const key = where * rows.whats.length + what;
    const before = known.get(key);
    if (before !== undefined) list.increase(before, rows.value[at]!);
    else known.set(key, list.add(rows.row[at]!, where, what, rows.value[at]!));
  }
  return list.finish();
}

/** Lines are joined so many at a time: half a million of them at once would be moved about by every collection of garbage. */
const JOINED = 2000;

function csvOf(header: readonly string[], lines: Iterable<string>): string {
  const blocks: string[] = [];
  let block = [header.join(',')];
  for (const line of lines) {
    if (block.length === JOINED) {
      blocks.push(block.join('\r\n'));
      block = [];
    }
    block.push(line);
  }
  return `\ufeff${[...blocks, ...(block.length > 0 ? [block.join('\r\n')] : [])].join('\r\n')}\r\n`;
}

/** One row as `csvText` writes it. */
const csvLine = (cells: readonly string[]): string => Papa.unparse([cells.map(harmless)]);

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
