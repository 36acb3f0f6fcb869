import { countedInArea, countsUnder } from '../count.ts';
import type { Frame } from '../frame.ts';
import type { CountingRule, Projection, Target } from '../types.ts';

/** Minimum of a township health centre where no document names one. */
const USUAL = 2;

/** What documents ask of every centre: a number of GPs under a rule, in some years already at the end of a month. */
interface Demand {
  value: number;
  count: CountingRule;
  /** Month by year; other years are held against at their end. */
  months: Map<number, number>;
}

/** The strictest of what the open document, others beside it and the reader's own targets ask of every centre. */
export interface Minimum {
  /** GPs wanted in every centre: the most that any of them asks for. */
  each: number;
  /** The year that the first of them names; null where none is named. */
  year: number | null;
  demands: Demand[];
}

/**
 * The minimum of a centre. It is planned for in every year. Documents that have run out before the plan begins are left out, where others have not;
 * what is asked on average asks nothing of one centre.
 * @param first first year of the plan
 */
export function minimumOf({ pack, count }: Pick<Frame, 'pack' | 'count'>, first: number): Minimum {
  const all = pack.targets.filter(({ kind, each }) => kind === 'facility_minimum' && each !== 'average');
  const until = ({ askedBy }: Target): string | undefined =>
    askedBy === undefined ? pack.inForce?.until : askedBy.until;
  const valid = all.filter((target) => (until(target) ?? '9') >= String(first));
  const asked = valid.length > 0 ? valid : all;
  const demands = asked.map(({ value, count: rule, year, month }): Demand => {
    // A centre has whole persons.
    return { value: Math.ceil(value), count: rule, months: new Map(month === undefined ? [] : [[year, month]]) };
  });
  return {
    each: demands.length > 0 ? Math.max(...demands.map(({ value }) => value)) : USUAL,
    year: asked[0]?.year ?? null,
    demands: demands.length > 0 ? demands : [{ value: USUAL, count, months: new Map() }],
  };
}

/** Whether an assistant in a centre counts towards all that is asked of it. */
export function countsAssistants({ demands }: Minimum): boolean {
  return demands.every(({ count }) => countsUnder(count).assistant > 0);
}

/** The month at whose end the minimum is held against in a year, the earliest; null: the year's end. */
export function monthIn({ demands }: Minimum, year: number): number | null {
  return demands.reduce<number | null>((first, { months }) => {
    const month = months.get(year) ?? null;
    return month === null || (first !== null && first <= month) ? first : month;
  }, null);
}

/**
 * GPs of an area in a year, as the strictest demand sees them: so many that the area is short of `each` by as many as it is short of what the demand
 * asks for. At the end of the year, or at the end of the demand's month, on the straight line between the ends of the years around it, where they are
 * fewer then.
 */
export function gpsAgainst(
  { each, demands }: Minimum,
  projection: Projection,
  area: number,
  year: number,
  centres: number,
): number {
  const at = year - projection.base;
  return demands.reduce((fewest, { value, count, months }) => {
    const end = countedInArea(projection, count, area, at);
    const month = months.get(year);
    const before = month === undefined ? end : countedInArea(projection, count, area, at - 1);
    const then = month === undefined ? end : Math.min(end, before + ((end - before) * month) / 12);
    return Math.min(fewest, then + (each - value) * centres);
  }, Infinity);
}
