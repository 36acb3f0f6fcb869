import type { Lang, PlaceData, Text } from '../../model/types.ts';
import type { AreaTable } from './area-rows.ts';

export type SortKey = 'name' | 'residents' | 'gps' | 'value' | 'gap' | 'path' | 'met' | 'source';
export interface Sorting {
  key: SortKey;
  descending: boolean;
}

/** From the surest to the least sure. */
const DOUBT = ['official', 'derived', 'judgement', 'illustrative'];
const LOCALES: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };

/** Compares two rows, by their numbers, in the order asked for; equal rows keep the order of the data. */
export function comparator(
  table: AreaTable,
  { key, descending }: Sorting,
  lang: Lang,
): (one: number, other: number) => number {
  const sign = descending ? -1 : 1;
  if (key === 'name') {
    const { compare } = new Intl.Collator(LOCALES[lang]);
    return (one, other) => sign * compare(table.name(one)[lang], table.name(other)[lang]);
  }
  const value = sortValue(table, key);
  return (one, other) => {
    const [first, second] = [value(one), value(other)];
    return first === second ? 0 : sign * (first < second ? -1 : 1);
  };
}

function sortValue({ columns, source }: AreaTable, key: Exclude<SortKey, 'name'>): (row: number) => number {
  switch (key) {
    case 'value':
      return (row) => (Number.isFinite(columns.value[row]) ? columns.value[row]! : -1);
    case 'gap':
      return (row) => columns.gap[row]! || 0;
    case 'path':
      return (row) => columns.rise[row]!;
    case 'source':
      return (row) => DOUBT.indexOf(source(row)?.provenance ?? 'official');
    default:
      return (row) => columns[key][row]!;
  }
}

/** Letters and characters that a search compares. */
const bare = (text: string): string => text.toLowerCase().replace(/[\s'’-]+/g, '');
const bareNames = new WeakMap<PlaceData, string[]>();

/** Rows, by their numbers, whose name, in Chinese or in Latin letters, holds what was typed. */
export function rowsNamed(place: PlaceData, query: string): (row: number) => boolean {
  const wanted = bare(query);
  if (wanted === '') return () => true;
  const both = ({ zh, en }: Text): string => (zh === en ? bare(zh) : `${bare(zh)}\n${bare(en)}`);
  const names = bareNames.get(place) ?? [...place.areas, ...place.groups].map(({ name }) => both(name));
  bareNames.set(place, names);
  return (row) => names[row]?.includes(wanted) ?? false;
}
