import { isPlainNumber } from './plain-number.ts';
import { isMissing } from './synonyms.ts';

/** What a cell holds, or a problem code and what was expected, in signs that every language reads. */
export type Read<T> = { value: T | null } | { code: string; expected: string };

const NOTHING: Read<never> = { value: null };
const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(?:e\+?(-?\d{1,2}))?$/;
const FACTORS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

/** Without marks of footnotes after it: ①, ², [1]. Half-width they would be digits. */
export const withoutMarks = (text: string): string => text.replace(/(?:[①-⑳²³¹⁰-⁹]|[[［〔]\d{1,2}[\]］〕])+\s*$/, '');

/** Half-width, without spaces, without the apostrophe and the `="…"` that keep Excel from counting. */
function bare(text: string): string {
  // Most cells of a large file are bare already.
  if (/^[\w.-]*$/.test(text)) return text;
  return withoutMarks(text)
    .normalize('NFKC')
    .replace(/^\s*="(.*)"\s*$/, '$1')
    .replace(/^\s*'/, '')
    .replace(/[\s\u200b\ufeff]+/g, '');
}

/**
 * A number: thousands separators, full-width digits, 万 and 亿, percent, a closing 人 or 名.
 * @param factor what a number without a unit of its own is multiplied by
 * @returns null for blanks, dashes and 不详. Codes: `cell.formula`, `cell.excel-error`, `cell.number`
 */
export function readNumber(text: string, factor = 1): Read<number> {
  if (isPlainNumber(text)) {
    const whole = Number(text) * factor;
    if (Number.isInteger(whole)) return { value: whole };
  }
  const cell = bare(text);
  if (isMissing(cell)) return NOTHING;
  if (/^[=@]/.test(cell)) return { code: 'cell.formula', expected: '0, 1, 2, …' };
  if (/^#(ref|value|div\/0|name|num|null)[!?]?$/i.test(cell))
    return { code: 'cell.excel-error', expected: '0, 1, 2, …' };
  const [, digits = '', own = '', percent = ''] = /^(.*?)([千万亿]?)(?:人|名|个|位|岁|公里|km)?(%?)$/i.exec(cell) ?? [];
  const match = NUMBER.exec(digits.toLowerCase());
  if (!match) return { code: 'cell.number', expected: '0, 1, 2, …' };
  const plainNumber = Number(digits.replaceAll(',', ''));
  const value = (plainNumber * (FACTORS[own] ?? factor)) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) return { code: 'cell.number', expected: '0, 1, 2, …' };
  // Twelve digits: 12.3456 万 is 123456, not 123455.99999.
  return { value: Number(value.toPrecision(12)) };
}

/**
 * Heads: a whole number from 0 on. A number given in 万 is rounded to whole persons.
 * Codes: those of `readNumber`; `cell.negative`, `cell.fraction`, `cell.too-large`
 */
export function readHeads(text: string, factor: number, most: number): Read<number> {
  const read = readNumber(text, factor);
  if (!('value' in read) || read.value === null) return read;
  if (read.value < 0) return { code: 'cell.negative', expected: '≥ 0' };
  if (read.value > most) return { code: 'cell.too-large', expected: `≤ ${most}` };
  if (Number.isInteger(read.value)) return read;
  const scaled = factor !== 1 || /[千万亿]/.test(text);
  if (!scaled) return { code: 'cell.fraction', expected: '0, 1, 2, …' };
  return { value: Math.round(read.value) };
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** With the year in figures where it stands in Chinese digits: 二〇二〇年, 二零二零, 二O二O年. */
export const yearInFigures = (text: string): string =>
  text.replace(/(?:二[〇零○oO0]|一九)[〇零○oO0一二三四五六七八九]{2}/g, (year) =>
    [...year].map((digit) => Math.max(0, CHINESE_DIGITS.indexOf(digit))).join(''),
  );

/** A year: 2020, 2020年, 2020年末, 2020.0, 2020-12-31, 20201231, 2020年11月1日零时, 二〇二〇年. Code: `cell.year` */
export function readYear(text: string, first: number, last: number): Read<number> {
  if (/^\d{4}$/.test(text)) return yearWithin(Number(text), first, last);
  const cell = yearInFigures(bare(text));
  if (isMissing(cell)) return NOTHING;
  const [, year, , day] = DATE.exec(cell) ?? [];
  return yearWithin(Number(year ?? day), first, last);
}

const DATE =
  /^(?:(\d{4})(?:年(?:度|\d{1,2}月(?:\d{1,2}日)?(?:[零0]时)?)?(?:末|底)?|\.0+|([-/.])\d{1,2}(?:\2\d{1,2})?)?|(\d{4})(?:0[1-9]|1[0-2])[0-3]\d)$/;

const yearWithin = (year: number, first: number, last: number): Read<number> =>
  year >= first && year <= last ? { value: year } : { code: 'cell.year', expected: `${first}–${last}` };

/** Codes of the provinces begin so (GB/T 2260). */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;

/**
 * An area code of 6, 9 or 12 digits in its shortest form: the zeros of the levels below are left off.
 * Excel turns 12 digits into 1.10101E+11: where it has kept all digits they are read, else the code is lost.
 * Codes: `cell.code`, `cell.code-lost`
 */
export function readCode(text: string): Read<string> {
  // Nearly all codes of a large file are digits alone.
  if (/^\d+$/.test(text)) return shortestCode(text);
  const cell = bare(text).replace(/\.0+$/, '');
  if (isMissing(cell)) return NOTHING;
  const power = /^(\d)(?:\.(\d+))?e\+?(\d{1,2})$/i.exec(cell);
  const [, head = '', tail = '', exponent = ''] = power ?? [];
  if (power && Number(exponent) > tail.length) return { code: 'cell.code-lost', expected: '110101001000' };
  return shortestCode(power ? head + tail : cell);
}

/** Of a code without blanks. */
function shortestCode(digits: string): Read<string> {
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(digits) || !PROVINCES.test(digits)) {
    return { code: 'cell.code', expected: '110101, 110101001, 110101001000' };
  }
  if (digits.length === 12 && digits.endsWith('000')) return shortestCode(digits.slice(0, 9));
  return { value: digits.length === 9 && digits.endsWith('000') ? digits.slice(0, 6) : digits };
}

/**
 * Ages from and to, both included; `to` 120 where open. 35–39, 35岁以下, 60岁及以上, 60+, 7. Code: `cell.age`
 */
export function readAges(text: string): Read<{ from: number; to: number }> {
  const cell = bare(text)
    .toLowerCase()
    .replace(/^其中:?/, '')
    .replaceAll('周岁', '')
    .replaceAll('岁', '')
    .replaceAll('years', '');
  if (isMissing(cell)) return NOTHING;
  const range = /^(\d{1,3})(?:[-~—–―至到]+(\d{1,3}))?$/.exec(cell);
  const above = /^(?:(\d{1,3})(?:\+|及以上|以上|andover|plus)|[≥>]=?(\d{1,3}))$/.exec(cell);
  const below = /^(?:[<](=?)(\d{1,3})|(\d{1,3})(以下|及以下)|(?:under|below)(\d{1,3}))$/.exec(cell);
  let ages: { from: number; to: number } | null = null;
  if (range) ages = { from: Number(range[1]), to: Number(range[2] ?? range[1]) };
  else if (above) ages = { from: Number(above[1] ?? above[2]) + (/^>(?!=)/.test(cell) ? 1 : 0), to: OLDEST };
  else if (below) {
    const included = below[1] === '=' || below[4] === '及以下';
    ages = { from: 0, to: Number(below[2] ?? below[3] ?? below[5]) - (included ? 0 : 1) };
  }
  return ages && ages.from <= ages.to && ages.to <= OLDEST
    ? { value: ages }
    : { code: 'cell.age', expected: '35–39, 60+' };
}

/** End of an open age group. */
export const OLDEST = 120;

/** Ages as a number below `AGES_KEYS`, so that figures can be told apart by it. */
export const agesKey = (ages: { from: number; to: number } | null): number =>
  ages === null ? 0 : (ages.from + 1) * (OLDEST + 2) + ages.to + 1;
export const AGES_KEYS = (OLDEST + 2) * (OLDEST + 2);
