import type { Lang } from '../model/types.ts';
import { reportEn, type ReportDictionary } from './report-en.ts';
import { reportZh } from './report-zh.ts';

export const reportWords = (lang: Lang): ReportDictionary => (lang === 'zh' ? reportZh : reportEn);
