import type { Lang } from '../model/types.ts';
import { costEn, type CostDictionary } from './cost-en.ts';
import { costZh } from './cost-zh.ts';

export const costWords = (lang: Lang): CostDictionary => (lang === 'zh' ? costZh : costEn);
