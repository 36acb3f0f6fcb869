import { describe, expect, it } from 'vitest';
import { countedInAll, countsUnder } from '../../src/model/count.ts';
import { impliedResidents } from '../../src/model/implied.ts';
import type { TargetEvidence } from '../../src/model/target-case.ts';
import { requiredPath } from '../../src/model/required-path.ts';
import { evaluateTarget, evaluateTargets, firstYearMet } from '../../src/model/targets.ts';
import { FLOWS } from '../../src/model/types.ts';
import type {
  Area,
  FlowName,
  PlaceData,
  PolicyPack,
  Projection,
  Source,
  Target,
  TargetResult,
} from '../../src/model/types.ts';

const source: Source = { provenance: 'illustrative', text: { zh: '试', en: 'test' } };
const named = { zh: '试', en: 'test' };

type Column = 'residents' | 'registered' | 'assistant' | 'unregistered' | 'rehired';
type Rows = Partial<Record<Column, number[][]>> & { flows?: Partial<Record<FlowName, number[][]>> };

/** A projection from rows of years, one row an area; what is not given is zero. */
function projected(base: number, rows: Rows): Projection {
  const shape = (rows.residents ?? rows.registered ?? rows.flows?.recruited ?? rows.flows?.transfer)!;
  const years = shape[0]!.length;
  const column = (values?: number[][]): Float64Array =>
    values === undefined ? new Float64Array(shape.length * years) : Float64Array.from(values.flat());
  const flows = Object.fromEntries(FLOWS.map((name) => [name, column(rows.flows?.[name])]));
  return {
    base,
    horizon: base + years - 1,
    areas: shape.length,
    residents: column(rows.residents),
    registered: column(rows.registered),
    assistant: column(rows.assistant),
    unregistered: column(rows.unregistered),
    rehired: column(rows.rehired),
    freed: column(),
    pool: column(),
    gps: column(),
    flows: flows as Projection['flows'],
  };
}

/** A place whose areas have the given numbers of township health centres. */
function placeOf(centres: (number | null)[], level: Area['level'] = 'county'): PlaceData {
  const area = (count: number | null, index: number): Area => ({
    code: `${index}`,
    parent: '',
    level,
    name: named,
    centres: count,
    ruralShare: null,
  });
  const intake = { value: 0, source };
  return {
    id: 'test',
    name: named,
    level: 'prefecture',
    policy: 'test',
    workforce: 'gp',
    areas: centres.map(area),
    groups: [],
    residents: [],
    starts: [],
    observed: [],
    whole: null,
    documentResidents: null,
    intake: { transfer: intake, residency: intake, assistant: intake, ruralOriented: intake, recruit: intake },
    facts: [],
    notes: [],
  };
}

function target(part: Partial<Target> & Pick<Target, 'kind' | 'year' | 'value'>): Target {
  return { id: 'test', name: named, count: 'certified', clause: { where: named, zh: '试', en: 'test' }, ...part };
}

function packOf(targets: Target[]): PolicyPack {
  return {
    id: 'test',
    name: named,
    issuer: named,
    number: '',
    issued: null,
    workforce: 'gp',
    count: 'certified',
    countNote: named,
    lapse: false,
    targets,
    levers: [],
  };
}

const nothingElse: TargetEvidence = { facts: {}, centreShare: null, observed: [], pastResidents: {} };

function judge(
  one: Target,
  projection: Projection,
  evidence: Partial<TargetEvidence> = {},
  place: PlaceData = placeOf(Array.from({ length: projection.areas }, () => null)),
): TargetResult {
  return evaluateTarget({ target: one, place, projection, evidence: { ...nothingElse, ...evidence } });
}

