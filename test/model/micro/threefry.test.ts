import { describe, expect, test } from 'vitest';
import { newStream, nextBits, nextShare, seek, useKey } from '../../../src/model/micro/stream.ts';
import { threefry } from '../../../src/model/micro/threefry.ts';

/** Random123, kat_vectors, threefry4x32 20. */
const VECTORS: [counter: number[], key: number[], words: string][] = [
  [[0, 0, 0, 0], [0, 0, 0, 0], '9c6ca96a e17eae66 fc10ecd4 5256a7d8'],
  [[-1, -1, -1, -1], [-1, -1, -1, -1], '2a881696 57012287 f6c7446e a16a6732'],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
    '59cd1dbb b8879579 86b5d00c ac8b6d84',
  ],
];

describe('Threefry4x32-20', () => {
  test.each(VECTORS)('gives the published words for counter %j and key %j', (counter, key, words) => {
    const out = new Int32Array(4);
    threefry(Int32Array.from(key), Int32Array.from(counter), out);
    expect([...out].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ')).toBe(words);
  });
});

describe('a stream', () => {
  const read = (purpose: number, area: number, year: number, first = 0): number[] => {
    const stream = newStream();
    useKey(stream, 7, 3);
    seek(stream, purpose, area, year, first);
    return Array.from({ length: 9 }, () => nextBits(stream) >>> 0);
  };

  test('reads the blocks of its place one after the other', () => {
    const out = new Int32Array(4);
    threefry(Int32Array.of(7, 3, 0, 0), Int32Array.of(1, 5, 2, 2030), out);
    const words = [...out].map((word) => word >>> 0);
    expect(read(5, 2, 2030).slice(4, 8)).toEqual(words);
    expect(read(5, 2, 2030, 1).slice(0, 4)).toEqual(words);
  });

  test('has words of its own for every purpose, area and year', () => {
    const places = [read(1, 2, 3), read(2, 2, 3), read(1, 3, 3), read(1, 2, 4)];
    expect(new Set(places.flat()).size).toBe(36);
  });

  test('gives the same words whatever was read elsewhere', () => {
    const stream = newStream();
    useKey(stream, 7, 3);
    seek(stream, 9, 9, 2024);
    nextBits(stream);
    seek(stream, 5, 2, 2030);
    expect(nextBits(stream) >>> 0).toBe(read(5, 2, 2030)[0]);
  });

  test('gives shares evenly between 0 and 1', () => {
    const stream = newStream();
    const tenths = new Float64Array(10);
    for (let i = 0; i < 100_000; i++) tenths[Math.floor(nextShare(stream) * 10)]!++;
    // Chi-square with 9 degrees of freedom: 27.9 is exceeded once in a thousand.
    expect(tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });
});
