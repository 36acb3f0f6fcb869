import {
  drawTrainees,
  leversOf,
  nobody,
  qualifyFromCourses,
  qualifyFromTransfer,
  recruit,
  traineesFromHistory,
} from './cohort-entry.ts';
import type { Arrivals, Batch } from './cohort-entry.ts';
import { ageAndExit } from './cohort-exit.ts';
import type { ExitSinks } from './cohort-exit.ts';
import { ENTRY_AGES } from './cohort-input.ts';
import type { CohortInput } from './cohort-input.ts';
import { ageGuests, applyMoves, noGuests } from './cohort-moves.ts';
import { openingState } from './cohort-opening.ts';
import { placeNew } from './cohort-placing.ts';
import type { YearFlows } from './cohort-placing.ts';
import { FREE, POOL, REHIRED, ROWS_PER_GROUP, UNREGISTERED, closeAll, openRow, rowOf } from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import { STATUSES, countedIn, emptyStocks, stocksOf } from './cohort-stocks.ts';
import type { Stocks } from './cohort-stocks.ts';
import { countsUnder } from './count.ts';
import type { CountWeights } from './count.ts';
import { floorToGrid, onGrid, sharesOf, splitExactly } from './grid.ts';
import type { Shares } from './grid.ts';
import { emptyFlows, IN_BRIEF, unwrittenBrief, unwrittenProjection, writeSum, writeYear } from './projection.ts';
import { FLOWS } from './types.ts';
import type { Projection } from './types.ts';

/** A year in which the pool could not fill the transfer intake that was asked for. */
export interface CappedIntake {
  year: number;
  asked: number;
  pool: number;
}

/**
 * Projects the GPs of every area from the base year to the horizon: expected values, one deterministic pass (DESIGN §3).
 * Every flow is rounded to the grid (grid.ts), so the ledger balances exactly in every area and year.
 * @param watch is shown the stocks at the end of each year, 0 for the base year; changes nothing
 * @param spare arrays [area] of the run before, to be used again; those of this run are put in
 * @param brief the flows are told of all areas together (`Projection.whole`)
 * @returns the projection, with arrays [area × year], and the years in which the pool capped the transfer intake
 * @throws RangeError when residents, levers or opening stocks do not fit the areas and years
 */
export function projectCohort(
  input: CohortInput,
  watch: (at: number, state: CohortState) => void = () => undefined,
  spare: Float64Array[] = [],
  brief = false,
): Projection & { capped: CappedIntake[] } {
  const { base, horizon, rates } = input;
  const areas = input.opening.length;
  const span = horizon - base + 1;
  if (span < 2) throw new RangeError('the horizon must lie after the base year');
  if (input.residents.length !== areas * span) throw new RangeError('residents must be [area × year]');

  const weights = countsUnder(input.count);
  const state = openingState(input, spare);
  const projection = brief ? unwrittenBrief(input) : unwrittenProjection(input);
  const zeros = projection.gps;
  const capped: CappedIntake[] = [];
  const trainees = nobody(areas, spare);
  const qualified: Arrivals = { registered: nobody(areas, spare), unregistered: nobody(areas, spare) };
  const fromHistory: Arrivals = { registered: nobody(areas, spare), unregistered: nobody(areas, spare) };
  const { moves = [], movers = 'registered' } = input;
  const guests = noGuests(moves);
  const flows = emptyFlows(areas);
  // What a year needs room for, [area]: 40,000 areas would leave 70 MB of it behind at every run.
  const [parts, residents, poolExits] = [new Float64Array(areas), new Float64Array(areas), new Float64Array(areas)];
  const stocks = emptyStocks(areas);
  record(projection, state, flows, 0, weights, { stocks, zeros });
  watch(0, state);

  for (let year = base + 1; year <= horizon; year++) {
    const at = year - base;
    const levers = leversOf(input, year);
    beginYear(flows);
    const sinks: ExitSinks = { ...flows, pool: poolExits.fill(0) };
    ageAndExit(state, year, rates, levers, weights, sinks);
    ageGuests(guests, year, rates, levers, weights);
    refillPool(input, state, stocks.pool, sinks.pool);

    for (let area = 0; area < areas; area++) residents[area] = input.residents[area * span + at]!;
    const courses = qualifyFromCourses(input, year);
    const batches = [...courses.batches, ...recruit(input, year)];
    qualifyFromTransfer(input, trainees, state, qualified);
    const arrivals = [qualified];
    const listed = traineesFromHistory(input, year, spare);
    if (listed !== null) {
      qualifyFromTransfer(input, listed, state, fromHistory);
      arrivals.push(fromHistory);
      closeAll(listed);
    }
    const byResidents = sharesOf(residents);
    for (const batch of courses.failed) addSplit(state, batch, byResidents, parts);

    registerDrive(state, levers.drive, weights.unregistered, flows.registered);
    placeNew(input, state, { batches, arrivals }, year, residents, flows);
    for (const people of Object.values(fromHistory)) closeAll(people);

    if (moves.length > 0)
      applyMoves(state, guests, moves, year, { movers, femaleShare: rates.femaleShare, weights }, flows);

    const pool = drawTrainees(input, year, state, trainees);
    if (levers.transfer > pool) capped.push({ year, asked: levers.transfer, pool });
    record(projection, state, flows, at, weights, { stocks, zeros });
    watch(at, state);
  }
  for (const people of [state, trainees, ...Object.values(qualified)]) closeAll(people);
  // What counts at the end of a year is its closing: one column.
  const { whole } = projection;
  projection.flows.closing = whole ? whole.gps : projection.gps;
  return { ...projection, ...(whole && { whole: { ...whole, capped } }), capped };
}

