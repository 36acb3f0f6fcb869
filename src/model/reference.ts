import type { PathName, Source } from './types.ts';

/** A parameter or default with its range; `low`, `mode` and `high` in `unit`. */
export interface Parameter {
  low: number;
  mode: number;
  high: number;
  /** A unit code of the scenario fields. */
  unit: string;
  source: Source;
}

/** GPs of the whole nation at the end of a year. */
export interface NationalPoint {
  year: number;
  /** All certified, registered or not; derived where only the ratio is published. */
  total: number;
  registered: number | null;
  /** GPs per 10,000: total ÷ year-end residents as revised after the census of 2020; null before 2012. */
  density: number | null;
  /** GPs per 10,000 as the bulletin of the year printed it. */
  published: number | null;
  source: Source;
}

/** National trainees of one path by year of intake, and the default for years without a figure. */
export interface NationalIntake {
  years: { year: number; persons: number; source: Source }[];
  default: Parameter;
}

/** Values inferred from the national series: persons a year, share a year. */
export interface Calibration {
  transfer: { value: number; low: number; high: number };
  drive: { value: number; low: number; high: number };
  /** Registered share of all GPs at the end of 2024; null: not inferred, the last known share is held. */
  registeredShare2024: number | null;
  source: Source;
}

/** Facts that hold for every place: plain values, ready for the model and the scenario fields. */
export interface Reference {
  /** Ascending by year; years without a count are missing. */
  nationalSeries: NationalPoint[];
  /** Year-end residents of the nation, armed forces included, persons. */
  nationalResidents: { year: number; persons: number }[];
  nationalIntake: Record<Exclude<PathName, 'transfer'>, NationalIntake>;
  /** Licensed (assistant) physicians of the nation at the end of 2018, GPs included. */
  physicians2018: number;
  /** Census 2020 ages of the nation: [sex][19 bands]; for areas without ages of their own. */
  nationalAges: { year: number; persons: [number[], number[]] };
  /** Share of boys among the residents of age 0 in the census of 2020. */
  maleShareAtBirth: number;
  /** By the key of the scenario field that it is the default of; others under their own name. */
  parameters: Record<string, Parameter>;
  calibration: Calibration;
  /** Default shares of all GPs by [sex][age 20–79], summing to 1. */
  ageShares: [number[], number[]];
  /** Default shares of the eligible physicians by [sex][age 20–79], summing to 1: the ages of transfer trainees. */
  poolShares: [number[], number[]];
  ageSource: Source;
  poolAgeSource: Source;
  /** Share of women among GPs. */
  femaleShare: number;
  mortality: {
    /** First calendar year of each five-year period, ascending. */
    periods: number[];
    /** Deaths per person-year: [period][sex][single age 0–100]; 100 stands for 100 and over. */
    mx: [number[], number[]][];
    source: Source;
  };
  fertility: {
    /** Calendar year of the first row. */
    first: number;
    /** Births per woman per year: [year − first][age group 10–14, 15–19, …, 50–54]. */
    rates: number[][];
    source: Source;
  };
  /** UN estimates and medium variant: persons a year; life expectancy at birth, years [male, female]. */
  vital: {
    year: number;
    births: number;
    deaths: number;
    netMigration: number;
    fertility: number;
    lifeExpectancy: [number, number];
  }[];
  vitalSource: Source;
}
