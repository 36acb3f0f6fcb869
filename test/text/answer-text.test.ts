import { describe, expect, it } from 'vitest';
import type { Answer, Result, TargetResult } from '../../src/model/types.ts';
import { answerText } from '../../src/text/answer-text.ts';
import { en } from '../../src/text/en.ts';
import { plainText } from '../../src/text/parts.ts';
import { zh } from '../../src/text/zh.ts';
import { density2030, judge, place, projection, result, unknownCoverage } from '../ui/fake-session.ts';

const asked = place(4);
const of = (answer: Partial<Answer>, target: Partial<TargetResult> = {}): Result => {
  const whole = result(4);
  const judged: TargetResult = { ...judge(projection(4, 1)), ...target };
  const base: Answer = { target: judged, year: 2030, planMetYear: 2034, baselineMetYear: null, hasPlan: true };
  return { ...whole, answer: { ...base, ...answer } };
};
const inChinese = (given: Result): string => plainText(answerText(given, asked, '方案', zh));
const inEnglish = (given: Result): string => plainText(answerText(given, asked, 'plan', en));

describe('the answer', () => {
  it('says density, target, shortage and both years', () => {
    expect(inChinese(of({}))).toBe(
      '同江市到 2030 年每万居民约有 3.1 名全科医生，目标 5 名，还缺 39 人。照本方案，2034 年达标；不加措施，2040 年前达不到。',
    );
    expect(inEnglish(of({}))).toBe(
      'By 2030 Tongjiang will have about 3.1 GPs per 10,000 residents. The target is 5: it will be 39 short. With this plan the target is met in 2034; without new measures, not before 2040.',
    );
  });

  it('speaks of today’s course where there is no plan', () => {
    expect(inChinese(of({ hasPlan: false }))).toContain('照现在的安排，2034 年达标。');
    expect(inEnglish(of({ hasPlan: false, planMetYear: null }))).toContain(
      "On today's course the target is met not before 2040.",
    );
  });

  it('says what is to spare where it is met, and that it is on time', () => {
    const met = of({ planMetYear: 2030 }, { status: 'met', gap: 0, required: 100, projected: 103.7, achieved: 5.2 });
    expect(inChinese(met)).toContain('目标 5 名，达标，多 3 人。照本方案，如期达标；');
    expect(inEnglish(met)).toContain(
      'The target is 5: met, with 3 to spare. With this plan the target is met on time;',
    );
  });

  it('is in the past where the target is', () => {
    const past = of({}, { past: true });
    expect(inChinese(past)).toContain('同江市 2030 年每万居民有 3.1 名');
    expect(inEnglish(past)).toContain('In 2030 Tongjiang had 3.1 GPs');
  });

  it('counts the centres where each of them must have the minimum', () => {
    const target = {
      ...density2030,
      kind: 'facility_minimum',
      each: 'every',
      value: 2,
      year: 2020,
      month: 10,
      count: 'registered',
    } as const;
    const centres = of(
      { year: 2020, hasPlan: false },
      { target, gap: 1238.2, required: 3044, projected: 1805.8, short: { count: 820, of: 1522 } },
    );
    expect(inChinese(centres)).toContain(
      '到 2020 年 10 月，同江市 1,522 个建制乡镇卫生院中，约有 702 个能配齐 2 名注册全科医生，还缺 1,239 人。',
    );
    expect(inEnglish(centres)).toContain('By October 2020 702 of the 1,522 established township health centres');
    // Of counties it is not known who works in which centre.
    const counties = { ...asked, areas: asked.areas.map((area) => ({ ...area, level: 'county' as const })) };
    expect(plainText(answerText(centres, counties, '方案', zh))).toContain('个建制乡镇卫生院中，最多 702 个能配齐');
    expect(plainText(answerText(centres, counties, 'plan', en))).toContain('By October 2020 at most 702 of');
  });

  it('names the date that has passed where it is judged on a later year', () => {
    const target = { ...density2030, year: 2020, month: 10 };
    const late = of({ year: 2024 }, { target });
    expect(inChinese(late)).toContain('到 2024 年每万居民');
    expect(inChinese(late)).toContain('文件的期限 2020 年 10 月已过，当年没有实数。');
    expect(inEnglish(late)).toContain('The date set, October 2020, has passed without a count.');
  });

  it('says what is missing where it cannot be judged', () => {
    expect(inChinese(of({}, unknownCoverage))).toContain('还不能判断：缺在岗医师。');
    expect(inEnglish(of({}, unknownCoverage))).toContain('Missing: physicians in post.');
  });

  it('says so where the document asks for nothing that can be projected', () => {
    expect(inChinese({ ...of({}), answer: null })).toBe('《方案》没有可以推演的目标。');
  });
});
