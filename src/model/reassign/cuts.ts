import type { ReassignCase } from './case.ts';
import type { Network } from './network.ts';
import { lastsUntil } from './outcome.ts';
import type { Pair } from './pairs.ts';
import { valueOf } from './program.ts';
import type { Terms } from './program.ts';

/** A row that every whole solution keeps: Σ terms ≤ most. */
export interface Cut {
  terms: Terms;
  most: number;
}
type Met = Pick<Network['met'][number], 'column' | 'need'>;

/** By how much a solution must break a cut for it to be worth a row. */
const BROKEN = 1e-3;
const ROUNDING = 1e-6;

/** Cuts that a solution with fractions breaks: in every year those who have arrived can bring only so many centres to their minimum. */
export function cutsOf({ met, there }: Pick<Network, 'met' | 'there'>, values: readonly number[]): Cut[] {
  return there.flatMap((persons, at) => {
    const here = met.filter((one) => one.at === at);
    const fractions = here.some(({ column }) => Math.abs(values[column]! - Math.round(values[column]!)) > ROUNDING);
    if (!fractions) return [];
    const most = Math.max(...here.map(({ need }) => need));
    const divisors = Array.from({ length: Math.max(0, most - 1) }, (_, index) => index + 2);
    return divisors.map((divisor) => cutBy(here, persons, divisor, values)).filter(isBroken(values));
  });
}

const breach = ({ terms, most }: Cut, values: readonly number[]): number => valueOf(terms, values) - most;
const isBroken =
  (values: readonly number[]) =>
  (cut: Cut): boolean =>
    breach(cut, values) > BROKEN;

/** The cut that is broken most, if any: others that say much the same would only make the program longer. */
function mostBroken(cuts: readonly Cut[], values: readonly number[]): Cut[] {
  const first = [...cuts].sort((one, other) => breach(other, values) - breach(one, values)).slice(0, 1);
  return first.filter(isBroken(values));
}

/**
 * Rounding of Σ need × met ≤ persons (mixed-integer rounding). Centres that the solution has mostly met are turned round, met = 1 − unmet; then, with
 * the row divided, b its right side and f = b − ⌊b⌋: Σ F(a) × x ≤ ⌊b⌋, F(a) = ⌊a⌋ + max(0, a − ⌊a⌋ − f) / (1 − f). Five persons who are left
 * over when the centres that need one are met bring two more that need two to their minimum, not two and a half.
 */
function cutBy(here: readonly Met[], persons: number, divisor: number, values: readonly number[]): Cut {
  const turned = ({ column }: Met): boolean => values[column]! > 0.5;
  const used = here.filter(turned).reduce((sum, { need }) => sum + need, 0);
  const side = (persons - used) / divisor;
  const part = side - Math.floor(side);
  const rounded = (value: number): number =>
    Math.floor(value) + Math.max(0, value - Math.floor(value) - part) / (1 - part);
  let most = Math.floor(side);
  const terms: Terms = new Map();
  for (const one of here) {
    const share = rounded((turned(one) ? -one.need : one.need) / divisor);
    if (turned(one)) most -= share;
    if (share !== 0) terms.set(one.column, turned(one) ? -share : share);
  }
  return { terms, most };
}

/**
 * Cuts that a solution with fractions breaks: who have arrived at a centre in one of two years in which it needs differently many are enough for the
 * greater need where that is met, and else for the smaller. One doctor is not half of a minimum in one year and all of it in the next.
 */
export function yearCuts({ met }: Pick<Network, 'met'>, values: readonly number[]): Cut[] {
  const byCentre = new Map<number, Network['met'][number][]>();
  for (const one of met) byCentre.set(one.centre, [...(byCentre.get(one.centre) ?? []), one]);
  return [...byCentre.values()].flatMap((years) =>
    years.flatMap((more) => {
      if (values[more.column]! < BROKEN) return [];
      const cuts = years
        .filter(({ need }) => need < more.need)
        .map((less): Cut => {
          const terms: Terms = new Map();
          for (const column of [...less.arrived.keys(), ...more.arrived.keys()]) terms.set(column, -1);
          terms.set(less.column, less.need);
          terms.set(more.column, more.need - less.need);
          return { terms, most: 0 };
        });
      return mostBroken(cuts, values);
    }),
  );
}

/**
 * Cuts that a solution with fractions breaks, where it is known who goes from where to where: a centre that needs more than one giver has is at its
 * minimum only where the others give the rest.
 */
export function giverCuts(
  given: ReassignCase,
  { met }: Pick<Network, 'met'>,
  pairs: readonly Pair[],
  values: readonly number[],
): Cut[] {
  const to = given.centres.map((): Pair[] => []);
  for (const pair of pairs) to[pair.to]!.push(pair);
  return met.flatMap(({ at, centre, column, need }) => {
    if (need < 2 || values[column]! < BROKEN) return [];
    const there = to[centre]!.filter((pair) => lastsUntil(pair, at, given.limits.term));
    const givers = new Set(there.map(({ from }) => from).filter((from) => from >= 0 && !given.centres[from]!.hospital));
    const cuts = [...givers].flatMap((giver): Cut[] => {
      const rest = need - given.centres[giver]!.spare[at]!;
      if (rest <= 0) return [];
      const terms: Terms = new Map();
      for (const pair of there) if (pair.from !== giver) terms.set(pair.column, -1);
      terms.set(column, rest);
      return [{ terms, most: 0 }];
    });
    return mostBroken(cuts, values);
  });
}
