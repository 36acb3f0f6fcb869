import type { Lang } from '../model/types.ts';

/** The reader's language, kept beside the figures and never in links. */
export interface LanguageStore {
  read(): Lang;
  write(lang: Lang): void;
}

/** The same, with the words of each language, fetched when it is first spoken. */
export interface Languages extends LanguageStore {
  load(lang: Lang): Promise<void>;
}

const KEY = 'wanren.lang';

/**
 * Keeps the language in the browser; a browser that forbids storage only forgets it.
 * @param storage called each time, since reading it can be what is forbidden
 * @param preferred language tag of the browser: the first guess
 */
export function languageStore(storage: () => Storage, preferred: string): LanguageStore {
  const guess: Lang = /^en\b/i.test(preferred) ? 'en' : 'zh';
  return {
    read() {
      try {
        const kept = storage().getItem(KEY);
        return kept === 'zh' || kept === 'en' ? kept : guess;
      } catch {
        return guess;
      }
    },
    write(lang) {
      try {
        storage().setItem(KEY, lang);
      } catch {
        // The page goes on in this language; the next visit begins with the guess.
      }
    },
  };
}
