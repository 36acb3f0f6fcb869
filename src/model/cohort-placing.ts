import { leversOf } from './cohort-entry.ts';
import type { Arrivals, Batch } from './cohort-entry.ts';
import { AGES, MIN_AGE } from './cohort-input.ts';
import type { CohortInput } from './cohort-input.ts';
import { ASSISTANT, FREE, ROWS_PER_GROUP, UNREGISTERED, openRow } from './cohort-state.ts';
import type { CohortState, Rows } from './cohort-state.ts';
import { countedIn, stocksOf } from './cohort-stocks.ts';
import { countsUnder } from './count.ts';
import type { CountWeights } from './count.ts';
import { onGrid, sharesOf, splitExactly } from './grid.ts';
import type { Shares } from './grid.ts';
import { placementShares } from './placement.ts';
import type { PlacementGaps } from './placement.ts';
import type { FlowName } from './types.ts';

/** Flows of one year by area. */
export type YearFlows = Record<FlowName, Float64Array>;

/** Steps 5 and 6 for the new: the drive's share of the unregistered among them, and everyone to an area. */
export function placeNew(
  input: CohortInput,
  state: CohortState,
  fresh: { batches: Batch[]; arrivals: Arrivals[] },
  year: number,
  residents: Float64Array,
  flows: YearFlows,
): void {
  const { priority, drive } = leversOf(input, year);
  const weights = countsUnder(input.count);
  let shares = sharesOf(residents);
  if (priority) {
    const heap = heapOf(fresh, drive, weights);
    shares = sharesOf(placementShares(heap, placementGaps(input, state, year, residents), residents));
    for (const people of fresh.arrivals.flatMap(Object.values)) redistribute(people, shares);
  }
  for (const arrived of fresh.arrivals) settleTrained(state, arrived, drive, weights, flows);
  const row = new Float64Array(state.areas);
  for (const { source, group, sex, age, total: heads } of fresh.batches) {
    splitExactly(heads, shares, row);
    const flow = source === 'recruit' ? flows.recruited : flows[source];
    settle(state, group, sex * AGES + age - MIN_AGE, row, drive, weights, flow, flows.registered);
  }
}

/** How many of the new count under the rule, after the drive. */
function heapOf(fresh: { batches: Batch[]; arrivals: Arrivals[] }, drive: number, weights: CountWeights): number {
  const counts = (group: number): number =>
    group === UNREGISTERED ? drive + (1 - drive) * weights.unregistered : weightOf(group, weights);
  const heads = (people: Rows): number => rowsOf(people).reduce((sum, row) => sum + total(row), 0);
  const placed = fresh.arrivals.reduce(
    (sum, { registered, unregistered }) =>
      sum + counts(FREE) * heads(registered) + counts(UNREGISTERED) * heads(unregistered),
    0,
  );
  return fresh.batches.reduce((sum, batch) => sum + counts(batch.group) * batch.total, placed);
}

/** The rows that hold anybody: persons by area. */
function rowsOf({ rows }: Rows): Float64Array[] {
  return rows.filter((row) => row !== undefined);
}

function total(persons: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < persons.length; i++) sum += persons[i]!;
  return sum;
}

function weightOf(group: number, weights: CountWeights): number {
  if (group === ASSISTANT) return weights.assistant;
  return group === UNREGISTERED ? weights.unregistered : 1;
}

/** Gives every sex and age out anew over the areas, in proportion to `shares`. */
function redistribute(people: Rows, shares: Shares): void {
  for (const row of rowsOf(people)) splitExactly(total(row), shares, row);
}

/** Adds those from transfer training to stocks and flows, as `settle` would one kind after the other, in one pass over the areas. */
function settleTrained(
  state: CohortState,
  { registered: atOnce, unregistered: later }: Arrivals,
  drive: number,
  weights: CountWeights,
  { transfer, registered }: YearFlows,
): void {
  for (let cell = 0; cell < ROWS_PER_GROUP; cell++) {
    const [ready, others] = [atOnce.rows[cell], later.rows[cell]];
    if (ready === undefined || others === undefined) continue;
    const free = openRow(state, FREE * ROWS_PER_GROUP + cell);
    const unregistered = openRow(state, UNREGISTERED * ROWS_PER_GROUP + cell);
    for (let area = 0; area < state.areas; area++) {
      const moved = onGrid(others[area]! * drive);
      free[area]! += ready[area]! + moved;
      unregistered[area]! += others[area]! - moved;
      transfer[area]! += ready[area]! + others[area]! * weights.unregistered;
      registered[area]! += moved * (1 - weights.unregistered);
    }
  }
}

/** Adds new GPs of one sex and age to stocks and flows; of the unregistered the drive registers its share at once. */
function settle(
  state: CohortState,
  group: number,
  cell: number,
  heads: Float64Array,
  drive: number,
  weights: CountWeights,
  entered: Float64Array,
  registered: Float64Array,
): void {
  const { areas } = state;
  const to = openRow(state, group * ROWS_PER_GROUP + cell);
  const weight = weightOf(group, weights);
  if (group !== UNREGISTERED || drive === 0) {
    for (let area = 0; area < areas; area++) {
      to[area]! += heads[area]!;
      entered[area]! += heads[area]! * weight;
    }
    return;
  }
  const free = openRow(state, FREE * ROWS_PER_GROUP + cell);
  for (let area = 0; area < areas; area++) {
    const moved = onGrid(heads[area]! * drive);
    to[area]! += heads[area]! - moved;
    free[area]! += moved;
    entered[area]! += heads[area]! * weight;
    registered[area]! += moved * (1 - weights.unregistered);
  }
}

/** What each area lacks, before this year's new GPs, of its minimum and of the wanted density. */
function placementGaps(input: CohortInput, state: CohortState, year: number, residents: Float64Array): PlacementGaps {
  const counted = countedIn(stocksOf(state), countsUnder(input.count));
  const minimum = new Float64Array(state.areas);
  const density = new Float64Array(state.areas);
  input.opening.forEach((opening, area) => {
    minimum[area] = Math.max(0, opening.minimum - counted[area]! * opening.centreShare);
    const wanted = (input.wanted[year - input.base]! * residents[area]!) / 10_000;
    density[area] = Math.max(0, wanted - counted[area]! - minimum[area]!);
  });
  return { minimum, density };
}
