import { expect, test } from 'vitest';
import { countText } from '../../src/ui/own/size.ts';

test('numbers of rows and persons are written as the language machinery of the browser writes them', () => {
  for (const count of [0, 7, 999, 1000, 12_345, 999_999.5, 1_411_778_724, 9e14]) {
    expect(countText(count)).toBe(Math.round(count).toLocaleString('en-US'));
  }
});
