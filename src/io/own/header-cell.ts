import { yearInFigures } from './cell.ts';
import { isProjection, unitFactor, withoutProjection } from './synonyms.ts';

/** A header cell taken apart. */
export interface HeaderCell {
  /** The words that are left. */
  rest: string;
  year: number | null;
  /** What its unit in brackets multiplies numbers by. */
  unit: number | null;
}

/** 2020, 2020年末, 2020年11月1日零时, 2020-12-31. */
const DATE =
  /(?<!\d)((?:19|20)\d\d)(?!\d)\s*(?:年(?:度|\s*\d{1,2}月(?:\d{1,2}日)?(?:[零0]时)?)?(?:末|底)?|([-/.])(?:0?[1-9]|1[0-2])(?:\2\d{1,2})?(?!\d)|\.0+)?/;

export function partsOf(cell: string): HeaderCell {
  let rest = yearInFigures(cell.normalize('NFKC').replace(/\s+/g, ' ').trim());
  rest = rest.replace(/^其中:?/, '');
  let unit: number | null = null;
  rest = rest.replace(/[([【](?:单位:?)?([^)\]】]*)[)\]】]/g, (whole, inside: string) => {
    const factor = unitFactor(inside);
    if (factor === null) return isProjection(inside) ? '' : whole;
    unit = factor;
    return '';
  });
  const dated = DATE.exec(rest);
  if (dated) rest = rest.replace(dated[0], '');
  rest = withoutProjection(rest);
  return { rest: rest.replace(/^[\s_\-:y]+$/i, '').trim(), year: dated ? Number(dated[1]) : null, unit };
}

/** What is measured in these is neither persons nor a way, whatever stands before the brackets: 城镇人口（%）. */
const OTHER_MEASURE = /[%‰户]|百分|比重|占比|比例|增长|增速|密度|分钟|小时/;

/** The words outside brackets; '' where those inside make something else of them. */
export const unbracketed = (text: string): string => {
  const inside = /\(([^)]*)\)/.exec(text)?.[1];
  return inside !== undefined && OTHER_MEASURE.test(inside) ? '' : text.replace(/\([^)]*\)/g, '');
};

/** The word over a column of sums. */
export const isSumWord = (text: string): boolean => /^(合\s?计|小\s?计|总\s?计|总\s?数|计)$/.test(text);

/** A line above a table that says who reports, when, or in which unit: 单位：万人; 填报日期：2023年1月5日. */
export const isTitleLine = (row: readonly string[]): boolean =>
  row.some((cell) => /^[(【[]?[^([【]*(单位|日期|时间|部门|机构|人)\s*:\s*\S/.test(cell.normalize('NFKC').trim()));
