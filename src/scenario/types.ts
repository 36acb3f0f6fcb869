import type { Provenance, Source } from '../model/types.ts';
import type { Plans } from './plans.ts';
import type { View } from './views.ts';

/** `cost`: a figure of the ledger, which the projection does not read. `target`: what the place is held against. */
export type FieldKind = 'lever' | 'assumption' | 'setting' | 'cost' | 'target';
/** Unit codes; the words are in the dictionary. */
export type Unit =
  'year' | 'persons/year' | 'persons' | 'share' | 'share/year' | 'yuan/month' | 'share/1000yuan' | 'none';
export type Value = number | string;

/** One scenario field: the same table draws the sliders, reads and writes links, and answers `--fields`. */
export interface Field {
  key: string;
  kind: FieldKind;
  type: 'number' | 'choice' | 'switch' | 'target';
  unit: Unit;
  /** Default for this place, policy and base year. */
  default: Value;
  /** Smallest and largest value that a link or slider may hold (numbers only). */
  min: number;
  max: number;
  step: number;
  choices?: readonly string[];
  /** Uncertainty for the microsimulation: PERT(low, default, high), or fixed. */
  low: number | null;
  high: number | null;
  distribution: 'PERT' | 'fixed';
  source: Source;
  /** The value that the document itself sets: a red tick on the slider. */
  documentValue?: number;
  /** Dictionary code of why the field has no effect now (counting rule, place, other field); null: it has. */
  inert: string | null;
}

/** Only what differs from the defaults. */
export interface Scenario {
  place: string;
  /** Policy pack; absent: the place's own. */
  policy?: string;
  /** The own files that it rests on: name and fingerprint. */
  data?: string;
  /** What is open below the answer; absent: the usual. */
  view?: View;
  /** Of the plan on the screen. */
  values: Readonly<Record<string, Value>>;
  /** All plans, the one on the screen among them; absent where there is one, without a name or a lock. */
  plans?: Plans;
}

export type { Provenance };