describe('counting rules', () => {
  const projection = projected(2020, {
    registered: [[100], [1]],
    assistant: [[20], [2]],
    unregistered: [[3], [4]],
    rehired: [[0.5], [0.25]],
  });

  it.each([
    ['certified', 130.75],
    ['certified-no-assistants', 108.75],
    ['registered', 123.75],
    ['registered-no-assistants', 101.75],
  ] as const)('under %s count their own statuses, and always the rehired', (rule, heads) => {
    expect(countedInAll(projection, rule, 0)).toBe(heads);
    expect(countsUnder(rule)).toMatchObject({ registered: 1, rehired: 1 });
  });

  it('are the target’s own, whatever the projection was run with', () => {
    const asked = { kind: 'headcount', year: 2020, value: 110 } as const;
    expect(judge(target({ ...asked, count: 'certified' }), projection).status).toBe('met');
    expect(judge(target({ ...asked, count: 'registered-no-assistants' }), projection)).toMatchObject({
      status: 'missed',
      projected: 101.75,
      gap: 8.25,
    });
  });
});

describe('a density target', () => {
  const projection = projected(2029, {
    residents: [
      [9_000, 12_000],
      [11_000, 18_000],
    ],
    registered: [
      [1, 4],
      [2, 5],
    ],
  });

  it('asks for value × residents / 10,000 of all areas at the end of its year', () => {
    expect(judge(target({ kind: 'density', year: 2030, value: 5 }), projection)).toMatchObject({
      status: 'missed',
      past: false,
      required: 15,
      projected: 9,
      gap: 6,
      achieved: 3,
      unit: 'persons',
    });
  });

  it('is met when it is just reached', () => {
    const result = judge(target({ kind: 'density', year: 2030, value: 3 }), projection);
    expect(result).toMatchObject({ status: 'met', gap: 0, above: false });
  });

  it('ignores the month', () => {
    const result = judge(target({ kind: 'density', year: 2030, month: 6, value: 5 }), projection);
    expect(result.projected).toBe(9);
  });

  it('with a range is met from its lower end on, and says when its upper end is passed', () => {
    const range = (value: number, high: number): Target => target({ kind: 'density', year: 2030, value, high });
    expect(judge(range(2, 3), projection)).toMatchObject({ status: 'met', above: false });
    expect(judge(range(1, 2.5), projection)).toMatchObject({ status: 'met', above: true });
    expect(judge(range(4, 5), projection)).toMatchObject({ status: 'missed', above: false });
  });

  it('after the horizon is unknown until the horizon is moved', () => {
    expect(judge(target({ kind: 'density', year: 2031, value: 5 }), projection)).toMatchObject({
      status: 'unknown',
      past: false,
      projected: null,
      gap: null,
      achieved: null,
      needs: 'horizon',
    });
  });

  it('of staff is judged in the same way', () => {
    const result = judge(target({ kind: 'staff_density', year: 2030, value: 35 }), projection);
    expect(result).toMatchObject({ required: 105, achieved: 3 });
  });
});

describe('a target before the base year', () => {
  const projection = projected(2024, { residents: [[10_000]], registered: [[9]] });
  const past = target({ kind: 'density', year: 2020, value: 3 });
  const observed = [{ year: 2020, certified: 4, registered: 2 }];
  const pastResidents = { 2020: 20_000 };

  it('is judged on what was counted and on the residents of that year', () => {
    expect(judge(past, projection, { observed, pastResidents })).toMatchObject({
      status: 'missed',
      past: true,
      required: 6,
      projected: 4,
      achieved: 2,
    });
    const registered = judge({ ...past, count: 'registered' }, projection, { observed, pastResidents });
    expect(registered.projected).toBe(2);
  });

  it('is unknown without a count of that year under its rule, but says what was required', () => {
    const missing = { status: 'unknown', past: true, required: 6, projected: null, needs: 'observed' };
    expect(judge(past, projection, { pastResidents })).toMatchObject(missing);
    const uncounted = { ...past, count: 'registered-no-assistants' } as const;
    expect(judge(uncounted, projection, { observed, pastResidents })).toMatchObject(missing);
    expect(judge(past, projection, { observed, pastResidents: {} })).toMatchObject({
      status: 'unknown',
      required: null,
    });
  });

  it('about township health centres is judged on the whole place: on average, or where it is one area', () => {
    const two = { kind: 'facility_minimum', year: 2020, value: 2 } as const;
    const evidence = { observed: [{ year: 2020, certified: 10, registered: 8 }], centreShare: 0.5 };
    const areas = projected(2024, { registered: [[1], [1]] });
    const average = judge(target({ ...two, each: 'average' }), areas, evidence, placeOf([1, 1]));
    expect(average).toMatchObject({ status: 'met', past: true, required: 4, projected: 5 });
    const every = judge(target({ ...two, each: 'every' }), areas, evidence, placeOf([1, 1]));
    expect(every).toMatchObject({ status: 'unknown', needs: 'observed' });
    const single = judge(target({ ...two, each: 'every' }), projection, evidence, placeOf([3]));
    expect(single).toMatchObject({ status: 'missed', gap: 1, short: { count: 1, of: 3 } });
  });
});

