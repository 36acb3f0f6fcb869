import type { Lang } from '../model/types.ts';
import { compareEn, type CompareDictionary } from './compare-en.ts';
import { compareZh } from './compare-zh.ts';

/** The words of the comparison of plans. */
export const compareWords = (lang: Lang): CompareDictionary => (lang === 'zh' ? compareZh : compareEn);
