import type { AreaResidents, ObservedPoint } from '../model/types.ts';
import { BANDS, loadAges, scaled, type CensusAges } from './ages.ts';
import { scaledIntake, type Context, type PlaceParts } from './place-context.ts';
import { stockOf } from './place-estimate.ts';
import { residentsOf, type Province } from './provinces.ts';

const NATION = 'CN';
const CENSUS_YEAR = 2020;

/** China by province. GPs of 2017 are derived by province; later years follow the national total. */
export async function chinaParts(context: Context): Promise<PlaceParts> {
  const { national, provinces } = context;
  const agesOf = await loadAges(context.read, 'ages-china.csv');
  const known = new Map(provinces.flatMap((one) => agesOf(one.code).map((ages) => [one.code, ages] as const)));
  const nation = agesOf(NATION)[0];
  if (!nation) throw new Error('ages-china.csv: no ages of the nation');
  const fitted = fittedAges(nation, provinces, known);

  const residents: AreaResidents[] = provinces.map((one) => ({
    observed: one.residents,
    projected: [],
    trendFactor: null,
    ages: [known.get(one.code) ?? fitted(one)],
  }));
  const first = national.residents[0]?.year ?? 0;
  const observed: ObservedPoint[] = national.series
    .filter((point) => point.year >= first)
    .map(({ year, total, registered, source }) => ({ year, scope: 'all', certified: total, registered, source }));
  return {
    areas: provinces.map(({ code, name, ruralShare }) => ({
      code,
      parent: NATION,
      level: 'province',
      name,
      centres: null,
      ruralShare,
    })),
    groups: [],
    residents,
    observed,
    whole: null,
    documentResidents: null,
    intake: nationalIntake(context, residents),
    stocks: (base, _scope, source) =>
      provinces.map((province) => {
        const gps = province.gps2017 * (national.total(base) / national.total(2017));
        return stockOf(national, province, { gps, residents: residentsOf(province, base), year: base }, source);
      }),
  };
}

/** The nation's own intakes carry the sources of the national figures: nothing is scaled. */
function nationalIntake(context: Context, residents: AreaResidents[]): PlaceParts['intake'] {
  const { nationalIntake: paths, calibration } = context;
  const intake = scaledIntake(context, residents);
  return {
    ...intake,
    transfer: { ...intake.transfer, source: calibration.source },
    residency: { ...intake.residency, source: paths.residency.default.source },
    assistant: { ...intake.assistant, source: paths.assistant.default.source },
    ruralOriented: { ...intake.ruralOriented, source: paths.ruralOriented.default.source },
  };
}

/** Broad age groups that every province publishes, by first age of their bands. */
const GROUPS: { from: number; to: number; persons: (province: Province) => number }[] = [
  { from: 0, to: 15, persons: ({ aged }) => aged.under15 },
  { from: 15, to: 60, persons: (one) => residentsOf(one, CENSUS_YEAR) - one.aged.under15 - one.aged.over60 },
  { from: 60, to: 65, persons: ({ aged }) => aged.over60 - aged.over65 },
  { from: 65, to: Infinity, persons: ({ aged }) => aged.over65 },
];

/**
 * Ages of the provinces without census ages here. Derived: the ages and sexes of the nation without the known provinces,
 * fitted to the province's persons aged 0–14, 15–59, 60–64 and 65 and over. All provinces together give the nation.
 */
function fittedAges(
  nation: CensusAges,
  provinces: Province[],
  known: ReadonlyMap<string, CensusAges>,
): (province: Province) => CensusAges {
  const rest = [...known.values()].reduce(minus, nation);
  const unknown = provinces.filter((one) => !known.has(one.code));
  const factors = (province: Province) =>
    GROUPS.map((group) => group.persons(province) / unknown.reduce((sum, one) => sum + group.persons(one), 0));
  return (province) => {
    const byGroup = factors(province).map((factor) => scaled(rest, factor));
    const pick = (sex: 0 | 1) =>
      BANDS.map((age, band) => {
        const group = GROUPS.findIndex(({ from, to }) => age >= from && age < to);
        return byGroup[group]?.persons[sex][band] ?? 0;
      });
    return { year: nation.year, persons: [pick(0), pick(1)] };
  };
}

function minus(whole: CensusAges, part: CensusAges): CensusAges {
  const ofSex = (sex: 0 | 1) => whole.persons[sex].map((one, band) => one - (part.persons[sex][band] ?? 0));
  return { year: whole.year, persons: [ofSex(0), ofSex(1)] };
}
