import { ASSISTANT, FREE, FREED, POOL, REHIRED, UNREGISTERED, sumGroups } from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import type { CountWeights } from './count.ts';

/** Columns of a projection that are sums of the state's groups; the freed are among the registered. */
export const STATUSES = ['registered', 'assistant', 'unregistered', 'rehired', 'freed', 'pool'] as const;
export type Stocks = Record<(typeof STATUSES)[number], Float64Array>;

/** Persons by status and area. */
export function stocksOf(state: CohortState): Stocks {
  const sum = (first: number, last: number): Float64Array => {
    const persons = new Float64Array(state.areas);
    sumGroups(state, first, last, persons);
    return persons;
  };
  return {
    registered: sum(FREE, ASSISTANT - 1),
    assistant: sum(ASSISTANT, ASSISTANT),
    unregistered: sum(UNREGISTERED, REHIRED - 1),
    rehired: sum(REHIRED, REHIRED),
    freed: sum(FREED, FREED),
    pool: sum(POOL, POOL),
  };
}

/** GPs by area under a counting rule. */
export function countedIn(stocks: Stocks, weights: CountWeights): Float64Array {
  return stocks.registered.map(
    (persons, area) =>
      persons +
      weights.assistant * stocks.assistant[area]! +
      weights.unregistered * stocks.unregistered[area]! +
      stocks.rehired[area]!,
  );
}
