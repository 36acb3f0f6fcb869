import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownEn } from '../../src/text/own-en.ts';
import { ownProblemText, severityOf } from '../../src/text/own-words.ts';
import { ownZh } from '../../src/text/own-zh.ts';

const FOLDER = join(import.meta.dirname, '../../src/io/own');
const CODE = /'((?:own|file|table|header|cell|rows|census|staffing|roster|distances|check)\.[a-z-]+)'/g;
const codes = [
  ...new Set(
    readdirSync(FOLDER).flatMap((name) =>
      [...readFileSync(join(FOLDER, name), 'utf8').matchAll(CODE)].map(([, code]) => code ?? ''),
    ),
  ),
];
const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
function texts(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

describe('the words for own files', () => {
  it('tell every problem that the reader of files can find, in both languages', () => {
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !(code in ownEn.problem))).toEqual([]);
    expect(codes.filter((code) => !(code in ownZh.problem))).toEqual([]);
  });

  it('have the same keys and the same slots', () => {
    const paths = (node: unknown) => texts(node).map(([path]) => path);
    expect(paths(ownZh).sort()).toEqual(paths(ownEn).sort());
    for (const [code, text] of Object.entries(ownEn.problem)) {
      expect([code, slots(ownZh.problem[code] ?? '')]).toEqual([code, slots(text)]);
    }
  });

  it('have no Chinese in English', () => {
    expect(texts(ownEn).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('fill the slots, with codes turned into words', () => {
    const problem = { code: 'staffing.training', values: { file: 'a.csv', row: 4, expected: 'expected_year' } };
    expect(ownProblemText(problem, 'zh')).toBe('第 4 行在培人员缺预计结业年份，没有采用。');
    expect(ownProblemText({ code: 'header.none', values: { expected: 'area_code + population' } }, 'en')).toContain(
      'area code + resident population',
    );
    const word = { code: 'staffing.value', values: { row: 3, column: 3, value: 'x', expected: '男, 女' } };
    expect(ownProblemText(word, 'en')).toContain('male, female');
    expect(ownProblemText({ code: 'link.bad-value', values: {} }, 'en')).toBe(null);
    expect(severityOf(problem)).toBe('error');
    expect(severityOf({ code: 'check.density', values: {} })).toBe('check');
  });
});
