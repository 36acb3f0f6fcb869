import type { ReassignCase } from './case.ts';
import type { Start } from './pairs.ts';

/** What a plan leads to in one county. Centres by their place in the case. */
export interface Outcome {
  /** Whole GPs, [centre][year]. */
  heads: number[][];
  /** Given away within the county so far, [centre][year]. */
  given: number[][];
  /** Away from their hospital at the end of the year, [centre][year]. */
  away: number[][];
}

/** Whether who starts in year `began` is still there at the end of year `at` (both by their place in the case). */
export function lastsUntil({ lever, at: began }: Pick<Start, 'lever' | 'at'>, at: number, term: number): boolean {
  return began <= at && (lever === 'within' || at < began + term);
}

/** Carries out a plan, person by person. */
export function outcomeOf({ years, centres, limits }: ReassignCase, starts: readonly Start[]): Outcome {
  const zero = (): number[][] => centres.map(() => years.map(() => 0));
  const heads = centres.map((centre) => [...centre.heads]);
  const given = zero();
  const away = zero();
  for (const start of starts) {
    years.forEach((_, at) => {
      if (!lastsUntil(start, at, limits.term)) return;
      heads[start.to]![at]! += start.persons;
      if (start.from < 0) return;
      heads[start.from]![at]! -= start.persons;
      (start.lever === 'within' ? given : away)[start.from]![at]! += start.persons;
    });
  }
  return { heads, given, away };
}

/** Centres at their minimum by year. */
export function metByYear({ years, centres }: ReassignCase, heads: readonly number[][]): number[] {
  return years.map(
    (_, at) => centres.filter(({ minimum }, centre) => minimum > 0 && heads[centre]![at]! >= minimum).length,
  );
}

/** Persons lacking to the wanted densities, over all centres and years. */
export function gapOf({ years, centres }: ReassignCase, { heads }: Outcome): number {
  let thousandths = 0;
  centres.forEach((centre, index) => {
    years.forEach((_, at) => {
      const without = centre.lack[at] ?? null;
      if (centre.hospital || without === null) return;
      const lack = without - (heads[index]![at]! - centre.heads[at]!);
      if (lack > 0) thousandths += Math.round(1000 * lack);
    });
  });
  return thousandths / 1000;
}