describe('the figures of Yuzhong', () => {
  const on = (residents: number, heads: number): Projection =>
    projected(2030, { residents: [[residents]], registered: [[heads]] });
  const five = target({ kind: 'density', year: 2030, value: 5 });

  it('make 165 GPs 2.5 and 330 GPs 5 per 10,000 on 660,000 residents', () => {
    expect(judge(five, on(660_000, 165)).achieved).toBeCloseTo(2.5, 12);
    expect(judge(five, on(660_000, 330))).toMatchObject({ status: 'met', required: 330 });
  });

  it('make 5 per 10,000 of the 588,717 residents of the census 294 GPs', () => {
    expect(Math.round(judge(five, on(588_717, 0)).required!)).toBe(294);
  });

  it('imply 660,000 residents in both years', () => {
    const pack = packOf([
      target({ kind: 'density', year: 2020, value: 2, high: 3 }),
      target({ kind: 'headcount', year: 2020, value: 165 }),
      five,
      target({ kind: 'headcount', year: 2030, value: 330 }),
    ]);
    expect(impliedResidents(pack).map(({ year, persons }) => [year, persons])).toEqual([
      [2020, 660_000],
      [2030, 660_000],
    ]);
  });

  it('imply nothing from other people, other years or other counting rules', () => {
    const pack = packOf([
      five,
      target({ kind: 'headcount', year: 2030, value: 17, fact: 'provincial' }),
      target({ kind: 'headcount', year: 2029, value: 330 }),
      target({ kind: 'headcount', year: 2030, value: 330, count: 'registered' }),
    ]);
    expect(impliedResidents(pack)).toEqual([]);
  });
});

describe('a headcount target', () => {
  const projection = projected(2019, { registered: [[150, 160.5]] });

  it('compares heads', () => {
    expect(judge(target({ kind: 'headcount', year: 2020, value: 165 }), projection)).toMatchObject({
      status: 'missed',
      required: 165,
      projected: 160.5,
      gap: 4.5,
      achieved: 160.5,
    });
  });

  it('about other people compares a fact, and asks for it where it is not known', () => {
    const provincial = target({ kind: 'headcount', year: 2020, value: 17, fact: 'provincial' });
    expect(judge(provincial, projection, { facts: { provincial: 12 } })).toMatchObject({ status: 'missed', gap: 5 });
    expect(judge(provincial, projection, { facts: { provincial: null } })).toMatchObject({
      status: 'unknown',
      needs: 'provincial',
    });
  });
});

