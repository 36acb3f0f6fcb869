import { describe, expect, it } from 'vitest';
import { chance, timesIn } from '../../src/text/chance.ts';
import { chanceWords, drawnText, oddsSentence } from '../../src/text/odds-text.ts';
import { plainText } from '../../src/text/parts.ts';

describe('a chance', () => {
  it.each([
    [0, '不到 1%', 'below 1%'],
    [0.009, '不到 1%', 'below 1%'],
    [0.01, '1%', '1%'],
    [0.094, '9%', '9%'],
    [0.99, '99%', '99%'],
    [0.9951, '99% 以上', 'above 99%'],
    [1, '99% 以上', 'above 99%'],
  ])('of %d is never 0 or 100 percent: %s', (share, zh, en) => {
    expect(chanceWords(share, 1000, 'zh')).toBe(zh);
    expect(chanceWords(share, 1000, 'en')).toBe(en);
  });

  it('claims no more than a few draws can tell', () => {
    expect(chance(0, 25)).toEqual({ percent: 4, bound: 'below' });
    expect(chance(1, 25)).toEqual({ percent: 96, bound: 'above' });
  });

  it.each([
    [0.09, [1, 11]],
    [0.12, [1, 8]],
    [0.5, [1, 2]],
    [0.66, [2, 3]],
    [0.71, [5, 7]],
    [0.95, [19, 20]],
    [0.01, [1, 100]],
  ])('of %d is about so many in so many', (share, times) => {
    const [some, all] = timesIn(share);
    expect([some, all]).toEqual(times);
    expect(Math.abs(some / all - share)).toBeLessThan(0.02);
  });
});

describe('the sentence on the odds', () => {
  const chances = [
    { year: 2030, share: 0.09 },
    { year: 2035, share: 0.66 },
  ];
  it('says the chance in percent and in words, the later year in percent alone', () => {
    expect(plainText(oddsSentence(chances, 1000, 'zh'))).toBe(
      '达标的机会：2030 年 9%（约 11 次里有 1 次），2035 年 66%。',
    );
    expect(plainText(oddsSentence(chances, 1000, 'en'))).toBe(
      'Chance of meeting it: 2030 9% (about 1 in 11), 2035 66%.',
    );
  });

  it('is not there where no chance can be given', () => {
    expect(oddsSentence([], 1000, 'zh')).toEqual([]);
  });

  it('is followed by number and seed, or by how far the run is', () => {
    const of = { asked: 1000, seed: 7, stopped: false, doubt: 'chance' };
    expect(drawnText(1000, of, 'zh')).toBe('抽样 1,000 次，种子 7；只计偶然，参数不变');
    expect(drawnText(375, of, 'en')).toBe('375 of 1,000 draws so far');
    expect(drawnText(375, { ...of, stopped: true }, 'zh')).toBe('抽到 375／1,000 次停下，种子 7');
  });
});
