import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectCohort } from '../../src/model/cohort-engine.ts';
import { DELAY, type CohortInput } from '../../src/model/cohort-input.ts';
import { FLOWS, PATHS, type FlowName, type PathName, type Projection } from '../../src/model/types.ts';
import {
  RULES,
  STOCKS,
  all,
  anyCohort,
  arraysOf,
  cohort,
  differences,
  evenly,
  mortality,
  ofArea,
  weighted,
  whole,
  type CohortSpec,
} from './cohort-fixtures.ts';
import { plainTwin } from './twin.ts';

const BASE = 2020;
const ALL_PASS = { transfer: 1, residency: 1, assistant: 1, ruralOriented: 1 };
const LIVELY: NonNullable<CohortSpec['rates']> = {
  death: mortality(1),
  attrition: 0.04,
  youngAttrition: 1.5,
  breach: 0.05,
  postExit: 0.5,
  pass: { transfer: 0.9, residency: 0.85, assistant: 0.8, ruralOriented: 0.95 },
  registeredShare: 0.7,
  lapse: true,
  fte: 0.6,
  poolGrowth: 0.02,
  femaleShare: 0.6,
};
const BUSY: NonNullable<CohortSpec['levers']> = {
  transfer: 20,
  residency: 9,
  assistant: 7,
  ruralOriented: 5,
  recruit: 4,
  rehire: 0.3,
  drive: 0.15,
  retention: 0.9,
};
const THREE_AREAS: NonNullable<CohortSpec['areas']> = [
  { residents: [52_000, 51_000, 49_500], registered: 40, assistant: 9, unregistered: 12, pool: 90, minimum: 24 },
  {
    residents: 8_000,
    registered: 3,
    unregistered: 1,
    pool: 6,
    ageShares: evenly(40, 62),
    minimum: 6,
    centreShare: 0.7,
  },
  {
    residents: [90_000, 93_000],
    registered: 70,
    assistant: 30,
    unregistered: 41,
    pool: 15,
    ageShares: weighted([0, 58, 3], [1, 53, 4], [1, 33, 2], [0, 71, 1]),
    poolShares: weighted([0, 26, 1], [1, 54, 2], [0, 61, 1]),
    minimum: 40,
    centreShare: 0.4,
  },
];

/** Inputs that each turn one more thing on. */
const HAND_MADE: Record<string, CohortSpec> = {
  'a stock that only ages': { areas: [{ registered: 64, assistant: 16, unregistered: 8, pool: 32 }] },
  'every exit and no intake': { areas: THREE_AREAS, rates: LIVELY },
  'every path with every exit': { areas: THREE_AREAS, levers: BUSY, rates: LIVELY },
  'priority with a heap too small for the minimum': {
    areas: THREE_AREAS.map((area) => ({ ...area, minimum: 500 })),
    levers: { ...BUSY, priority: true },
    rates: LIVELY,
  },
  'priority that fills the minimum and some of the wanted density': {
    areas: THREE_AREAS,
    levers: { ...BUSY, priority: true },
    wanted: [9, 10, 11, 12, 13, 20],
    rates: LIVELY,
  },
  'priority that leaves a rest for all': {
    areas: THREE_AREAS.map((area) => ({ ...area, minimum: 2 })),
    levers: { ...BUSY, recruit: 60, priority: true },
    wanted: 4,
    rates: LIVELY,
  },
  'priority switched on and off again': {
    areas: THREE_AREAS,
    levers: BUSY,
    leversFrom: [
      { year: 2023, levers: { priority: true } },
      { year: 2027, levers: { priority: false } },
    ],
    wanted: 8,
    rates: LIVELY,
  },
  'levers that change on the way and before the base year': {
    areas: THREE_AREAS,
    levers: BUSY,
    leversFrom: [{ year: 2022, levers: { residency: 30, rehire: 0.8, retention: 0.4 } }],
    leversIn: { 2014: { ruralOriented: 12 }, 2018: { residency: 2 }, 2020: { transfer: 33 }, 2025: { drive: 0.9 } },
    rates: LIVELY,
  },
  'people in training listed, some of them late': {
    areas: THREE_AREAS,
    levers: BUSY,
    training: [
      { path: 'transfer', qualifies: 2021, persons: 14 },
      { path: 'transfer', qualifies: 2023, persons: 5 },
      { path: 'residency', qualifies: 2022, persons: 8 },
      { path: 'residency', qualifies: 2026, persons: 3 },
      { path: 'assistant', qualifies: 2021, persons: 6 },
      { path: 'ruralOriented', qualifies: 2028, persons: 4 },
    ],
    rates: LIVELY,
  },
  'people in training listed as none': { areas: THREE_AREAS, levers: BUSY, training: [], rates: LIVELY },
  'no pool anywhere': { areas: THREE_AREAS.map((area) => ({ ...area, pool: 0 })), levers: BUSY, rates: LIVELY },
  'a transfer intake far above the pool': { areas: THREE_AREAS, levers: { ...BUSY, transfer: 900 }, rates: LIVELY },
  'no lapse, no obligation, and attrition above 1': {
    areas: THREE_AREAS,
    levers: { ...BUSY, retention: 2 },
    rates: { ...LIVELY, lapse: false, obligationYears: 0, attrition: 0.4, youngAttrition: 3 },
  },
  'six years of obligation': {
    areas: THREE_AREAS,
    levers: BUSY,
    horizon: 2035,
    rates: { ...LIVELY, obligationYears: 6 },
  },
  'the reform of retirement, by men and women at all the ages that it moves': {
    base: 2023,
    horizon: 2044,
    areas: [{ registered: 300, assistant: 100, unregistered: 50, pool: 100, ageShares: evenly(34, 62) }],
    levers: { rehire: 0.5 },
    rates: { fte: 0.5 },
  },
  'a country': {
    areas: THREE_AREAS.map((area, i) => ({
      ...area,
      registered: 150_000 + i,
      assistant: 40_000,
      unregistered: 120_000,
      pool: 400_000,
      residents: 400_000_000 + 1_000_000 * i,
    })),
    levers: { ...BUSY, transfer: 30_000, residency: 9_000, assistant: 7_000, ruralOriented: 6_000, recruit: 4_000 },
    rates: LIVELY,
  },
};

