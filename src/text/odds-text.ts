import type { Lang } from '../model/types.ts';
import { chance, timesIn, type Chance } from './chance.ts';
import { persons } from './format.ts';
import { strong, type Part } from './parts.ts';

/** The words on odds: loaded with what draws, so that the first chart does not wait for them. */
interface OddsWords {
  chance(chance: Chance): string;
  /** @param times so many times in so many; null where only a bound is known */
  one(year: number, chance: string, times: readonly [number, number] | null): Part[];
  times(times: readonly [number, number]): string;
  start: string;
  between: string;
  end: string;
  progress(done: number, of: number): string;
  made(draws: number, seed: number): string;
  /** Until where the reader has stopped it. */
  stopped(done: number, of: number, seed: number): string;
  doubt: Record<string, string>;
  /** @param sources one or two names */
  main(sources: readonly string[]): string;
  chanceAlone: string;
  /** A lever that applies only from a year on. */
  earlier(name: string, from: number): string;
}

const plain = (text: string): Part => ({ text, as: 'plain' });

const WORDS: Record<Lang, OddsWords> = {
  zh: {
    chance: ({ percent, bound }) =>
      bound === null ? `${percent}%` : bound === 'below' ? `不到 ${percent}%` : `${percent}% 以上`,
    one: (year, said, times) => [
      plain(`${year} 年 `),
      strong(said),
      plain(times === null ? '' : `（${WORDS.zh.times(times)}）`),
    ],
    times: ([times, of]) => `约 ${of} 次里有 ${times} 次`,
    start: '达标的机会：',
    between: '，',
    end: '。',
    progress: (done, of) => `已抽 ${persons(done)}／${persons(of)} 次`,
    made: (draws, seed) => `抽样 ${persons(draws)} 次，种子 ${seed}`,
    stopped: (done, of, seed) => `抽到 ${persons(done)}／${persons(of)} 次停下，种子 ${seed}`,
    doubt: {
      both: '参数与偶然同抽，自己设定的生效后不抽',
      parameters: '只抽参数，不计偶然',
      chance: '只计偶然，参数不变',
    },
    main: (sources) => `悬念主要来自${sources.join('和')}。`,
    chanceAlone: '偶然',
    earlier: (name, from) => `${from} 年前的${name}`,
  },
  en: {
    chance: ({ percent, bound }) => (bound === null ? `${percent}%` : `${bound} ${percent}%`),
    one: (year, said, times) => [
      plain(`${year} `),
      strong(said),
      plain(times === null ? '' : ` (${WORDS.en.times(times)})`),
    ],
    times: ([times, of]) => `about ${times} in ${of}`,
    start: 'Chance of meeting it: ',
    between: ', ',
    end: '.',
    progress: (done, of) => `${persons(done)} of ${persons(of)} draws so far`,
    made: (draws, seed) => `${persons(draws)} draws, seed ${seed}`,
    stopped: (done, of, seed) => `stopped after ${persons(done)} of ${persons(of)} draws, seed ${seed}`,
    doubt: {
      both: 'parameters and chance; what you set is certain once it applies',
      parameters: 'parameters only, without chance',
      chance: 'chance only, parameters as they are',
    },
    main: (sources) => ` The doubt comes mainly from ${sources.join(' and ')}.`,
    chanceAlone: 'chance',
    earlier: (name, from) => `${name} before ${from}`,
  },
};

/** A share of draws in words: 9%, below 1%, above 99%. */
export function chanceWords(share: number, draws: number, lang: Lang): string {
  return WORDS[lang].chance(chance(share, draws));
}

/** The same as so many times in so many; empty where only a bound is known. */
export function timesWords(share: number, draws: number, lang: Lang): string {
  const known = chance(share, draws);
  return known.bound === null ? WORDS[lang].times(timesIn(known.percent / 100)) : '';
}

/**
 * The sentence on the odds; empty where none can be given.
 * @param chances by year, the answer's first
 */
export function oddsSentence(chances: readonly { year: number; share: number }[], draws: number, lang: Lang): Part[] {
  const words = WORDS[lang];
  if (chances.length === 0) return [];
  const said = chances.flatMap(({ year, share }, index) => {
    const known = chance(share, draws);
    const times = index === 0 && known.bound === null ? timesIn(known.percent / 100) : null;
    return [plain(index === 0 ? '' : words.between), ...words.one(year, words.chance(known), times)];
  });
  return [plain(words.start), ...said, plain(words.end)].filter(({ text }) => text !== '');
}

/**
 * What the doubt mainly comes from; empty where it comes from many things.
 * @param sources names of one or two parameters; null: chance
 */
export function mainDoubtText(sources: readonly (string | null)[], lang: Lang): Part[] {
  const words = WORDS[lang];
  if (sources.length === 0) return [];
  const named = sources.map((name) => (name === null ? words.chanceAlone : lang === 'en' ? lowered(name) : name));
  return [plain(words.main(named))];
}

/** What is in doubt of a lever that the reader has set: what ran before the year from which it applies. */
export function earlierText(name: string, from: number, lang: Lang): string {
  return WORDS[lang].earlier(name, from);
}

/** A name within a sentence. */
const lowered = (name: string): string => (/^[A-Z][a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name);

/** What the odds rest on: how many draws of which seed and which doubt, or how far the run is. */
export function drawnText(
  done: number,
  { asked, seed, stopped, doubt }: { asked: number; seed: number; stopped: boolean; doubt: string },
  lang: Lang,
): string {
  const words = WORDS[lang];
  if (done < asked) return stopped ? words.stopped(done, asked, seed) : words.progress(done, asked);
  return [words.made(done, seed), words.doubt[doubt]].filter(Boolean).join(lang === 'zh' ? '；' : '; ');
}
