import { expect, test } from 'vitest';
import { CHANCE, mainDoubt } from '../../../src/model/doubt/main-doubt.ts';
import { parameterDraws } from '../../../src/model/micro/parameters.ts';
import type { Uncertain } from '../../../src/model/micro/parameters.ts';

const ranges: Uncertain[] = [
  { key: 'a', low: 0, mode: 1, high: 4, distribution: 'PERT' },
  { key: 'b', low: 0, mode: 1, high: 2, distribution: 'uniform' },
];
/** A density that is a straight line in both parameters, and a tornado of it. @param noise a uniform number besides */
function line(slopes: Record<'a' | 'b', number>, noise = 0) {
  const one = (value: number): Float64Array => Float64Array.of(value);
  const bars = ranges.map(({ key, low, mode, high }) => {
    const at = (value: number): Float64Array => one(slopes[key as 'a' | 'b'] * (value - mode));
    return { key, low, high, atLow: at(low), atHigh: at(high) };
  });
  const uniform: Uncertain = { key: 'noise', low: 0, mode: noise / 2, high: noise, distribution: 'uniform' };
  const densities = Float64Array.from({ length: 4000 }, (_, draw) => {
    const drawn = parameterDraws([...ranges, uniform])({ seed: 3, draw });
    return slopes.a * drawn['a']! + slopes.b * drawn['b']! + drawn['noise']!;
  });
  return mainDoubt({ years: [2030], mode: one(0), bars }, ranges, densities, 0);
}

test('the doubt comes from the parameter that makes most of the variance', () => {
  expect(line({ a: 1, b: 0.1 })).toEqual(['a']);
  expect(line({ a: 0.1, b: 1 })).toEqual(['b']);
});

test('two that make it together are both named, the larger first', () => {
  // PERT on 0–4 with mode 1: (4/3)(8/3)/7 = 0.508; uniform on 0–2: 1/3; uniform noise of 2.1: 0.3675.
  expect(line({ a: 0.8, b: 1 }, 2.1)).toEqual([CHANCE, 'b']);
  expect(line({ a: 1, b: 1.1 }, 2.3)).toEqual(['a', CHANCE]);
});

test('what no parameter makes is chance', () => {
  expect(line({ a: 0.1, b: 0.1 }, 3)).toEqual([CHANCE]);
});

test('nothing is said where nothing varies, or it comes from many things', () => {
  expect(mainDoubt({ years: [2030], mode: Float64Array.of(1), bars: [] }, [], new Float64Array(50).fill(1), 0)).toEqual(
    [],
  );
  const bars = Array.from({ length: 9 }, (_, i) => ({
    key: `p${i}`,
    low: 0,
    high: 1,
    atLow: Float64Array.of(0),
    atHigh: Float64Array.of(1),
  }));
  const tornado = { years: [2030], mode: Float64Array.of(1), bars };
  expect(mainDoubt(tornado, [], Float64Array.of(1, 1.1), 0)).toEqual([]);
});
