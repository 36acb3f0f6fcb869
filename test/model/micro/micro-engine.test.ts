import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectCohort } from '../../../src/model/cohort-engine.ts';
import type { CohortInput } from '../../../src/model/cohort-input.ts';
import { frameOf, inputOf } from '../../../src/model/frame.ts';
import { microRun, runDraw } from '../../../src/model/micro/micro-engine.ts';
import { PLACES } from '../../../src/scenario/catalogue.ts';
import { fieldsOf } from '../../../src/scenario/fields.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import type { FlowName, Projection } from '../../../src/model/types.ts';
import { builtIn } from '../../scenario/setups.ts';
import { all, anyCohort, arraysOf, cohort, ofArea, whole } from '../cohort-fixtures.ts';

/** Sums and squares over draws of everything that a projection holds, one row a name, [area × year]. */
function meansOf(input: CohortInput, draws: number): Map<string, { mean: number[]; variance: number[] }> {
  const run = microRun(input);
  const sums = new Map<string, { sum: Float64Array; squares: Float64Array }>();
  for (let draw = 0; draw < draws; draw++) {
    for (const [name, values] of arraysOf(runDraw(run, input, { seed: 5, draw }))) {
      const { sum, squares } = sums.get(name) ?? {
        sum: new Float64Array(values.length),
        squares: new Float64Array(values.length),
      };
      sums.set(name, { sum, squares });
      for (let i = 0; i < values.length; i++) {
        sum[i]! += values[i]!;
        squares[i]! += values[i]! ** 2;
      }
    }
  }
  return new Map(
    [...sums].map(([name, { sum, squares }]) => {
      const mean = [...sum].map((total) => total / draws);
      return [name, { mean, variance: mean.map((value, i) => Math.max(0, squares[i]! / draws - value * value)) }];
    }),
  );
}

/**
 * How far the means over draws are from the cohort engine, in standard errors: all figures, largest first. What is rare has at least
 * the variance of a count with the expected mean, so that a thing not seen at all is not taken for certain.
 */
function distances(input: CohortInput, draws: number): { z: number; text: string }[] {
  const expected = new Map(arraysOf(projectCohort(input)));
  const found = [...meansOf(input, draws)].flatMap(([name, { mean, variance }]) =>
    mean.map((value, i) => {
      const wanted = expected.get(name)![i]!;
      const error = Math.sqrt(Math.max(variance[i]!, Math.min(1, wanted), 1e-12) / draws);
      return { z: Math.abs(value - wanted) / error, text: `${name} at ${i}: mean ${value}, cohort engine ${wanted}` };
    }),
  );
  return found.sort((one, other) => other.z - one.z);
}

/** What today's plan of a built-in place gives the engines. */
async function builtInInput(place: string): Promise<CohortInput> {
  const setup = await builtIn(place);
  const values = resolve(fieldsOf(setup), {});
  return inputOf(frameOf(setup, values), values, values, values);
}

/** Opening − exits + entries − closing of every area and year. */
function imbalance(p: Projection): number {
  const exits: FlowName[] = ['deaths', 'retired', 'left', 'leftAfterObligation', 'breached', 'lapsed'];
  const entries: FlowName[] = [
    'transfer',
    'residency',
    'assistant',
    'ruralOriented',
    'registered',
    'recruited',
    'rehired',
  ];
  let most = 0;
  for (let i = 0; i < p.gps.length; i++) {
    if (i % (p.horizon - p.base + 1) === 0) continue;
    const sum = (names: FlowName[]): number => names.reduce((total, name) => total + p.flows[name][i]!, 0);
    most = Math.max(most, Math.abs(p.flows.opening[i]! - sum(exits) + sum(entries) - p.flows.closing[i]!));
  }
  return most;
}