describe('a minimum for township health centres', () => {
  const projection = projected(2019, {
    registered: [
      [4, 8],
      [20, 20],
    ],
  });
  const two = { kind: 'facility_minimum', year: 2020, value: 2 } as const;
  const half = { centreShare: 0.5 };

  it('on average sets all GPs in centres against two for each centre', () => {
    const result = judge(target({ ...two, each: 'average' }), projection, half, placeOf([5, 2]));
    expect(result).toMatchObject({ status: 'met', required: 14, projected: 14, achieved: 2 });
    expect(result.short).toBeUndefined();
  });

  it('in every centre does not let one area fill the centres of another', () => {
    const result = judge(target({ ...two, each: 'every' }), projection, half, placeOf([5, 2]));
    expect(result).toMatchObject({ status: 'missed', required: 14, projected: 8, gap: 6, short: { count: 3, of: 7 } });
  });

  it('in every centre counts a centre with part of two GPs as short', () => {
    const result = judge(target({ ...two, each: 'every' }), projection, { centreShare: 0.4 }, placeOf([2, 4]));
    expect(result.gap).toBeCloseTo(0.8, 12);
    expect(result.short).toEqual({ count: 1, of: 6 });
  });

  it('takes all GPs of a township to work in its own centre', () => {
    const result = judge(target({ ...two, each: 'every' }), projection, {}, placeOf([4, 1], 'township'));
    expect(result).toMatchObject({ status: 'met', required: 10, short: { count: 0, of: 5 } });
  });

  it('in a month lies on the line between the ends of two years', () => {
    const october = target({ ...two, month: 10, each: 'average' });
    expect(judge(october, projection, half, placeOf([5, null])).projected).toBeCloseTo((4 + (4 * 10) / 12) / 2, 12);
  });

  it('in a month of the base year is judged at its end', () => {
    const october = target({ ...two, year: 2019, month: 10, each: 'average' });
    expect(judge(october, projection, half, placeOf([5, null])).projected).toBe(2);
  });

  it('leaves out areas whose centres are not known', () => {
    const result = judge(target({ ...two, each: 'every' }), projection, half, placeOf([null, 2]));
    expect(result).toMatchObject({ status: 'met', required: 4, short: { count: 0, of: 2 } });
  });

  it('is unknown without any centre, or without the share of GPs who work in centres', () => {
    const every = target({ ...two, each: 'every' });
    expect(judge(every, projection, half, placeOf([null, 0]))).toMatchObject({ status: 'unknown', needs: 'centres' });
    expect(judge(every, projection, {}, placeOf([1, 2]))).toMatchObject({ status: 'unknown', needs: 'centreshare' });
  });
});

describe('a coverage target', () => {
  const projection = projected(2020, { registered: [[60]], assistant: [[10]], unregistered: [[15]] });
  const ninety = target({ kind: 'coverage', year: 2020, value: 0.9, fact: 'primarydocs', count: 'registered' });

  it('sets everyone with a certificate against a share of the physicians in post', () => {
    expect(judge(ninety, projection, { facts: { primarydocs: 100 } })).toMatchObject({
      status: 'missed',
      required: 90,
      projected: 85,
      gap: 5,
      achieved: 0.85,
    });
  });

  it('asks for the number of physicians where it is not known', () => {
    expect(judge(ninety, projection)).toMatchObject({ status: 'unknown', needs: 'primarydocs' });
  });
});

describe('a growth target', () => {
  const growth = target({ kind: 'growth', year: 2022, since: 2021, value: 0.05 });

  it('compounds from the end of the year before it begins', () => {
    const result = judge(growth, projected(2019, { registered: [[50, 100, 108, 110]] }));
    expect(result).toMatchObject({ status: 'missed', projected: 110 });
    expect(result.required).toBeCloseTo(110.25, 12);
    expect(result.achieved).toBeCloseTo(Math.sqrt(1.1) - 1, 12);
  });

  it('begins with the base year where the projection begins later', () => {
    const result = judge(growth, projected(2021, { registered: [[100, 105]] }));
    expect(result).toMatchObject({ status: 'met', required: 105 });
    expect(result.achieved).toBeCloseTo(0.05, 12);
  });

  it('of the past needs the counts of both years', () => {
    const projection = projected(2023, { registered: [[1]] });
    const counts = [100, 0, 121].map((certified, at) => ({ year: 2020 + at, certified, registered: null }));
    const result = judge(growth, projection, { observed: counts });
    expect(result).toMatchObject({ status: 'met', past: true });
    expect(result.achieved).toBeCloseTo(0.1, 12);
    expect(judge(growth, projection, { observed: counts.slice(1) })).toMatchObject({ status: 'unknown' });
  });

  it('is unknown when no year of it is projected', () => {
    expect(judge(growth, projected(2022, { registered: [[100, 105]] })).status).toBe('unknown');
  });
});

