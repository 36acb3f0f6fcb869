import { ageAndExit } from './cohort-exit.ts';
import type { ExitSinks } from './cohort-exit.ts';
import {
  drawTrainees,
  leversOf,
  qualifyFromCourses,
  qualifyFromTransfer,
  recruit,
  traineesFromHistory,
} from './cohort-entry.ts';
import type { Arrivals, Batch, Trainees } from './cohort-entry.ts';
import { AGES, ENTRY_AGES, LAPSE_YEARS, MIN_AGE } from './cohort-input.ts';
import type { CohortInput } from './cohort-input.ts';
import {
  ASSISTANT,
  FREE,
  POOL,
  REHIRED,
  ROWS_PER_GROUP,
  UNREGISTERED,
  add,
  emptyState,
  rowOf,
  sumGroups,
} from './cohort-state.ts';
import type { CohortState } from './cohort-state.ts';
import { countsUnder } from './count.ts';
import type { CountWeights } from './count.ts';
import { onGrid, splitExactly } from './grid.ts';
import { placementShares } from './placement.ts';
import { retiredShare } from './retirement.ts';
import { FLOWS } from './types.ts';
import type { FlowName, Projection } from './types.ts';

/** A year in which the pool could not fill the transfer intake that was asked for. */
export interface CappedIntake {
  year: number;
  asked: number;
  pool: number;
}

type YearFlows = Record<FlowName, Float64Array>;

/**
 * Projects the GPs of every area from the base year to the horizon: expected values, one deterministic pass (DESIGN §3).
 * Every flow is rounded to the grid (grid.ts), so the ledger balances exactly in every area and year.
 * @returns the projection, with arrays [area × year], and the years in which the pool capped the transfer intake
 * @throws RangeError when residents, levers or opening stocks do not fit the areas and years
 */
export function projectCohort(input: CohortInput): Projection & { capped: CappedIntake[] } {
  const { base, horizon, rates } = input;
  const areas = input.opening.length;
  const span = horizon - base + 1;
  if (span < 2) throw new RangeError('the horizon must lie after the base year');
  if (input.residents.length !== areas * span) throw new RangeError('residents must be [area × year]');

  const weights = countsUnder(input.count);
  const state = openingState(input);
  const projection = emptyProjection(input);
  const capped: CappedIntake[] = [];
  let trainees: Trainees | null = null;
  let flows = emptyFlows(areas);
  record(projection, state, flows, 0, weights);

  for (let year = base + 1; year <= horizon; year++) {
    const at = year - base;
    const levers = leversOf(input, year);
    const opening = flows.closing;
    flows = emptyFlows(areas);
    flows.opening.set(opening);
    const poolBefore = new Float64Array(areas);
    sumGroups(state, POOL, POOL, poolBefore);

    const sinks: ExitSinks = { ...flows, pool: new Float64Array(areas) };
    ageAndExit(state, year, rates, levers, weights, sinks);
    refillPool(input, state, poolBefore, sinks.pool);

    const residents = new Float64Array(areas);
    for (let area = 0; area < areas; area++) residents[area] = input.residents[area * span + at]!;
    const courses = qualifyFromCourses(input, year);
    const batches = [...courses.batches, ...recruit(input, year)];
    const arrivals = [trainees, traineesFromHistory(input, year)].flatMap((due) =>
      due === null ? [] : qualifyFromTransfer(input, due, state),
    );
    for (const batch of courses.failed) addSplit(state, batch, residents);

    registerDrive(state, levers.drive, weights.unregistered, flows.registered);
    placeNew(input, state, { batches, arrivals }, year, residents, flows);

    const draw = drawTrainees(input, year, state);
    trainees = draw.trainees;
    if (levers.transfer > draw.eligible) capped.push({ year, asked: levers.transfer, pool: draw.eligible });
    record(projection, state, flows, at, weights);
  }
  return { ...projection, capped };
}

/** Stocks of the base year; whoever is past the retirement date counts as rehired. */
function openingState(input: CohortInput): CohortState {
  const state = emptyState(input.opening.length);
  const parts = new Float64Array(2 * AGES);
  const fill = (group: number, heads: number, shares: readonly [number[], number[]], area: number): void => {
    splitExactly(heads, [...shares[0], ...shares[1]], parts);
    for (const sex of [0, 1] as const) {
      for (let i = 0; i < AGES; i++) {
        const cell = parts[sex * AGES + i]!;
        const working = group === FREE || group === ASSISTANT;
        const past = working ? onGrid(cell * retiredShare(sex, MIN_AGE + i, input.base)) : 0;
        add(state, rowOf(group, sex, MIN_AGE + i), area, cell - past);
        add(state, rowOf(REHIRED, sex, MIN_AGE + i), area, past);
      }
    }
  };
  input.opening.forEach((opening, area) => {
    fill(FREE, onGrid(opening.registered), opening.ageShares, area);
    fill(ASSISTANT, onGrid(opening.assistant), opening.ageShares, area);
    const unused = new Float64Array(input.rates.lapse ? LAPSE_YEARS : 1);
    splitExactly(onGrid(opening.unregistered), new Float64Array(unused.length).fill(1), unused);
    unused.forEach((heads, j) => fill(UNREGISTERED + j, heads, opening.ageShares, area));
    fill(POOL, onGrid(opening.pool), opening.poolShares, area);
  });
  return state;
}

