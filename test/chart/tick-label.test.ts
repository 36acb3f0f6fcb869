import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedTickLabel, tickLabel } from '../../src/chart/tick-label.ts';

const browser = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

test('a tick is written as the browser writes a number of at most three decimals', () => {
  const numbers = fc.tuple(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), fc.constantFrom(1, 10, 100, 1000));
  fc.assert(
    fc.property(numbers, ([of, parts]) => {
      expect(tickLabel(of / parts)).toBe(browser.format(of / parts));
    }),
  );
  expect(tickLabel(1234567.5)).toBe('1,234,567.5');
});

test('a signed tick has a true minus, and nothing has no sign', () => {
  expect([-1500, 0, 0.2].map(signedTickLabel)).toEqual(['−1,500', '0', '+0.2']);
});
