import type { Level, PlaceData, Text } from '../model/types.ts';
import type { ReadText } from './built-in.ts';
import { loadContext, loadFacts, loadNotes, loadStarts, type Context, type PlaceParts } from './place-context.ts';
import { panzhihuaParts, tongjiangParts } from './place-counties.ts';

interface Place {
  id: string;
  name: Text;
  /** Packs that make sense here, the place's own first. */
  policies: string[];
  level: Level;
  workforce: PlaceData['workforce'];
  /** Loaded when the place is opened. */
  parts: (context: Context) => Promise<PlaceParts>;
}

const NATION = 'china-2018';
const BUILDERS: Place[] = [
  {
    id: 'china',
    name: { zh: '全国', en: 'China' },
    policies: [NATION],
    level: 'country',
    workforce: 'gp',
    parts: async (context) => (await import('./place-china.ts')).chinaParts(context),
  },
  {
    id: 'panzhihua',
    name: { zh: '攀枝花市', en: 'Panzhihua' },
    policies: ['panzhihua-2019', NATION],
    level: 'prefecture',
    workforce: 'gp',
    parts: panzhihuaParts,
  },
  {
    id: 'yanbian',
    name: { zh: '盐边县', en: 'Yanbian County' },
    policies: ['panzhihua-2019', NATION],
    level: 'county',
    workforce: 'gp',
    parts: async (context) => (await import('./place-yanbian.ts')).yanbianParts(context),
  },
  {
    id: 'yuzhong',
    name: { zh: '渝中区', en: 'Yuzhong District' },
    policies: ['yuzhong-2018', NATION],
    level: 'county',
    workforce: 'gp',
    parts: async (context) => (await import('./place-yuzhong.ts')).yuzhongParts(context),
  },
  {
    id: 'tongjiang',
    name: { zh: '同江市', en: 'Tongjiang' },
    policies: ['tongjiang-2020', NATION],
    level: 'county',
    workforce: 'gp',
    parts: tongjiangParts,
  },
  {
    id: 'hunan',
    name: { zh: '湖南省', en: 'Hunan' },
    policies: ['hunan-2020', NATION],
    level: 'province',
    workforce: 'gp',
    parts: async (context) => (await import('./place-hunan.ts')).hunanParts(context),
  },
  {
    id: 'xupu',
    name: { zh: '溆浦县', en: 'Xupu County' },
    policies: ['hunan-2020', NATION],
    level: 'county',
    workforce: 'gp',
    parts: async (context) => (await import('./place-xupu.ts')).xupuParts(context),
  },
  {
    id: 'xx-district',
    name: { zh: 'XX区（示例）', en: 'XX District (example)' },
    policies: ['xx-district'],
    level: 'county',
    workforce: 'staff',
    parts: async (context) => (await import('./place-xx-district.ts')).xxDistrictParts(context),
  },
];

/** The prepared places, for pickers. */
export const PLACES: { id: string; name: Text; policies: string[] }[] = BUILDERS.map(({ id, name, policies }) => ({
  id,
  name,
  policies,
}));

/**
 * Everything that is known about a prepared place.
 * @throws RangeError for an unknown id; Error naming the file when built-in data are missing or wrong
 */
export async function loadPlace(id: string, read: ReadText): Promise<PlaceData> {
  const place = BUILDERS.find((one) => one.id === id);
  if (!place) throw new RangeError(`no place ${id}`);
  const context = await loadContext(read);
  const [{ stocks, ...parts }, facts, notes] = await Promise.all([
    place.parts(context),
    loadFacts(context, id),
    loadNotes(context, id),
  ]);
  const starts = await loadStarts(context, id, stocks);
  const { name, level, workforce, policies } = place;
  return { id, name, level, policy: policies[0] ?? NATION, workforce, ...parts, starts, facts, notes };
}
