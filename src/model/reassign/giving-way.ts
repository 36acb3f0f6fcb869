import type { Frame } from '../frame.ts';
import { numberIn } from '../values.ts';
import type { Values } from '../values.ts';
import { needOf } from './case.ts';
import type { ReassignCase } from './case.ts';
import { casesOf, yearThatCounts, type Change, type Unmoved } from './cases.ts';
import { countsAssistants, minimumOf } from './minimum.ts';
import type { Solver } from './program.ts';
import { mostCentres, type Most } from './shadow.ts';

/** Limits of a plan, each of which might give way. */
export const LIMITS = [
  'within',
  'dispatch',
  'hospital',
  'counterpart',
  'distance',
  'floor',
  'densityfloor',
  'movers',
] as const;
export type Limit = (typeof LIMITS)[number];

/** By how much one limit would have to give, alone, for every centre to be at its minimum in a year. */
export interface GivingWay {
  limit: Limit;
  year: number;
  /** What it is now: persons of one county, km, or GPs per 10,000; null for who may be moved. */
  has: number | null;
  /** The nearest value at which all are at the minimum; null: none but being without it, or not even that. */
  needs: number | null;
  /** Centres at the minimum without the limit at all, of those that have one. */
  without: number;
  of: number;
  /** Otherwise time ran out: more may be possible without the limit, or less of it may be enough. */
  proven: boolean;
}

/** Told before each limit is weighed: how many are done, of how many. */
export type Weighing = (done: number, of: number) => void;

/** What a limit could be, nearest to what it is first; the last is as good as being without it. */
interface Ladder {
  limit: Limit;
  has: number | null;
  steps: { needs: number | null; cases(): ReassignCase[] }[];
}

/**
 * For every limit of a plan: the least that it alone would have to give for all centres to be at their minimum in a year. More of a
 * limit never does harm, so that its steps are halved until the least is found; whether a step is enough is solved to its proof.
 * @param unmoved the projection without moves, and who could be moved: the registered, or assistants as well
 * @param year null: the year that counts, that of the minimum's target or the last one
 * @returns empty where nobody is short in that year
 */
export function givingWays(
  frame: Frame,
  values: Values,
  unmoved: (movers: 'registered' | 'assistants') => Unmoved,
  solver: Solver,
  year: number | null = null,
  tell: Weighing = () => undefined,
): GivingWay[] {
  const now = unmoved(values['movers'] === 'assistants' ? 'assistants' : 'registered');
  const given = casesOf(frame, values, now);
  const years = given[0]?.years ?? [];
  const at = year === null ? yearThatCounts(frame, years) : years.indexOf(year);
  const of = given.reduce((sum, { centres }) => sum + centres.filter(({ minimum }) => minimum > 0).length, 0);
  const most = (cases: readonly ReassignCase[]): Most => mostCentres(cases, at, solver);
  if (at < 0 || most(given).centres === of) return [];

  const change = (to: Change): ReassignCase[] => casesOf(frame, values, now, to);
  // Assistants who do not count towards a minimum bring no centre to it.
  const movable = values['movers'] !== 'assistants' && countsAssistants(minimumOf(frame, years[0]!));
  const more = movable ? () => casesOf(frame, values, unmoved('assistants')) : null;
  const ladders = laddersOf(values, given, at, change, more);
  return ladders.map(({ limit, has, steps }, done) => {
    tell(done, ladders.length);
    const { centres: without, proven: sure } = most(steps.at(-1)!.cases());
    let proven = sure || without === of;
    let needs: number | null = null;
    if (without === of) {
      let [first, last] = [0, steps.length - 1];
      while (first < last) {
        const middle = Math.floor((first + last) / 2);
        const tried = most(steps[middle]!.cases());
        if (tried.centres === of) last = middle;
        else {
          first = middle + 1;
          proven &&= tried.proven;
        }
      }
      needs = steps[first]!.needs;
    }
    return { limit, year: years[at]!, has, needs, without, of, proven };
  });
}

function laddersOf(
  values: Values,
  given: readonly ReassignCase[],
  at: number,
  change: (to: Change) => ReassignCase[],
  withAssistants: (() => ReassignCase[]) | null,
): Ladder[] {
  const { within, dispatch, counterpart, maxKm } = given[0]!.limits;
  const hospitals = given.flatMap(({ centres }) => centres.filter(({ hospital }) => hospital));
  const floor = numberIn(values, 'floor');
  const keep = numberIn(values, 'densityfloor');
  // More than all that a county lacks is never of use.
  const lacking = Math.max(...given.map(({ centres }) => centres.reduce((sum, one) => sum + needOf(one, at), 0)));
  const more = Array.from({ length: lacking }, (_, index) => index + 1);
  const ladders: Ladder[] = [];
  const add = (limit: Limit, has: number | null, steps: Ladder['steps']): void => {
    if (steps.length > 0) ladders.push({ limit, has, steps });
  };
  const persons = (limit: 'within' | 'dispatch' | 'counterpart', has: number): void =>
    add(
      limit,
      has,
      more.map((by) => ({ needs: has + by, cases: () => change({ [limit]: has + by }) })),
    );

  persons('within', within);
  if (hospitals.length > 0) persons('dispatch', dispatch);
  if (hospitals.length > 0 && dispatch > 0) {
    const pool = hospitals.reduce((sum, { heads }) => sum + heads[at]!, 0);
    const counties = given.filter(({ centres }) => centres.some(({ hospital }) => hospital)).length;
    add(
      'hospital',
      pool,
      more.map((by) => ({ needs: pool + by * counties, cases: () => change({ pool: by }) })),
    );
  }
  persons('counterpart', counterpart);
  if (maxKm !== null) {
    const wider = [...new Set(given.flatMap(({ km }) => (km ?? []).flat().map((one) => Math.ceil(one ?? 0))))]
      .filter((km) => km > maxKm)
      .sort((one, other) => one - other);
    const steps = [...wider, null].map((km) => ({ needs: km, cases: () => change({ maxKm: km }) }));
    add('distance', maxKm, steps);
  }
  if (within + dispatch > 0) {
    const lower = Array.from({ length: floor }, (_, index) => floor - 1 - index);
    add(
      'floor',
      floor,
      lower.map((to) => ({ needs: to, cases: () => change({ floor: to }) })),
    );
    if (withAssistants !== null) add('movers', null, [{ needs: null, cases: withAssistants }]);
  }
  if (within > 0 && keep > 0) {
    const tenths = Array.from({ length: Math.ceil(10 * keep) }, (_, index) => (Math.ceil(10 * keep) - 1 - index) / 10);
    add(
      'densityfloor',
      keep,
      tenths.map((to) => ({ needs: to, cases: () => change({ densityfloor: to }) })),
    );
  }
  return ladders;
}
