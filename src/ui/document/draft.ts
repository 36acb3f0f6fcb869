import { cleanClause } from '../../model/documents/own-code.ts';
import { faultsOf, tidyTarget, type OwnFault, type OwnKind, type OwnTarget } from '../../model/documents/own-target.ts';
import type { CountingRule, Target } from '../../model/types.ts';

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
  of: 'recruit' | 'transfer';
  since: string;
  residents: string;
  until: string;
  clause: string;
  /** Empty: a new target. */
  replaces: string;
}

/** Growth is typed in per cent. */
const scaleOf = (kind: OwnKind): number => (kind === 'growth' ? 100 : 1);
const written = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Kinds of a document's targets that can be changed here. */
export function isOwnKind(kind: Target['kind']): kind is OwnKind {
  return kind !== 'coverage' && kind !== 'share';
}

export function draftOf(target: OwnTarget | (Target & { kind: OwnKind }), replaces: string): Draft {
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
    of: target.of === 'transfer' ? 'transfer' : 'recruit',
    since: written(target.since),
    residents: written(target.residents),
    until: 'until' in target ? (target.until ?? '') : '',
    clause: typeof target.clause === 'string' ? target.clause : '',
    replaces,
  };
}

export const emptyDraft = (kind: OwnKind, year: number, count: CountingRule): Draft => ({
  ...draftOf({ kind, year, value: 0, count }, ''),
  value: '',
});

/** The target that a draft stands for, or everything that is wrong with it. */
export function targetOf(draft: Draft): { target: OwnTarget } | { faults: OwnFault[] } {
  const { kind, count, each, per, of, replaces } = draft;
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
    residents: optional(draft.residents),
    until: draft.until.trim() === '' ? undefined : draft.until.normalize('NFKC').trim(),
    replaces: replaces === '' ? undefined : replaces,
    clause: [...draft.clause.trim()].length > 60 ? draft.clause.trim() : cleanClause(draft.clause),
  });
  const faults = faultsOf(target);
  return faults.length > 0 ? { faults } : { target };
}
