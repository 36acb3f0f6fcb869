import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAscii, shortText } from '../../../src/io/own/short-text.ts';
import { utf8 } from '../../fixtures/own/gb18030.ts';

const signs = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'aZ09红格镇é\u0000\u007f\u0080\u07ff\u0800\ufeff\uffff', '𠮷', '\u{10ffff}'),
    maxLength: 30,
  }),
);

describe('a short text', () => {
  it('is what a decoder makes of its bytes, wherever they stand', () => {
    fc.assert(
      fc.property(signs, fc.nat(5), (text, shift) => {
        const own = utf8(text);
        const bytes = new Uint8Array(shift + own.length + 3).fill(0xff);
        bytes.set(own, shift);
        const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        expect(shortText(bytes, shift, shift + own.length)).toBe(decoder.decode(own));
      }),
      { numRuns: 1000 },
    );
  });

  it('is known to be ASCII or not', () => {
    fc.assert(
      fc.property(signs, (text) => {
        const bytes = utf8(text);
        expect(isAscii(bytes, 0, bytes.length)).toBe([...text].every((sign) => sign < '\u0080'));
      }),
    );
  });
});