describe('a quota', () => {
  const projection = projected(2019, {
    flows: {
      recruited: [
        [0, 20, 15, 30],
        [0, 15, 10, 30],
      ],
      transfer: [
        [0, 5, 6, 7],
        [0, 0, 0, 1],
      ],
    },
  });
  const yearly = target({ kind: 'quota', year: 2022, since: 2020, value: 30, high: 50, per: 'year', of: 'recruit' });
  const total = { ...yearly, high: undefined, per: 'total' } as const;

  it('for each year is judged by the year with the fewest, and says how many years are below', () => {
    expect(judge(yearly, projection)).toMatchObject({
      status: 'missed',
      required: 30,
      projected: 25,
      gap: 5,
      above: false,
      short: { count: 1, of: 3 },
    });
  });

  it('for each year is above its range only when every year is', () => {
    expect(judge({ ...yearly, value: 10, high: 20 }, projection)).toMatchObject({ status: 'met', above: true });
    expect(judge({ ...yearly, value: 10, high: 30 }, projection)).toMatchObject({ status: 'met', above: false });
  });

  it('in all adds the years up', () => {
    expect(judge({ ...total, value: 100 }, projection)).toMatchObject({ status: 'met', projected: 120 });
    expect(judge({ ...total, value: 125 }, projection)).toMatchObject({ status: 'missed', gap: 5 });
  });

  it('of transfer training counts those who qualify by it', () => {
    expect(judge({ ...total, of: 'transfer', value: 33 }, projection)).toMatchObject({ projected: 19, gap: 14 });
  });

  it('in all is judged from the base year where it begins in it', () => {
    expect(judge({ ...total, since: 2019, value: 125 }, projection)).toMatchObject({ status: 'missed', gap: 5 });
  });

  it('in all that began before the base year is unknown unless the years that are known already reach it', () => {
    expect(judge({ ...total, since: 2018, value: 125 }, projection)).toMatchObject({ status: 'unknown' });
    expect(judge({ ...total, since: 2018, value: 120 }, projection)).toMatchObject({ status: 'met' });
  });

  it('is unknown where all its years lie before the projection or one lies after it', () => {
    expect(judge({ ...yearly, since: 2018, year: 2019 }, projection).status).toBe('unknown');
    expect(judge({ ...yearly, year: 2023 }, projection)).toMatchObject({ status: 'unknown', needs: 'horizon' });
  });

  it('of what is not projected compares a fact', () => {
    const gps = { ...yearly, of: 'fact', fact: 'newgps', value: 2, high: undefined } as const;
    expect(judge(gps, projection, { facts: { newgps: 1.5 } })).toMatchObject({ status: 'missed', gap: 0.5 });
    expect(judge(gps, projection)).toMatchObject({ status: 'unknown', needs: 'newgps' });
  });
});

describe('a share', () => {
  const visits = target({ kind: 'share', year: 2024, value: 0.6, fact: 'visits' });
  const projection = projected(2020, { registered: [[1, 1, 1, 1, 1]] });

  it('compares a fact', () => {
    const result = judge(visits, projection, { facts: { visits: 0.55 } });
    expect(result).toMatchObject({ status: 'missed', unit: 'share', required: 0.6, projected: 0.55, achieved: 0.55 });
    expect(result.gap).toBeCloseTo(0.05, 12);
    expect(judge(visits, projection, { facts: { visits: 0.6 } })).toMatchObject({ status: 'met', gap: 0 });
  });

  it('asks for the fact where it is not known', () => {
    expect(judge(visits, projection)).toMatchObject({ status: 'unknown', unit: 'share', needs: 'visits' });
  });
});

