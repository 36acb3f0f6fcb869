import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcPath, placeArcs, type ArcLink } from '../../src/chart/arc-chart.ts';

const link = (key: string, from: number, to: number, weight = 1): ArcLink => ({ key, from, to, weight, dashed: false });

describe('arcs', () => {
  it('are as wide as what moves, and longer ones lie beneath and reach farther', () => {
    const placed = placeArcs([link('short', 0, 1, 1), link('long', 0, 5, 3)], 26, 200);
    expect(placed.map(({ key }) => key)).toEqual(['long', 'short']);
    const [long, short] = placed;
    expect(long!.depth).toBeGreaterThan(short!.depth);
    expect(long!.width - short!.width).toBe(4);
  });

  it('leave a row in the order in which they do not cross', () => {
    const placed = placeArcs([link('a', 3, 0), link('b', 3, 2), link('c', 3, 9), link('d', 3, 4)], 30, 200);
    const leaving = [...placed].sort((a, b) => a.y1 - b.y1).map(({ key }) => key);
    expect(leaving).toEqual(['b', 'a', 'c', 'd']);
  });

  it('stay within their rows and their room, whatever moves', () => {
    const rows = fc.integer({ min: 0, max: 39 });
    const links = fc.array(fc.record({ from: rows, to: rows, weight: fc.integer({ min: 1, max: 30 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(links, fc.integer({ min: 20, max: 600 }), (some, room) => {
        const named = some.map((one, index) => ({ ...one, key: String(index), dashed: false }));
        for (const { link: one, y1, y2, depth, width } of placeArcs(named, 22, room)) {
          expect(Math.floor(y1 / 22)).toBe(one.from);
          expect(Math.floor(y2 / 22)).toBe(one.to);
          expect(depth).toBeLessThanOrEqual(room + 1e-9);
          expect(width).toBeLessThanOrEqual(9);
        }
      }),
    );
  });

  it('begin and end at the left edge, the head free for the arrow', () => {
    const [arc] = placeArcs([link('a', 0, 2)], 26, 100);
    expect(arcPath(arc!, 50, 8)).toMatch(/^M50 13H.*H58$/);
  });
});
