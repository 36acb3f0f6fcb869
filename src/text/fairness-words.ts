import type { Lang } from '../model/types.ts';
import { fairnessEn, type FairnessDictionary } from './fairness-en.ts';
import { fairnessZh } from './fairness-zh.ts';

export const fairnessWords = (lang: Lang): FairnessDictionary => (lang === 'zh' ? fairnessZh : fairnessEn);
