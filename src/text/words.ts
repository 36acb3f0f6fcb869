import type { Lang } from '../model/types.ts';
import type { Dictionary } from './en.ts';

const loaded: Partial<Record<Lang, Dictionary>> = {};

/** Fetches the words of a language: only one of them is needed before the first chart. @throws Error when they are not delivered */
export async function loadWords(lang: Lang): Promise<void> {
  loaded[lang] ??= lang === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
}

/** The words of a language. @throws RangeError before they are loaded: our own mistake */
export function words(lang: Lang): Dictionary {
  const found = loaded[lang];
  if (found === undefined) throw new RangeError(`the words of ${lang} are not loaded`);
  return found;
}
