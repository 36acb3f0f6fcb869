import { describe, expect, it } from 'vitest';
import { dropsOf, namedDrops, stepPath } from '../../src/chart/step-line.ts';

const same = (value: number): number => value;

describe('a step line', () => {
  it('keeps each value until the next', () => {
    expect(stepPath([0, 1, 2, 3], [4, 4, 3, 3], same, same)).toBe('M0 4H2V3H3');
    expect(stepPath([], [], same, same)).toBe('');
  });

  it('falls where it gets less, by so much', () => {
    expect(dropsOf([10, 11, 12, 13], [4, 2, 3, 1])).toEqual([
      { at: 11, from: 4, to: 2 },
      { at: 13, from: 3, to: 1 },
    ]);
  });

  it('names the deepest falls, each clear of the others', () => {
    const drops = [
      { at: 0, from: 9, to: 8 },
      { at: 2, from: 8, to: 5 },
      { at: 20, from: 5, to: 4 },
      { at: 40, from: 4, to: 3 },
    ];
    expect(namedDrops(drops, 6, 2).map(({ at }) => at)).toEqual([2, 20]);
    expect(namedDrops(drops, 1, 9)).toEqual(drops);
  });
});
