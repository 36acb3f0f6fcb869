import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTSIDE, type Move } from '../../../src/model/reassign/types.ts';
import { arcPicture, beforeAfter, expectedIn, MOST_ROWS, overPromised } from '../../../src/ui/moves/arc-rows.ts';
import { hasCentres } from '../../../src/ui/moves/floors.ts';
import { place } from '../fake-session.ts';
import { BEFORE, HOSPITAL, movedPlace, movedResult, plan } from './fake-plan.ts';

const here = movedPlace();
const picture = (year: number) => arcPicture(plan(), here, year);

describe('before and after', () => {
  it('differ by the moves that are in force', () => {
    const counts = beforeAfter(plan(), 2026);
    expect([...counts.values()].map(({ before }) => before)).toEqual(BEFORE.slice(0, 4));
    expect([...counts.values()].map(({ after }) => after)).toEqual([2, 2, 2, 2]);
    expect([...beforeAfter(plan(), 2028).values()].map(({ after }) => after)).toEqual([2, 2, 1, 1]);
  });
});

describe('the picture of a year', () => {
  it('has givers above takers, who comes from outside first, and the rest below', () => {
    const { rows, arcs, left } = picture(2026);
    expect(rows.map(({ area }) => area)).toEqual([OUTSIDE, HOSPITAL, 0, 1, 2, 3]);
    expect(rows.map(({ part }) => part)).toEqual(['source', 'source', 'giver', 'taker', 'taker', 'taker']);
    expect(arcs.map(({ from, to }) => [from, to])).toEqual([
      [2, 3],
      [1, 4],
      [0, 5],
    ]);
    expect(left).toEqual({ areas: 0, moves: 0, persons: 0 });
  });

  it('draws whoever is still there, and names who is short', () => {
    const { rows, arcs } = picture(2028);
    expect(arcs).toHaveLength(1);
    expect(rows.map(({ area, part }) => `${area} ${part}`)).toEqual([
      '0 giver',
      '1 taker',
      '2 short',
      '3 short',
      '4 source',
    ]);
  });

  it('knows no floor of a hospital', () => {
    expect(picture(2026).rows.map(({ floor }) => floor)).toEqual([null, null, 2, 2, 2, 2]);
  });

  it('leaves out small moves where there are too many rows, and says how many', () => {
    const areas = 200;
    const large = place(areas);
    const without = large.areas.map((_, area) => ({ area, heads: [2, 2, 2], minimum: 2 }));
    const move = fc
      .record({
        from: fc.integer({ min: 0, max: 99 }),
        to: fc.integer({ min: 100, max: areas - 1 }),
        persons: fc.nat(8),
      })
      .map(({ from, to, persons }): Move => ({
        from,
        to,
        persons: persons + 1,
        lever: 'within',
        km: null,
        had: 0,
        minimum: 2,
        start: { year: 2026, month: 1 },
        end: null,
      }));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 120 }), (moves) => {
        const drawn = arcPicture(plan({ moves, without }), large, 2026);
        expect(drawn.rows.length).toBeLessThanOrEqual(MOST_ROWS);
        expect(drawn.arcs.length + drawn.left.moves).toBe(moves.length);
        const shown = drawn.arcs.reduce((sum, one) => sum + one.move.persons, 0);
        expect(shown + drawn.left.persons).toBe(moves.reduce((sum, one) => sum + one.persons, 0));
        expect(drawn.rows.length + drawn.left.areas).toBe(areas);
        for (const { from, to, move: one } of drawn.arcs) {
          expect([drawn.rows[from]!.area, drawn.rows[to]!.area]).toEqual([one.from, one.to]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('centres', () => {
  it('are known of townships, not of counties, and one alone is not enough', () => {
    expect(hasCentres(here)).toBe(true);
    expect(hasCentres(place(1))).toBe(false);
    const counties = place(4);
    counties.areas.forEach((area) => (area.level = 'county'));
    expect(hasCentres(counties)).toBe(false);
  });
});

describe('what the list promises and the projection expects', () => {
  it('is named centre by centre where it differs: who was moved may leave', () => {
    const moved = movedResult();
    expect(overPromised(plan(), moved.plan, 2026)).toEqual([]);
    expect(expectedIn(moved.plan, 2, 2026)).toBe(2);
    const span = moved.plan.horizon - moved.plan.base + 1;
    const cell = (area: number): number => area * span + 2026 - moved.plan.base;
    moved.plan.gps[cell(2)] = 1.97;
    expect(overPromised(plan(), moved.plan, 2026)).toEqual([]);
    moved.plan.gps[cell(2)] = 1.6;
    expect(overPromised(plan(), moved.plan, 2026)).toEqual([2]);
  });
});
