import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flagWidth, noteRows, placeFlags, STEM_GAP } from '../../src/chart/flag-layout.ts';
import type { FlagLines } from '../../src/chart/types.ts';

const lines: FlagLines = {
  when: 'End of 2030',
  statusWord: 'missed',
  valueText: '4.2',
  targetText: 'target ≥ 5.0',
  gapText: '15 short',
  gapIsShort: true,
  countText: '72 of 87',
  extra: 'chance 9% · certified',
  chance: ['chance 9%', 'about 1 in 11'],
};
const at = (...stems: number[]): { x: number; lines: FlagLines }[] => stems.map((x) => ({ x, lines }));

test('flags with room stand at the right of their stems and say everything', () => {
  expect(placeFlags(at(100, 300, 500), 900)).toEqual(Array(3).fill({ side: 'right', detail: 0 }));
});

test('a flag whose neighbour is close steps to the left', () => {
  expect(placeFlags(at(200, 260, 600), 900)).toEqual([
    { side: 'left', detail: 0 },
    { side: 'right', detail: 0 },
    { side: 'right', detail: 0 },
  ]);
});

test('a flag at the right edge steps to the left', () => {
  expect(placeFlags(at(850), 900)).toEqual([{ side: 'left', detail: 0 }]);
});

test('a flag between close stems gives up its least important words first', () => {
  const [, middle] = placeFlags(at(40, 180, 315, 450), 590);
  expect(middle!.detail).toBeGreaterThan(0);
  expect(middle!.detail).toBeLessThan(4);
});

test('more is dropped with every level, never added', () => {
  const widths = ([0, 1, 2, 3, 4, 5, 6] as const).map((detail) => flagWidth(lines, detail));
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  expect(widths[6]).toBeLessThan(20);
});

test('a long extra row is broken instead of widening the flag', () => {
  const long = { ...lines, extra: 'already past · certified, assistants included', chance: [] };
  expect(noteRows(long, 0)).toEqual(['already past · certified,', 'assistants included']);
  expect(flagWidth(long, 0)).toBeLessThan(160);
});

test('a chance outlasts the counting rule and the count, in per cent and in words', () => {
  const chance = ['chance 9%', 'about 1 in 11'];
  expect(noteRows(lines, 0)).toEqual(['chance 9% · certified', 'about 1 in 11']);
  for (const detail of [1, 2, 3, 4] as const) expect(noteRows(lines, detail)).toEqual(chance);
  expect(noteRows({ ...lines, chance: [] }, 1)).toEqual([]);
  expect(noteRows({ ...lines, chance: [] }, 2)).toEqual(['72 of 87']);
  expect(noteRows({ ...lines, chance: [] }, 4)).toEqual([]);
  expect(noteRows(lines, 5)).toEqual([]);
});

test('no text crosses a stem, an edge or another text unless only the glyph is left', () => {
  const stems = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(stems, (pixels) => {
      const sorted = pixels.sort((a, b) => a - b);
      const texts = placeFlags(at(...sorted), 900).flatMap(({ side, detail }, index) => {
        const width = flagWidth(lines, detail);
        const from = side === 'right' ? sorted[index]! + STEM_GAP : sorted[index]! - STEM_GAP - width;
        return detail === 6 ? [] : [{ from, to: from + width }];
      });
      for (const { from, to } of texts) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(900);
        expect(sorted.some((stem) => stem > from && stem < to)).toBe(false);
        expect(texts.filter((other) => other.from < to && other.to > from)).toHaveLength(1);
      }
    }),
  );
});
