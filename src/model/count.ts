import type { CountingRule, Projection } from './types.ts';

/** 1 where a status counts as a GP, 0 where it does not. The registered and the rehired always count. */
export interface CountWeights {
  registered: 1;
  assistant: 0 | 1;
  unregistered: 0 | 1;
  rehired: 1;
}

/** Which statuses count under a counting rule (口径): the step of the funnel, and whether assistant GPs count. */
export function countsUnder(rule: CountingRule): CountWeights {
  return {
    registered: 1,
    assistant: rule === 'certified' || rule === 'registered' ? 1 : 0,
    unregistered: rule === 'certified' || rule === 'certified-no-assistants' ? 1 : 0,
    rehired: 1,
  };
}

/**
 * GPs of one area under a counting rule on 31 December, from the status arrays, whatever rule the projection itself was run with.
 * @param yearIndex 0 for the base year
 * @returns heads; the rehired in full-time equivalents
 */
export function countedInArea(projection: Projection, rule: CountingRule, area: number, yearIndex: number): number {
  const weights = countsUnder(rule);
  const at = area * yearsOf(projection) + yearIndex;
  return (
    projection.registered[at]! +
    weights.assistant * projection.assistant[at]! +
    weights.unregistered * projection.unregistered[at]! +
    projection.rehired[at]!
  );
}

/** GPs of the whole place under a counting rule; see `countedInArea`. */
export function countedInAll(projection: Projection, rule: CountingRule, yearIndex: number): number {
  let heads = 0;
  for (let area = 0; area < projection.areas; area++) heads += countedInArea(projection, rule, area, yearIndex);
  return heads;
}

/** Sum over all areas of one year of an [area × year] array of a projection. */
export function sumOfYear(projection: Projection, column: Float64Array, yearIndex: number): number {
  const years = yearsOf(projection);
  let sum = 0;
  for (let area = 0; area < projection.areas; area++) sum += column[area * years + yearIndex]!;
  return sum;
}

/** Number of years of a projection, base and horizon included. */
export function yearsOf(projection: Projection): number {
  return projection.horizon - projection.base + 1;
}
