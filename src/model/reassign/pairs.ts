import { reachable } from './case.ts';
import type { ReassignCase } from './case.ts';
import type { Columns, Network } from './network.ts';
import { addColumn, addRow, addTerm } from './program.ts';
import type { Terms } from './program.ts';
import { OUTSIDE, type MoveLever } from './types.ts';

/** Persons who start in a year, from where to where: what a plan is, before it is written out. */
export interface Start {
  lever: MoveLever;
  from: number;
  to: number;
  at: number;
  persons: number;
}
/** A column that stands for them. */
export type Pair = Omit<Start, 'persons'> & { column: number };

/** Who can give to whom in a network: for every lever the columns of both ends. */
function endsOf({ centres }: ReassignCase, { taken, given, guests, sent, posts }: Network) {
  const all = centres.map((_, index) => index);
  return [
    { lever: 'within', froms: all, out: (from: number) => given[from]!, into: taken },
    { lever: 'dispatch', froms: all, out: (from: number) => sent[from]!, into: guests },
    { lever: 'counterpart', froms: [OUTSIDE], out: () => posts[0]!, into: guests },
  ] satisfies { lever: MoveLever; froms: number[]; out: (from: number) => Columns[number]; into: Columns }[];
}

/**
 * Adds to a network who goes from where to where, for all who may still start: needed only where distance matters. Where the numbers at both
 * ends are whole, the pairs can be too: they are a transport problem, and need not be told to be whole.
 */
export function addPairs(given: ReassignCase, network: Network): Pair[] {
  const { program } = network;
  const pairs: Pair[] = [];
  const open = (column: number | undefined): column is number => column !== undefined && program.upper[column]! > 0;
  given.years.forEach((_, at) => {
    const sums = new Map<number, Terms>();
    for (const columns of [network.given, network.taken, network.sent, network.posts, network.guests])
      for (const column of columns.map((years) => years[at])) if (open(column)) sums.set(column, new Map());
    for (const { lever, froms, out, into } of endsOf(given, network)) {
      for (const from of froms) {
        const end = out(from)[at];
        if (!open(end)) continue;
        into.forEach((years, to) => {
          const other = years[at];
          if (!open(other) || (from !== OUTSIDE && !reachable(given, from, to))) return;
          const column = addColumn(program, 0, Math.min(program.upper[end]!, program.upper[other]!), 'implied');
          pairs.push({ lever, from, to, at, column });
          addTerm(sums.get(end)!, column, 1);
          addTerm(sums.get(other)!, column, 1);
        });
      }
    }
    for (const [end, sum] of sums) addRow(program, new Map([...sum, [end, -1]]), 0, 0);
  });
  return pairs;
}

/**
 * The starts of a solution. Where a network only says how many each centre gives and takes, givers and takers of a year are paired in the order
 * of the levers and areas: there, every pairing is as good.
 */
export function startsOf(
  given: ReassignCase,
  network: Network,
  pairs: Pair[] | null,
  values: readonly number[],
): Start[] {
  const personsIn = (column: number | undefined): number => (column === undefined ? 0 : Math.round(values[column]!));
  if (pairs !== null) {
    return pairs.flatMap(({ column, ...start }) => {
      const persons = personsIn(column);
      return persons > 0 ? [{ ...start, persons }] : [];
    });
  }
  const starts: Start[] = [];
  given.years.forEach((_, at) => {
    const wanted = new Map(
      [network.taken, network.guests].map((into) => [into, into.map((years) => personsIn(years[at]))]),
    );
    for (const { lever, froms, out, into } of endsOf(given, network)) {
      const rest = wanted.get(into)!;
      for (const from of froms) {
        let left = personsIn(out(from)[at]);
        for (let to = 0; to < rest.length && left > 0; to++) {
          const persons = Math.min(left, rest[to]!);
          if (persons === 0) continue;
          starts.push({ lever, from, to, at, persons });
          left -= persons;
          rest[to]! -= persons;
        }
      }
    }
  });
  return starts;
}
