import { cleanClause, cleanWords } from '../../model/documents/own-code.ts';
import {
  faultsOf,
  isShareKind,
  MOST_CLAUSE,
  MOST_SOURCE,
  tidyTarget,
  type OwnFault,
  type OwnKind,
  type OwnTarget,
} from '../../model/documents/own-target.ts';
import type { CountingRule, OtherPopulation, Target } from '../../model/types.ts';

/** A target as it is being typed: every number still text, so that nothing that was typed is lost. */
export interface Draft {
  kind: OwnKind;
  year: string;
  month: string;
  value: string;
  high: string;
  count: CountingRule;
  each: 'every' | 'average';
  per: 'year' | 'total';
  of: 'recruit' | 'transfer' | 'fact';
  since: string;
  population: OtherPopulation | 'resident';
  residents: string;
  have: string;
  base: string;
  source: string;
  until: string;
  clause: string;
  /** The beginning that a link has brought of a clause, and the fingerprint of the whole: kept as long as it is left as it is. */
  cut: { print: string; words: string } | null;
  /** Empty: a new target. */
  replaces: string;
}

/** Shares are typed in per cent. */
const scaleOf = (kind: OwnKind): number => (isShareKind(kind) ? 100 : 1);
const written = (value: number | undefined): string => (value === undefined ? '' : String(value));

export function draftOf(target: OwnTarget | Target, replaces: string): Draft {
  const scale = scaleOf(target.kind);
  return {
    kind: target.kind,
    year: written(target.year),
    month: written(target.month),
    // 0.07 × 100 is 7.000000000000001.
    value: written(Number((target.value * scale).toPrecision(12))),
    high: target.high === undefined ? '' : written(Number((target.high * scale).toPrecision(12))),
    count: target.count,
    each: target.each ?? 'every',
    per: target.per ?? 'year',
    of: target.of ?? 'recruit',
    since: written(target.since),
    population: target.population ?? (target.residents === undefined ? 'resident' : 'document'),
    residents: written(target.residents),
    have: 'have' in target ? written(target.have) : '',
    base: 'base' in target ? written(target.base) : '',
    source: 'source' in target ? (target.source ?? '') : '',
    until: 'until' in target ? (target.until ?? '') : '',
    clause: typeof target.clause === 'string' ? target.clause : '',
    cut: 'cut' in target && target.cut !== undefined ? { print: target.cut, words: target.clause ?? '' } : null,
    replaces,
  };
}

export const emptyDraft = (kind: OwnKind, year: number, count: CountingRule): Draft => ({
  ...draftOf({ kind, year, value: 0, count }, ''),
  value: '',
});

/** Words that are too long stay as they are, to be answered. */
const cleanUnless = (typed: string, most: number): string => {
  const words = cleanWords(typed, Infinity);
  return [...words].length > most ? words : cleanWords(words, most);
};

/** The target that a draft stands for, or everything that is wrong with it. */
export function targetOf(draft: Draft): { target: OwnTarget } | { faults: OwnFault[] } {
  const { kind, count, each, per, of, population, replaces } = draft;
  const scale = scaleOf(kind);
  const number = (typed: string): number => {
    const plain = typed.normalize('NFKC').replace(/[,，\s%]/g, '');
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  };
  const optional = (typed: string): number | undefined => (typed.trim() === '' ? undefined : number(typed));
  const high = optional(draft.high);
  const target: OwnTarget = tidyTarget({
    kind,
    year: number(draft.year),
    month: optional(draft.month),
    value: number(draft.value) / scale,
    high: high === undefined ? undefined : high / scale,
    count,
    each,
    per,
    of,
    since: optional(draft.since),
    population: population === 'resident' ? undefined : population,
    residents: population === 'resident' ? undefined : optional(draft.residents),
    have: optional(draft.have),
    base: optional(draft.base),
    source: cleanUnless(draft.source, MOST_SOURCE),
    until: draft.until.trim() === '' ? undefined : draft.until.normalize('NFKC').trim(),
    replaces: replaces === '' ? undefined : replaces,
    cut: draft.cut?.words === draft.clause ? draft.cut.print : undefined,
    clause: [...draft.clause.trim()].length > MOST_CLAUSE ? draft.clause.trim() : cleanClause(draft.clause),
  });
  const faults = faultsOf(target);
  const figures = [target.residents, target.have, target.base].some((figure) => figure !== undefined);
  if (figures && target.source === undefined) faults.push('source');
  return faults.length > 0 ? { faults } : { target };
}