/** New physicians take the places of those who left the pool, and add its growth. */
function refillPool(input: CohortInput, state: CohortState, before: Float64Array, exits: Float64Array): void {
  const [youngest, oldest] = ENTRY_AGES.pool;
  const ages = oldest - youngest + 1;
  const shares = new Float64Array(2 * ages);
  for (let i = 0; i < ages; i++) {
    shares[i] = 1 - input.rates.femaleShare;
    shares[ages + i] = input.rates.femaleShare;
  }
  const parts = new Float64Array(2 * ages);
  for (let area = 0; area < state.areas; area++) {
    const arriving = Math.max(0, exits[area]! + onGrid(before[area]! * input.rates.poolGrowth));
    splitExactly(arriving, shares, parts);
    for (const sex of [0, 1] as const) {
      for (let i = 0; i < ages; i++) add(state, rowOf(POOL, sex, youngest + i), area, parts[sex * ages + i]!);
    }
  }
}

/** The registration drive on those who were certified-unregistered before this year. */
function registerDrive(state: CohortState, share: number, unregisteredWeight: number, registered: Float64Array): void {
  if (share === 0) return;
  const { areas, persons, occupied } = state;
  for (let j = 0; j < LAPSE_YEARS; j++) {
    for (let cell = 0; cell < ROWS_PER_GROUP; cell++) {
      const from = (UNREGISTERED + j) * ROWS_PER_GROUP + cell;
      if (occupied[from] === 0) continue;
      for (let area = 0; area < areas; area++) {
        const moved = onGrid(persons[from * areas + area]! * share);
        persons[from * areas + area]! -= moved;
        add(state, FREE * ROWS_PER_GROUP + cell, area, moved);
        registered[area]! += moved * (1 - unregisteredWeight);
      }
    }
  }
}

/** Steps 5 and 6 for the new: the drive's share of the unregistered among them, and everyone to an area. */
function placeNew(
  input: CohortInput,
  state: CohortState,
  fresh: { batches: Batch[]; arrivals: Arrivals[] },
  year: number,
  residents: Float64Array,
  flows: YearFlows,
): void {
  const { priority, drive } = leversOf(input, year);
  const weights = countsUnder(input.count);
  let shares = residents;
  if (priority) {
    const heap = heapOf(fresh, drive, weights);
    shares = placementShares(heap, placementGaps(input, state, year, residents), residents);
    for (const { persons } of fresh.arrivals) redistribute(persons, shares);
  }
  for (const arrival of fresh.arrivals) settle(state, arrival, drive, weights, flows);
  const persons = new Float64Array(ROWS_PER_GROUP * state.areas);
  for (const batch of fresh.batches) {
    const at = (batch.sex * AGES + batch.age - MIN_AGE) * state.areas;
    splitExactly(batch.total, shares, persons.subarray(at, at + state.areas));
    settle(state, { ...batch, persons }, drive, weights, flows, batch.sex * AGES + batch.age - MIN_AGE);
  }
}

