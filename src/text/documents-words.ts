import type { Lang } from '../model/types.ts';
import { documentsEn, type DocumentsDictionary } from './documents-en.ts';
import { documentsZh } from './documents-zh.ts';

export const documentsWords = (lang: Lang): DocumentsDictionary => (lang === 'zh' ? documentsZh : documentsEn);
