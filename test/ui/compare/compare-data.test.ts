import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Plans } from '../../../src/scenario/plans.ts';
import {
  baselinesDiffer,
  changesFromFirst,
  comparedYears,
  duplicated,
  leverDifferences,
  moved,
  removed,
  usualYear,
} from '../../../src/ui/compare/compare-data.ts';
import { barsOf, explainPlans, scenariosToRun, withoutLevers } from '../../../src/ui/compare/explain-data.ts';
import { signedDensity, signedLedger, twoDecimals } from '../../../src/ui/compare/signed-density.ts';
import { fields, result } from '../fake-session.ts';

const plan = (values: Plan['values'], name = '', locked = false): Plan => ({ name, locked, values });
const names = ({ list }: Plans) => list.map(({ name }) => name).join('');
const shownName = ({ list, shown }: Plans) => list[shown]?.name;
const FOUR: Plans = { list: ['a', 'b', 'c', 'd'].map((name) => plan({}, name)), shown: 2 };

describe('plans', () => {
  it('change places, and the one on the screen stays on it', () => {
    expect(names(moved(FOUR, 0, 1))).toBe('bacd');
    expect(names(moved(FOUR, 3, -1))).toBe('abdc');
    expect(moved(FOUR, 0, -1)).toEqual(FOUR);
    expect(moved(FOUR, 3, 1)).toEqual(FOUR);
    const steps = fc.array(fc.record({ index: fc.nat({ max: 3 }), step: fc.constantFrom(-1 as const, 1 as const) }));
    fc.assert(
      fc.property(steps, (all) => {
        const after = all.reduce((plans, { index, step }) => moved(plans, index, step), FOUR);
        expect(shownName(after)).toBe('c');
        expect([...names(after)].sort().join('')).toBe('abcd');
      }),
    );
  });

  it('are taken away, and the one on the screen stays where it can', () => {
    expect(removed(FOUR, 0)).toMatchObject({ shown: 1 });
    expect(shownName(removed(FOUR, 0))).toBe('c');
    expect(shownName(removed(FOUR, 3))).toBe('c');
    expect(shownName(removed(FOUR, 2))).toBe('d');
    expect(shownName(removed({ ...FOUR, shown: 3 }, 3))).toBe('c');
  });

  it('are copied without name and lock, and the copy is on the screen', () => {
    const two = duplicated({ list: [plan({ transfer: 9 }, 'a', true)], shown: 0 }, 0);
    expect(two).toEqual({ list: [plan({ transfer: 9 }, 'a', true), plan({ transfer: 9 })], shown: 1 });
  });
});

describe('differences', () => {
  const plans = [plan({ transfer: 8 }), plan({ transfer: 12, attrition: 0.05 }), plan({ transfer: 8, from: 2028 })];

  it('are the fields in which a plan is not like the baseline', () => {
    expect(leverDifferences(fields, plans).map(({ field, usual, values }) => [field.key, usual, ...values])).toEqual([
      ['transfer', 4, 8, 12, 8],
      ['attrition', 0.03, 0.03, 0.05, 0.03],
      ['from', 2026, 2026, 2026, 2028],
    ]);
    expect(leverDifferences(fields, [plan({})])).toEqual([]);
  });

  it('leave out settings that all share', () => {
    expect(leverDifferences(fields, [plan({ horizon: 2035 }), plan({ horizon: 2035 })])).toEqual([]);
    const counted = leverDifferences(fields, [plan({ count: 'registered' }), plan({})]);
    expect(counted.map(({ field }) => field.key)).toEqual(['count']);
  });

  it('from the first plan are said of each other', () => {
    const all = leverDifferences(fields, plans);
    expect(changesFromFirst(all, 1).map(({ field }) => field.key)).toEqual(['transfer', 'attrition']);
    expect(changesFromFirst(all, 2).map(({ field }) => field.key)).toEqual(['from']);
  });

  it('in assumptions make baselines differ, in levers not', () => {
    expect(baselinesDiffer(leverDifferences(fields, plans))).toBe(true);
    expect(baselinesDiffer(leverDifferences(fields, [plans[0]!, plans[2]!]))).toBe(false);
  });
});

describe('years', () => {
  it('are those of targets that are still to come, and the last', () => {
    expect(comparedYears(result(2))).toEqual([2030, 2040]);
    expect(usualYear(result(2))).toBe(2030);
    const late = result(2);
    expect(usualYear({ ...late, answer: { ...late.answer!, year: 2024 } })).toBe(2040);
    expect(usualYear({ ...late, answer: null })).toBe(2040);
  });
});

describe('what is explained', () => {
  it('from the baseline is the plan without its levers', () => {
    expect(withoutLevers(fields, { transfer: 9, attrition: 0.05, from: 2028 })).toEqual({
      attrition: 0.05,
      from: 2028,
    });
  });

  it('needs one run a cause, and both ends', () => {
    const { steps, all } = scenariosToRun(fields, { transfer: 8 }, { attrition: 0.05 });
    expect(steps.map(({ cause }) => cause)).toEqual(['transfer', 'attrition']);
    expect(all).toEqual([{ transfer: 8 }, { attrition: 0.05 }, { transfer: 4 }, { transfer: 8, attrition: 0.05 }]);
  });

  it('adds up by cause, with people solid and the rest as outlines', () => {
    const { steps } = scenariosToRun(fields, { transfer: 8 }, { transfer: 9, pop: 'constant' });
    const asked = { year: 2030, measure: 'heads', members: null, way: 'byCause' } as const;
    const waterfall = explainPlans(steps, [result(2, 1), result(2, 3), result(2, 2), result(2, 1.5)], asked)!;
    expect(waterfall).toEqual({
      from: 32,
      to: 56,
      parts: [
        { cause: 'population', value: 12 },
        { cause: 'transfer', value: 6 },
        { cause: 'interaction', value: 6 },
      ],
    });
    expect(barsOf(waterfall.parts, (cause) => cause).map(({ kind }) => kind)).toEqual(['other', 'entry', 'other']);
    expect(barsOf([{ cause: 'retired', value: -1 }], (cause) => cause)[0]?.kind).toBe('exit');
    expect(explainPlans(steps, [], asked)).toBeNull();
  });
});

describe('figures with a sign', () => {
  it('have fixed decimals, and none where nothing is left', () => {
    expect([signedDensity(0.5), signedDensity(-1.234), signedDensity(0.004)]).toEqual(['+0.50', '−1.23', '0']);
    expect([signedLedger(12), signedLedger(-0.04), signedLedger(-3.25)]).toEqual(['+12.0', '0', '−3.3']);
    expect(twoDecimals(-0.5)).toBe('−0.50');
  });
});
