import type { Lang } from '../model/types.ts';
import { doubtEn, type DoubtDictionary } from './doubt-en.ts';
import { doubtZh } from './doubt-zh.ts';

const WORDS: Record<Lang, DoubtDictionary> = { zh: doubtZh, en: doubtEn };

export const doubtWords = (lang: Lang): DoubtDictionary => WORDS[lang];
