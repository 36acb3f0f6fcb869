import { describe, expect, test } from 'vitest';
import { checkUncertain, hashOf, parameterDraws } from '../../../src/model/micro/parameters.ts';
import type { Uncertain } from '../../../src/model/micro/parameters.ts';

const FIELDS: Uncertain[] = [
  { key: 'attrition', low: 0.014, mode: 0.03, high: 0.06, distribution: 'PERT' },
  { key: 'regshare', low: 0.75, mode: 0.834, high: 0.95, distribution: 'uniform' },
  { key: 'maxage', low: 45, mode: 55, high: 60, distribution: 'PERT', whole: true },
  { key: 'fte', low: 0.5, mode: 1, high: 1, distribution: 'fixed' },
];

describe('drawn parameters', () => {
  test('lie in their ranges, whole where they must be, fixed where they are', () => {
    for (let draw = 0; draw < 500; draw++) {
      const drawn = parameterDraws(FIELDS)({ seed: 7, draw });
      for (const { key, low, high } of FIELDS) {
        expect(drawn[key]).toBeGreaterThanOrEqual(low);
        expect(drawn[key]).toBeLessThanOrEqual(high);
      }
      expect(Number.isInteger(drawn['maxage'])).toBe(true);
      expect(drawn['fte']).toBe(1);
    }
  });

  test('do not change with a field more or less, or with the order of the fields', () => {
    const all = parameterDraws(FIELDS)({ seed: 7, draw: 12 });
    const some = parameterDraws([FIELDS[2]!, FIELDS[0]!])({ seed: 7, draw: 12 });
    expect(some).toEqual({ maxage: all['maxage'], attrition: all['attrition'] });
  });

  test('differ from draw to draw, from seed to seed and from key to key', () => {
    const range = { low: 0, mode: 0.5, high: 1, distribution: 'PERT' } as const;
    const values = [0, 1, 2].flatMap((i) => [
      ...Object.values(
        parameterDraws([
          { key: 'a', ...range },
          { key: 'b', ...range },
        ])({ seed: 7, draw: i }),
      ),
      ...Object.values(parameterDraws([{ key: 'a', ...range }])({ seed: 8 + i, draw: 0 })),
    ]);
    expect(new Set(values).size).toBe(9);
  });

  test('are told apart by a hash that never changes', () => {
    expect(hashOf('')).toBe(0x811c9dc5);
    expect(hashOf('a')).toBe(0xe40c292c);
    expect(hashOf('foobar')).toBe(0xbf9cf968);
  });

  test.each([
    [0.5, 0.3, 1],
    [0, 2, 1],
    [Number.NaN, 0, 1],
    [0, 1, Infinity],
  ])('are refused from low %d, mode %d, high %d', (low, mode, high) => {
    const field: Uncertain = { key: 'breach', low, mode, high, distribution: 'PERT' };
    expect(checkUncertain([field])).toEqual([{ code: 'draws.bad-range', values: { key: 'breach', low, mode, high } }]);
    expect(() => parameterDraws([field])).toThrow(RangeError);
    expect(checkUncertain(FIELDS)).toEqual([]);
  });
});
