import { AGES, LAPSE_YEARS, LAST_AGE, MIN_AGE } from '../cohort-input.ts';
import type { CohortInput } from '../cohort-input.ts';
import { ASSISTANT, FREE, POOL, UNREGISTERED } from '../cohort-state.ts';
import { retiredShare, retirementProbability } from '../retirement.ts';
import type { Sex } from '../types.ts';

/** The groups of the cohort engine, and two more. Rehired from the opening on: they count whole, those rehired later by their `fte`. */
export const REHIRED_WHOLE = POOL + 1;
/** On transfer training: out of the pool, not exposed to exits. */
export const TRAINEE = REHIRED_WHOLE + 1;
export const GROUPS = TRAINEE + 1;

/** Ages reached in a year, 20 to 80: who would turn 80 is past every date. */
export const REACHED = AGES + 1;

/** Ages of one year that are gone through in the same way: their cells within a group, and their place in `[sex × age reached]`. */
export interface AgeCells {
  cells: Int32Array;
  odds: Int32Array;
}

/**
 * What all draws of a run share. Persons stand in cells [area × group × sex × birth year], row-major: nobody moves when a year
 * passes. The age reached in year index `at` (0: base year) stands at age − 20 + span − 1 − at.
 */
export interface MicroPlan {
  areas: number;
  span: number;
  /** Birth years in a row. */
  width: number;
  /** [year index][sex × age reached]: probabilities of death, and of retirement for those not yet retired. */
  death: Float64Array[];
  retirement: Float64Array[];
  /** Highest probability of death among the ages at which nobody retires, over all years; among the rehired up to 74. */
  mostDeath: number;
  mostDeathRehired: number;
  /** [year index] ages at which nobody retires, at which some do, of the rehired up to 74, and above. */
  working: AgeCells[];
  retiring: AgeCells[];
  rehired: AgeCells[];
  last: AgeCells[];
  opening: OpeningStock[];
}

/** Expected persons of one status in the opening, cell by cell: running totals at the ends of the cells, over all areas. */
export interface OpeningStock {
  cells: Int32Array;
  /** Index into the totals [area × group]. */
  totals: Int32Array;
  until: Float64Array;
}

/** First cell of a group in an area. */
export function groupStart(plan: MicroPlan, area: number, group: number): number {
  return (area * GROUPS + group) * 2 * plan.width;
}

/** Cell of an age within its group, in the year with index `at`. */
export function cellOf(plan: { width: number; span: number }, sex: Sex, age: number, at: number): number {
  return sex * plan.width + age - MIN_AGE + plan.span - 1 - at;
}

/** @throws RangeError when the horizon does not lie after the base year, or residents are not [area × year] */
export function planOf(input: CohortInput): MicroPlan {
  const span = input.horizon - input.base + 1;
  const areas = input.opening.length;
  if (span < 2) throw new RangeError('the horizon must lie after the base year');
  if (input.residents.length !== areas * span) throw new RangeError('residents must be [area × year]');
  const plan: MicroPlan = {
    areas,
    span,
    width: AGES + span - 1,
    death: [],
    retirement: [],
    mostDeath: 0,
    mostDeathRehired: 0,
    working: [],
    retiring: [],
    rehired: [],
    last: [],
    opening: [],
  };
  for (let at = 0; at < span; at++) addYear(plan, input, at);
  plan.opening = openingStocks(plan, input);
  return plan;
}

function addYear(plan: MicroPlan, input: CohortInput, at: number): void {
  const year = input.base + at;
  const death = new Float64Array(2 * REACHED);
  const retirement = new Float64Array(2 * REACHED).fill(1);
  const lists = { working: [] as number[], retiring: [] as number[], rehired: [] as number[], last: [] as number[] };
  for (const sex of [0, 1] as const) {
    for (let age = MIN_AGE + 1; age <= MIN_AGE + AGES; age++) {
      const cell = sex * REACHED + age - MIN_AGE;
      if (age < MIN_AGE + AGES) {
        death[cell] = input.rates.death(year, sex, age);
        retirement[cell] = retirementProbability(sex, age, year);
      }
      if (at === 0) continue;
      (retirement[cell] === 0 ? lists.working : lists.retiring).push(cell);
      if (retirement[cell] === 0) plan.mostDeath = Math.max(plan.mostDeath, death[cell]!);
      // Nobody is rehired before a retirement date.
      if (age >= LAST_AGE) lists.last.push(cell);
      else if (retiredShare(sex, age - 1, year - 1) > 0 || retiredShare(sex, age, year) > 0) {
        lists.rehired.push(cell);
        plan.mostDeathRehired = Math.max(plan.mostDeathRehired, death[cell]!);
      }
    }
  }
  const cellsOf = (odds: number[]): AgeCells => ({
    odds: Int32Array.from(odds),
    cells: Int32Array.from(odds, (cell) => cellOf(plan, cell < REACHED ? 0 : 1, MIN_AGE + (cell % REACHED), at)),
  });
  plan.death.push(death);
  plan.retirement.push(retirement);
  plan.working.push(cellsOf(lists.working));
  plan.retiring.push(cellsOf(lists.retiring));
  plan.rehired.push(cellsOf(lists.rehired));
  plan.last.push(cellsOf(lists.last));
}

/** Registered, assistants, unregistered and pool of the base year; whoever is past the retirement date counts as rehired. */
function openingStocks(plan: MicroPlan, input: CohortInput): OpeningStock[] {
  const unused = input.rates.lapse ? LAPSE_YEARS : 1;
  return [
    openingStock(plan, input, 'registered', [FREE]),
    openingStock(plan, input, 'assistant', [ASSISTANT]),
    openingStock(
      plan,
      input,
      'unregistered',
      Array.from({ length: unused }, (_, j) => UNREGISTERED + j),
    ),
    openingStock(plan, input, 'pool', [POOL]),
  ];
}

function openingStock(
  plan: MicroPlan,
  input: CohortInput,
  status: 'registered' | 'assistant' | 'unregistered' | 'pool',
  groups: number[],
): OpeningStock {
  const parts: { cell: number; until: number }[] = [];
  const works = status === 'registered' || status === 'assistant';
  let before = 0;
  input.opening.forEach((opening, area) => {
    const shares = status === 'pool' ? opening.poolShares : opening.ageShares;
    const sum = [...shares[0], ...shares[1]].reduce((total, share) => total + share, 0);
    const add = (group: number, sex: Sex, age: number, persons: number): void => {
      if (persons <= 0) return;
      before += persons;
      parts.push({ cell: groupStart(plan, area, group) + cellOf(plan, sex, age, 0), until: before });
    };
    const end = before + opening[status];
    for (const sex of [0, 1] as const) {
      for (let i = 0; i < AGES; i++) {
        const persons = (opening[status] * shares[sex][i]!) / sum;
        const past = works ? retiredShare(sex, MIN_AGE + i, input.base) : 0;
        for (const group of groups) add(group, sex, MIN_AGE + i, (persons * (1 - past)) / groups.length);
        add(REHIRED_WHOLE, sex, MIN_AGE + i, persons * past);
      }
    }
    // Whole numbers of persons stay whole: no rounding is carried from area to area.
    before = end;
    const last = parts.at(-1);
    if (last !== undefined && opening[status] > 0) last.until = end;
  });
  return {
    cells: Int32Array.from(parts, ({ cell }) => cell),
    totals: Int32Array.from(parts, ({ cell }) => Math.floor(cell / (2 * plan.width))),
    until: Float64Array.from(parts, ({ until }) => until),
  };
}
