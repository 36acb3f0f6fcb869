import type { Target, TargetResult } from '../model/types.ts';
import type { Dictionary } from './en.ts';
import * as format from './format.ts';

const isShare = (target: Target): boolean =>
  target.kind === 'coverage' || target.kind === 'share' || target.kind === 'growth';

/** The demanded number or range, bare: 5, 2–3, 90%. */
export function demandedText(target: Target): string {
  const write = isShare(target) ? (value: number): string => format.percent(value) : format.demanded;
  return target.high === undefined ? write(target.value) : `${write(target.value)}–${write(target.high)}`;
}

/** A value on the target's own scale, in its unit. */
function onScale(text: string, target: Target, words: Dictionary): string {
  switch (target.kind) {
    case 'density':
    case 'staff_density':
      return words.target.density(text);
    case 'headcount':
      return words.target.headcount(text);
    case 'facility_minimum':
      return target.each === 'average' ? words.target.averageCentre(text) : words.target.everyCentre(text);
    case 'growth':
      return words.target.growth(text);
    case 'quota':
      return target.per === 'total'
        ? words.target.quotaTotal(text, target.since ?? null)
        : words.target.quotaYear(text);
    case 'coverage':
    case 'share':
      return text;
  }
}

/** What the document asks, with its unit; `≥` where it names a minimum and no range. */
export function askedText(target: Target, words: Dictionary): string {
  const minimum = target.high === undefined && target.kind !== 'growth' && target.kind !== 'headcount';
  return onScale(minimum ? `≥ ${demandedText(target)}` : demandedText(target), target, words);
}

/** What is projected on the target's own scale, bare; empty where it cannot be known. */
export function achievedText(result: TargetResult): string {
  const { target, achieved, status } = result;
  if (achieved === null) return '';
  if (isShare(target)) return format.percent(achieved);
  if (target.kind === 'headcount' || target.kind === 'quota') return format.heads(achieved);
  return status === 'missed' ? format.densityAgainst(achieved, target.value) : format.density(achieved);
}

/** How much is lacking, in words: persons or percentage points; empty where it cannot be known. */
export function gapText(result: TargetResult, words: Dictionary): string {
  if (result.status === 'unknown' || result.gap === null) return '';
  if (result.status === 'met') return words.target.none;
  return result.unit === 'share'
    ? words.target.pointsShort(format.plainNumber(result.gap * 100, 1))
    : words.target.short(format.lacking(result.gap));
}
