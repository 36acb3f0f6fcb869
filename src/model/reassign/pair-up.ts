import type { Start } from './goals.ts';
import type { Network } from './network.ts';

/**
 * The starts of a solution. Where a network only says how many each centre gives and takes, givers and takers of a year are paired in the order
 * of the areas: there, every pairing is as good.
 */
export function pairUp({ flows, pairs }: Network, values: readonly number[]): Start[] {
  const starts: Start[] = [];
  const personsOf = (column: number): number => Math.round(values[column]!);
  for (const { from, to, at, column } of pairs ?? []) {
    const persons = personsOf(column);
    if (persons > 0) starts.push({ lever: 'within', from, to, at, persons });
  }
  const givers = flows
    .filter(({ to }) => to === null)
    .map(({ from, at, column }) => ({ from: from!, at, persons: personsOf(column) }));
  for (const { lever, from, to, at, column } of flows) {
    let rest = personsOf(column);
    if (to === null || rest === 0) continue;
    if (from !== null) {
      starts.push({ lever, from, to, at, persons: rest });
      continue;
    }
    if (pairs !== null) continue;
    for (const giver of givers) {
      const persons = giver.at === at ? Math.min(rest, giver.persons) : 0;
      if (persons === 0) continue;
      giver.persons -= persons;
      rest -= persons;
      starts.push({ lever, from: giver.from, to, at, persons });
    }
  }
  return starts;
}
