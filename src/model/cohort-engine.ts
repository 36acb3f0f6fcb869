import { ageAndExit } from './cohort-exit.ts';
import type { ExitSinks } from './cohort-exit.ts';
import {
  drawTrainees,
  leversOf,
  nobody,
  qualifyFromCourses,
  qualifyFromTransfer,
  recruit,
  traineesFromHistory,
} from './cohort-entry.ts';
import type { Arrivals, Batch, People } from './cohort-entry.ts';
import { AGES, ENTRY_AGES, LAPSE_YEARS, MIN_AGE } from './cohort-input.ts';
import type { AreaOpening, CohortInput } from './cohort-input.ts';
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
import { floorToGrid, onGrid, sharesOf, splitExactly } from './grid.ts';
import type { Shares } from './grid.ts';
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
  const trainees = nobody(areas);
  const qualified = [nobody(areas), nobody(areas)] as const;
  let flows = emptyFlows(areas);
  record(projection, state, flows, 0, weights);

  for (let year = base + 1; year <= horizon; year++) {
    const at = year - base;
    const levers = leversOf(input, year);
    const opening = flows.closing;
    flows = emptyFlows(areas);
    flows.opening.set(opening);
    const sinks: ExitSinks = { ...flows, pool: new Float64Array(areas) };
    ageAndExit(state, year, rates, levers, weights, sinks);
    refillPool(input, state, projection.pool.subarray(at - 1), sinks.pool);

    const residents = new Float64Array(areas);
    for (let area = 0; area < areas; area++) residents[area] = input.residents[area * span + at]!;
    const courses = qualifyFromCourses(input, year);
    const batches = [...courses.batches, ...recruit(input, year)];
    const arrivals = qualifyFromTransfer(input, trainees, state, qualified);
    const listed = traineesFromHistory(input, year);
    if (listed !== null) arrivals.push(...qualifyFromTransfer(input, listed, state, [nobody(areas), nobody(areas)]));
    const byResidents = sharesOf(residents);
    for (const batch of courses.failed) addSplit(state, batch, byResidents);

    registerDrive(state, levers.drive, weights.unregistered, flows.registered);
    placeNew(input, state, { batches, arrivals }, year, residents, flows);

    const pool = drawTrainees(input, year, state, trainees);
    if (levers.transfer > pool) capped.push({ year, asked: levers.transfer, pool });
    record(projection, state, flows, at, weights);
  }
  return { ...projection, capped };
}

/** Stocks of the base year; whoever is past the retirement date counts as rehired. */
function openingState(input: CohortInput): CohortState {
  const state = emptyState(input.opening.length);
  const heads = (pick: (opening: AreaOpening) => number): Float64Array =>
    Float64Array.from(input.opening, (opening) => onGrid(pick(opening)));
  const ages = agesOf(input.opening.map((opening) => opening.ageShares));
  const poolAges = agesOf(input.opening.map((opening) => opening.poolShares));
  fill(
    state,
    FREE,
    heads((opening) => opening.registered),
    ages,
  );
  fill(
    state,
    ASSISTANT,
    heads((opening) => opening.assistant),
    ages,
  );
  fill(
    state,
    POOL,
    heads((opening) => opening.pool),
    poolAges,
  );
  const years = input.rates.lapse ? LAPSE_YEARS : 1;
  const unregistered = heads((opening) => opening.unregistered);
  const inYear = unregistered.map((all) => onGrid(all / years));
  for (let j = 1; j < years; j++) {
    fill(state, UNREGISTERED + j, inYear, ages);
    for (let area = 0; area < unregistered.length; area++) unregistered[area]! -= inYear[area]!;
  }
  fill(state, UNREGISTERED, unregistered, ages);
  for (const group of [FREE, ASSISTANT]) rehirePastDate(state, group, input.base);
  return state;
}

/** Most areas have the default ages, one and the same table: its shares are worked out once. */
function agesOf(tables: readonly (readonly [number[], number[]])[]): Shares[] {
  const known = new Map<readonly [number[], number[]], Shares>();
  return tables.map((table) => {
    const shares = known.get(table) ?? sharesOf(Float64Array.from(table.flat()));
    known.set(table, shares);
    return shares;
  });
}

/** Spreads heads by area over the ages of a group: row by row, since a row of areas lies together in memory. */
function fill(state: CohortState, group: number, heads: Float64Array, ages: readonly Shares[]): void {
  const { areas, persons, occupied } = state;
  const rest = heads.slice();
  for (let cell = 0; cell < ROWS_PER_GROUP; cell++) {
    const row = group * ROWS_PER_GROUP + cell;
    for (let area = 0; area < areas; area++) {
      const { shares, sum } = ages[area]!;
      if (shares[cell] === 0) continue;
      const part = floorToGrid((heads[area]! * shares[cell]!) / sum);
      persons[row * areas + area] = part;
      rest[area]! -= part;
      occupied[row] = 1;
    }
  }
  ages.forEach(({ largest }, area) => add(state, group * ROWS_PER_GROUP + largest, area, rest[area]!));
}

/** Whoever of a group is past the retirement date at the end of the base year works on as rehired. */
function rehirePastDate(state: CohortState, group: number, base: number): void {
  const { areas, persons, occupied } = state;
  for (let cell = 0; cell < ROWS_PER_GROUP; cell++) {
    const share = retiredShare(cell < AGES ? 0 : 1, MIN_AGE + (cell % AGES), base);
    const row = group * ROWS_PER_GROUP + cell;
    if (share === 0 || occupied[row] === 0) continue;
    for (let area = 0; area < areas; area++) {
      const past = onGrid(persons[row * areas + area]! * share);
      persons[row * areas + area]! -= past;
      add(state, REHIRED * ROWS_PER_GROUP + cell, area, past);
    }
  }
}

