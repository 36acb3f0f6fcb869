import type { Lang } from '../model/types.ts';
import type { Dictionary } from './en.ts';
import { placesEn, type PlacesDictionary } from './places-en.ts';
import { placesZh } from './places-zh.ts';
import { words } from './words.ts';

/** The words of the page together with those of the chapter on areas, targets, flows and the hindcast. */
export type PlacesWords = Dictionary & PlacesDictionary;

const made: Partial<Record<Lang, PlacesWords>> = {};

export function placesWords(lang: Lang): PlacesWords {
  made[lang] ??= { ...words(lang), ...(lang === 'zh' ? placesZh : placesEn) };
  return made[lang];
}
