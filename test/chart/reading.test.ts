import { expect, test } from 'vitest';
import { yearAfterKey, yearAtPosition } from '../../src/chart/reading.ts';

const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

test('a pointer reads the nearest year', () => {
  expect(yearAtPosition(years, 0, 80)).toBe(2018);
  expect(yearAtPosition(years, 14, 80)).toBe(2019);
  expect(yearAtPosition(years, 16, 80)).toBe(2020);
});

test('a pointer beyond the ends reads the first and the last year', () => {
  expect(yearAtPosition(years, -30, 80)).toBe(2018);
  expect(yearAtPosition(years, 300, 80)).toBe(2026);
  expect(yearAtPosition([2030], 5, 0)).toBe(2030);
});

test('keys move the reading by one year, by five, and to the ends', () => {
  const after = (key: string): number | null => yearAfterKey(years, 2020, key);
  expect(['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp'].map(after)).toEqual([2019, 2019, 2021, 2021]);
  expect(['PageUp', 'Home', 'End'].map(after)).toEqual([2025, 2018, 2026]);
});

test('keys do not leave the years', () => {
  expect(yearAfterKey(years, 2020, 'PageDown')).toBe(2018);
  expect(yearAfterKey(years, 2026, 'ArrowRight')).toBe(2026);
});

test('other keys mean nothing', () => {
  expect(yearAfterKey(years, 2020, 'Tab')).toBeNull();
});