/**
 * New physicians take the places of those who left the pool, and add its growth.
 * @param before pool a year ago: the first value of each area, areas a span of years apart
 */
function refillPool(input: CohortInput, state: CohortState, before: Float64Array, exits: Float64Array): void {
  const span = input.horizon - input.base + 1;
  const [youngest, oldest] = ENTRY_AGES.pool;
  const ages = oldest - youngest + 1;
  const bySex = [1 - input.rates.femaleShare, input.rates.femaleShare];
  const shares = sharesOf(bySex.flatMap((share) => Array.from({ length: ages }, () => share)));
  const parts = new Float64Array(2 * ages);
  for (let area = 0; area < state.areas; area++) {
    const arriving = Math.max(0, exits[area]! + onGrid(before[area * span]! * input.rates.poolGrowth));
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
  for (let row = UNREGISTERED * ROWS_PER_GROUP; row < REHIRED * ROWS_PER_GROUP; row++) {
    if (occupied[row] === 0) continue;
    const freeRow = FREE * ROWS_PER_GROUP + (row % ROWS_PER_GROUP);
    occupied[freeRow] = 1;
    for (let area = 0; area < areas; area++) {
      const moved = onGrid(persons[row * areas + area]! * share);
      persons[row * areas + area]! -= moved;
      persons[freeRow * areas + area]! += moved;
      registered[area]! += moved * (1 - unregisteredWeight);
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
  let shares = sharesOf(residents);
  if (priority) {
    const heap = heapOf(fresh, drive, weights);
    shares = sharesOf(placementShares(heap, placementGaps(input, state, year, residents), residents));
    for (const arrival of fresh.arrivals) redistribute(arrival, shares);
  }
  for (const { source, group, persons, occupied } of fresh.arrivals) {
    for (let cell = 0; cell < ROWS_PER_GROUP; cell++) {
      if (occupied[cell] === 0) continue;
      const row = persons.subarray(cell * state.areas, (cell + 1) * state.areas);
      settle(state, group, cell, row, drive, weights, flows[source], flows.registered);
    }
  }
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
  const placed = fresh.arrivals.reduce(
    (sum, arrival) => sum + counts(arrival.group) * rowsOf(arrival).reduce((heads, row) => heads + total(row), 0),
    0,
  );
  return fresh.batches.reduce((sum, batch) => sum + counts(batch.group) * batch.total, placed);
}

/** The rows that hold anybody: persons by area. */
function rowsOf({ persons, occupied }: People): Float64Array[] {
  const areas = persons.length / ROWS_PER_GROUP;
  return Array.from({ length: ROWS_PER_GROUP }, (_, cell) => cell)
    .filter((cell) => occupied[cell] === 1)
    .map((cell) => persons.subarray(cell * areas, (cell + 1) * areas));
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
function redistribute(people: People, shares: Shares): void {
  for (const row of rowsOf(people)) splitExactly(total(row), shares, row);
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
  const { areas, persons, occupied } = state;
  const to = group * ROWS_PER_GROUP + cell;
  const free = FREE * ROWS_PER_GROUP + cell;
  const weight = weightOf(group, weights);
  occupied[to] = 1;
  if (group !== UNREGISTERED || drive === 0) {
    for (let area = 0; area < areas; area++) {
      persons[to * areas + area]! += heads[area]!;
      entered[area]! += heads[area]! * weight;
    }
    return;
  }
  occupied[free] = 1;
  for (let area = 0; area < areas; area++) {
    const moved = onGrid(heads[area]! * drive);
    persons[to * areas + area]! += heads[area]! - moved;
    persons[free * areas + area]! += moved;
    entered[area]! += heads[area]! * weight;
    registered[area]! += moved * (1 - weights.unregistered);
  }
}

/** People without a place of their own, by residents. */
function addSplit(state: CohortState, batch: Batch, residents: Shares): void {
  const parts = new Float64Array(state.areas);
  splitExactly(batch.total, residents, parts);
  for (let area = 0; area < state.areas; area++)
    add(state, rowOf(batch.group, batch.sex, batch.age), area, parts[area]!);
}

/** What each area lacks, before this year's new GPs, of its minimum and of the wanted density. */
function placementGaps(input: CohortInput, state: CohortState, year: number, residents: Float64Array) {
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

const STATUSES = ['registered', 'assistant', 'unregistered', 'rehired', 'pool'] as const;
type Stocks = Record<(typeof STATUSES)[number], Float64Array>;

/** Persons by status and area. */
function stocksOf(state: CohortState): Stocks {
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
    pool: sum(POOL, POOL),
  };
}

function countedIn(stocks: Stocks, weights: CountWeights): Float64Array {
  return stocks.registered.map(
    (persons, area) =>
      persons +
      weights.assistant * stocks.assistant[area]! +
      weights.unregistered * stocks.unregistered[area]! +
      stocks.rehired[area]!,
  );
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

/** Writes the stocks and flows of one year into the projection; what counts under the rule is the closing stock. */
function record(projection: Projection, state: CohortState, flows: YearFlows, at: number, weights: CountWeights): void {
  const span = projection.horizon - projection.base + 1;
  const stocks = stocksOf(state);
  flows.closing.set(countedIn(stocks, weights));
  const write = (column: Float64Array, values: Float64Array): void => {
    for (let area = 0; area < state.areas; area++) column[area * span + at] = values[area]!;
  };
  for (const status of STATUSES) write(projection[status], stocks[status]);
  write(projection.gps, flows.closing);
  for (const flow of FLOWS) write(projection.flows[flow], flows[flow]);
}
