import type { Text } from '../model/types.ts';

/** A prepared place and the packs that make sense there, its own first. */
export interface CatalogueEntry {
  id: string;
  name: Text;
  policies: string[];
}

/** The place that opens without a link. */
export const DEFAULT_PLACE = 'tongjiang';

/** Prepared places, as the picker lists them. Ids stand in links and never change. */
export const PLACES: CatalogueEntry[] = [
  { id: 'tongjiang', name: { zh: '同江市', en: 'Tongjiang' }, policies: ['tongjiang-2020', 'china-2018'] },
  { id: 'panzhihua', name: { zh: '攀枝花市', en: 'Panzhihua' }, policies: ['panzhihua-2019', 'china-2018'] },
  { id: 'yanbian', name: { zh: '盐边县', en: 'Yanbian County' }, policies: ['panzhihua-2019', 'china-2018'] },
  { id: 'yuzhong', name: { zh: '渝中区', en: 'Yuzhong District' }, policies: ['yuzhong-2018', 'china-2018'] },
  { id: 'hunan', name: { zh: '湖南省', en: 'Hunan' }, policies: ['hunan-2020', 'china-2018'] },
  { id: 'xupu', name: { zh: '溆浦县', en: 'Xupu County' }, policies: ['hunan-2020', 'china-2018'] },
  { id: 'china', name: { zh: '全国', en: 'China' }, policies: ['china-2018'] },
  { id: 'xx-district', name: { zh: 'XX区（示例）', en: 'XX District (example)' }, policies: ['xx-district'] },
];

/** The reader's own files: a place like the others once they are loaded. The packs are those that any county can be held against. */
export const OWN: CatalogueEntry = {
  id: 'own',
  name: { zh: '自有数据', en: 'Own files' },
  policies: ['china-2018', 'tongjiang-2020', 'panzhihua-2019', 'hunan-2020'],
};

/** Short names of the policy packs, by id. */
export const PACKS: Record<string, Text> = {
  'tongjiang-2020': { zh: '同江市 2020 年方案', en: 'Tongjiang 2020' },
  'panzhihua-2019': { zh: '攀枝花市 2019 年方案', en: 'Panzhihua 2019' },
  'yuzhong-2018': { zh: '渝中区 2018 年意见', en: 'Yuzhong 2018' },
  'hunan-2020': { zh: '湖南省 2020 年方案', en: 'Hunan 2020' },
  'china-2018': { zh: '国办发〔2018〕3号', en: 'State Council 2018' },
  'xx-district': { zh: 'XX区强基工程方案', en: 'XX district plan' },
};

/** The prepared place of this id, or the reader's own. */
export function findPlace(id: string): CatalogueEntry | undefined {
  return [...PLACES, OWN].find((place) => place.id === id);
}

/** The pack that belongs to a place. @throws RangeError for a place that is not in the catalogue */
export function ownPolicy(id: string): string {
  const policy = findPlace(id)?.policies[0];
  if (policy === undefined) throw new RangeError(`no place ${id}`);
  return policy;
}