function projected(spec: CohortSpec): { p: Projection; input: CohortInput } {
  const input = cohort(spec);
  return { p: projectCohort(input), input };
}

/** Where the ledger of any area and year is not exact, in words. */
function ledgerFaults(p: Projection): string[] {
  const years = p.horizon - p.base + 1;
  const faults: string[] = [];
  for (let i = 0; i < p.areas * years; i++) {
    const v = (name: FlowName): number => p.flows[name][i] ?? Number.NaN;
    const where = `area ${Math.floor(i / years)}, ${p.base + (i % years)}`;
    if (v('closing') !== p.gps[i]) faults.push(`${where}: closing ${v('closing')} is not gps ${p.gps[i]}`);
    if (i % years === 0) {
      for (const name of FLOWS) if (name !== 'closing' && v(name) !== 0) faults.push(`${where}: ${name} is not 0`);
      continue;
    }
    const before = p.flows.closing[i - 1];
    if (v('opening') !== before) faults.push(`${where}: opening ${v('opening')} is not the closing before, ${before}`);
    if (balance(v) !== v('closing')) faults.push(`${where}: balance ${balance(v)} is not closing ${v('closing')}`);
  }
  return faults;
}

function balance(v: (name: FlowName) => number): number {
  const stayed =
    v('opening') - v('deaths') - v('retired') - v('left') - v('leftAfterObligation') - v('breached') - v('lapsed');
  const trained = stayed + v('transfer') + v('residency') + v('assistant') + v('ruralOriented');
  return trained + v('registered') + v('recruited') + v('rehired') + v('movedIn') - v('movedOut');
}

/** Statuses of which the count consists, by rule. */
function countOf(p: Projection, rule: string, i: number): number {
  const assistants = rule.endsWith('no-assistants') ? 0 : (p.assistant[i] ?? 0);
  const unregistered = rule.startsWith('registered') ? 0 : (p.unregistered[i] ?? 0);
  return (p.registered[i] ?? 0) + (p.rehired[i] ?? 0) + assistants + unregistered;
}

