import { AGES, LAPSE_YEARS, LAST_AGE, MIN_AGE } from '../cohort-input.ts';
import type { CohortInput } from '../cohort-input.ts';
import { ASSISTANT, FREE, FREED, MAX_OBLIGATION, REHIRED, UNREGISTERED } from '../cohort-state.ts';
import { retiredShare, retirementProbability } from '../retirement.ts';
import type { Sex } from '../types.ts';

/** The groups of GPs of the cohort engine, and one more: rehired from the opening on. They count whole, those rehired later by their `fte`. */
export const REHIRED_WHOLE = REHIRED + 1;
export const GROUPS = REHIRED_WHOLE + 1;

/** Below 35; up to 74; 75 and above, when nobody works on. */
export const YOUNG = 0;
export const OLD = 1;
export const LAST = 2;

/** Who leaves in the same pass: everybody but the rehired. */
export const isGp = (group: number): boolean => group < REHIRED;

/**
 * What all draws of a run share. Persons stand in cells [area × group × sex × birth year], row-major: nobody moves when a year
 * passes. The age reached in year index `at` (0: base year) stands at age − 20 + span − 1 − at.
 */
export interface MicroPlan {
  areas: number;
  span: number;
  /** Birth years in a row. */
  width: number;
  /** Cells of a group in an area: both sexes. */
  size: number;
  /** Words of 32 cells that a group takes in the marks of who is there. */
  words: number;
  /** [year index][cell of a group]: probabilities of death, and of retirement for those not yet retired. */
  death: Float64Array[];
  retirement: Float64Array[];
  /** [year index][cell of a group]: probability of neither. */
  remain: Float64Array[];
  /** [year index][cell of a group]: YOUNG, OLD or LAST. */
  band: Uint8Array[];
  /** [year index][sex] how many ages from 21 on nobody retires at. */
  working: [number, number][];
  /** [year index] cells at which nobody retires, in order: those of the men, then those of the women. */
  slots: Int32Array[];
  /** [year index][sex] how many ages from 21 on somebody may be at: who must retire leaves, after a year on training at the latest. */
  ages: [number, number][];
  /** Highest probability of death among the ages at which nobody retires, over all years. */
  mostDeath: number;
  opening: OpeningStock[];
  /** That of the opening; see `CohortInput`. */
  stockFactor: number;
}

/** Expected persons of one status in the opening, cell by cell: running totals at the ends of the cells, over all areas. */
export interface OpeningStock {
  area: Int32Array;
  group: Int32Array;
  /** Cell within the group. */
  cell: Int32Array;
  until: Float64Array;
  /** No GPs: they have no group, and no factor changes them. */
  isPool: boolean;
}

/**
 * Rows of those bound by an obligation stand in a ring, by the year in which it ends, so that nobody moves when a year is served.
 * @param left years of obligation left at the end of year index `at`; 0: the first year after it
 */
export function boundGroup(left: number, at: number): number {
  return FREED + ((left + at) % (MAX_OBLIGATION + 1));
}

/** Rows of the certified-unregistered stand in a ring by the year of the certificate, unless none lapses. @param at year index of the certificate */
export function certifiedGroup(at: number, lapse: boolean): number {
  return UNREGISTERED + (lapse ? at % LAPSE_YEARS : 0);
}

/** Cell of an age within its group, in the year with index `at`. */
export function cellOf(plan: MicroPlan, sex: number, age: number, at: number): number {
  return sex * plan.width + age - MIN_AGE + plan.span - 1 - at;
}

