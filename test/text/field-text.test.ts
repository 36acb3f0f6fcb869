import { describe, expect, it } from 'vitest';
import { en } from '../../src/text/en.ts';
import { fieldName, fieldUnit, fieldValue, fieldValueWithUnit, parseTyped } from '../../src/text/field-text.ts';
import { zh } from '../../src/text/zh.ts';
import { fields, place } from '../ui/fake-session.ts';

const { facts } = place(1);
const field = (key: string) => {
  const found = fields.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};

describe('a value', () => {
  it('is a percentage where the field is a share', () => {
    expect(fieldValue(field('attrition'), 0.045, zh, facts)).toBe('4.5');
    expect(fieldUnit(field('attrition'), zh, facts)).toBe('%/年');
    expect(fieldValueWithUnit(field('attrition'), 0.045, en, facts)).toBe('4.5%/yr');
  });

  it('is a year without separators', () => {
    expect(fieldValueWithUnit(field('horizon'), 2040, zh, facts)).toBe('2040 年');
    expect(fieldValueWithUnit(field('maxage'), 55, zh, facts)).toBe('55 岁');
  });

  it('is not known where a fact has none', () => {
    expect(fieldValue(field('primarydocs'), '', zh, facts)).toBe('不详');
    expect(fieldName('primarydocs', en, facts)).toBe('physicians in post');
    expect(fieldUnit(field('primarydocs'), zh, facts)).toBe('人');
  });
});

describe('a typed number', () => {
  it('is read with separators, full-width digits and percent signs', () => {
    expect(parseTyped(field('transfer'), ' 1,200 ', facts)).toBe(1200);
    expect(parseTyped(field('transfer'), '１２', facts)).toBe(12);
    expect(parseTyped(field('attrition'), '7.2％', facts)).toBe(0.072);
  });

  it('is refused where it is not one', () => {
    for (const typed of ['', 'many', '1.2.3', '12 人', '1e5'])
      expect(parseTyped(field('transfer'), typed, facts)).toBeNull();
  });
});
