import type { Move } from './reassign/types.ts';
import type { CountingRule, PathName } from './types.ts';

/** Youngest and oldest single year of age in the stocks. */
export const MIN_AGE = 20;
export const AGES = 60;
/** Years from the beginning of a course to qualifying. Rural-oriented: five years of study, three of residency. */
export const DELAY: Readonly<Record<PathName, number>> = { transfer: 1, residency: 3, assistant: 2, ruralOriented: 8 };
/** How many years before the base year `levers` begins: the longest delay. */
export const HISTORY = 8;
/** Ages at which the newly qualified and the recruited enter, first and last, spread evenly. */
export const ENTRY_AGES: Readonly<
  Record<Exclude<PathName, 'transfer'> | 'recruit' | 'pool', readonly [number, number]>
> = {
  residency: [26, 28],
  assistant: [23, 25],
  ruralOriented: [26, 27],
  recruit: [25, 35],
  pool: [25, 35],
};
/** Years after which an unused certificate is void. */
export const LAPSE_YEARS = 5;
/** Nobody works on beyond this age. */
export const LAST_AGE = 75;

/** What the planner decides for one year. Intakes and recruits: persons of the whole place; the rest shares. */
export interface YearLevers {
  transfer: number;
  residency: number;
  assistant: number;
  ruralOriented: number;
  recruit: number;
  /** Share of the retiring who are rehired. */
  rehire: number;
  /** Share of the certified-unregistered registered in the year. */
  drive: number;
  /** Factor on attrition (1: no measure). */
  retention: number;
  /** New GPs go first to areas below the minimum, then to those below the wanted density. */
  priority: boolean;
}

/** What the world does, the same in every area and year. Shares from 0 to 1, probabilities a year. */
export interface Rates {
  /** [sex][age 20–79] by calendar year from base + 1: probability of dying within the year. */
  death: (year: number, sex: 0 | 1, age: number) => number;
  attrition: number;
  /** Ratio of attrition below 35 to that above. */
  youngAttrition: number;
  breach: number;
  postExit: number;
  /** Whole years of obligation left on 31 December of the year of qualifying, 0 to 6. */
  obligationYears: number;
  /** Completion × pass, by path. */
  pass: Record<PathName, number>;
  /** Share of the newly qualified who register at once; the rural-oriented all do. */
  registeredShare: number;
  lapse: boolean;
  rehireYears: number;
  /** Full-time equivalent at which a newly rehired GP counts. */
  fte: number;
  poolGrowth: number;
  /** Oldest age at which transfer training starts. */
  transferMaxAge: number;
  femaleShare: number;
}

export interface AreaOpening {
  /** Heads on 31 December of the base year. */
  registered: number;
  assistant: number;
  unregistered: number;
  pool: number;
  /** Shares by [sex][age 20–79] for GPs of every status, and for the pool; each sums to 1. */
  ageShares: [number[], number[]];
  poolShares: [number[], number[]];
  /** Twice the established township health centres; 0 where not known. */
  minimum: number;
  /** Share of the area's GPs who work in these centres. */
  centreShare: number;
}

/** One run of the cohort engine. */
export interface CohortInput {
  base: number;
  horizon: number;
  opening: AreaOpening[];
  /** By which the GPs of `opening` have been multiplied; absent: 1. */
  stockFactor?: number;
  /** Residents [area × year from base to horizon]. */
  residents: Float64Array;
  /** Levers by year, from base − HISTORY to horizon. Up to the base year only the intakes are read. */
  levers: YearLevers[];
  /** Listed people in training, of the whole place: they replace the intakes up to the base year. */
  training: { path: PathName; qualifies: number; persons: number }[] | null;
  /** Density wanted by year from base to horizon (GPs per 10,000), for priority placement; 0 where none. */
  wanted: number[];
  count: CountingRule;
  rates: Rates;
  /** Planned moves of whole persons (step 7). */
  moves?: readonly Move[];
  /** Who may be moved: the registered whom no obligation binds to their place, or assistants too. */
  movers?: 'registered' | 'assistants';
}
