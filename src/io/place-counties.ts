import type { AreaResidents } from '../model/types.ts';
import { loadAges } from './ages.ts';
import { residentsByArea } from './growth.ts';
import {
  censusCounts,
  loadAreaRows,
  scaledIntake,
  type AreaRow,
  type Context,
  type PlaceParts,
} from './place-context.ts';
import { estimatedPast, estimatedStocks } from './place-estimate.ts';

const AREAS = 'areas-seed.csv';
const AGES = 'ages-seed.csv';

/** Counties of data/areas-seed.csv with census counts and ages. */
export async function loadCounties(
  { read }: Context,
  wanted: (row: AreaRow) => boolean,
): Promise<{ areas: PlaceParts['areas']; residents: AreaResidents[] }> {
  const agesOf = await loadAges(read, AGES);
  const rows = (await loadAreaRows(read, AREAS)).filter(wanted);
  return {
    areas: rows.map((row) => row.area),
    residents: rows.map((row) => ({
      observed: censusCounts(row),
      projected: [],
      trendFactor: null,
      ages: agesOf(row.area.code),
    })),
  };
}

/** A place of counties without any GP figure of its own: everything follows from the province's density. */
async function countyParts(
  context: Context,
  provinceCode: string,
  wanted: (row: AreaRow) => boolean,
): Promise<PlaceParts> {
  const province = context.province(provinceCode);
  const { areas, residents } = await loadCounties(context, wanted);
  return {
    areas,
    groups: [],
    residents,
    observed: estimatedPast(context, province, residents, null),
    whole: null,
    documentResidents: null,
    intake: scaledIntake(context, residents),
    stocks: (base, _scope, source) =>
      estimatedStocks(context, province, residentsByArea(residents, null, base), base, source),
  };
}

/** Panzhihua: two districts of the old town, a third, and two counties. */
export const panzhihuaParts = (context: Context): Promise<PlaceParts> =>
  countyParts(context, '510000', ({ area }) => area.parent === '510400');

/** Tongjiang: one area, as its townships have no census figures. */
export const tongjiangParts = (context: Context): Promise<PlaceParts> =>
  countyParts(context, '230000', ({ area }) => area.code === '230881');
