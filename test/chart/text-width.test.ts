import { expect, test } from 'vitest';
import { textWidth, wrapText } from '../../src/chart/text-width.ts';

test('a Chinese character is one em wide, a digit a little over half', () => {
  expect(textWidth('全科医生', 12)).toBe(48);
  expect(textWidth('2030', 10)).toBeCloseTo(22.8);
  expect(textWidth('2030', 10, true)).toBeGreaterThan(textWidth('2030', 10));
});

test('English breaks between words, Chinese between characters, and no row parts a bracket from its word', () => {
  expect(wrapText('net only before 2024', 12, 60)).toEqual(['net only', 'before', '2024']);
  expect(wrapText('此前年份，只有净增', 12, 50)).toEqual(['此前年', '份，只有', '净增']);
  expect(wrapText('计入（含助理）', 12, 40)).toEqual(['计入', '（含助', '理）']);
});

test('a text that fits stays on one row, an empty one has none', () => {
  expect(wrapText('net only', 12, 400)).toEqual(['net only']);
  expect(wrapText('', 12, 400)).toEqual([]);
});
