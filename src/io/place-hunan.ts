import type { AreaGroup, AreaResidents } from '../model/types.ts';
import { earlierAges, loadAges, type CensusAges } from './ages.ts';
import { residentsByArea, yearlyFactor } from './growth.ts';
import {
  censusCounts,
  loadAreaRows,
  scaledIntake,
  type AreaRow,
  type Context,
  type PlaceParts,
} from './place-context.ts';
import { estimatedPast, estimatedStocks } from './place-estimate.ts';

/**
 * Hunan: 122 counties and 15 development zones, grouped into 14 prefectures. Zones were not counted apart in 2010, so that in
 * a prefecture with zones only the counts of 2020 are on today's boundaries, and all of its units take its growth.
 */
export async function hunanParts(context: Context): Promise<PlaceParts> {
  const province = context.province('430000');
  const [rows, agesOf] = await Promise.all([
    loadAreaRows(context.read, 'areas-hunan.csv'),
    loadAges(context.read, 'ages-hunan.csv'),
  ]);
  const prefectures = rows.filter(({ area }) => area.level === 'prefecture');
  const leaves = rows.filter(({ area }) => area.level === 'county');
  const groups: AreaGroup[] = prefectures.map(({ area }) => ({
    code: area.code,
    level: 'prefecture',
    name: area.name,
    members: leaves.flatMap((leaf, index) => (leaf.area.parent === area.code ? [index] : [])),
  }));
  const residents = groups.flatMap((group, index) => {
    const prefecture = prefectures[index];
    const members = group.members.flatMap((member) => leaves[member] ?? []);
    return prefecture ? residentsOfPrefecture(prefecture, members, agesOf) : [];
  });
  // The province is counted every year; the growth of single counties since 2010 would add up to more than that.
  const whole = { observed: province.residents, projected: [], trendFactor: null, ages: agesOf('430000') };
  return {
    areas: leaves.map(({ area }) => area),
    groups,
    residents,
    observed: estimatedPast(context, province, residents, whole),
    whole,
    documentResidents: null,
    intake: scaledIntake(context, residents),
    stocks: (base, _scope, source) =>
      estimatedStocks(context, province, residentsByArea(residents, whole, base), base, source),
  };
}

/** Residents of the units of one prefecture, in their order. */
function residentsOfPrefecture(
  prefecture: AreaRow,
  units: AreaRow[],
  agesOf: (code: string) => CensusAges[],
): AreaResidents[] {
  if (!units.some((unit) => unit.zone)) {
    return units.map((unit) => ({
      observed: censusCounts(unit),
      projected: [],
      trendFactor: null,
      ages: agesOf(unit.area.code),
    }));
  }
  const [then, now] = censusCounts(prefecture);
  const [agesThen, agesNow] = agesOf(prefecture.area.code);
  if (!then || !now || !agesThen || !agesNow)
    throw new Error(`areas-hunan.csv: two censuses of ${prefecture.area.code} are needed`);
  const trendFactor = yearlyFactor(then.persons, now.persons, now.year - then.year);
  return units.map((unit) => {
    const ages = agesOf(unit.area.code).at(-1);
    return {
      observed: [{ year: now.year, persons: unit.census2020 }],
      projected: [],
      trendFactor,
      ages: ages ? [earlierAges({ past: agesThen, present: agesNow }, ages), ages] : [],
    };
  });
}
