import type { Lang } from '../model/types.ts';
import { en, type Dictionary } from './en.ts';
import { zh } from './zh.ts';

/** The words of a language. */
export const words = (lang: Lang): Dictionary => (lang === 'zh' ? zh : en);
