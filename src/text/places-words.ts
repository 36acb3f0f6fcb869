import type { Lang } from '../model/types.ts';
import { en, type Dictionary } from './en.ts';
import { placesEn, type PlacesDictionary } from './places-en.ts';
import { placesZh } from './places-zh.ts';
import { zh } from './zh.ts';

/** The words of the page together with those of the chapter on areas, targets, flows and the hindcast. */
export type PlacesWords = Dictionary & PlacesDictionary;

const WORDS: Record<Lang, PlacesWords> = { zh: { ...zh, ...placesZh }, en: { ...en, ...placesEn } };

export const placesWords = (lang: Lang): PlacesWords => WORDS[lang];
