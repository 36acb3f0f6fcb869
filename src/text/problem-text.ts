import type { Lang, Problem } from '../model/types.ts';
import { words } from './words.ts';

/**
 * A problem in the reader's language.
 * @returns the fact, and what was kept or done instead
 */
export function problemText(problem: Problem, lang: Lang): { fact: string; kept: string } {
  const { problem: known, problemOther } = words(lang);
  return known[problem.code]?.(problem.values) ?? problemOther(problem.code);
}
