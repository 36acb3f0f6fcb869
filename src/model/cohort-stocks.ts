import { ASSISTANT, FREE, FREED, POOL, REHIRED, UNREGISTERED, sumGroups } from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import type { CountWeights } from './count.ts';

/** Columns of a projection that are sums of the state's groups; the freed are among the registered. */
export const STATUSES = ['registered', 'assistant', 'unregistered', 'rehired', 'freed', 'pool'] as const;
export type Stocks = Record<(typeof STATUSES)[number], Float64Array>;

export function emptyStocks(areas: number): Stocks {
  return Object.fromEntries(STATUSES.map((status) => [status, new Float64Array(areas)])) as Stocks;
}

/** Persons by status and area. @param out receives them, in place of what it held */
export function stocksOf(state: CohortState, out: Stocks = emptyStocks(state.areas)): Stocks {
  const sum = (first: number, last: number, persons: Float64Array): void => {
    persons.fill(0);
    sumGroups(state, first, last, persons);
  };
  sum(FREE, ASSISTANT - 1, out.registered);
  sum(ASSISTANT, ASSISTANT, out.assistant);
  sum(UNREGISTERED, REHIRED - 1, out.unregistered);
  sum(REHIRED, REHIRED, out.rehired);
  sum(FREED, FREED, out.freed);
  sum(POOL, POOL, out.pool);
  return out;
}

/** GPs by area under a counting rule. @param out receives them, in place of what it held */
export function countedIn(
  { registered, assistant, unregistered, rehired }: Stocks,
  weights: CountWeights,
  out: Float64Array = new Float64Array(registered.length),
): Float64Array {
  for (let area = 0; area < out.length; area++) {
    out[area] =
      registered[area]! +
      weights.assistant * assistant[area]! +
      weights.unregistered * unregistered[area]! +
      rehired[area]!;
  }
  return out;
}
