/** Inputs of the cohort engine that say only what matters: whatever is not named is still (no exits, no intake). */
import fc from 'fast-check';
import {
  AGES,
  HISTORY,
  MIN_AGE,
  type AreaOpening,
  type CohortInput,
  type Rates,
  type YearLevers,
} from '../../src/model/cohort-input.ts';
import { FLOWS, PATHS, type CountingRule, type Projection, type Sex } from '../../src/model/types.ts';

type Shares = [number[], number[]];
export type AreaSpec = Partial<AreaOpening> & {
  /** Residents in every year, or by year from the base year; the last one holds on. */
  residents?: number | number[];
};
export interface CohortSpec {
  base?: number;
  horizon?: number;
  areas?: AreaSpec[];
  /** Levers of every year, the years before the base year included. */
  levers?: Partial<YearLevers>;
  /** Levers of single years, over `levers`. */
  leversIn?: Record<number, Partial<YearLevers>>;
  /** Levers from a year on, over `levers` and under `leversIn`. */
  leversFrom?: { year: number; levers: Partial<YearLevers> }[];
  training?: CohortInput['training'];
  /** Density wanted, in every year or by year from the base year. */
  wanted?: number | number[];
  count?: CountingRule;
  rates?: Partial<Rates>;
  moves?: CohortInput['moves'];
  movers?: CohortInput['movers'];
}

export const RULES: readonly CountingRule[] = [
  'certified',
  'certified-no-assistants',
  'registered',
  'registered-no-assistants',
];

/** Ages from first to last, both sexes alike; 16 ages by default, so that shares of powers of two are exact. */
export function evenly(first = 22, last = 37): Shares {
  const share = 1 / (2 * (last - first + 1));
  const ofSex = (): number[] =>
    Array.from({ length: AGES }, (_, i) => (i + MIN_AGE >= first && i + MIN_AGE <= last ? share : 0));
  return [ofSex(), ofSex()];
}

/** Shares in proportion to the weights of single ages. */
export function weighted(...points: [sex: Sex, age: number, weight: number][]): Shares {
  const none = (): number[] => Array.from({ length: AGES }, () => 0);
  const shares: Shares = [none(), none()];
  const total = points.reduce((sum, [, , weight]) => sum + weight, 0);
  for (const [sex, age, weight] of points) {
    shares[sex][age - MIN_AGE] = (shares[sex][age - MIN_AGE] ?? 0) + weight / total;
  }
  return shares;
}

/** Everyone of one sex and age. */
export function all(sex: Sex, age: number): Shares {
  return weighted([sex, age, 1]);
}

/** Deaths that rise with age and fall with the years; level 1 is about that of China. The same from 79 on. */
export function mortality(level: number): Rates['death'] {
  return (year, sex, age) => {
    const x = (Math.min(age, 79) - 20) / 59;
    return level * (0.0005 + (sex === 0 ? 0.06 : 0.04) * x * x * x) * (1 - 0.01 * (year - 2012));
  };
}

const STILL_LEVERS: YearLevers = {
  transfer: 0,
  residency: 0,
  assistant: 0,
  ruralOriented: 0,
  recruit: 0,
  rehire: 0,
  drive: 0,
  retention: 1,
  priority: false,
};
const STILL_RATES: Rates = {
  death: () => 0,
  attrition: 0,
  youngAttrition: 1,
  breach: 0,
  postExit: 0,
  obligationYears: 3,
  pass: { transfer: 1, residency: 1, assistant: 1, ruralOriented: 1 },
  registeredShare: 1,
  lapse: false,
  rehireYears: 5,
  fte: 1,
  poolGrowth: 0,
  transferMaxAge: 55,
  femaleShare: 0.5,
};
const EMPTY_AREA: AreaOpening = {
  registered: 0,
  assistant: 0,
  unregistered: 0,
  pool: 0,
  ageShares: evenly(),
  poolShares: evenly(),
  minimum: 0,
  centreShare: 1,
};

/** The whole input from what is named. Base 2020, horizon base + 10, one empty area of 10,000 residents. */
export function cohort(spec: CohortSpec): CohortInput {
  const { base = 2020, horizon = base + 10, areas = [{}], wanted = 0 } = spec;
  const years = Array.from({ length: horizon - base + 1 }, (_, i) => base + i);
  const inYear = (values: number | number[], year: number): number =>
    typeof values === 'number' ? values : (values[Math.min(year - base, values.length - 1)] ?? 0);
  const from = base - HISTORY;
  return {
    base,
    horizon,
    opening: areas.map((area) => ({ ...EMPTY_AREA, ...area })),
    residents: Float64Array.from(areas.flatMap((area) => years.map((year) => inYear(area.residents ?? 10_000, year)))),
    levers: Array.from({ length: horizon - from + 1 }, (_, i) =>
      Object.assign(
        { ...STILL_LEVERS, ...spec.levers },
        ...(spec.leversFrom ?? []).filter((change) => from + i >= change.year).map((change) => change.levers),
        spec.leversIn?.[from + i],
      ),
    ),
    training: spec.training ?? null,
    wanted: years.map((year) => inYear(wanted, year)),
    count: spec.count ?? 'certified',
    rates: { ...STILL_RATES, ...spec.rates },
    ...(spec.moves ? { moves: spec.moves } : {}),
    ...(spec.movers ? { movers: spec.movers } : {}),
  };
}

// Not fc.double: it draws evenly over the bit patterns, of which nearly all are next to 0.
const share = fc.integer({ min: 0, max: 1000 }).map((x) => x / 1000);
const persons = (max: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max }) });
const small = (max: number): fc.Arbitrary<number> => share.map((x) => x * max);

