import type { Fan } from '../chart/types.ts';
import { CHANCE, mainDoubt } from '../model/doubt/main-doubt.ts';
import { mergeTornado } from '../model/doubt/tornado.ts';
import { bandsOf, chanceOfAtLeast, probabilityOf, sortedDensities } from '../model/micro/bands.ts';
import type { Draws } from '../model/micro/ensemble.ts';
import { mergeDraws } from '../model/micro/merge-draws.ts';
import { STOCK } from '../model/stock-factor.ts';
import type { Answer, CountingRule, Fact, Result, Target } from '../model/types.ts';
import type { Field } from '../scenario/types.ts';
import type { DrawsView } from '../state/draws-view.ts';
import type { SessionView } from '../state/view.ts';
import type { Dictionary } from '../text/en.ts';
import { fieldName } from '../text/field-text.ts';
import { earlierText } from '../text/odds-text.ts';
import { isDensity } from './gap-data.ts';

/** A later year for which the chance of reaching the same density is said as well. */
const LATER = 5;

/** All draws that are there so far; null where there are none. */
export function drawsOf(parts: readonly Draws[]): Draws | null {
  return parts.length === 0 ? null : mergeDraws(parts);
}

/** Bands of GPs per 10,000, by year of the result. */
export function fanOf(draws: Draws): Fan {
  const [low80, low50, median, high50, high80] = bandsOf(draws);
  return { outer: { low: low80!, high: high80! }, inner: { low: low50!, high: high50! }, median: median! };
}

/** Share of the draws that meet a target as the document dates it; null where that cannot be judged. */
export function targetChance(draws: Draws, { id }: Target): number | null {
  return draws.targets.includes(id) ? probabilityOf(draws, id) : null;
}

/** Whether a target counts GPs and residents as the drawn densities do: others cannot be read off them. @param count the scenario's rule */
const countsAsDrawn = (target: Target, count: CountingRule): boolean =>
  isDensity(target) && target.count === count && target.population === undefined && target.residents === undefined;

/**
 * Share of the draws that meet a target in the year that it is judged on, which for an overdue one is later than its own.
 * @param count the scenario's rule
 */
export function chanceIn(draws: Draws, target: Target, year: number, count: CountingRule): number | null {
  if (year === target.year) return targetChance(draws, target);
  const index = draws.years.indexOf(year);
  return countsAsDrawn(target, count) && index >= 0 ? chanceOfAtLeast(draws, index, target.value) : null;
}

/** The density that the newest target up to a year asks for, of several the strictest; null where there is none to hold the draws against. */
export function densityAsked({ targets }: Result, year: number, count: CountingRule): number | null {
  const asked = targets
    .map(({ target }) => target)
    .filter((target) => countsAsDrawn(target, count) && target.year <= year)
    .sort((one, other) => one.year - other.year || one.value - other.value);
  return asked.at(-1)?.value ?? null;
}

/** What is said under the sentence: the chance in the answer's year, and for a density also five years on. */
export function answerChances(
  draws: Draws,
  { target: judged, year }: Answer,
  count: CountingRule,
): { year: number; share: number }[] {
  if (judged.past) return [];
  return [year, year + LATER].flatMap((one) => {
    const share = chanceIn(draws, judged.target, one, count);
    return share === null ? [] : [{ year: one, share }];
  });
}

/** The field that a drawn parameter belongs to: how far the start may be wrong is a field, where it really was is drawn. */
export const fieldOfDoubt = (key: string): string => (key === STOCK ? 'stockerror' : key);

/** What a parameter in doubt is called. */
export function doubtName(
  key: string,
  session: Pick<SessionView, 'fields' | 'value' | 'lang'>,
  words: Dictionary,
  facts: readonly Fact[],
): string {
  const name = fieldName(fieldOfDoubt(key), words, facts);
  const field = session.fields.find((one) => one.key === key);
  const isSet = field?.kind === 'lever' && session.value(key) !== field.default;
  return isSet ? earlierText(name, Number(session.value('from')), session.lang) : name;
}

/** Names of what the doubt in the answer's year mainly comes from; null stands for chance. Empty where it is not known, or many things. */
export function doubtSources(
  { behind: { tornado }, doubt }: Pick<DrawsView, 'behind' | 'doubt'>,
  draws: Draws,
  fields: readonly Field[],
  year: number,
  nameOf: (key: string) => string,
): (string | null)[] {
  const index = draws.years.indexOf(year);
  if (tornado.length === 0 || doubt !== 'both' || index < 1) return [];
  const ranges = fields.flatMap(({ key, distribution, default: mode }) =>
    typeof mode === 'number' ? [{ key, distribution, mode }] : [],
  );
  return mainDoubt(mergeTornado(tornado), ranges, sortedDensities(draws, index), index).map((key) =>
    key === CHANCE ? null : nameOf(key),
  );
}
