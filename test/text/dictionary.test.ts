import { describe, expect, it } from 'vitest';
import { en } from '../../src/text/en.ts';
import { zh } from '../../src/text/zh.ts';

/** Every text of a dictionary by its path; messages that are functions are left out. */
function texts(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}.${key}`));
}
function keys(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => keys(value, path === '' ? key : `${path}.${key}`));
}

/** The name of the other language is written in that language. */
const FOREIGN = ['otherLanguage', 'siteName'];
/** The counted years and the naive model have the same name in both languages. */
const ALIKE = /GM\(1,1\)|^%|^2010–20$|^$/;

describe('the dictionaries', () => {
  it('have the same keys, open lists of fields, codes and problems included', () => {
    expect(keys(zh).sort()).toEqual(keys(en).sort());
  });

  it('have no Chinese in English', () => {
    const chinese = texts(en).filter(([path, text]) => !FOREIGN.includes(path) && /\p{Script=Han}/u.test(text));
    expect(chinese).toEqual([]);
  });

  it('have Chinese in Chinese', () => {
    const foreign = texts(zh).filter(
      ([path, text]) =>
        ![...FOREIGN, 'lang', 'otherLanguageTag'].includes(path) && !/\p{Script=Han}/u.test(text) && !ALIKE.test(text),
    );
    expect(foreign).toEqual([]);
  });

  it('say something for every field that they name', () => {
    const silent = ['seed', 'draws', 'doubt'];
    for (const { field, fieldHelp } of [zh, en]) {
      const without = Object.keys(field).filter((key) => !silent.includes(key) && !fieldHelp[key]);
      expect(without).toEqual([]);
    }
  });
});
