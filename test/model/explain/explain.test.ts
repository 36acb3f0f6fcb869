import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/model/explain/causes.ts';
import { explainCauses, explainFlows, explainYears } from '../../../src/model/explain/explain.ts';
import { verdictOf } from '../../../src/model/explain/verdict.ts';
import {
  closed,
  ofFlows,
  sideOf,
  valueOf,
  type Measure,
  type Waterfall,
} from '../../../src/model/explain/waterfall.ts';
import { wholeOf } from '../../../src/model/explain/whole.ts';
import { onGrid } from '../../../src/model/grid.ts';
import type { Setup } from '../../../src/model/frame.ts';
import type { Projection } from '../../../src/model/types.ts';
import { fieldsOf } from '../../../src/scenario/fields.ts';
import { openValues } from '../../../src/scenario/open.ts';
import { runScenario } from '../../../src/scenario/run.ts';
import { stepsBetween } from '../../../src/scenario/steps.ts';
import type { Field, Value } from '../../../src/scenario/types.ts';
import { builtIn, type Values } from '../../scenario/setups.ts';

const SETUPS = await Promise.all(['tongjiang', 'yuzhong', 'panzhihua'].map((id) => builtIn(id)));
const TONGJIANG = SETUPS[0]!;
const MEASURES: readonly Measure[] = ['heads', 'density'];
const ALL = { members: null, measure: 'heads' } as const;

/** Added up one by one, in the order of the bars: nothing may be left over. */
const added = ({ from, parts }: Waterfall) => parts.reduce((sum, { value }) => sum + value, from);
const causes = (waterfall: Waterfall | null) => waterfall?.parts.map(({ cause }) => cause);
const partOf = (waterfall: Waterfall | null, cause: string) =>
  waterfall?.parts.find((part) => part.cause === cause)?.value ?? 0;

function checked(setup: Setup, values: Values): Values {
  return openValues(
    setup,
    Object.entries(values).map(([key, value]) => [key, String(value)]),
  ).values;
}
const planOf = (setup: Setup, values: Values): Projection => runScenario(setup, values).plan;

/** Both explanations of a pair, as the page makes them. */
function explained(
  setup: Setup,
  first: Values,
  second: Values,
  year: number,
  measure: Measure,
  members: number[] | null,
) {
  const steps = stepsBetween(fieldsOf(setup, first), first, second);
  const alone = steps.map(({ cause, values }) => ({ cause, projection: planOf(setup, values) }));
  const [before, after] = [planOf(setup, first), planOf(setup, second)];
  const recounted = alone.find(({ cause }) => cause === 'definition')?.projection ?? before;
  const question = { members, measure };
  return {
    before,
    after,
    byCause: explainCauses(before, after, alone, year, question),
    byFlow: explainFlows(before, after, recounted, year, question),
  };
}