describe('the mean over draws', () => {
  test.each(PLACES.map(({ id }) => id))(
    'is the cohort engine’s projection of %s, area by area, year by year, flow by flow',
    async (place) => {
      // Fewer draws of the places of many areas, which have many times the figures.
      const draws = place === 'china' || place === 'hunan' ? 100 : 1000;
      const found = distances(await builtInInput(place), draws);
      // Of thousands of figures, a few lie beyond three standard errors; beyond 4.5, one in 150,000; of tens of thousands, beyond 5.5.
      expect(found[0]!.z, found[0]!.text).toBeLessThan(found.length > 10_000 ? 5.5 : 4.5);
      const beyond = found.filter(({ z }) => z > 3).length;
      expect(beyond / found.length).toBeLessThan(0.01);
    },
  );

  test('is the cohort engine’s projection of any small place without priority and with a large pool', () => {
    fc.assert(
      fc.property(anyCohort, (spec) => {
        // Both are the less of two numbers, of which the mean is not the less of the means.
        const still = { ...spec, levers: { ...spec.levers, priority: false } };
        still.leversFrom = spec.leversFrom?.map(({ year, levers }) => ({
          year,
          levers: { ...levers, priority: false },
        }));
        const input = cohort(still);
        fc.pre(projectCohort(input).capped.length === 0);
        const found = distances(input, 200);
        expect(found[0]!.z, found[0]!.text).toBeLessThan(5);
      }),
      { numRuns: 20, seed: 4 },
    );
  });

  test('follows each area’s minimum where priority gives it its share for certain', () => {
    const input = cohort({
      areas: [{ registered: 4, minimum: 40, centreShare: 0.5 }, { registered: 10, minimum: 40 }, { registered: 50 }],
      levers: { recruit: 9, transfer: 0, priority: true },
      horizon: 2023,
    });
    expect(distances(input, 500)[0]!.z).toBeLessThan(4.5);
  });
});

