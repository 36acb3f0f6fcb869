import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../src/sheet/gb18030.ts';

const decoder = new TextDecoder('gb18030', { fatal: true });

describe('GB18030', () => {
  it('writes what browsers read, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(decoder.decode(gb18030(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('writes every character that the decoder knows, and all planes', () => {
    let text = '';
    for (let code = 0x20; code < 0x2ffff; code += code < 0x10000 ? 1 : 997) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      text += String.fromCodePoint(code);
    }
    const read = [...decoder.decode(gb18030(text))];
    const lost = [...text].filter((sign, at) => read[at] !== sign);
    // Private-use characters of the 2000 edition, which browsers read as the ones that replaced them.
    expect(lost.length).toBeLessThanOrEqual(20);
    expect(lost.join('')).toMatch(/^[\ue5e5-\ue864]*$/);
  });

  it('uses the short codes of GBK where there are any', () => {
    expect([...gb18030('缺15人')]).toEqual([0xc8, 0xb1, 0x31, 0x35, 0xc8, 0xcb]);
    expect([...gb18030('𠮷')]).toHaveLength(4);
    expect([...gb18030('\ufffd')]).toEqual([0x84, 0x31, 0xa4, 0x37]);
    expect([...gb18030('\ud800a')]).toEqual([0x3f, 0x61]);
  });
});
