import { OTHER_POPULATIONS, type CountingRule, type OtherPopulation, type Target, type TargetKind } from '../types.ts';

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
  /** `fact`: of a target that takes the place of one about what the engine does not project. */
  of?: 'recruit' | 'transfer' | 'fact';
  since?: number;
  /** Whom it divides by; absent: the residents. */
  population?: OtherPopulation;
  /** How many these are. */
  residents?: number;
  /** coverage, share: persons, see `GivenFigures`. */
  have?: number;
  base?: number;
  /** Where the reader has the figures from. */
  source?: string;
  /** ISO date after which it no longer binds. */
  until?: string;
  /** Id of the target of the document that it takes the place of. */
  replaces?: string;
  /** The words of the document. */
  clause?: string;
  /** Fingerprint of the whole clause, where a link has brought its beginning only. */
  cut?: string;
}

export const OWN_KINDS = [
  'density',
  'staff_density',
  'headcount',
  'facility_minimum',
  'coverage',
  'share',
  'growth',
  'quota',
] as const satisfies readonly TargetKind[];
export type OwnKind = (typeof OWN_KINDS)[number];

/** Most characters of a clause and of the words about a source. */
export const MOST_CLAUSE = 2000;
export const MOST_SOURCE = 40;
const MOST_PERSONS = 2_000_000_000;

/** What each kind can ask at most: beyond it nobody has ever counted anything. */
const MOST: Record<OwnKind, number> = {
  density: 50,
  staff_density: 500,
  headcount: 10_000_000,
  facility_minimum: 1000,
  coverage: 1,
  share: 1,
  growth: 1,
  quota: 1_000_000,
};
export const mostOf = (kind: OwnKind): number => MOST[kind];
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

const isDensity = (kind: OwnKind): boolean => kind === 'density' || kind === 'staff_density';
/** Its value is a share from 0 to 1. */
export const isShareKind = (kind: TargetKind): boolean => kind === 'coverage' || kind === 'share' || kind === 'growth';
/** It can have an upper end. */
export const isRanged = (kind: OwnKind): boolean => isDensity(kind) || kind === 'headcount' || kind === 'quota';

export type OwnFault =
  'year' | 'month' | 'value' | 'high' | 'since' | 'residents' | 'have' | 'base' | 'source' | 'until' | 'clause';

/** Everything about a target that cannot be. */
export function faultsOf(target: OwnTarget): OwnFault[] {
  const { kind, year, month, value, high, since, residents, have, base, source = '', until, clause = '' } = target;
  const faults: OwnFault[] = [];
  const isYear = (number: number): boolean => Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
  const isPersons = (number: number | undefined): boolean =>
    number === undefined || (number > 0 && number <= MOST_PERSONS);
  if (!isYear(year)) faults.push('year');
  if (month !== undefined && !(Number.isInteger(month) && month >= 1 && month <= 12)) faults.push('month');
  if (!(value > 0 && value <= MOST[kind])) faults.push('value');
  if (high !== undefined && !(high >= value && high <= MOST[kind])) faults.push('high');
  if (since !== undefined && !(isYear(since) && since <= year)) faults.push('since');
  if (!isPersons(residents)) faults.push('residents');
  if (have !== undefined && !(have >= 0 && have <= (base ?? MOST_PERSONS))) faults.push('have');
  if (!isPersons(base)) faults.push('base');
  if ([...source].length > MOST_SOURCE) faults.push('source');
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
  const { kind, high, month, each, per, of, since, year, population, residents, have, base, source, clause } = target;
  const spans = kind === 'growth' || kind === 'quota';
  const figures = {
    residents: isDensity(kind) ? residents : undefined,
    have: kind === 'share' ? have : undefined,
    base: kind === 'share' || kind === 'coverage' ? base : undefined,
  };
  const isGiven = Object.values(figures).some((figure) => figure !== undefined);
  const given: OwnTarget = {
    ...target,
    month: kind === 'facility_minimum' ? month : undefined,
    high: isRanged(kind) ? high : undefined,
    each: kind === 'facility_minimum' ? (each ?? 'every') : undefined,
    per: kind === 'quota' ? (per ?? 'year') : undefined,
    of: kind === 'quota' ? (of ?? 'recruit') : undefined,
    since: spans ? (since ?? year) : undefined,
    population: isDensity(kind) && OTHER_POPULATIONS.some((one) => one === population) ? population : undefined,
    ...figures,
    source: isGiven && source !== '' ? source : undefined,
    clause: clause === '' ? undefined : clause,
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined)) as unknown as OwnTarget;
}

/** The target as the engine judges it. @param replaced what the document asks for, where it takes its place */
export function asTarget(id: string, own: OwnTarget, replaced: Target | undefined, texts: OwnTargetTexts): Target {
  const { until, replaces: _, clause, cut, have, base, source, ...asked } = tidyTarget(own);
  const askedBy = { id: 'own', name: texts.own, ...(until === undefined ? {} : { until }) };
  const words = cut === undefined ? clause : `${clause ?? ''}……`;
  const figures = {
    ...(have === undefined ? {} : { have }),
    ...(base === undefined ? {} : { base }),
    ...(source === undefined ? {} : { source }),
  };
  const restsOnFact =
    replaced?.fact !== undefined && replaced.kind === own.kind && (own.kind !== 'quota' || own.of === 'fact');
  const given = Object.keys(figures).length > 0 || (isFigured(own.kind) && !restsOnFact);
  return {
    ...asked,
    id,
    name: replaced?.kind === own.kind ? replaced.name : texts.kind[own.kind],
    clause: {
      where: cut !== undefined ? texts.cut : clause === undefined ? (replaced?.clause.where ?? texts.own) : texts.own,
      zh: words ?? replaced?.clause.zh ?? texts.noClause.zh,
      en: words ?? replaced?.clause.en ?? texts.noClause.en,
    },
    askedBy,
    ...(given ? { given: figures } : restsOnFact ? { fact: replaced.fact! } : {}),
    ...(replaced === undefined ? {} : { changes: replaced }),
    ...(replaced?.headline ? { headline: true as const } : {}),
  };
}

const isFigured = (kind: OwnKind): boolean => kind === 'coverage' || kind === 'share';

export interface OwnTargetTexts {
  own: Target['name'];
  cut: Target['name'];
  noClause: Target['name'];
  kind: Record<OwnKind, Target['name']>;
}
