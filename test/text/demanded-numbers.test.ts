import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/types.ts';
import { emphasise } from '../../src/text/demanded-numbers.ts';
import { plainText } from '../../src/text/parts.ts';

const target = (kind: Target['kind'], value: number, high?: number): Target => ({
  id: 'one',
  kind,
  year: 2030,
  value,
  ...(high === undefined ? {} : { high }),
  name: { zh: '目标', en: 'target' },
  count: 'certified',
  clause: { where: { zh: '', en: '' }, zh: '', en: '' },
});
const marked = (clause: string, ...targets: Target[]): string[] =>
  emphasise(clause, targets)
    .filter(({ as }) => as === 'target')
    .map(({ text }) => text);

describe('a clause', () => {
  it('keeps its words', () => {
    const clause = '到2025年，全市城乡每万名居民拥有至少3.5名合格的全科医生';
    expect(plainText(emphasise(clause, [target('density', 3.5)]))).toBe(clause);
  });

  it('has the demanded number marked, with the words of the demand', () => {
    expect(marked('到2030年，每万名居民拥有至少5名合格的全科医生', target('density', 5))).toEqual(['至少5名']);
    expect(marked('by 2030 at least 5 GPs for every 10,000', target('density', 5))).toEqual(['at least 5']);
  });

  it('has ranges and shares marked whole', () => {
    expect(marked('每万名居民拥有2-3名全科医生', target('density', 2, 3))).toEqual(['2-3名']);
    expect(marked('基层医疗卫生机构 90%以上的医师', target('coverage', 0.9))).toEqual(['90%']);
  });

  it('has the numbers of all its targets marked', () => {
    const clause = '每万名居民拥有2-3名，全科医生总量达到165名';
    expect(marked(clause, target('density', 2, 3), target('headcount', 165))).toEqual(['2-3名', '达到165名']);
  });

  it('leaves years, months, parts of numbers and item numbers alone', () => {
    expect(marked('到2020年2月，2.拥有12名和2,000名，2名', target('density', 2))).toEqual(['2名']);
  });
});
