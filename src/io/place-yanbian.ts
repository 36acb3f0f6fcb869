import type { Area, AreaResidents } from '../model/types.ts';
import { earlierAges, scaled } from './ages.ts';
import { residentsByArea, yearlyFactor } from './growth.ts';
import { hospitalArea, illustrativeSplit, NO_RESIDENTS } from './illustrative-staffing.ts';
import { scaledIntake, type Context, type PlaceParts } from './place-context.ts';
import { loadCounties } from './place-counties.ts';
import { estimatedPast, estimatedStocks } from './place-estimate.ts';
import { readTable } from './table.ts';

const COUNTY = '510422';

/**
 * Yanbian's 12 townships. Four others were merged into them between the censuses, so that only the counts of 2020 are on
 * today's boundaries: every township takes the county's growth, ages and rural share. Who works in which centre is made up.
 */
export async function yanbianParts(context: Context): Promise<PlaceParts> {
  const province = context.province('510000');
  const county = await loadCounties(context, ({ area }) => area.code === COUNTY);
  const whole = county.residents[0];
  const [then, now] = whole?.observed ?? [];
  const [agesThen, agesNow] = whole?.ages ?? [];
  if (!then || !now || !agesThen || !agesNow) throw new Error(`areas-seed.csv: two censuses of ${COUNTY} are needed`);
  const trendFactor = yearlyFactor(then.persons, now.persons, now.year - then.year);

  const rows = (await readTable(context.read, 'townships-yanbian.csv')).filter((row) => row.number('abolished') === 0);
  const areas: Area[] = rows.map((row) => ({
    code: row.text('code'),
    parent: COUNTY,
    level: 'township',
    name: { zh: row.text('name_zh'), en: row.text('name_en') },
    centres: row.number('centres'),
    ruralShare: county.areas[0]?.ruralShare ?? null,
  }));
  const residents: AreaResidents[] = rows.map((row) => {
    const persons = row.number('census_2020');
    const ages = scaled(agesNow, persons / now.persons);
    return {
      observed: [{ year: now.year, persons }],
      projected: [],
      trendFactor,
      ages: [earlierAges({ past: agesThen, present: agesNow }, ages), ages],
    };
  });
  return {
    areas: [...areas, hospitalArea(COUNTY)],
    groups: [],
    residents: [...residents, NO_RESIDENTS],
    observed: estimatedPast(context, province, residents, null),
    whole: null,
    documentResidents: null,
    intake: scaledIntake(context, residents),
    stocks: (base, _scope, source) => {
      const heads = residentsByArea(residents, null, base);
      return illustrativeSplit(estimatedStocks(context, province, heads, base, source), heads, source);
    },
  };
}
