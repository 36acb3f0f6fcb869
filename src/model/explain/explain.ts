import type { Projection } from '../types.ts';
import type { Cause } from './causes.ts';
import { closed, flowsBetween, ofFlows, sideOf, valueOf, type Measure, type Waterfall } from './waterfall.ts';

/** Where and of what a change is explained. */
export interface Question {
  /** Areas, all where null. */
  members: readonly number[] | null;
  measure: Measure;
}

/**
 * From one year of a projection to a later one: the flows of its ledger in the years between. The counting rule is the same in all
 * of them, so nothing is due to it.
 * @returns null where one of the densities is that of nobody
 * @throws RangeError for years that the projection does not hold, or out of order
 */
export function explainYears(
  projection: Projection,
  [from, to]: readonly [number, number],
  { members, measure }: Question,
): Waterfall | null {
  if (to < from) throw new RangeError('the later year comes second');
  const flows = flowsBetween(projection, members, from, to);
  return ofFlows(sideOf(projection, members, from), sideOf(projection, members, to), flows, measure);
}

/**
 * From one scenario to another in the same year, by what was decided or assumed: each part is the change of that cause alone, made to
 * the first scenario, all else being as there. What they do together beyond the sum of that is the interaction.
 * @param alone the first scenario with the fields of one cause as in the second
 * @returns null where one of the densities is that of nobody
 */
export function explainCauses(
  first: Projection,
  second: Projection,
  alone: readonly { cause: Cause; projection: Projection }[],
  year: number,
  { members, measure }: Question,
): Waterfall | null {
  const value = (projection: Projection): number | null => valueOf(sideOf(projection, members, year), measure);
  const [from, to] = [value(first), value(second)];
  const reached = alone.map(({ cause, projection }) => ({ cause, value: value(projection) }));
  if (from === null || to === null || reached.some((part) => part.value === null)) return null;
  return closed(
    from,
    to,
    reached.map((part) => ({ cause: part.cause, value: part.value! - from })),
  );
}

/**
 * The same change by who came and who left since the base year. What is counted otherwise in the second scenario is taken off first,
 * as the definition, so that both ledgers are of the same people.
 * @param recounted the first scenario under the second's counting rule, scope and denominator; itself where they are the same
 * @returns null where one of the densities is that of nobody
 * @throws RangeError when the scenarios begin in different years
 */
export function explainFlows(
  first: Projection,
  second: Projection,
  recounted: Projection,
  year: number,
  { members, measure }: Question,
): Waterfall | null {
  if (first.base !== second.base) throw new RangeError('scenarios from different base years have no common ledger');
  const before = flowsBetween(recounted, members, recounted.base, year);
  const flows = flowsBetween(second, members, second.base, year).map(({ cause, value }, index) => ({
    cause,
    value: value - before[index]!.value,
  }));
  const start = sideOf(recounted, members, year);
  const change = ofFlows(start, sideOf(second, members, year), flows, measure);
  const from = valueOf(sideOf(first, members, year), measure);
  if (change === null || from === null) return null;
  const definition = { cause: 'definition' as const, value: change.from - from };
  return { from, to: change.to, parts: [...(definition.value === 0 ? [] : [definition]), ...change.parts] };
}