function anyValue({ type, choices, min, max, step }: Field): fc.Arbitrary<Value> {
  if (type === 'choice') return fc.constantFrom(...(choices ?? []));
  if (choices) return fc.constantFrom(...choices.map(Number));
  return fc.integer({ min: 0, max: Math.floor((max - min) / step) }).map((steps) => min + steps * step);
}
const anyPair = fc.constantFrom(...SETUPS).chain((setup) => {
  const scopes = [...new Set(setup.place.starts.map(({ scope }) => scope))];
  const others = fieldsOf(setup).filter(
    ({ key, default: usual }) => !['scope', 'base', 'horizon', 'seed', 'draws', 'doubt'].includes(key) && usual !== '',
  );
  const values = fc.record(Object.fromEntries(others.map((field) => [field.key, anyValue(field)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Values>;
  return fc.record({
    setup: fc.constant(setup),
    first: values,
    second: values,
    scope: fc.constantFrom(...scopes),
    year: fc.integer({ min: 2025, max: 2040 }),
    measure: fc.constantFrom(...MEASURES),
    members: fc.oneof(
      fc.constant(null),
      fc.uniqueArray(fc.nat({ max: setup.place.areas.length - 1 }), { minLength: 1 }),
    ),
  });
});

describe('the parts of any change', () => {
  it('from one scenario to another add up to the last bit, by cause and by flow', () => {
    fc.assert(
      fc.property(anyPair, ({ setup, first, second, scope, year, measure, members }) => {
        const pair = [checked(setup, first), checked(setup, { ...second, scope })] as const;
        const { before, after, byCause, byFlow } = explained(setup, ...pair, year, measure, members);
        for (const waterfall of [byCause, byFlow]) {
          expect(waterfall).not.toBeNull();
          expect(waterfall!.from).toBe(valueOf(sideOf(before, members, year), measure));
          expect(waterfall!.to).toBe(valueOf(sideOf(after, members, year), measure));
          expect(added(waterfall!)).toBe(waterfall!.to);
          // In any order.
          expect([...waterfall!.parts].reverse().reduce((left, { value }) => left - value, waterfall!.to)).toBe(
            waterfall!.from,
          );
        }
        if (measure === 'heads') expect(causes(byFlow)).not.toContain('interaction');
      }),
      { numRuns: 30, seed: 6 },
    );
  }, 120_000);

  it('are the same of a place taken as one area, to the last bit where they are heads', () => {
    const plan = planOf(SETUPS[2]!, { transfer: 90 });
    const whole = explainYears(wholeOf(plan), [2025, 2035], ALL);
    expect(whole).toEqual(explainYears(plan, [2025, 2035], ALL));
    expect(wholeOf(plan).areas).toBe(1);
    expect(wholeOf(plan)).toBe(wholeOf(plan));
  });

  it('from one year to another add up to the last bit', () => {
    const years = fc.tuple(fc.integer({ min: 2024, max: 2040 }), fc.integer({ min: 2024, max: 2040 }));
    fc.assert(
      fc.property(anyPair, years, ({ setup, first, measure, members }, pair) => {
        const projection = planOf(setup, checked(setup, first));
        const [from, to] = [Math.min(...pair), Math.max(...pair)];
        const waterfall = explainYears(projection, [from, to], { members, measure })!;
        expect(added(waterfall)).toBe(waterfall.to);
        expect(waterfall.to).toBe(valueOf(sideOf(projection, members, to), measure));
        expect(causes(waterfall)).not.toContain('definition');
        if (measure === 'heads') expect(causes(waterfall)).not.toContain('interaction');
        if (from === to) expect(waterfall.parts).toEqual([]);
      }),
      { numRuns: 60, seed: 6 },
    );
  }, 120_000);
});

describe('by cause', () => {
  const by = (first: Values, second: Values, measure: Measure = 'heads') =>
    explained(TONGJIANG, first, second, 2030, measure, null).byCause;

  it('one change is one bar, without interaction', () => {
    const waterfall = by({}, { transfer: 20 });
    expect(causes(waterfall)).toEqual(['transfer']);
    expect(partOf(waterfall, 'transfer')).toBeGreaterThan(0);
  });

  it('each bar is what that change alone would do', () => {
    const waterfall = by({ transfer: 8 }, { transfer: 20, recruit: 3, attrition: 0.06 });
    expect(causes(waterfall)).toEqual(['transfer', 'recruited', 'attrition', 'interaction']);
    for (const [cause, second] of [
      ['transfer', { transfer: 20 }],
      ['recruited', { transfer: 8, recruit: 3 }],
      ['attrition', { transfer: 8, attrition: 0.06 }],
    ] as const) {
      expect(partOf(waterfall, cause)).toBe(partOf(by({ transfer: 8 }, second), cause));
    }
    // More trainees leave at a higher rate: together less than the sum.
    expect(partOf(waterfall, 'interaction')).toBeLessThan(0);
  });

  it('other residents move the density, not the heads', () => {
    expect(by({}, { pop: 'constant' })?.parts).toEqual([]);
    expect(causes(by({}, { pop: 'constant' }, 'density'))).toEqual(['population']);
  });

  it('another counting rule is the definition', () => {
    expect(causes(by({}, { count: 'registered' }))).toEqual(['definition']);
    expect(partOf(by({}, { count: 'registered' }), 'definition')).toBeLessThan(0);
  });

  it('nothing changed is nothing to explain', () => {
    expect(by({ transfer: 9 }, { transfer: 9 })?.parts).toEqual([]);
    expect(stepsBetween(fieldsOf(TONGJIANG), { seed: 8 }, { horizon: 2050 })).toEqual([]);
  });

  it('knows every field but those of the frame and the facts of a place', () => {
    const keys = [...CAUSES.values()].flat();
    expect(new Set(keys).size).toBe(keys.length);
    for (const setup of SETUPS) {
      const facts = setup.place.facts.map(({ key }) => key);
      const heads = fieldsOf(setup).filter(({ kind }) => kind !== 'cost' && kind !== 'target');
      const unknown = heads.filter(({ key }) => !keys.includes(key) && !facts.includes(key));
      expect(unknown.map(({ key }) => key).sort()).toEqual(['base', 'doubt', 'draws', 'horizon', 'seed', 'stockerror']);
    }
  });
});

describe('by flow', () => {
  it('more trainees come, and some of them leave again', () => {
    const { byFlow } = explained(TONGJIANG, {}, { transfer: 20 }, 2035, 'heads', null);
    expect(partOf(byFlow, 'transfer')).toBeGreaterThan(0);
    expect(partOf(byFlow, 'attrition')).toBeLessThan(0);
    expect(partOf(byFlow, 'retired')).toBeLessThan(0);
    expect(causes(byFlow)).not.toContain('residency');
  });

  it('what is counted otherwise is taken off first', () => {
    const { byFlow, byCause } = explained(TONGJIANG, {}, { count: 'registered' }, 2030, 'heads', null);
    expect(byFlow).toEqual(byCause);
  });

  it('scenarios of different base years have no common ledger', () => {
    const [first, second] = [planOf(TONGJIANG, {}), planOf(TONGJIANG, { base: 2019 })];
    expect(() => explainFlows(first, second, first, 2030, ALL)).toThrow(RangeError);
  });
});

describe('from year to year', () => {
  const side = (heads: number, residents: number) => ({ heads, residents });

  it('the bars are the ledger', () => {
    const projection = planOf(TONGJIANG, { transfer: 20 });
    const waterfall = explainYears(projection, [2026, 2030], ALL);
    const at = (year: number) => year - projection.base;
    let transferred = 0;
    for (let year = 2027; year <= 2030; year++) {
      for (let area = 0; area < projection.areas; area++) {
        transferred += projection.flows.transfer[area * 17 + at(year)]!;
      }
    }
    expect(partOf(waterfall, 'transfer')).toBe(transferred);
  });

  it('fewer residents alone raise a density, as population', () => {
    const waterfall = ofFlows(side(20, 100_000), side(20, 80_000), [], 'density')!;
    expect(waterfall).toEqual({ from: 2, to: 2.5, parts: [{ cause: 'population', value: 0.5 }] });
  });

  it('flows count on the residents of the start, and the product is the interaction', () => {
    const flows = [{ cause: 'transfer', value: 10 }] as const;
    const waterfall = ofFlows(side(20, 100_000), side(30, 80_000), flows, 'density')!;
    expect(waterfall.parts).toEqual([
      { cause: 'transfer', value: 1 },
      { cause: 'population', value: 0.5 },
      { cause: 'interaction', value: 0.25 },
    ]);
  });

  it('a county that shrinks has a part of its rise from that', () => {
    const waterfall = explainYears(planOf(TONGJIANG, {}), [2024, 2040], { members: null, measure: 'density' });
    expect(partOf(waterfall, 'population')).toBeGreaterThan(0);
  });

  it('the density of nobody cannot be explained, the heads can', () => {
    for (const pair of [
      [side(20, 0), side(20, 80_000)],
      [side(20, 80_000), side(20, 0)],
    ] as const) {
      expect(ofFlows(...pair, [], 'density')).toBeNull();
      expect(ofFlows(...pair, [], 'heads')).toEqual({ from: 20, to: 20, parts: [] });
    }
  });

  it('years outside the projection, or out of order, are our own mistake', () => {
    const projection = planOf(TONGJIANG, {});
    expect(() => explainYears(projection, [2030, 2026], ALL)).toThrow(RangeError);
    expect(() => explainYears(projection, [2026, 2041], ALL)).toThrow(RangeError);
  });
});

describe('the verdict on a density', () => {
  const verdict = (from: number, parts: [cause: 'transfer' | 'population' | 'definition', value: number][]) =>
    verdictOf(
      closed(
        from,
        parts.reduce((sum, [, value]) => sum + value, from),
        parts.map(([cause, value]) => ({ cause, value: onGrid(value) })),
      ),
    );

  it('names what is better only because people left', () => {
    expect(
      verdict(2, [
        ['transfer', -0.25],
        ['population', 0.5],
      ]),
    ).toBe('only-population');
    expect(
      verdict(2, [
        ['transfer', 0],
        ['population', 0.5],
      ]),
    ).toBe('only-population');
    expect(
      verdict(2, [
        ['transfer', 0.25],
        ['population', 0.5],
      ]),
    ).toBe('mostly-population');
    expect(
      verdict(2, [
        ['transfer', 0.5],
        ['population', 0.25],
      ]),
    ).toBeNull();
  });

  it('names what is better only because it is counted otherwise', () => {
    expect(
      verdict(2, [
        ['transfer', -0.25],
        ['definition', 0.5],
      ]),
    ).toBe('only-definition');
    expect(
      verdict(2, [
        ['transfer', 0.125],
        ['definition', 0.5],
        ['population', -0.25],
      ]),
    ).toBe('mostly-definition');
  });

  it('names growth that more residents hide', () => {
    expect(
      verdict(2, [
        ['transfer', 0.25],
        ['population', -0.5],
      ]),
    ).toBe('hidden-by-population');
    expect(
      verdict(2, [
        ['transfer', -0.25],
        ['population', -0.5],
      ]),
    ).toBeNull();
  });
});