/**
 * New physicians take the places of those who left the pool, and add its growth: as many of every age, by sex, as whole grid values;
 * what rounding leaves over has the age and sex of the most (`splitExactly` of every area, all areas at once).
 * @param before pool a year ago, by area
 * @param exits by area; holds what was left over afterwards
 */
function refillPool(input: CohortInput, state: CohortState, before: Float64Array, exits: Float64Array): void {
  const { femaleShare, poolGrowth } = input.rates;
  const [youngest, oldest] = ENTRY_AGES.pool;
  const ages = oldest - youngest + 1;
  const bySex = [1 - femaleShare, femaleShare];
  const { sum, largest } = sharesOf(bySex.flatMap((share) => Array.from({ length: ages }, () => share)));
  const rest = exits;
  for (let area = 0; area < state.areas; area++) {
    rest[area] = Math.max(0, exits[area]! + onGrid(before[area]! * poolGrowth));
  }
  if (rest.every((arriving) => arriving === 0)) return;
  const parts = bySex.map((share) => rest.map((arriving) => floorToGrid((arriving / sum) * share)));
  for (const sex of [0, 1] as const) {
    const part = parts[sex]!;
    for (let age = youngest; age <= oldest; age++) {
      const row = openRow(state, rowOf(POOL, sex, age));
      for (let area = 0; area < state.areas; area++) {
        row[area]! += part[area]!;
        rest[area]! -= part[area]!;
      }
    }
  }
  const row = openRow(state, rowOf(POOL, largest < ages ? 0 : 1, youngest + (largest % ages)));
  for (let area = 0; area < state.areas; area++) row[area]! += rest[area]!;
}

/** The registration drive on those who were certified-unregistered before this year. */
function registerDrive(state: CohortState, share: number, unregisteredWeight: number, registered: Float64Array): void {
  if (share === 0) return;
  for (let row = UNREGISTERED * ROWS_PER_GROUP; row < REHIRED * ROWS_PER_GROUP; row++) {
    const persons = state.rows[row];
    if (persons === undefined) continue;
    const free = openRow(state, FREE * ROWS_PER_GROUP + (row % ROWS_PER_GROUP));
    for (let area = 0; area < state.areas; area++) {
      const moved = onGrid(persons[area]! * share);
      persons[area]! -= moved;
      free[area]! += moved;
      registered[area]! += moved * (1 - unregisteredWeight);
    }
  }
}

/**
 * People without a place of their own, by residents.
 * @param parts room for the parts, [area]
 */
function addSplit(state: CohortState, batch: Batch, residents: Shares, parts: Float64Array): void {
  splitExactly(batch.total, residents, parts);
  const row = openRow(state, rowOf(batch.group, batch.sex, batch.age));
  for (let area = 0; area < state.areas; area++) row[area]! += parts[area]!;
}

/** What was the closing is the opening of the next year, in which nothing has happened yet. */
function beginYear(flows: YearFlows): void {
  flows.opening.set(flows.closing);
  for (const flow of FLOWS) if (flow !== 'opening') flows[flow].fill(0);
}

const COLUMNS = [...STATUSES, 'gps'] as const;

/**
 * Writes the stocks and flows of one year into the projection; what counts under the rule is the closing stock.
 * @param room for the stocks, and the column of nobody
 */
function record(
  projection: Projection,
  state: CohortState,
  flows: YearFlows,
  at: number,
  weights: CountWeights,
  { stocks, zeros }: { stocks: Stocks; zeros: Float64Array },
): void {
  countedIn(stocksOf(state, stocks), weights, flows.closing);
  const columns = { ...stocks, gps: flows.closing };
  const { whole } = projection;
  for (const name of whole ? IN_BRIEF : COLUMNS) writeYear(projection, name, zeros, columns[name], at);
  if (whole) for (const name of COLUMNS) writeSum(whole, name, columns[name], at);
  for (const flow of FLOWS) {
    if (flow === 'closing') continue;
    if (whole) writeSum(whole.flows, flow, flows[flow], at);
    else writeYear(projection.flows, flow, zeros, flows[flow], at);
  }
}
