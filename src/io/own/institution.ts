/** What kind of institution staff are in, as far as the model tells them apart. */
export type InstitutionKind = 'township-centre' | 'community-centre' | 'hospital' | 'other';

const OF_TYPE: readonly [RegExp, InstitutionKind][] = [
  [/卫生院|township/i, 'township-centre'],
  [/社区|community/i, 'community-centre'],
  [/医院|保健院|hospital/i, 'hospital'],
];
const OF_NAME: readonly [RegExp, InstitutionKind][] = [
  [/卫生院$/, 'township-centre'],
  [/社区卫生服务(中心|站)$/, 'community-centre'],
  [/(人民医院|中医(医)?院|中西医结合医院|妇幼保健院)$/, 'hospital'],
];

/** By the column of types; by the end of the name where there is none. Null: neither tells. */
export function institutionKind(type: string, name: string | null): InstitutionKind | null {
  if (type !== '') return OF_TYPE.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
  const plain = name?.replace(/[（(].*[)）]$/, '') ?? '';
  return OF_NAME.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** As tables that are kept and downloaded say it. */
export const INSTITUTION: Record<InstitutionKind, string> = {
  'township-centre': '乡镇卫生院',
  'community-centre': '社区卫生服务中心',
  hospital: '县级医院',
  other: '其他',
};
