import type { Area, AreaResidents } from '../model/types.ts';
import { loadAges, scaled } from './ages.ts';
import { residentsByArea, yearlyFactor } from './growth.ts';
import { hospitalArea, illustrativeSplit, NO_RESIDENTS } from './illustrative-staffing.ts';
import { censusCounts, loadAreaRows, scaledIntake, type Context, type PlaceParts } from './place-context.ts';
import { estimatedPast, estimatedStocks } from './place-estimate.ts';

const COUNTY = '431224';
/** How populous a township is beside the others, in their order, over and over: made up. The first is the county seat. */
const SIZES = [1.6, 0.7, 1.2, 0.9, 0.6];
const SEAT = 3;
/** Where the hospital and the seat stand, and how far apart the townships do, in degrees, five to a row: made up. */
const CENTRE = { longitude: 110.6, latitude: 27.9 };
const STEP = { longitude: 0.13, latitude: 0.11 };
const PER_ROW = 5;

/**
 * Xupu, a county of Hunan at full size: its census and the number of its established townships are counted; the census of its townships, their
 * staff and their places on the map are not in the sources and made up by the rules above, so that they have numbers and no names.
 */
export async function xupuParts(context: Context): Promise<PlaceParts> {
  const province = context.province('430000');
  const [rows, agesOf] = await Promise.all([
    loadAreaRows(context.read, 'areas-hunan.csv'),
    loadAges(context.read, 'ages-hunan.csv'),
  ]);
  const county = rows.find(({ area }) => area.code === COUNTY);
  const [then, now] = county ? censusCounts(county) : [];
  const ages = agesOf(COUNTY).at(-1);
  const count = county?.area.centres ?? null;
  if (!county || !then || !now || !ages || count === null)
    throw new Error(`areas-hunan.csv: two censuses and the townships of ${COUNTY} are needed`);

  const trendFactor = yearlyFactor(then.persons, now.persons, now.year - then.year);
  const persons = townshipResidents(now.persons, count);
  const townships = persons.map((_, index): Area => ({
    code: `${COUNTY}-${String(index + 1).padStart(2, '0')}`,
    parent: COUNTY,
    level: 'township',
    name: { zh: `第${index + 1}卫生院`, en: `Centre ${index + 1}` },
    centres: 1,
    ruralShare: county.area.ruralShare,
    position: positionOf(index),
  }));
  const residents = persons.map((heads): AreaResidents => {
    return {
      observed: [{ year: now.year, persons: heads }],
      projected: [],
      trendFactor,
      ages: [scaled(ages, heads / now.persons)],
    };
  });
  return {
    areas: [...townships, hospitalArea(COUNTY, CENTRE)],
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

/** The county's residents over its townships, whole persons that add up. */
function townshipResidents(total: number, count: number): number[] {
  const weights = Array.from({ length: count }, (_, index) => (index === 0 ? SEAT : SIZES[index % SIZES.length]!));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const others = weights.slice(1).map((weight) => Math.round((total * weight) / sum));
  return [total - others.reduce((all, heads) => all + heads, 0), ...others];
}

/** The seat in the middle, the others around it, rows a little askew. */
function positionOf(index: number): NonNullable<Area['position']> {
  const middle = 12;
  const place = index === 0 ? middle : index <= middle ? index - 1 : index;
  const row = Math.floor(place / PER_ROW);
  const column = place % PER_ROW;
  return {
    longitude: CENTRE.longitude + (column - 2) * STEP.longitude + (row - 2) * 0.02,
    latitude: CENTRE.latitude + (row - 2) * STEP.latitude + (column - 2) * 0.015,
  };
}