describe('all targets of a document', () => {
  it('are judged in its order', () => {
    const targets = [
      target({ id: 'b', kind: 'headcount', year: 2020, value: 1 }),
      target({ id: 'a', kind: 'headcount', year: 2020, value: 3 }),
    ];
    const results = evaluateTargets(
      packOf(targets),
      placeOf([null]),
      projected(2020, { registered: [[2]] }),
      nothingElse,
    );
    expect(results.map((result) => [result.target.id, result.status])).toEqual([
      ['b', 'met'],
      ['a', 'missed'],
    ]);
  });

  it('are refused for a projection of other areas', () => {
    const one = projected(2020, { registered: [[2]] });
    expect(() => evaluateTargets(packOf([]), placeOf([1, 2]), one, nothingElse)).toThrow(RangeError);
  });
});

describe('the first year in which a target is met', () => {
  const first = (projection: Projection, one: Target, evidence: Partial<TargetEvidence> = {}): number | null =>
    firstYearMet(projection, one, placeOf([1]), { ...nothingElse, ...evidence });
  const three = target({ kind: 'density', year: 2021, value: 3 });

  it('is never before the target’s own', () => {
    const early = projected(2020, { residents: [[10_000, 10_000]], registered: [[5, 5]] });
    expect(first(early, three)).toBe(2021);
  });

  it('is judged by the residents of that year', () => {
    const shrinking = projected(2020, {
      residents: [[10_000, 10_000, 9_000, 6_600]],
      registered: [[2, 2, 2, 2]],
    });
    expect(first(shrinking, three)).toBe(2023);
  });

  it('is none where the horizon comes first', () => {
    expect(first(projected(2020, { residents: [[10_000, 10_000]], registered: [[1, 1]] }), three)).toBeNull();
  });

  it('of a past target is the base year at the earliest', () => {
    const late = projected(2024, { residents: [[10_000, 10_000]], registered: [[1, 3]] });
    expect(first(late, three)).toBe(2025);
  });

  it('of a target with a month may be reached later in the same year', () => {
    const october = target({ kind: 'facility_minimum', year: 2021, month: 10, value: 2, each: 'every' });
    const rising = projected(2020, { registered: [[0, 2]] });
    expect(judge(october, rising, { centreShare: 1 }, placeOf([1])).status).toBe('missed');
    expect(first(rising, october, { centreShare: 1 })).toBe(2021);
  });

  it('of a quota is its own year or none', () => {
    const quota = target({ kind: 'quota', year: 2021, since: 2021, value: 5, per: 'total', of: 'recruit' });
    expect(first(projected(2020, { flows: { recruited: [[0, 5, 0]] } }), quota)).toBe(2021);
    expect(first(projected(2020, { flows: { recruited: [[0, 4, 9]] } }), quota)).toBeNull();
  });
});

describe('the required path', () => {
  const years = [2019, 2020, 2021, 2025, 2026, 2030, 2031];

  it('joins the density targets, none before the first and level after the last', () => {
    const pack = packOf([
      target({ kind: 'density', year: 2030, value: 5 }),
      target({ kind: 'density', year: 2020, value: 2, high: 3 }),
      target({ kind: 'density', year: 2025, value: 3.5 }),
      target({ kind: 'headcount', year: 2022, value: 900 }),
    ]);
    expect(requiredPath(pack.targets, years)).toEqual([null, 2, 2.3, 3.5, 3.8, 5, 5]);
  });

  it('is empty for a document without density', () => {
    const pack = packOf([target({ kind: 'headcount', year: 2022, value: 900 })]);
    expect(requiredPath(pack.targets, years)).toEqual(years.map(() => null));
  });
});
