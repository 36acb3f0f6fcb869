import type { Hindcast } from '../../src/model/hindcast.ts';
import {
  FLOWS,
  type Area,
  type FlowName,
  type PlaceData,
  type PolicyPack,
  type Projection,
  type Result,
  type Source,
  type Target,
  type TargetResult,
} from '../../src/model/types.ts';
import type { Field, Value } from '../../src/scenario/types.ts';
import type { SessionView } from '../../src/state/view.ts';

const text = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
export const madeUp: Source = { provenance: 'illustrative', text: text('编造的数', 'made-up figures') };

const BASE = 2024;
const HORIZON = 2040;
const YEARS = HORIZON - BASE + 1;
const NAMES = [
  text('繁荣街道', 'Fanrong'),
  text('向阳镇', 'Xiangyang'),
  text('金川乡', 'Jinchuan'),
  text('八岔乡', 'Bacha'),
];

function area(index: number): Area {
  return {
    code: `23088100${index}`,
    parent: '230881',
    level: 'township',
    name: NAMES[index] ?? text(`区域${index}`, `Area ${index}`),
    centres: 1,
    ruralShare: 0.5,
  };
}

/** `growth` GPs a year on top of 10 in each area of 50,000 residents; one GP a year leaves. */
export function projection(areas: number, growth: number): Projection {
  const cells = (value: (area: number, year: number) => number): Float64Array =>
    Float64Array.from({ length: areas * YEARS }, (_, cell) => value(Math.floor(cell / YEARS), cell % YEARS));
  const gps = (_area: number, year: number): number => 10 + growth * year;
  const none = (): Float64Array => cells(() => 0);
  const flows = Object.fromEntries(FLOWS.map((flow) => [flow, none()])) as Record<FlowName, Float64Array>;
  flows.opening = cells((one, year) => (year === 0 ? 0 : gps(one, year - 1)));
  flows.transfer = cells((_one, year) => (year === 0 ? 0 : growth + 1));
  flows.left = cells((_one, year) => (year === 0 ? 0 : 1));
  flows.closing = cells(gps);
  return {
    base: BASE,
    horizon: HORIZON,
    areas,
    residents: cells((one) => 50_000 + one * 1000),
    registered: cells(gps),
    assistant: none(),
    unregistered: none(),
    rehired: none(),
    freed: none(),
    pool: none(),
    gps: cells(gps),
    flows,
  };
}

const clause = (zh: string, en: string): Target['clause'] => ({ where: text('第一节', 'Section 1'), zh, en });
export const density2030: Target = {
  id: 'density-2030',
  kind: 'density',
  year: 2030,
  value: 5,
  headline: true,
  name: text('每万名居民全科医生', 'GPs per 10,000'),
  count: 'certified',
  clause: clause('到2030年，每万名居民拥有至少5名合格的全科医生', 'by 2030 at least 5 qualified GPs for every 10,000'),
};
const coverage2020: Target = {
  id: 'coverage-2020',
  kind: 'coverage',
  year: 2025,
  value: 0.9,
  fact: 'primarydocs',
  name: text('接受转岗培训的比例', 'Share transfer-trained'),
  count: 'certified',
  clause: clause('90%以上接受转岗培训', 'at least 90 % transfer-trained'),
};

export const pack: PolicyPack = {
  id: 'tongjiang-2020',
  name: text('同江市方案', 'Tongjiang plan'),
  issuer: text('同江市卫生健康局', 'Tongjiang Health Bureau'),
  number: '',
  issued: '2020-05-07',
  workforce: 'gp',
  count: 'certified',
  countNote: text('按取得合格证书统计', 'certified count'),
  lapse: false,
  targets: [density2030, coverage2020],
  levers: [
    {
      field: 'transfer',
      name: text('扩大转岗培训', 'More transfer training'),
      value: 8,
      clause: clause('扩大', 'expand'),
    },
    { field: null, name: text('县管乡用', 'County-managed posts'), clause: clause('县管乡用', 'county-managed') },
  ],
};

export function place(areas: number): PlaceData {
  const intake = { value: 4, source: madeUp };
  return {
    id: 'tongjiang',
    name: text('同江市', 'Tongjiang'),
    level: 'county',
    policy: pack.id,
    workforce: 'gp',
    areas: Array.from({ length: areas }, (_, index) => area(index)),
    groups: [],
    residents: Array.from({ length: areas }, () => ({
      observed: [{ year: 2020, persons: 50_000 }],
      projected: [],
      trendFactor: null,
      ages: [],
    })),
    starts: [
      {
        base: BASE,
        scope: 'all',
        name: text('2024 年末', 'End of 2024'),
        stocks: Array.from({ length: areas }, () => ({
          registered: 10,
          assistant: 0,
          unregistered: 0,
          pool: 50,
          ageShares: null,
          training: null,
          source: madeUp,
        })),
      },
    ],
    whole: null,
    observed: [],
    documentResidents: null,
    intake: { transfer: intake, residency: intake, assistant: intake, ruralOriented: intake, recruit: intake },
    facts: [
      {
        key: 'primarydocs',
        name: text('在岗医师', 'physicians in post'),
        unit: text('人', 'persons'),
        value: null,
        low: 0,
        high: 5000,
        source: madeUp,
      },
    ],
    notes: [],
  };
}

export const unknownCoverage: TargetResult = {
  target: coverage2020,
  status: 'unknown',
  past: false,
  required: null,
  projected: null,
  gap: null,
  unit: 'persons',
  achieved: null,
  above: false,
  needs: 'primarydocs',
};

