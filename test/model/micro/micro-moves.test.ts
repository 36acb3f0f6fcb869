import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectCohort } from '../../../src/model/cohort-engine.ts';
import type { CohortInput } from '../../../src/model/cohort-input.ts';
import { microRun, runDraw } from '../../../src/model/micro/micro-engine.ts';
import { OUTSIDE } from '../../../src/model/reassign/types.ts';
import type { Move } from '../../../src/model/reassign/types.ts';
import { FLOWS } from '../../../src/model/types.ts';
import type { Projection } from '../../../src/model/types.ts';
import { all, anyCohort, cohort } from '../cohort-fixtures.ts';

const move = (over: Partial<Move>): Move => ({
  lever: 'within',
  from: 0,
  to: 1,
  persons: 2,
  start: { year: 2022, month: 1 },
  end: null,
  km: null,
  had: 0,
  minimum: 2,
  ...over,
});

/** Opening − exits + entries − closing, moves among them, of every area and year. */
function imbalance({ flows, gps, base, horizon }: Projection): number {
  const leaving = ['deaths', 'retired', 'left', 'leftAfterObligation', 'breached', 'lapsed', 'movedOut', 'closing'];
  let most = 0;
  for (let i = 0; i < gps.length; i++) {
    if (i % (horizon - base + 1) === 0) continue;
    const sum = FLOWS.reduce((total, flow) => total + flows[flow][i]! * (leaving.includes(flow) ? -1 : 1), 0);
    most = Math.max(most, Math.abs(sum));
  }
  return most;
}

const draw = (input: CohortInput, number = 0): Projection => runDraw(microRun(input), input, { seed: 3, draw: number });

describe('moves of whole persons', () => {
  test('take just so many from the donor to the receiver, for good or for a time', () => {
    const still = cohort({
      areas: [
        { registered: 9, ageShares: all(1, 30) },
        { registered: 1, ageShares: all(1, 30) },
      ],
      base: 2020,
      horizon: 2026,
    });
    const moves = [
      move({ persons: 3 }),
      move({ persons: 2, lever: 'dispatch', end: { year: 2023, month: 12 } }),
      move({ persons: 1, lever: 'counterpart', from: OUTSIDE, end: { year: 2024, month: 6 } }),
    ];
    const { gps, flows } = draw({ ...still, moves });
    expect(Array.from(gps.subarray(0, 7))).toEqual([9, 9, 4, 4, 6, 6, 6]);
    expect(Array.from(gps.subarray(7))).toEqual([1, 1, 7, 7, 4, 4, 4]);
    expect(Array.from(flows.movedOut.subarray(0, 7))).toEqual([0, 0, 5, 0, 0, 0, 0]);
    expect(Array.from(flows.movedIn.subarray(7))).toEqual([0, 0, 6, 0, 0, 0, 0]);
    expect(Array.from(flows.movedOut.subarray(7))).toEqual([0, 0, 0, 0, 3, 0, 0]);
  });

  test('never take more than are there', () => {
    const input = cohort({ areas: [{ registered: 2, ageShares: all(1, 30) }, {}], base: 2020, horizon: 2023 });
    const { gps } = draw({ ...input, moves: [move({ persons: 5 })] });
    expect([...gps]).toEqual([2, 2, 0, 0, 0, 0, 2, 2]);
  });

  test('keep the ledger to the last bit, whole persons throughout, nobody below zero', () => {
    fc.assert(
      fc.property(anyCohort, fc.nat(50), fc.boolean(), (spec, number, assistants) => {
        const input = cohort(spec);
        const areas = input.opening.length;
        const moves = Array.from({ length: 6 }, (_, i) =>
          move({
            from: i % 3 === 2 ? OUTSIDE : i % areas,
            to: (i + 1) % areas,
            persons: 1 + (i % 4),
            start: { year: input.base + 1 + (i % 3), month: 1 + i },
            end: i % 2 === 0 ? null : { year: input.base + 2 + i, month: 12 },
          }),
        );
        const p = draw({ ...input, moves, movers: assistants ? 'assistants' : 'registered' }, number);
        expect(imbalance(p)).toBe(0);
        for (const name of ['registered', 'assistant', 'unregistered', 'pool'] as const) {
          for (const heads of p[name]) expect(Number.isInteger(heads) && heads >= 0).toBe(true);
        }
      }),
      { numRuns: 120, seed: 6 },
    );
  });

  test('have the cohort engine’s projection as their mean', () => {
    const input: CohortInput = {
      ...cohort({
        areas: [{ registered: 60, assistant: 10, pool: 100 }, { registered: 8 }, { registered: 30 }],
        rates: { attrition: 0.05 },
        levers: { recruit: 3, transfer: 4 },
        base: 2020,
        horizon: 2030,
      }),
      movers: 'assistants',
      moves: [
        move({ persons: 6 }),
        move({ persons: 8, from: 2, end: { year: 2025, month: 12 } }),
        move({ persons: 4, from: OUTSIDE, to: 2, start: { year: 2023, month: 3 }, end: { year: 2028, month: 2 } }),
      ],
    };
    const expected = projectCohort(input);
    const run = microRun(input);
    const draws = 2000;
    const sums = new Float64Array(expected.gps.length);
    const squares = new Float64Array(expected.gps.length);
    for (let number = 0; number < draws; number++) {
      const { gps } = runDraw(run, input, { seed: 3, draw: number });
      gps.forEach((persons, cell) => {
        sums[cell]! += persons;
        squares[cell]! += persons * persons;
      });
    }
    expected.gps.forEach((persons, cell) => {
      const mean = sums[cell]! / draws;
      const error = Math.sqrt(Math.max(1e-9, squares[cell]! / draws - mean * mean) / draws);
      expect(Math.abs(mean - persons), `cell ${cell}: ${mean} for ${persons}`).toBeLessThan(4.5 * error + 1e-6);
    });
  });
});
