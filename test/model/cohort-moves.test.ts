import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectCohort } from '../../src/model/cohort-engine.ts';
import { OUTSIDE, type Move } from '../../src/model/reassign/types.ts';
import type { FlowName } from '../../src/model/types.ts';
import { all, anyCohort, cohort, evenly, ofArea, whole, type CohortSpec } from './cohort-fixtures.ts';
import { plainTwin } from './twin.ts';

const move = (over: Partial<Move>): Move => ({
  lever: 'within',
  from: 0,
  to: 1,
  persons: 1,
  start: { year: 2022, month: 7 },
  end: null,
  km: null,
  had: 0,
  minimum: 2,
  ...over,
});
const run = (spec: CohortSpec) => projectCohort(cohort({ count: 'registered', ...spec }));

/** Up to six moves between the areas of a spec. */
const anyMoves = (areas: number, base: number): fc.Arbitrary<Move[]> =>
  fc.array(
    fc
      .record({
        lever: fc.constantFrom('within' as const, 'dispatch' as const, 'counterpart' as const),
        from: fc.integer({ min: 0, max: areas - 1 }),
        to: fc.integer({ min: 0, max: areas - 1 }),
        persons: fc.integer({ min: 1, max: 5 }),
        after: fc.integer({ min: 1, max: 6 }),
        month: fc.integer({ min: 1, max: 12 }),
        term: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ lever, from, to, persons, after, month, term }) => {
        const start = { year: base + after, month };
        const last = 12 * start.year + month - 1 + 12 * term - 1;
        const end = lever === 'within' ? null : { year: Math.floor(last / 12), month: (last % 12) + 1 };
        return move({ lever, from: lever === 'counterpart' ? OUTSIDE : from, to, persons, start, end });
      })
      .filter(({ from, to }) => from !== to),
    { maxLength: 6 },
  );
const anyCase = anyCohort.chain((spec) =>
  anyMoves(spec.areas?.length ?? 1, spec.base ?? 2020).map((moves) => ({
    ...spec,
    moves,
    movers: spec.count === 'registered' ? ('assistants' as const) : ('registered' as const),
  })),
);

describe('moves in the cohort engine', () => {
  it('take whole persons from one area to another, for good', () => {
    const p = run({ areas: [{ registered: 5 }, { registered: 1 }], moves: [move({ persons: 2 })] });
    expect(ofArea(p, p.gps, 0).slice(0, 4)).toEqual([5, 5, 3, 3]);
    expect(ofArea(p, p.gps, 1).slice(0, 4)).toEqual([1, 1, 3, 3]);
    expect(ofArea(p, p.flows.movedOut, 0)[2]).toBe(2);
    expect(ofArea(p, p.flows.movedIn, 1)[2]).toBe(2);
  });

  it('take some of every age', () => {
    const p = run({
      base: 2024,
      areas: [{ registered: 4, ageShares: evenly(30, 63) }, { registered: 0 }],
      moves: [move({ persons: 2, start: { year: 2025, month: 1 } })],
      rates: { death: () => 0 },
    });
    const share = (area: number): number => ofArea(p, p.flows.retired, area)[2]! / ofArea(p, p.registered, area)[1]!;
    expect(share(1)).toBeGreaterThan(0);
    expect(share(1)).toBeCloseTo(share(0), 6);
  });

  it('never take more than are there, nor anybody under an obligation', () => {
    const few = run({ areas: [{ registered: 1.5 }, {}], moves: [move({ persons: 3 })] });
    expect([few.gps.at(2), ofArea(few, few.gps, 1)[2]]).toEqual([0, 1.5]);
    const bound = run({ areas: [{}, {}], leversIn: { 2013: { ruralOriented: 8 } }, moves: [move({ persons: 3 })] });
    expect(ofArea(bound, bound.flows.movedOut, 0)[2]).toBe(0);
  });

  it('send the dispatched home when their term is over, as many as are left of them', () => {
    const dispatch = move({ lever: 'dispatch', persons: 4, end: { year: 2024, month: 6 } });
    const p = run({
      areas: [
        { registered: 8, ageShares: all(0, 40) },
        { registered: 2, ageShares: all(0, 40) },
      ],
      moves: [dispatch],
      rates: { attrition: 0.5 },
    });
    // 8 and 2 halve every year: 2 of 8 are there to go in 2022, and half of half of them go home in 2024.
    expect(ofArea(p, p.gps, 0).slice(0, 5)).toEqual([8, 4, 0, 0, 0.5]);
    expect(ofArea(p, p.gps, 1).slice(0, 5)).toEqual([2, 1, 2.5, 1.25, 0.125]);
  });

  it('let those from outside come and go', () => {
    const post = move({ lever: 'counterpart', from: OUTSIDE, to: 0, persons: 2, end: { year: 2023, month: 12 } });
    const p = run({ areas: [{ registered: 1 }], moves: [post] });
    expect(ofArea(p, p.gps).slice(0, 6)).toEqual([1, 1, 3, 3, 1, 1]);
    expect(ofArea(p, p.flows.movedIn)[2]).toBe(2);
    expect(ofArea(p, p.flows.movedOut)[4]).toBe(2);
  });

  it('keep the ledger exact and the headcount whole, whatever moves', () => {
    fc.assert(
      fc.property(anyCase, (spec) => {
        const p = projectCohort(cohort(spec));
        const f = (name: FlowName, cell: number): number => p.flows[name][cell]!;
        const span = p.horizon - p.base + 1;
        for (let cell = 0; cell < p.gps.length; cell++) {
          if (cell % span === 0) continue;
          const exits: FlowName[] = [
            'deaths',
            'retired',
            'left',
            'leftAfterObligation',
            'breached',
            'lapsed',
            'movedOut',
          ];
          const entries: FlowName[] = [
            'transfer',
            'residency',
            'assistant',
            'ruralOriented',
            'registered',
            'recruited',
            'rehired',
            'movedIn',
          ];
          const out = exits.reduce((sum, name) => sum + f(name, cell), 0);
          const into = entries.reduce((sum, name) => sum + f(name, cell), 0);
          expect(f('opening', cell) - out + into).toBe(f('closing', cell));
          expect(p.gps[cell]).toBeGreaterThanOrEqual(0);
        }
        if (spec.moves.some(({ from }) => from === OUTSIDE)) return;
        const [out, into] = [whole(p, p.flows.movedOut), whole(p, p.flows.movedIn)];
        expect(into).toEqual(out);
      }),
      { numRuns: 60, seed: 5 },
    );
  }, 60_000);

  it('are those of the plain twin', () => {
    fc.assert(
      fc.property(anyCase, (spec) => {
        const input = cohort(spec);
        const [engine, twin] = [projectCohort(input), plainTwin(input)];
        for (const name of ['movedIn', 'movedOut', 'closing'] as const)
          engine.flows[name].forEach((heads, cell) => expect(heads, name).toBeCloseTo(twin.flows[name][cell]!, 5));
      }),
      { numRuns: 60, seed: 6 },
    );
  }, 60_000);

  it('show the stocks of every year to whoever watches', () => {
    const seen: number[] = [];
    projectCohort(cohort({ horizon: 2022 }), (at) => seen.push(at));
    expect(seen).toEqual([0, 1, 2]);
  });
});
