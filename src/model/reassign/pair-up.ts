import type { ReassignCase } from './case.ts';
import type { Start } from './goals.ts';
import type { Network } from './network.ts';

/**
 * The starts of a solution, in the order of years, levers and areas. Where a network only says how many each centre gives and takes, givers and
 * takers of a county are paired in the order of the areas: there, every pairing is as good.
 */
export function pairUp({ centres }: ReassignCase, { flows, pairs }: Network, values: readonly number[]): Start[] {
  const starts: Start[] = [];
  const open = new Map<string, { from: number; at: number; persons: number }[]>();
  const personsOf = (column: number): number => Math.round(values[column]!);
  for (const { from, to, at, column } of pairs ?? []) {
    const persons = personsOf(column);
    if (persons > 0) starts.push({ lever: 'within', from, to, at, persons });
  }
  for (const { from, to, at, column } of flows) {
    if (from === null || to !== null || personsOf(column) === 0) continue;
    const key = `${at} ${centres[from]!.county}`;
    open.set(key, [...(open.get(key) ?? []), { from, at, persons: personsOf(column) }]);
  }
  for (const { lever, from, to, at, column } of flows) {
    let rest = personsOf(column);
    if (to === null || rest === 0 || (from === null && pairs !== null)) continue;
    if (from !== null) {
      starts.push({ lever, from, to, at, persons: rest });
      continue;
    }
    for (const giver of open.get(`${at} ${centres[to]!.county}`) ?? []) {
      const persons = Math.min(rest, giver.persons);
      if (persons === 0) continue;
      giver.persons -= persons;
      rest -= persons;
      starts.push({ lever, from: giver.from, to, at, persons });
    }
  }
  return starts;
}