const anyShares: fc.Arbitrary<Shares> = fc.oneof(
  fc.tuple(fc.integer({ min: 20, max: 50 }), fc.integer({ min: 0, max: 29 })).map(([a, n]) => evenly(a, a + n)),
  fc
    .array(fc.tuple(fc.constantFrom<Sex>(0, 1), fc.integer({ min: 20, max: 79 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((points) => weighted(...points)),
);
/** Pools always hold somebody young enough for transfer training. */
const anyPoolShares: fc.Arbitrary<Shares> = fc
  .array(fc.tuple(fc.constantFrom<Sex>(0, 1), fc.integer({ min: 20, max: 70 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 5,
  })
  .map((points) => weighted([0, 31, 2], [1, 44, 3], ...points));

const anyArea: fc.Arbitrary<AreaSpec> = fc.record({
  residents: fc.oneof(persons(200_000), fc.array(persons(200_000), { minLength: 2, maxLength: 8 })),
  registered: persons(300),
  assistant: persons(100),
  unregistered: persons(150),
  pool: persons(200),
  ageShares: anyShares,
  poolShares: anyPoolShares,
  minimum: persons(60),
  centreShare: share,
});

const levers = {
  transfer: persons(80),
  residency: persons(30),
  assistant: persons(30),
  ruralOriented: persons(30),
  recruit: persons(25),
  rehire: share,
  drive: share,
  retention: small(2),
  priority: fc.boolean(),
};

const anyRates: fc.Arbitrary<Partial<Rates>> = fc.record({
  death: small(2).map(mortality),
  attrition: small(0.2),
  youngAttrition: small(3),
  breach: small(0.3),
  postExit: share,
  obligationYears: fc.integer({ min: 0, max: 6 }),
  pass: fc.record({ transfer: share, residency: share, assistant: share, ruralOriented: share }),
  registeredShare: share,
  lapse: fc.boolean(),
  rehireYears: fc.integer({ min: 1, max: 8 }),
  fte: share,
  poolGrowth: small(0.08),
  transferMaxAge: fc.integer({ min: 44, max: 60 }),
  femaleShare: share,
});

/** Any sensible input: one to six areas, up to 14 years, levers that change on the way. */
export const anyCohort: fc.Arbitrary<CohortSpec> = fc
  .record({
    base: fc.integer({ min: 2012, max: 2026 }),
    years: fc.integer({ min: 1, max: 14 }),
    areas: fc.array(anyArea, { minLength: 1, maxLength: 6 }),
    levers: fc.record(levers),
    changes: fc.array(
      fc.record({ after: fc.integer({ min: -8, max: 12 }), levers: fc.record(levers, { requiredKeys: [] }) }),
      { maxLength: 3 },
    ),
    listed: fc.option(
      fc.array(
        fc.record({
          path: fc.constantFrom(...PATHS),
          after: fc.integer({ min: 1, max: 8 }),
          persons: fc.integer({ min: 1, max: 40 }),
        }),
        { maxLength: 5 },
      ),
    ),
    wanted: fc.array(small(12), { minLength: 1, maxLength: 6 }),
    count: fc.constantFrom(...RULES),
    rates: anyRates,
  })
  .map(({ years, changes, listed, ...spec }) => ({
    ...spec,
    // A place without any residents has no shares by residents.
    areas: spec.areas.map((area, i) => (i === 0 ? { ...area, residents: 50_000 } : area)),
    horizon: spec.base + years,
    leversFrom: changes.map((change) => ({ year: spec.base + change.after, levers: change.levers })),
    training: listed?.map(({ path, after, persons: heads }) => ({
      path,
      qualifies: spec.base + after,
      persons: heads,
    })),
  }));

export const STOCKS = [
  'residents',
  'registered',
  'assistant',
  'unregistered',
  'rehired',
  'freed',
  'pool',
  'gps',
] as const;

/** Every array of a projection under its name. */
export function arraysOf(projection: Projection): [string, Float64Array][] {
  return [
    ...STOCKS.map((name): [string, Float64Array] => [name, projection[name]]),
    ...FLOWS.map((name): [string, Float64Array] => [`flows.${name}`, projection.flows[name]]),
  ];
}

/**
 * Where two projections differ by more than 1e-5 persons and a millionth, in words, by year, then area; empty if nowhere.
 */
export function differences(engine: Projection, twin: Projection): string[] {
  const years = twin.horizon - twin.base + 1;
  const found: { year: number; text: string }[] = [];
  const other = new Map(arraysOf(twin));
  for (const [name, values] of arraysOf(engine)) {
    const expected = other.get(name) ?? new Float64Array();
    if (values.length !== expected.length) return [`${name} has ${values.length} values, not ${expected.length}`];
    for (const [i, value] of values.entries()) {
      const wanted = expected[i] ?? Number.NaN;
      if (Math.abs(value - wanted) <= 1e-5 + 1e-6 * Math.abs(wanted)) continue;
      const year = twin.base + (i % years);
      found.push({ year, text: `${year} area ${Math.floor(i / years)} ${name}: engine ${value}, twin ${wanted}` });
    }
  }
  return found.sort((a, b) => a.year - b.year).map((d) => d.text);
}

/** The values of one area by year from the base year. */
export function ofArea(projection: Projection, values: Float64Array, area = 0): number[] {
  const years = projection.horizon - projection.base + 1;
  return [...values.subarray(area * years, (area + 1) * years)];
}

/** Sums over the areas by year from the base year. */
export function whole(projection: Projection, values: Float64Array): number[] {
  const years = projection.horizon - projection.base + 1;
  return Array.from({ length: years }, (_, y) => {
    let total = 0;
    for (let area = 0; area < projection.areas; area++) total += values[area * years + y] ?? 0;
    return total;
  });
}
