import type { CountingRule, Target, TargetKind } from '../types.ts';

/** A target that the reader has written: what a link carries of it. */
export interface OwnTarget {
  kind: OwnKind;
  year: number;
  month?: number;
  value: number;
  high?: number;
  count: CountingRule;
  each?: 'every' | 'average';
  per?: 'year' | 'total';
  of?: 'recruit' | 'transfer';
  since?: number;
  /** People whom the document divides by; absent: the residents. */
  residents?: number;
  /** ISO date after which it no longer binds. */
  until?: string;
  /** Id of the target of the document that it takes the place of. */
  replaces?: string;
  /** The words of the document. */
  clause?: string;
}

/** Kinds that rest on nothing but the projection. Coverage and shares rest on a fact of their document. */
export const OWN_KINDS = ['density', 'staff_density', 'headcount', 'facility_minimum', 'growth', 'quota'] as const;
export type OwnKind = (typeof OWN_KINDS)[number] & TargetKind;

/** Most characters of a clause: a link has to hold it. */
export const MOST_CLAUSE = 60;

/** What each kind can ask at most: beyond it nobody has ever counted anything. */
const MOST: Record<OwnKind, number> = {
  density: 50,
  staff_density: 500,
  headcount: 10_000_000,
  facility_minimum: 1000,
  growth: 1,
  quota: 1_000_000,
};
export const mostOf = (kind: OwnKind): number => MOST[kind];
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

export type OwnFault = 'year' | 'month' | 'value' | 'high' | 'since' | 'residents' | 'until' | 'clause';

/** Everything about a target that cannot be. */
export function faultsOf(target: OwnTarget): OwnFault[] {
  const { kind, year, month, value, high, since, residents, until, clause = '' } = target;
  const faults: OwnFault[] = [];
  const isYear = (number: number): boolean => Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
  if (!isYear(year)) faults.push('year');
  if (month !== undefined && !(Number.isInteger(month) && month >= 1 && month <= 12)) faults.push('month');
  if (!(value > 0 && value <= MOST[kind])) faults.push('value');
  if (high !== undefined && !(high >= value && high <= MOST[kind])) faults.push('high');
  if (since !== undefined && !(isYear(since) && since <= year)) faults.push('since');
  if (residents !== undefined && !(residents > 0 && residents <= 2_000_000_000)) faults.push('residents');
  if (until !== undefined && !isDate(until)) faults.push('until');
  if ([...clause].length > MOST_CLAUSE) faults.push('clause');
  return faults;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** What a kind needs beside value and year: left out of the others. */
export function tidyTarget(target: OwnTarget): OwnTarget {
  const { kind, year, month, value, high, count, each, per, of, since, residents, until, replaces, clause } = target;
  const ranged = kind === 'density' || kind === 'staff_density' || kind === 'headcount' || kind === 'quota';
  const spans = kind === 'growth' || kind === 'quota';
  const given: OwnTarget = {
    kind,
    year,
    month: kind === 'facility_minimum' ? month : undefined,
    value,
    high: ranged ? high : undefined,
    count,
    each: kind === 'facility_minimum' ? (each ?? 'every') : undefined,
    per: kind === 'quota' ? (per ?? 'year') : undefined,
    of: kind === 'quota' ? (of ?? 'recruit') : undefined,
    since: spans ? (since ?? year) : undefined,
    residents: kind === 'density' || kind === 'staff_density' ? residents : undefined,
    until,
    replaces,
    clause: clause === '' ? undefined : clause,
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined)) as unknown as OwnTarget;
}

/** The target as the engine judges it. */
export function asTarget(id: string, own: OwnTarget, replaced: Target | undefined, texts: OwnTargetTexts): Target {
  const { until, replaces: _, clause, ...asked } = tidyTarget(own);
  const askedBy = { id: 'own', name: texts.own, ...(until === undefined ? {} : { until }) };
  const words = clause ?? replaced?.clause.zh;
  return {
    ...asked,
    id,
    name: replaced?.name ?? texts.kind[own.kind],
    clause: {
      where: texts.own,
      zh: words ?? texts.noClause.zh,
      en: clause ?? replaced?.clause.en ?? texts.noClause.en,
    },
    askedBy,
    ...(replaced?.headline ? { headline: true as const } : {}),
  };
}

export interface OwnTargetTexts {
  own: Target['name'];
  noClause: Target['name'];
  kind: Record<OwnKind, Target['name']>;
}