describe('a draw', () => {
  test('keeps the ledger to the last bit, whole persons throughout, nobody below zero', () => {
    fc.assert(
      fc.property(anyCohort, fc.nat(1000), (spec, draw) => {
        const input = cohort(spec);
        const projection = runDraw(microRun(input), input, { seed: 9, draw });
        expect(imbalance(projection)).toBe(0);
        for (const name of ['registered', 'assistant', 'unregistered', 'pool'] as const) {
          for (const heads of projection[name]) expect(Number.isInteger(heads) && heads >= 0).toBe(true);
        }
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  test('opens with just the stocks given where they are whole, and within a person where they are not', () => {
    const input = cohort({
      areas: [
        { registered: 7, pool: 30 },
        { registered: 5, unregistered: 2.5 },
      ],
      base: 2024,
    });
    const run = microRun(input);
    const unregistered = new Set<number>();
    for (let draw = 0; draw < 200; draw++) {
      const p = runDraw(run, input, { seed: 1, draw });
      expect(p.registered[0]! + p.rehired[0]!).toBe(7);
      expect(p.registered[11]! + p.rehired[11]!).toBe(5);
      expect(p.pool[0]).toBe(30);
      unregistered.add(p.unregistered[11]!);
    }
    expect([...unregistered].sort()).toEqual([2, 3]);
  });

  test('is the same whatever was drawn before it', () => {
    const input = cohort({
      areas: [{ registered: 90, pool: 200 }],
      levers: { transfer: 6, recruit: 2 },
      rates: { attrition: 0.05 },
    });
    const run = microRun(input);
    const texts = [3, 8, 3].map((draw) => [...runDraw(run, input, { seed: 4, draw }).gps].join());
    expect(texts[2]).toBe(texts[0]);
    expect(texts[1]).not.toBe(texts[0]);
    expect([...runDraw(microRun(input), input, { seed: 4, draw: 8 }).gps].join()).toBe(texts[1]);
  });

  test('lets obligations, certificates and terms end in their own year', () => {
    const input = cohort({
      areas: [{ unregistered: 50, ageShares: all(1, 30) }],
      leversIn: { 2014: { ruralOriented: 12 } },
      rates: { obligationYears: 2, postExit: 1, lapse: true },
    });
    const p = runDraw(microRun(input), input, { seed: 1, draw: 0 });
    expect(ofArea(p, p.flows.leftAfterObligation)).toEqual([0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0]);
    expect(ofArea(p, p.flows.lapsed)).toEqual([0, 10, 10, 10, 10, 10, 0, 0, 0, 0, 0]);
  });

  test('voids a certificate after five years without use, and not one that the drive has reached', () => {
    const spec = {
      areas: [{ pool: 40, poolShares: all(1, 30) }],
      leversIn: { 2020: { transfer: 10 } },
      rates: { registeredShare: 0, lapse: true },
    };
    const input = cohort(spec);
    const p = runDraw(microRun(input), input, { seed: 1, draw: 0 });
    expect(ofArea(p, p.unregistered)).toEqual([0, 10, 10, 10, 10, 10, 0, 0, 0, 0, 0]);
    expect(ofArea(p, p.flows.lapsed)).toEqual([0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0]);
    const driven = cohort({ ...spec, leversIn: { ...spec.leversIn, 2025: { drive: 1 } } });
    const kept = runDraw(microRun(driven), driven, { seed: 1, draw: 0 });
    expect(ofArea(kept, kept.registered)).toEqual([0, 0, 0, 0, 0, 10, 10, 10, 10, 10, 10]);
    expect(ofArea(kept, kept.flows.lapsed).every((lapsed) => lapsed === 0)).toBe(true);
  });

  test('lets those under an obligation breach it, and not leave otherwise, from the year after they came', () => {
    const input = cohort({
      leversIn: { 2014: { ruralOriented: 12 } },
      rates: { obligationYears: 2, breach: 1, postExit: 1, attrition: 1 },
    });
    const p = runDraw(microRun(input), input, { seed: 1, draw: 0 });
    const came = ofArea(p, p.flows.ruralOriented).indexOf(12);
    expect(ofArea(p, p.flows.breached).indexOf(12)).toBe(came + 1);
    expect([...p.flows.left, ...p.flows.leftAfterObligation].every((left) => left === 0)).toBe(true);
  });

  test('places whole persons where a minimum is missed first, while there is priority', () => {
    const areas = [
      { registered: 1, minimum: 3 },
      { registered: 1, minimum: 2 },
      { registered: 9, minimum: 2, residents: 90_000 },
    ].map((area) => ({ ...area, ageShares: all(1, 30) }));
    const recruited = (priority: boolean): number[] => {
      const input = cohort({ areas, leversIn: { 2021: { recruit: 3, priority } }, horizon: 2021 });
      const { flows } = runDraw(microRun(input), input, { seed: 1, draw: 0 });
      return [1, 3, 5].map((cell) => flows.recruited[cell]!);
    };
    expect(recruited(true)).toEqual([2, 1, 0]);
    expect(recruited(false)[2]).toBeGreaterThan(0);
  });

  test('never trains more than the pool has young enough', () => {
    const input = cohort({ areas: [{ pool: 20 }, { pool: 3 }], levers: { transfer: 100 }, horizon: 2022 });
    const p = runDraw(microRun(input), input, { seed: 1, draw: 0 });
    expect(whole(p, p.pool)).toEqual([23, 0, 0]);
    expect(whole(p, p.flows.transfer)[2]).toBe(23);
  });

  test('shares its chance with a draw of another scenario: the difference varies far less than either', () => {
    const spec = { areas: [{ registered: 300, pool: 500 }], rates: { attrition: 0.04 } };
    const [with0, with10] = [cohort({ ...spec }), cohort({ ...spec, levers: { recruit: 10 } })];
    const runs = [microRun(with0), microRun(with10)] as const;
    const ends: [number, number][] = [];
    for (let draw = 0; draw < 400; draw++) {
      const end = (i: 0 | 1): number => runDraw(runs[i], i === 0 ? with0 : with10, { seed: 3, draw }).gps.at(-1)!;
      ends.push([end(0), end(1)]);
    }
    const variance = (values: number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    };
    const apart = variance(ends.map(([without, plan]) => plan - without));
    expect(apart).toBeLessThan(variance(ends.map(([without]) => without)) / 2);
  });
});
