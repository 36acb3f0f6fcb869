import { reachable } from './case.ts';
import type { ReassignCase } from './case.ts';
import type { Start } from './pairs.ts';
import { lastsUntil, type Outcome } from './outcome.ts';
import type { Block } from './types.ts';

/**
 * Which limit keeps a centre short in a year: the first whose giving way would free somebody for it, cheapest first. A cap, where somebody is free; the
 * distance, where only those too far are free; the floor, where donors have more than their own minimum; else there is nobody.
 */
export function blockOf(
  given: ReassignCase,
  starts: readonly Start[],
  outcome: Outcome,
  centre: number,
  at: number,
): Block {
  const { centres, limits } = given;
  const others = centres.map((_, index) => index).filter((index) => index !== centre);
  const near = (index: number): boolean => reachable(given, index, centre);
  const donors = others.filter((index) => !centres[index]!.hospital);
  const hospitals = others.filter((index) => centres[index]!.hospital);
  const giving = (index: number): number => Math.max(...outcome.given[index]!.slice(at));
  const free = (index: number, of: 'spare' | 'unfloored'): boolean => centres[index]![of][at]! > giving(index);
  const home = (index: number, of: 'spare' | 'unfloored'): boolean =>
    centres[index]![of][at]! > outcome.away[index]![at]!;

  if (donors.some((index) => near(index) && free(index, 'spare'))) return 'cap-within';
  if (hospitals.some((index) => near(index) && home(index, 'spare'))) return 'cap-dispatch';
  const posts = starts
    .filter((start) => start.lever === 'counterpart' && lastsUntil(start, at, limits.term))
    .reduce((sum, { persons }) => sum + persons, 0);
  if (limits.maxKm !== null) {
    if (donors.some((index) => !near(index) && free(index, 'spare'))) return 'distance';
    if (hospitals.some((index) => !near(index) && home(index, 'spare'))) return 'distance';
  }
  if (donors.some((index) => near(index) && free(index, 'unfloored'))) return 'floor';
  if (hospitals.some((index) => near(index) && home(index, 'unfloored'))) return 'floor';
  return posts > 0 ? 'cap-counterpart' : 'no-donor';
}
