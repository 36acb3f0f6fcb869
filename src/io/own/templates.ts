import { EXAMPLE } from './example.ts';
import { HEADERS, type Rows } from './own-table.ts';
import type { FileKind } from './synonyms.ts';

const YEAR = '2024';

/** Empty tables with an example row or two for each file that a bureau is asked for (DESIGN §4). */
export const TEMPLATES: Record<FileKind, Rows> = {
  census: [
    [...HEADERS.census],
    ['510422100', EXAMPLE.town, '510422', '示例县', '乡镇', YEAR, '25000', '常住', '8000', '', ''],
  ],
  staffing: [
    [...HEADERS.staffing],
    ['510422100', EXAMPLE.town, `${EXAMPLE.town}卫生院`, YEAR, '已注册', '4', '', '', '', '', '乡镇卫生院'],
    ['510422100', EXAMPLE.town, `${EXAMPLE.town}卫生院`, YEAR, '未注册', '1', '', '', '', '', '乡镇卫生院'],
    ['510422100', EXAMPLE.town, `${EXAMPLE.town}卫生院`, YEAR, '可转岗', '6', '', '', '', '', '乡镇卫生院'],
    ['510422100', EXAMPLE.town, `${EXAMPLE.town}卫生院`, YEAR, '在培', '1', '', '', '转岗', '2025', '乡镇卫生院'],
  ],
  distances: [[...HEADERS.distances], ['510422100', EXAMPLE.town, '510422101', EXAMPLE.township, '12.5']],
};