describe('against the plain twin', () => {
  test.each(Object.entries(HAND_MADE))('the engine projects %s alike, under every counting rule', (_, spec) => {
    for (const count of RULES) {
      const { p, input } = projected({ ...spec, count });
      expect(differences(p, plainTwin(input)).slice(0, 8)).toEqual([]);
      expect(ledgerFaults(p)).toEqual([]);
    }
  });

  test('the engine projects any input alike', () => {
    fc.assert(
      fc.property(anyCohort, (spec) => {
        const { p, input } = projected(spec);
        expect(differences(p, plainTwin(input)).slice(0, 8)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('the ledger', () => {
  test('balances exactly in every area and year of any input', () => {
    fc.assert(
      fc.property(anyCohort, (spec) => {
        expect(ledgerFaults(projected(spec).p)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('balances exactly for the sum of the areas too, in whatever order they are added', () => {
    fc.assert(
      fc.property(anyCohort, (spec) => {
        const { p } = projected(spec);
        const sums = new Map(FLOWS.map((name) => [name, whole(p, p.flows[name])]));
        for (let y = 1; y <= p.horizon - p.base; y++) {
          const v = (name: FlowName): number => sums.get(name)?.[y] ?? Number.NaN;
          expect(balance(v)).toBe(v('closing'));
          const years = p.horizon - p.base + 1;
          let backwards = 0;
          for (let area = p.areas - 1; area >= 0; area--) backwards += p.gps[area * years + y] ?? Number.NaN;
          expect(backwards).toBe(v('closing'));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('closes at the heads of the statuses that the counting rule names, exactly', () => {
    for (const count of RULES) {
      const { p } = projected({ ...HAND_MADE['every path with every exit'], count });
      for (const [i, gps] of p.gps.entries()) expect(gps).toBe(countOf(p, count, i));
    }
  });

  test('has no negative stock and no negative flow', () => {
    fc.assert(
      fc.property(anyCohort, (spec) => {
        for (const [name, values] of arraysOf(projected(spec).p))
          expect([name, values.every((x) => x >= 0)]).toEqual([name, true]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('closed forms', () => {
  test('without exits the stock is the opening and all completions, exactly', () => {
    const { p } = projected({
      areas: [{ registered: 64, assistant: 32, unregistered: 32, pool: 640 }],
      levers: { transfer: 16, residency: 12, assistant: 6, ruralOriented: 8, recruit: 22 },
    });
    for (const [y, gps] of ofArea(p, p.gps).entries()) expect(gps).toBe(128 + y * (16 + 12 + 6 + 8 + 22));
  });

  test('without intake the stock follows the product of survival', () => {
    const { p } = projected({
      base: 2026,
      horizon: 2060,
      areas: [{ registered: 1000, ageShares: all(0, 30) }],
      rates: { death: (_, __, age) => 0.001 + age / 10_000, attrition: 0.03, youngAttrition: 2 },
    });
    let alive = 1000;
    for (const [y, registered] of ofArea(p, p.registered).entries()) {
      const age = 30 + y;
      // Born in 1996, so of the last cohorts: all retire in the year in which they turn 63.
      if (y > 0) alive *= (1 - 0.001 - age / 10_000) * (age < 63 ? 1 : 0) * (1 - (age < 35 ? 0.06 : 0.03));
      expect(registered).toBeCloseTo(alive, 5);
    }
  });

  test('men of 59 in 2024 leave by 3/4 in 2025 and all in 2026', () => {
    const { p } = projected({ base: 2024, horizon: 2027, areas: [{ registered: 48, ageShares: all(0, 59) }] });
    expect(ofArea(p, p.flows.retired)).toEqual([0, 36, 12, 0]);
    expect(ofArea(p, p.registered)).toEqual([48, 12, 0, 0]);
  });

  const pulses = PATHS.flatMap((path) =>
    [-DELAY[path] + 1, 0, 1, 2].map((after): [PathName, number] => [path, BASE + after]),
  );
  test.each(pulses)('an intake of the path %s in %i qualifies after its delay, and in no other year', (path, begun) => {
    const { p } = projected({
      horizon: 2032,
      areas: [{ registered: 64, pool: 640 }],
      leversIn: { [begun]: { [path]: 12 } },
      rates: { pass: { ...ALL_PASS, [path]: 0.5 } },
    });
    const due = begun + DELAY[path] - BASE;
    for (const [y, heads] of ofArea(p, p.flows[path]).entries()) expect(heads).toBe(y === due ? 6 : 0);
    for (const [y, gps] of ofArea(p, p.gps).entries()) expect(gps).toBe(y < due ? 64 : 70);
  });

  test('listed people qualify in their year and replace the intakes up to the base year, not those after it', () => {
    const { p } = projected({
      levers: { residency: 6 },
      training: [{ path: 'residency', qualifies: 2022, persons: 12 }],
    });
    expect(ofArea(p, p.flows.residency)).toEqual([0, 0, 12, 0, 6, 6, 6, 6, 6, 6, 6]);
  });

  test('listed people who are late qualify beside those who began after the base year', () => {
    const { p } = projected({
      areas: [{ pool: 64 }],
      levers: { transfer: 4, residency: 6, assistant: 12, ruralOriented: 8 },
      training: [
        { path: 'transfer', qualifies: 2024, persons: 2 },
        { path: 'residency', qualifies: 2025, persons: 18 },
        { path: 'assistant', qualifies: 2024, persons: 6 },
        { path: 'ruralOriented', qualifies: 2030, persons: 4 },
      ],
    });
    expect(ofArea(p, p.flows.transfer)).toEqual([0, 0, 4, 4, 6, 4, 4, 4, 4, 4, 4]);
    expect(ofArea(p, p.flows.residency)).toEqual([0, 0, 0, 0, 6, 24, 6, 6, 6, 6, 6]);
    expect(ofArea(p, p.flows.assistant)).toEqual([0, 0, 0, 12, 18, 12, 12, 12, 12, 12, 12]);
    expect(ofArea(p, p.flows.ruralOriented)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 12]);
  });

  test('the post-obligation exit hits exactly in the first year after the obligation, the breach before', () => {
    const { p } = projected({
      leversIn: { 2014: { ruralOriented: 64 } },
      rates: { obligationYears: 3, breach: 0.5, postExit: 0.25, attrition: 0 },
    });
    expect(ofArea(p, p.flows.ruralOriented)).toEqual([0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(ofArea(p, p.flows.breached)).toEqual([0, 0, 0, 32, 16, 8, 0, 0, 0, 0, 0]);
    expect(ofArea(p, p.flows.leftAfterObligation)).toEqual([0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0]);
    expect(whole(p, p.flows.left).every((left) => left === 0)).toBe(true);
  });

  test('lapse loses everyone who is unregistered after five years when there is no drive', () => {
    const { p } = projected({
      areas: [{ unregistered: 160 }],
      leversIn: { 2019: { residency: 12 } },
      rates: { lapse: true, registeredShare: 0 },
    });
    expect(ofArea(p, p.flows.residency)).toEqual([0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(ofArea(p, p.flows.lapsed)).toEqual([0, 32, 32, 32, 32, 32, 0, 12, 0, 0, 0]);
    expect(ofArea(p, p.unregistered)).toEqual([160, 128, 108, 76, 44, 12, 12, 0, 0, 0, 0]);
  });

  test('a drive registers its share of all the unregistered, those of the same year included', () => {
    const { p } = projected({
      areas: [{ unregistered: 64 }],
      leversIn: { 2018: { residency: 12 } },
      levers: { drive: 0.25 },
      count: 'registered',
      rates: { registeredShare: 0.5 },
    });
    expect(ofArea(p, p.flows.residency).slice(0, 3)).toEqual([0, 6, 0]);
    expect(ofArea(p, p.flows.registered).slice(0, 3)).toEqual([0, 70 / 4, (70 * 3) / 16]);
  });

  test('the rehired are all gone by 75', () => {
    const { p } = projected({
      base: 2015,
      horizon: 2034,
      areas: [{ registered: 64, ageShares: all(0, 58) }],
      levers: { rehire: 1 },
      rates: { rehireYears: 1e9, fte: 0.5 },
    });
    // 58 in 2015: 60 in 2017, 75 in 2032.
    for (const [y, rehired] of ofArea(p, p.rehired).entries()) {
      expect(rehired).toBeCloseTo(y < 2 || y >= 17 ? 0 : 32, 5);
      if (y >= 17) expect(rehired).toBe(0);
    }
  });

  test('those past their date in the opening stock count as rehired in full', () => {
    const { p } = projected({ areas: [{ registered: 48, assistant: 16, unregistered: 4, ageShares: all(1, 66) }] });
    expect([p.registered[0], p.assistant[0], p.rehired[0], p.unregistered[0], p.gps[0]]).toEqual([0, 0, 64, 4, 68]);
    expect([p.unregistered[1], p.flows.retired[1]]).toEqual([0, 4]);
  });
});

describe('the eligible pool', () => {
  test('is never drawn below zero, and what is drawn is the smaller of intake and pool', () => {
    const { p } = projected({ areas: [{ pool: 64 }], leversFrom: [{ year: 2021, levers: { transfer: 24 } }] });
    expect(ofArea(p, p.pool).slice(0, 6)).toEqual([64, 40, 16, 0, 0, 0]);
    expect(ofArea(p, p.flows.transfer).slice(0, 6)).toEqual([0, 0, 24, 24, 16, 0]);
  });

  test('gives only those up to the oldest age of transfer training', () => {
    const { p } = projected({
      areas: [{ pool: 64, poolShares: weighted([0, 30, 1], [0, 44, 1], [0, 45, 2]) }],
      leversIn: { 2021: { transfer: 100 } },
      rates: { transferMaxAge: 45 },
    });
    expect(p.pool[1]).toBe(32);
    expect(p.flows.transfer[2]).toBe(32);
  });

  test('and the trainees together are conserved when nobody exits, passes or enters', () => {
    const { p } = projected({
      areas: [{ pool: 64 }, { pool: 32, poolShares: evenly(24, 31) }],
      leversFrom: [
        { year: 2021, levers: { transfer: 8 } },
        { year: 2026, levers: { transfer: 40 } },
      ],
      rates: { pass: { ...ALL_PASS, transfer: 0 } },
    });
    const left = [96, 88, 88, 88, 88, 88, 56, 56, 56, 56, 56];
    for (const [y, pool] of whole(p, p.pool).entries()) expect(pool).toBeCloseTo(left[y] ?? Number.NaN, 6);
  });

  test('keeps its size when its exits are made good, and grows by its growth', () => {
    const { p } = projected({
      areas: [{ pool: 640, poolShares: evenly(24, 69) }],
      rates: { attrition: 0.05, death: mortality(1), poolGrowth: 0.03 },
    });
    let pool = 640;
    for (const size of ofArea(p, p.pool)) {
      expect(size).toBeCloseTo(pool, 5);
      pool *= 1.03;
    }
  });
});

describe('areas', () => {
  test.each([
    ['by residents', false],
    ['by priority', true],
  ])('split into halves have the same total, new GPs placed %s', (_, priority) => {
    const spec = { levers: { ...BUSY, priority }, wanted: 9, rates: LIVELY };
    const half = THREE_AREAS.flatMap((area) => {
      const { residents = 0, registered = 0, assistant = 0, unregistered = 0, pool = 0, minimum = 0 } = area;
      const part = {
        ...area,
        residents: (typeof residents === 'number' ? [residents] : residents).map((r) => r / 2),
        registered: registered / 2,
        assistant: assistant / 2,
        unregistered: unregistered / 2,
        pool: pool / 2,
        minimum: minimum / 2,
      };
      return [part, part];
    });
    const one = projected({ ...spec, areas: THREE_AREAS }).p;
    const two = projected({ ...spec, areas: half }).p;
    const other = new Map(arraysOf(two));
    for (const [name, values] of arraysOf(one)) {
      const whole2 = whole(two, other.get(name) ?? new Float64Array());
      for (const [y, total] of whole(one, values).entries())
        expect(Math.abs((whole2[y] ?? Number.NaN) - total), name).toBeLessThan(1e-5);
    }
  });

  test('without residents get none of the new GPs that go by residents', () => {
    const { p } = projected({ areas: [{ residents: 0 }, { residents: 4_000 }], levers: { recruit: 22 } });
    expect(ofArea(p, p.gps, 0).every((gps) => gps === 0)).toBe(true);
    expect(ofArea(p, p.gps, 1).at(-1)).toBe(220);
  });

  test('share new GPs by residents even when the counting rule counts none of them', () => {
    const { p } = projected({
      areas: [{ residents: 2_000 }, { residents: 10_000 }],
      levers: { assistant: 36 },
      count: 'registered-no-assistants',
    });
    expect(ofArea(p, p.assistant, 0).slice(0, 5)).toEqual([0, 6, 12, 18, 24]);
    expect(ofArea(p, p.assistant, 1).slice(0, 5)).toEqual([0, 30, 60, 90, 120]);
    expect(whole(p, p.gps).every((gps) => gps === 0)).toBe(true);
  });

  test('below the minimum get new GPs first, then those below the wanted density, then all by residents', () => {
    // Area 0 lacks 4 − 4 × 0.5 = 2 for its minimum, then nothing for 5 per 10,000; area 1 lacks 15 − 11 = 4; area 2 nothing.
    const areas = [
      { registered: 4, minimum: 4, centreShare: 0.5 },
      { registered: 11, residents: 30_000, minimum: 2 },
      { registered: 50 },
    ];
    for (const [recruit, placed] of [
      [1, [1, 0, 0]],
      [4, [2, 2, 0]],
      [11, [3, 7, 1]],
    ] as const) {
      const { p } = projected({ horizon: 2021, areas, levers: { recruit, priority: true }, wanted: 5 });
      for (const [area, heads] of placed.entries()) expect(ofArea(p, p.flows.recruited, area)[1]).toBeCloseTo(heads, 6);
    }
  });

  test('below the minimum or the wanted density get the new GPs first, even when the counting rule counts none of them', () => {
    const spec = {
      horizon: 2021,
      levers: { assistant: 8, priority: true },
      count: 'registered-no-assistants',
    } as const;
    const assistants = (areas: NonNullable<CohortSpec['areas']>, wanted: number): number[] => {
      const { p } = projected({ ...spec, areas, wanted });
      return areas.map((_, area) => ofArea(p, p.assistant, area)[1] ?? Number.NaN);
    };
    const near = (heads: number): number => expect.closeTo(heads, 6) as number;
    expect(assistants([{ minimum: 5 }, { minimum: 3 }], 0)).toEqual([near(5), near(3)]);
    expect(assistants([{ registered: 6 }, {}], 4)).toEqual([near(0), near(8)]);
  });

  test('that are all without residents still have finite results and a balanced ledger', () => {
    const { p } = projected({
      areas: THREE_AREAS.map((area) => ({ ...area, residents: 0 })),
      levers: BUSY,
      rates: LIVELY,
    });
    for (const [name, values] of arraysOf(p)) expect([name, values.every(Number.isFinite)]).toEqual([name, true]);
    expect(ledgerFaults(p)).toEqual([]);
  });

  test('without any stock get what is trained and recruited, and nothing else', () => {
    const { p, input } = projected({ areas: [{}, {}], levers: { recruit: 22, residency: 6 } });
    expect(whole(p, p.gps)).toEqual(Array.from({ length: 11 }, (_, y) => 28 * y));
    expect(differences(p, plainTwin(input))).toEqual([]);
  });

  test('without stock, levers and residents stay empty', () => {
    const { p } = projected({ areas: [{ residents: 0 }] });
    for (const [name, values] of arraysOf(p)) expect([name, values.every((x) => x === 0)]).toEqual([name, true]);
  });
});

describe('the projection', () => {
  test('covers base and horizon only, when the horizon is the year after the base', () => {
    const { p } = projected({ horizon: BASE + 1, areas: [{ registered: 64 }], levers: { recruit: 22 } });
    expect([p.base, p.horizon, p.areas]).toEqual([BASE, BASE + 1, 1]);
    expect([...p.gps]).toEqual([64, 86]);
    expect([...p.residents]).toEqual([10_000, 10_000]);
    for (const [name, values] of arraysOf(p)) expect([name, values.length]).toEqual([name, 2]);
  });

  test('is the same to the bit when run twice, and leaves its input as it was', () => {
    fc.assert(
      fc.property(anyCohort, (spec) => {
        const input = cohort(spec);
        const before = JSON.stringify(input);
        const first = projectCohort(input);
        const kept = arraysOf(first).map(([name, values]): [string, number[]] => [name, [...values]]);
        const again = arraysOf(projectCohort(input));
        expect(JSON.stringify(input)).toBe(before);
        for (const [i, [name, values]] of kept.entries()) {
          expect(
            values.every((x, k) => Object.is(x, again[i]?.[1][k])),
            name,
          ).toBe(true);
          // A second run does not write into the first one's arrays.
          expect(
            values.every((x, k) => Object.is(x, arraysOf(first)[i]?.[1][k])),
            name,
          ).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test('of another place in between does not change it', () => {
    const input = cohort({ areas: THREE_AREAS, levers: BUSY, rates: LIVELY });
    const first = projectCohort(input);
    projectCohort(
      cohort({ areas: [{ registered: 5 }], base: 2012, horizon: 2040, count: 'registered', rates: LIVELY }),
    );
    const again = projectCohort(input);
    for (const name of STOCKS) expect([...again[name]]).toEqual([...first[name]]);
  });
});
