import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBars, waterfallScale } from '../../src/chart/waterfall-chart.ts';

const bar = (value: number) => ({ label: String(value), value, kind: 'entry' as const });

const eighths = (min: number) => fc.integer({ min, max: 1e6 }).map((value) => value / 8);

describe('the bars of a waterfall', () => {
  it('hang on each other from the first level to the last', () => {
    expect(placeBars(10, [bar(5), bar(-3)]).map(({ before, after }) => [before, after])).toEqual([
      [10, 15],
      [15, 12],
    ]);
  });

  it('all stand on the axis, which holds zero', () => {
    fc.assert(
      fc.property(eighths(0), fc.array(eighths(-1e6), { maxLength: 16 }), (from, values) => {
        const placed = placeBars(from, values.map(bar));
        const to = placed.at(-1)?.after ?? from;
        const { low, high, ticks } = waterfallScale(from, to, placed);
        for (const level of [0, from, to, ...placed.map(({ after }) => after)]) {
          expect(level).toBeGreaterThanOrEqual(low);
          expect(level).toBeLessThanOrEqual(high);
        }
        expect(ticks).toContain(0);
        expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true);
      }),
    );
  });
});
