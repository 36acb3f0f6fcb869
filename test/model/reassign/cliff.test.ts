import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTSIDE, type Move, type MovePlan } from '../../../src/model/reassign/types.ts';
import type { Projection } from '../../../src/model/types.ts';
import { cliffOf, holdingOf, type Cliff } from '../../../src/model/reassign/cliff.ts';
import { monthNumber } from '../../../src/model/reassign/months.ts';
import { MOVES, movedResult, plan } from '../../ui/moves/fake-plan.ts';

const centres = (heads: number[][]): MovePlan['without'] =>
  heads.map((own, area) => ({ area, heads: own, minimum: 2 }));
const cliff = (over: Partial<MovePlan> = {}, done: Projection = movedResult().plan): Cliff => {
  const list = plan(over);
  return cliffOf({ plan: list, moves: list.moves, projection: done });
};
const at = (year: number, month: number): number => monthNumber({ year, month });

describe('the cliff', () => {
  it('rises when people come and falls in the month after their last, the cause named', () => {
    const { months, met, falls } = cliff();
    expect(months).toHaveLength(36);
    expect(met[0]).toBe(2);
    expect(met[at(2026, 3) - months[0]!]).toBe(3);
    expect(met[at(2026, 9) - months[0]!]).toBe(4);
    expect(met.at(-1)).toBe(2);
    expect(falls).toEqual([
      { month: at(2027, 9), area: 3, cause: 'counterpart', persons: 1 },
      { month: at(2028, 3), area: 2, cause: 'dispatch', persons: 1 },
    ]);
    expect(holdingOf(falls)).toEqual({ renew: 1, posts: 1, place: 0 });
  });

  it('has no fall where nobody goes home', () => {
    expect(cliff({ moves: MOVES.slice(0, 1) }).falls).toEqual([]);
  });

  it('names obligations that end in a year, and other exits', () => {
    const done = movedResult().plan;
    const span = done.horizon - done.base + 1;
    done.flows.left.fill(0);
    done.flows.leftAfterObligation[2027 - done.base] = 1;
    done.flows.retired[span + 2027 - done.base] = 1;
    const { falls } = cliff(
      {
        without: centres([
          [4, 3, 3],
          [0, -1, -1],
          [1, 1, 1],
          [1, 1, 1],
        ]),
      },
      done,
    );
    expect(falls.slice(1, 3)).toEqual([
      { month: at(2027, 12), area: 0, cause: 'obligation', persons: 1 },
      { month: at(2027, 12), area: 1, cause: 'exits', persons: 1 },
    ]);
    expect(holdingOf(falls).place).toBe(2);
  });

  it('agrees with the end dates of the list, whatever the list', () => {
    const month = fc.record({ year: fc.integer({ min: 2026, max: 2028 }), month: fc.integer({ min: 1, max: 12 }) });
    const move = fc
      .record({
        to: fc.nat(3),
        start: month,
        months: fc.integer({ min: 1, max: 30 }),
        persons: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ to, start, months, persons }): Move => {
        const last = monthNumber(start) + months - 1;
        const end = { year: Math.floor(last / 12), month: (last % 12) + 1 };
        return { lever: 'counterpart', from: OUTSIDE, to, persons, start, end, km: null, had: 0, minimum: 2 };
      });
    const years = [2026, 2027, 2028, 2029];
    const without = centres([0, 1, 2, 3].map(() => years.map(() => 1)));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const { falls } = cliff({ years, without, moves });
        for (const { month: fall, area } of falls) {
          expect(moves.some(({ to, end }) => to === area && end !== null && monthNumber(end) === fall - 1)).toBe(true);
        }
        // Where the last to be there goes home within the years, the centre falls.
        for (const area of [0, 1, 2, 3]) {
          const last = Math.max(...moves.filter(({ to }) => to === area).map(({ end }) => monthNumber(end!) + 1));
          if (last > 0 && last <= at(2029, 12))
            expect(falls.some((fall) => fall.area === area && fall.month === last)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