/** @throws RangeError when the horizon does not lie after the base year, or residents are not [area × year] */
export function planOf(input: CohortInput): MicroPlan {
  const span = input.horizon - input.base + 1;
  const areas = input.opening.length;
  if (span < 2) throw new RangeError('the horizon must lie after the base year');
  if (input.residents.length !== areas * span) throw new RangeError('residents must be [area × year]');
  const width = AGES + span - 1;
  const plan: MicroPlan = {
    areas,
    span,
    width,
    size: 2 * width,
    words: Math.ceil((2 * width) / 32),
    death: [],
    retirement: [],
    remain: [],
    band: [],
    working: [],
    slots: [],
    ages: [],
    mostDeath: 0,
    opening: [],
    stockFactor: input.stockFactor ?? 1,
  };
  for (let at = 0; at < span; at++) addYear(plan, input, at);
  const unused = Array.from({ length: input.rates.lapse ? LAPSE_YEARS : 1 }, (_, j) => UNREGISTERED + j);
  plan.opening = [
    openingStock(plan, input, 'registered', [FREE]),
    openingStock(plan, input, 'assistant', [ASSISTANT]),
    openingStock(plan, input, 'unregistered', unused),
    openingStock(plan, input, 'pool', [FREE]),
  ];
  return plan;
}

function addYear(plan: MicroPlan, input: CohortInput, at: number): void {
  const year = input.base + at;
  // Whoever was past the date in the opening, or on training before it, has left after this year.
  const settled = 1 + Math.max(1, ...(input.training ?? []).map(({ qualifies }) => qualifies - input.base));
  const death = new Float64Array(plan.size);
  // Whoever would turn 80 is past every date.
  const retirement = new Float64Array(plan.size).fill(1);
  const band = new Uint8Array(plan.size).fill(LAST);
  const working: [number, number] = [0, 0];
  const ages: [number, number] = [AGES, AGES];
  for (const sex of [0, 1] as const) {
    for (let age = MIN_AGE + 1; age < MIN_AGE + AGES; age++) {
      const cell = cellOf(plan, sex, age, at);
      death[cell] = input.rates.death(year, sex, age);
      retirement[cell] = retirementProbability(sex, age, year);
      if (at > settled && working[sex] < age - MIN_AGE - 1 && plan.retirement[at - 2]![cell] === 1)
        ages[sex] = Math.min(ages[sex], age - MIN_AGE - 1);
      band[cell] = age < 35 ? YOUNG : age < LAST_AGE ? OLD : LAST;
      if (retirement[cell] > 0 || working[sex] < age - MIN_AGE - 1) continue;
      working[sex]++;
      if (at > 0) plan.mostDeath = Math.max(plan.mostDeath, death[cell]);
    }
  }
  plan.death.push(death);
  plan.retirement.push(retirement);
  plan.remain.push(death.map((die, cell) => (1 - die) * (1 - retirement[cell]!)));
  plan.band.push(band);
  plan.working.push(working);
  plan.slots.push(
    Int32Array.from(
      ([0, 1] as const).flatMap((sex) => {
        const first = cellOf(plan, sex, MIN_AGE + 1, at);
        return Array.from({ length: working[sex] }, (_, i) => first + i);
      }),
    ),
  );
  plan.ages.push(ages);
}

/** One status of the base year; who works as a GP past the retirement date counts as rehired. @param groups that share it evenly */
function openingStock(
  plan: MicroPlan,
  input: CohortInput,
  status: 'registered' | 'assistant' | 'unregistered' | 'pool',
  groups: number[],
): OpeningStock {
  const stock = { area: [] as number[], group: [] as number[], cell: [] as number[], until: [] as number[] };
  const works = status === 'registered' || status === 'assistant';
  let before = 0;
  input.opening.forEach((opening, area) => {
    const shares = status === 'pool' ? opening.poolShares : opening.ageShares;
    const sum = [...shares[0], ...shares[1]].reduce((total, share) => total + share, 0);
    const add = (group: number, sex: Sex, age: number, persons: number): void => {
      if (persons <= 0) return;
      before += persons;
      stock.area.push(area);
      stock.group.push(group);
      stock.cell.push(cellOf(plan, sex, age, 0));
      stock.until.push(before);
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
    if (stock.until.length > 0 && opening[status] > 0) stock.until[stock.until.length - 1] = end;
  });
  return {
    area: new Int32Array(stock.area),
    group: new Int32Array(stock.group),
    cell: new Int32Array(stock.cell),
    until: new Float64Array(stock.until),
    isPool: status === 'pool',
  };
}