/** How many of the new count under the rule, after the drive. */
function heapOf(fresh: { batches: Batch[]; arrivals: Arrivals[] }, drive: number, weights: CountWeights): number {
  const counts = (group: number): number =>
    group === UNREGISTERED ? drive + (1 - drive) * weights.unregistered : weightOf(group, weights);
  const placed = fresh.arrivals.reduce((sum, { group, persons }) => sum + counts(group) * total(persons), 0);
  return fresh.batches.reduce((sum, batch) => sum + counts(batch.group) * batch.total, placed);
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
function redistribute(persons: Float64Array, shares: Float64Array): void {
  const areas = shares.length;
  for (let at = 0; at < persons.length; at += areas) {
    const cell = persons.subarray(at, at + areas);
    const sum = total(cell);
    if (sum > 0) splitExactly(sum, shares, cell);
  }
}

/** Adds new GPs to the stocks and flows; of the unregistered among them the drive registers its share at once. */
function settle(
  state: CohortState,
  { source, group, persons }: { source: Batch['source']; group: number; persons: Float64Array },
  drive: number,
  weights: CountWeights,
  flows: YearFlows,
  only?: number,
): void {
  const { areas, occupied } = state;
  const flow = source === 'recruit' ? flows.recruited : flows[source];
  const weight = weightOf(group, weights);
  const moves = group === UNREGISTERED ? drive : 0;
  const unregisteredOut = 1 - weights.unregistered;
  for (let cell = only ?? 0; cell < (only === undefined ? ROWS_PER_GROUP : only + 1); cell++) {
    const to = (group * ROWS_PER_GROUP + cell) * areas;
    const free = (FREE * ROWS_PER_GROUP + cell) * areas;
    let anybody = 0;
    for (let area = 0; area < areas; area++) {
      const heads = persons[cell * areas + area]!;
      if (heads === 0) continue;
      anybody = 1;
      const moved = onGrid(heads * moves);
      state.persons[to + area]! += heads - moved;
      state.persons[free + area]! += moved;
      flow[area]! += heads * weight;
      flows.registered[area]! += moved * unregisteredOut;
    }
    if (anybody === 0) continue;
    occupied[group * ROWS_PER_GROUP + cell] = 1;
    if (moves > 0) occupied[FREE * ROWS_PER_GROUP + cell] = 1;
  }
}

/** People without a place of their own, by residents. */
function addSplit(state: CohortState, batch: Batch, residents: Float64Array): void {
  const parts = new Float64Array(state.areas);
  splitExactly(batch.total, residents, parts);
  for (let area = 0; area < state.areas; area++)
    add(state, rowOf(batch.group, batch.sex, batch.age), area, parts[area]!);
}

/** What each area lacks, before this year's new GPs, of its minimum and of the wanted density. */
function placementGaps(input: CohortInput, state: CohortState, year: number, residents: Float64Array) {
  const counted = countedIn(state, countsUnder(input.count));
  const minimum = new Float64Array(state.areas);
  const density = new Float64Array(state.areas);
  input.opening.forEach((opening, area) => {
    minimum[area] = Math.max(0, opening.minimum - counted[area]! * opening.centreShare);
    const wanted = (input.wanted[year - input.base]! * residents[area]!) / 10_000;
    density[area] = Math.max(0, wanted - counted[area]! - minimum[area]!);
  });
  return { minimum, density };
}

function countedIn(state: CohortState, weights: CountWeights): Float64Array {
  const counted = new Float64Array(state.areas);
  sumGroups(state, FREE, ASSISTANT - 1, counted);
  if (weights.assistant) sumGroups(state, ASSISTANT, ASSISTANT, counted);
  if (weights.unregistered) sumGroups(state, UNREGISTERED, REHIRED - 1, counted);
  sumGroups(state, REHIRED, REHIRED, counted);
  return counted;
}

function emptyFlows(areas: number): YearFlows {
  return Object.fromEntries(FLOWS.map((flow) => [flow, new Float64Array(areas)])) as YearFlows;
}

function emptyProjection(input: CohortInput): Projection {
  const areas = input.opening.length;
  const cells = areas * (input.horizon - input.base + 1);
  const column = (): Float64Array => new Float64Array(cells);
  return {
    base: input.base,
    horizon: input.horizon,
    areas,
    residents: input.residents.slice(),
    registered: column(),
    assistant: column(),
    unregistered: column(),
    rehired: column(),
    pool: column(),
    gps: column(),
    flows: emptyFlows(cells),
  };
}

/** Writes the stocks and flows of one year into the projection. */
function record(projection: Projection, state: CohortState, flows: YearFlows, at: number, weights: CountWeights): void {
  const span = projection.horizon - projection.base + 1;
  flows.closing.set(countedIn(state, weights));
  const write = (column: Float64Array, values: Float64Array): void => {
    for (let area = 0; area < state.areas; area++) column[area * span + at] = values[area]!;
  };
  const stock = (column: Float64Array, first: number, last: number): void => {
    const sum = new Float64Array(state.areas);
    sumGroups(state, first, last, sum);
    write(column, sum);
  };
  stock(projection.registered, FREE, ASSISTANT - 1);
  stock(projection.assistant, ASSISTANT, ASSISTANT);
  stock(projection.unregistered, UNREGISTERED, REHIRED - 1);
  stock(projection.rehired, REHIRED, REHIRED);
  stock(projection.pool, POOL, POOL);
  write(projection.gps, flows.closing);
  for (const flow of FLOWS) write(projection.flows[flow], flows[flow]);
}
