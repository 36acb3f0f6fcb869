import type { Target } from '../model/types.ts';
import type { Part } from './parts.ts';

/** Marks of a range between two numbers, in both languages. */
const RANGE = '\\s*(?:-|–|—|~|～|至|到|to)\\s*';

const escape = (text: string): string => text.replace('.', '\\.');

/** How a document may write a target's number: 5, 2–3, 90 %, 330. */
function spellings(target: Target): string[] {
  const share = target.kind === 'coverage' || target.kind === 'share' || target.kind === 'growth';
  const write = (value: number): string => escape(String(Number((share ? value * 100 : value).toPrecision(12))));
  const unit = share ? '\\s*[%％]' : '';
  if (target.high === undefined) return [write(target.value) + unit];
  return [`${write(target.value)}${unit}${RANGE}${write(target.high)}${unit}`];
}

/**
 * A clause with the demanded numbers marked, the words of the demand (至少, at least) and its unit with them.
 * Numbers that are part of another number, a year, a month or a numbered item are left alone.
 */
export function emphasise(clause: string, targets: readonly Target[]): Part[] {
  const numbers = targets.flatMap(spellings).sort((a, b) => b.length - a.length);
  if (numbers.length === 0) return [{ text: clause, as: 'plain' }];
  const pattern = new RegExp(
    `(?:(?:至少(?:拥有)?|不少于|不低于|达到?|at least|about)\\s*)?(?<![\\d.,．/])(?:${numbers.join('|')})(?![\\d]|[.．,]\\d|\\s*(?:年|月|日|[.．、)]\\s*[\\u4e00-\\u9fff]))(?:\\s*[名人](?:左右|以上)?)?`,
    'g',
  );
  const parts: Part[] = [];
  let end = 0;
  for (const found of clause.matchAll(pattern)) {
    if (found.index > end) parts.push({ text: clause.slice(end, found.index), as: 'plain' });
    parts.push({ text: found[0], as: 'target' });
    end = found.index + found[0].length;
  }
  if (end < clause.length) parts.push({ text: clause.slice(end), as: 'plain' });
  return parts;
}
