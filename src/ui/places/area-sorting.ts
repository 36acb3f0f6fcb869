import type { Lang } from '../../model/types.ts';
import type { AreaRow } from './area-rows.ts';

export type SortKey = 'name' | 'residents' | 'gps' | 'value' | 'gap' | 'path' | 'met' | 'source';
export interface Sorting {
  key: SortKey;
  descending: boolean;
}

/** From the surest to the least sure. */
const DOUBT = ['official', 'derived', 'judgement', 'illustrative'];

function sortValue(row: AreaRow, key: Exclude<SortKey, 'name'>): number {
  switch (key) {
    case 'residents':
      return row.residents;
    case 'gps':
      return row.gps;
    case 'value':
      return Number.isFinite(row.value) ? row.value : -1;
    case 'gap':
      return row.gap ?? 0;
    case 'path':
      return (row.path.at(-1) ?? 0) - (row.path[0] ?? 0) || 0;
    case 'met':
      return row.metYear ?? Infinity;
    case 'source':
      return DOUBT.indexOf(row.source?.provenance ?? 'official');
  }
}

/** Compares two rows in the order asked for; equal rows keep the order of the data. */
export function compareRows(a: AreaRow, b: AreaRow, { key, descending }: Sorting, lang: Lang): number {
  const sign = descending ? -1 : 1;
  if (key === 'name') return sign * a.name[lang].localeCompare(b.name[lang], lang === 'zh' ? 'zh-CN' : 'en');
  const [first, second] = [sortValue(a, key), sortValue(b, key)];
  return first === second ? 0 : sign * (first < second ? -1 : 1);
}

/** True where the name, in Chinese or in Latin letters, holds what was typed. */
export function matchesName(row: Pick<AreaRow, 'name'>, query: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[\s'’-]+/g, '');
  const wanted = bare(query);
  return wanted === '' || bare(row.name.zh).includes(wanted) || bare(row.name.en).includes(wanted);
}
