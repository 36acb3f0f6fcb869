import type { Frame } from '../frame.ts';
import type { Problem } from '../types.ts';
import { numberIn } from '../values.ts';
import type { Values } from '../values.ts';
import { kmBetween, reachable } from './case.ts';
import type { ReassignCase } from './case.ts';
import { countsAssistants, minimumOf, monthIn } from './minimum.ts';
import type { ShortCentre } from './types.ts';

/** What the reader must be told about the input of a plan, worked around where that is honest. */
export function planProblems(
  frame: Frame,
  values: Values,
  cases: readonly ReassignCase[],
  short: readonly ShortCentre[],
): Problem[] {
  const {
    setup: { place },
    residents,
    years,
  } = frame;
  const problems: Problem[] = [];
  const tell = (code: string, of: Problem['values']): void => void problems.push({ code, values: of });
  const centres = cases.flatMap((given) => given.centres.filter(({ hospital }) => !hospital));
  const hospitals = cases.flatMap((given) => given.centres.filter(({ hospital }) => hospital));
  const never = (spare: readonly number[]): boolean => spare.every((persons) => persons === 0);
  const floor = numberIn(values, 'floor');
  const { within, dispatch, maxKm } = cases[0]!.limits;

  if (within > 0 && centres.every(({ spare }) => never(spare))) {
    tell('moves.floor', { floor, most: Math.max(0, ...centres.map(({ heads }) => heads[0]!)) });
  }
  if (dispatch > 0 && hospitals.length > 0 && hospitals.every(({ spare }) => never(spare))) {
    tell('moves.no-pool', { floor, pool: hospitals.reduce((sum, { heads }) => sum + heads[0]!, 0) });
  }
  const span = years.length;
  const empty = centres.filter(({ area }) => residents[area * span]! <= 0);
  if (empty.length > 0) tell('moves.empty', { areas: empty.length, ...place.areas[empty[0]!.area]!.name });
  const { month } = cases[0]!.limits;
  const wanted = minimumOf(frame, cases[0]!.years[0] ?? 0);
  const late = cases[0]!.years.find((year) => (monthIn(wanted, year) ?? 12) < month);
  if (late !== undefined) tell('moves.late', { year: late, month: monthIn(wanted, late) ?? 12, start: month });
  if (values['movers'] === 'assistants' && !countsAssistants(wanted)) tell('moves.assistants', {});
  const nameless = centres.filter(({ minimum }) => minimum === 0);
  if (nameless.length > 0) tell('moves.no-minimum', { areas: nameless.length });

  if (maxKm === null) return problems;
  let unknown = 0;
  const lonely = new Set<number>();
  const lacking = new Set(short.map(({ area }) => area));
  for (const given of cases) {
    given.centres.forEach((centre, to) => {
      const others = given.centres.map((_, from) => from).filter((from) => from !== to);
      unknown += others.filter((from) => from < to && kmBetween(given, from, to) === null).length;
      if (lacking.has(centre.area) && !others.some((from) => reachable(given, from, to))) lonely.add(centre.area);
    });
  }
  if (unknown > 0) tell('moves.unknown-distance', { pairs: unknown });
  const first = [...lonely][0];
  if (first !== undefined) tell('moves.unreachable', { areas: lonely.size, km: maxKm, ...place.areas[first]!.name });
  return problems;
}
