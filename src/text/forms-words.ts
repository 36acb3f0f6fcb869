import type { Lang, Problem } from '../model/types.ts';
import { formsEn, type FormsDictionary } from './forms-en.ts';
import { formsZh } from './forms-zh.ts';

export const formsWords = (lang: Lang): FormsDictionary => (lang === 'zh' ? formsZh : formsEn);

/** What a check found, in words. */
export function checkText({ code, values }: Problem, { checks }: FormsDictionary): string {
  return (checks[code] ?? code).replace(/\{(\w+)\}/g, (_, slot: string) => String(values[slot] ?? ''));
}
