import type { Lang } from '../model/types.ts';
import { exportEn, type ExportDictionary } from './export-en.ts';
import { exportZh } from './export-zh.ts';

export const exportWords = (lang: Lang): ExportDictionary => (lang === 'zh' ? exportZh : exportEn);
