import type { Lang } from '../model/types.ts';
import { movesEn, type MovesDictionary } from './moves-en.ts';
import { movesZh } from './moves-zh.ts';

/** The words of the chapter on moves. */
export const movesWords = (lang: Lang): MovesDictionary => (lang === 'zh' ? movesZh : movesEn);
