import { kmBetween, needOf, reachable } from './case.ts';
import type { ReassignCase } from './case.ts';
import type { Network } from './network.ts';
import type { Pair, Start } from './pairs.ts';
import { OUTSIDE } from './types.ts';

/**
 * A plan that is there at once: year by year the smallest needs first, each met whole by the nearest who are free, or not at all. The
 * search begins with it.
 */
export function greedyStarts(given: ReassignCase, network: Network): Start[] {
  const { years, centres, limits } = given;
  const zero = (): number[] => years.map(() => 0);
  const arrived = centres.map(zero);
  const gave = centres.map(() => 0);
  const away = centres.map(zero);
  const filled = zero();
  const starts: Start[] = [];

  years.forEach((_, at) => {
    const term = years.map((__, year) => year).slice(at, at + limits.term);
    const sentBy = (hospital: number, year: number): number => away[hospital]![year]!;
    const awayIn = (year: number): number => centres.reduce((sum, __, index) => sum + sentBy(index, year), 0);
    let within = limits.within;

    /** Who could come to a centre now, one person of each giver. */
    const comers = (to: number): Omit<Start, 'persons'>[] => {
      const near = centres.map((__, from) => from).filter((from) => reachable(given, from, to));
      near.sort((one, other) => (kmBetween(given, one, to) ?? Infinity) - (kmBetween(given, other, to) ?? Infinity));
      const found: Omit<Start, 'persons'>[] = [];
      const offer = (lever: Start['lever'], from: number, persons: number): void => {
        for (let one = 0; one < persons; one++) found.push({ lever, from, to, at });
      };
      if (network.taken[to]![at] !== undefined) {
        for (const from of near)
          if (network.given[from]![at] !== undefined) offer('within', from, centres[from]!.spare[at]! - gave[from]!);
        found.length = Math.min(found.length, within);
      }
      if (network.guests[to]![at] === undefined) return found;
      const dispatch = found.length;
      for (const from of near) {
        if (network.sent[from]![at] === undefined) continue;
        offer('dispatch', from, Math.min(...term.map((year) => centres[from]!.spare[year]! - sentBy(from, year))));
      }
      const free = Math.min(...term.map((year) => limits.dispatch - awayIn(year)));
      found.length = Math.min(found.length, dispatch + Math.max(0, free));
      offer('counterpart', OUTSIDE, Math.min(...term.map((year) => limits.counterpart - filled[year]!)));
      return found;
    };
    const start = (one: Omit<Start, 'persons'>): void => {
      const { lever, from, to } = one;
      starts.push({ ...one, persons: 1 });
      for (const year of lever === 'within' ? years.keys() : term) if (year >= at) arrived[to]![year]! += 1;
      if (lever === 'within') [within, gave[from]] = [within - 1, gave[from]! + 1];
      else for (const year of term) (lever === 'dispatch' ? away[from]! : filled)[year]! += 1;
    };

    const lacks = (to: number): number => (centres[to]!.hospital ? 0 : needOf(centres[to]!, at) - arrived[to]![at]!);
    const short = centres.map((__, to) => to).filter((to) => lacks(to) > 0);
    for (const to of short.sort((one, other) => lacks(one) - lacks(other))) {
      const found = comers(to);
      if (found.length >= lacks(to)) found.slice(0, lacks(to)).forEach(start);
    }
  });
  return starts;
}

/** Writes starts into the columns of a network. @param values by column; changed in place */
export function setStarts(network: Network, pairs: readonly Pair[] | null, starts: readonly Start[], values: number[]) {
  const add = (column: number | undefined, persons: number): void => {
    if (column !== undefined) values[column]! += persons;
  };
  for (const { lever, from, to, at, persons } of starts) {
    add((lever === 'within' ? network.taken : network.guests)[to]![at], persons);
    const out = { within: network.given[from], dispatch: network.sent[from], counterpart: network.posts[0] }[lever];
    add(out![at], persons);
    const same = (one: Pair): boolean => one.lever === lever && one.from === from && one.to === to && one.at === at;
    add(pairs?.find(same)?.column, persons);
  }
}