/** The headline judged on a projection of equal areas. */
export function judge(plan: Projection): TargetResult {
  let residents = 0;
  let gps = 0;
  for (let one = 0; one < plan.areas; one += 1) {
    residents += plan.residents[one * YEARS + 6] ?? 0;
    gps += plan.gps[one * YEARS + 6] ?? 0;
  }
  const required = (5 * residents) / 10_000;
  const gap = Math.max(0, required - gps);
  return {
    target: density2030,
    status: gap > 0 ? 'missed' : 'met',
    past: false,
    required,
    projected: gps,
    gap,
    unit: 'persons',
    achieved: (gps / residents) * 10_000,
    above: false,
  };
}

export function result(areas: number, growth = 1, hasPlan = false): Result {
  const plan = projection(areas, growth);
  const years = Array.from({ length: YEARS }, (_, index) => BASE + index);
  const judged = judge(plan);
  return {
    place: 'tongjiang',
    policy: pack.id,
    years,
    plan,
    baseline: hasPlan ? projection(areas, 0.5) : plan,
    targets: [judged, unknownCoverage],
    baselineTargets: [judged, unknownCoverage],
    answer: { target: judged, year: 2030, planMetYear: 2040, baselineMetYear: null, hasPlan },
    targetPath: years.map((year) => (year < 2030 ? null : 5)),
    observed: [
      { year: 2022, gps: 8, density: 1.6, source: madeUp },
      { year: 2023, gps: 9, density: 1.8, source: madeUp },
    ],
    naive: { noChange: years.map(() => 2), linear: years.map((_, index) => 2 + index / 10), grey: null },
    moves: null,
    problems: [],
  };
}

function field(key: string, kind: Field['kind'], over: Partial<Field>): Field {
  return {
    key,
    kind,
    type: 'number',
    unit: 'none',
    default: 0,
    min: 0,
    max: 10,
    step: 1,
    low: null,
    high: null,
    distribution: 'fixed',
    source: madeUp,
    inert: null,
    ...over,
  };
}

export const fields: Field[] = [
  field('transfer', 'lever', { unit: 'persons/year', default: 4, max: 20, documentValue: 8 }),
  field('drive', 'lever', { unit: 'share/year', default: 0.1, max: 1, step: 0.01, inert: 'inert.rule' }),
  field('attrition', 'assumption', {
    unit: 'share/year',
    default: 0.03,
    max: 0.3,
    step: 0.001,
    low: 0.014,
    high: 0.06,
  }),
  field('pop', 'assumption', { type: 'choice', choices: ['constant', 'trend'], default: 'trend' }),
  field('maxage', 'assumption', { unit: 'year', default: 55, min: 35, max: 60 }),
  field('centreshare', 'assumption', { unit: 'share', default: 0.5, max: 1, step: 0.01 }),
  field('primarydocs', 'assumption', { default: '', max: 50_000 }),
  field('base', 'setting', { unit: 'year', default: BASE, min: BASE, max: BASE, choices: [String(BASE)] }),
  field('horizon', 'setting', { unit: 'year', default: HORIZON, min: 2025, max: 2050 }),
  field('from', 'setting', { unit: 'year', default: 2026, min: 2025, max: HORIZON }),
  field('scope', 'setting', { type: 'choice', choices: ['all'], default: 'all' }),
  field('count', 'setting', { type: 'choice', choices: ['certified', 'registered'], default: 'certified' }),
  field('denominator', 'setting', { type: 'choice', choices: ['resident'], default: 'resident' }),
];

const hindcast: Hindcast = {
  start: 2017,
  fittedOn: [2015, 2017],
  years: [2018, 2019, 2020],
  counted: [2.2, 2.6, 2.9],
  lines: [
    { method: 'model', density: [2.1, 2.3, 2.5], meanAbsoluteError: 0.1, lastError: -0.14 },
    { method: 'grey', density: [2.2, 2.5, 2.9], meanAbsoluteError: 0.013, lastError: 0 },
  ],
};

/** What was asked of the session, in order. */
export type Asked = [action: string, ...given: unknown[]];

/** A session that stands still and notes what is asked of it. */
export function fakeSession(over: Partial<SessionView> = {}): { session: SessionView; asked: Asked[] } {
  const asked: Asked[] = [];
  const note =
    (action: string) =>
    (...given: unknown[]): void => {
      asked.push([action, ...given]);
    };
  const values: Record<string, Value> = {};
  const session: SessionView = {
    lang: 'zh',
    places: [
      { id: 'tongjiang', name: text('同江市', 'Tongjiang'), policies: [pack.id] },
      { id: 'yuzhong', name: text('渝中区', 'Yuzhong'), policies: ['yuzhong-2018'] },
    ],
    packs: { [pack.id]: text('同江市 2020 年方案', 'Tongjiang 2020') },
    place: place(4),
    pack,
    scenario: { place: 'tongjiang', values },
    plans: { list: [{ name: '', locked: false, values }], shown: 0 },
    view: 'places',
    fields,
    result: result(4),
    hindcasts: [hindcast],
    status: 'ready',
    dragging: false,
    problems: [],
    changed: 0,
    value: (key) => values[key] ?? fields.find((candidate) => candidate.key === key)?.default ?? '',
    update: note('update'),
    reset: note('reset'),
    resetAll: note('resetAll'),
    openPlace: note('openPlace'),
    openPolicy: note('openPolicy'),
    openView: note('openView'),
    setPlans: note('setPlans'),
    setLang: async (lang) => note('setLang')(lang),
    link: () => 'https://example.org/#/tongjiang/v=1',
    ledger: async (_caller, { plan }) => ({ ok: true, plan }),
    rerun: note('rerun'),
    dismiss: note('dismiss'),
    unfetched: note('unfetched'),
    ...over,
  };
  return { session, asked };
}
