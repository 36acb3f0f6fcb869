import type { MovePlan } from './reassign/types.ts';

/**
 * The plain values that every part of Wanren agrees on (DESIGN §2, §3, §5).
 * Units: persons, years of age, calendar years (31 December), shares from 0 to 1, unless a name says otherwise.
 */

export type Lang = 'zh' | 'en';
/** A name or a sentence in both languages. */
export type Text = Record<Lang, string>;

/**
 * Where a figure comes from. `official`: a document and table are named. `derived`: computed from official
 * figures by a stated rule. `judgement`: an expert guess between sourced bounds. `illustrative`: made up.
 */
export type Provenance = 'official' | 'derived' | 'judgement' | 'illustrative';
export interface Source {
  provenance: Provenance;
  /** Document, table, rule. Shown to the reader as it stands. */
  text: Text;
  /** Generally known, but not checked against the source. */
  unverified?: boolean;
}

export type Level = 'country' | 'province' | 'prefecture' | 'county' | 'township';
export type Sex = 0 | 1; // 0 male, 1 female: the index in every [sex × …] array
export type PathName = 'transfer' | 'residency' | 'assistant' | 'ruralOriented';
export const PATHS: readonly PathName[] = ['transfer', 'residency', 'assistant', 'ruralOriented'];

/** The step of the funnel at which a GP counts, and whether assistant GPs count (口径). */
export type CountingRule = 'certified' | 'certified-no-assistants' | 'registered' | 'registered-no-assistants';

export type PopulationMode = 'constant' | 'trend' | 'projected' | 'cohort';
export type Migration = 'none' | 'observed';

/** A planning unit on which the model runs. */
export interface Area {
  code: string;
  parent: string;
  level: Level;
  name: Text;
  /** Established township health centres (建制乡镇卫生院); null where not known. */
  centres: number | null;
  /** Share of residents outside urban areas at the last census, 0–1; null where not known. */
  ruralShare: number | null;
  /** The pool of county hospital GPs: stocks, ages and exits like any area, but no residents, centre or density. */
  institution?: 'hospital';
  /** Degrees; where distances are not given, straight lines are taken between positions. */
  position?: { longitude: number; latitude: number };
}

/** Residents of one area. */
export interface AreaResidents {
  /** Counted or published residents, ascending by year. */
  observed: { year: number; persons: number }[];
  /** The file's own projected residents, ascending; empty where there are none. */
  projected: { year: number; persons: number }[];
  /** Yearly growth factor that replaces the area's own trend (boundaries changed); null: its own. */
  trendFactor: number | null;
  /** Census ages: [sex][19 bands: 0, 1–4, 5–9, …, 80–84, 85+], by census year; empty where not known. */
  ages: { year: number; persons: [number[], number[]] }[];
}

/** GPs and eligible physicians of one area on 31 December of the base year. */
export interface AreaStock {
  registered: number;
  assistant: number;
  unregistered: number;
  /** Eligible physicians (可转岗医师) who may take transfer training. */
  pool: number;
  /** Shares of all GPs by [sex][age 20–79], summing to 1; null: the default age structure. */
  ageShares: [number[], number[]] | null;
  /** People in training and the year in which they are due to qualify; null: not listed, the baseline intake has run. */
  training: { path: PathName; qualifies: number; persons: number }[] | null;
  source: Source;
}

/** A prepared starting point of a place. */
export interface Start {
  base: number;
  /** Institutions whose GPs are in the stocks: all of the place, or only its own (区属医疗机构). */
  scope: 'all' | 'own';
  name: Text;
  /** One stock per area, in the order of `areas`. */
  stocks: AreaStock[];
}

/** A counted or derived past value of the whole place. */
export interface ObservedPoint {
  year: number;
  scope: 'all' | 'own';
  certified: number | null;
  registered: number | null;
  source: Source;
}

/** A figure of the place that the engine does not project and that some targets are about. */
export interface Fact {
  key: string;
  name: Text;
  unit: Text;
  /** null: not found; the reader is asked for it. */
  value: number | null;
  low: number;
  high: number;
  source: Source;
}

/** Several areas shown together (a prefecture of a province). */
export interface AreaGroup {
  code: string;
  level: Level;
  name: Text;
  /** Indices into `areas`. */
  members: number[];
}

/** Everything that is known about a place; plain values, ready for the model. */
export interface PlaceData {
  id: string;
  name: Text;
  level: Level;
  /** Default policy pack. */
  policy: string;
  workforce: 'gp' | 'staff';
  areas: Area[];
  groups: AreaGroup[];
  residents: AreaResidents[];
  /** Distances between areas, by their indices, in both directions alike unless both are given; pairs may be missing. */
  distances?: { from: number; to: number; km: number }[];
  /** Residents of the whole place where they are published beside those of the areas: the areas are scaled to add up to them. */
  whole: AreaResidents | null;
  /** Ascending by base year; the last one of scope `all` is the default. */
  starts: Start[];
  observed: ObservedPoint[];
  /** The denominator that the document itself uses, where it can be told. */
  documentResidents: { persons: number; source: Source } | null;
  /** Default yearly intakes and recruits of the whole place, persons a year; with a range where the place publishes none of its own. */
  intake: Record<PathName | 'recruit', { value: number; range?: { low: number; high: number }; source: Source }>;
  facts: Fact[];
  /** What the reader must know about the figures of this place. */
  notes: { text: Text; source: Source }[];
}

/* ---------- policy packs ---------- */

export type TargetKind =
  'density' | 'headcount' | 'facility_minimum' | 'coverage' | 'staff_density' | 'growth' | 'quota' | 'share';

/** A sentence of a document, quoted in the original, with a translation. */
export interface Clause {
  /** Where in the document: section and item. */
  where: Text;
  zh: string;
  en: string;
}

export interface Target {
  id: string;
  kind: TargetKind;
  year: number;
  /** 1–12 where the document names one; end of the year otherwise. */
  month?: number;
  /** In the unit of the kind: per 10,000, persons, share. The lower end of a range. */
  value: number;
  /** Upper end of a range such as 2–3 or 30–50. */
  high?: number;
  name: Text;
  count: CountingRule;
  clause: Clause;
  /** The target that the answer sentence is about: one of a pack. */
  headline?: true;
  /** facility_minimum: every centre, or on average. */
  each?: 'every' | 'average';
  /** quota: `year` for each year from `since` to `year`, `total` for the sum of these years. */
  per?: 'year' | 'total';
  /** First year that a growth or quota target covers. */
  since?: number;
  /** coverage, share, and quotas of what the engine does not project: the fact that holds the achieved value. */
  fact?: string;
  /** quota: what is counted; `recruit` and `transfer` are flows of the projection. */
  of?: 'recruit' | 'transfer' | 'fact';
  /** density, staff_density: people whom the document divides by, whatever the year; absent: the residents. */
  residents?: number;
  /** density, staff_density: which people these are, where they are not the residents; without `residents` their number is not known. */
  population?: OtherPopulation;
  /** coverage, share: figures of the reader's own in place of a fact. */
  given?: GivenFigures;
  /** What the document itself asks for, where the reader has changed it into this. */
  changes?: Target;
  /** The document that asks for it, where it is not the pack that is open; `own`: the reader's own target. */
  askedBy?: TargetDocument;
}

/** Denominators beside the residents: registered (户籍) and service population (服务人口), and the number that a document reckons with. */
export const OTHER_POPULATIONS = ['registered', 'service', 'document'] as const;
export type OtherPopulation = (typeof OTHER_POPULATIONS)[number];

/** Persons that the reader gives for a target on coverage or a share; what is not known is asked for. */
export interface GivenFigures {
  /** share: those who have what is asked for. */
  have?: number;
  /** coverage: physicians in post; share: what it is a share of, and where absent the GPs (or staff) of the projection in that year. */
  base?: number;
  /** Where the figures of a target of her own come from, in the reader's words. */
  source?: string;
}

export interface TargetDocument {
  id: string;
  name: Text;
  /** ISO date after which it no longer binds, where it says so. */
  until?: string;
}

/** A measure that a document names. */
export interface PolicyLever {
  /** Field key of the scenario, or null where the tool has no lever for it. */
  field: string | null;
  name: Text;
  /** The value that the document itself sets, in the unit of the field. */
  value?: number;
  clause: Clause;
}

/** Institutions that a document speaks of when it says where something holds. */
export type InstitutionScope = 'township-centres' | 'primary-care' | 'all';

/** What a document states without demanding it: read back against its own targets, never projected. */
export type Claim =
  /** GPs (or staff) in post on the way to the targets. */
  | { kind: 'heads'; year: number; value: number; count: CountingRule; clause: Clause }
  /** The same per 10,000. */
  | { kind: 'density'; year: number; value: number; count: CountingRule; clause: Clause }
  /** The institutions in which a target is counted, as one place of the document has it. */
  | { kind: 'scope'; target: string; institutions: InstitutionScope; clause: Clause };

/** Who pays, in the order in which odd yuan are assigned. `unstated`: the document does not say. */
export const PAYERS = ['central', 'province', 'prefecture', 'county', 'institution', 'unstated'] as const;
export type Payer = (typeof PAYERS)[number];
/** Parts that each payer bears: whole numbers, so that halves and thirds are exact. */
export type Sharing = Partial<Record<Payer, number>>;

/**
 * What a cost is paid for. `…-trainee`, `recruit`, `move`: once a person; `…-year`: every year that somebody is in training or a village
 * clinic runs; `gp-month`, `dispatch-month`: every month that somebody is paid or away.
 */
export type CostUnit =
  | 'transfer-trainee'
  | 'residency-year'
  | 'assistant-year'
  | 'rural-year'
  | 'recruit'
  | 'gp-month'
  | 'dispatch-month'
  | 'clinic-year';

/** What one item costs and who pays it. */
export interface CostRule {
  /** Part of the key of its field: letters. */
  id: string;
  unit: CostUnit;
  name: Text;
  /** Yuan a unit; null: no source was found, and the reader is asked. Of `gp-month` the lever of the allowance holds it. */
  amount: number | null;
  sharing: Sharing;
  /** Areas where others pay, by the beginning of their codes. */
  exceptions?: { areas: string[]; name: Text; sharing: Sharing }[];
  clause?: Clause;
  source: Source;
}

export interface PolicyPack {
  id: string;
  /** Id of the prepared place that it governs; absent: whatever place it is opened on. */
  place?: string;
  name: Text;
  issuer: Text;
  /** Document number; empty where the document has none. */
  number: string;
  /** ISO date of issue; null where the document has none. */
  issued: string | null;
  /** ISO dates between which it is in force, where it says so. */
  inForce?: { from: string; until: string; clause?: Clause };
  workforce: 'gp' | 'staff';
  count: CountingRule;
  countNote: Text;
  /** Certificates unused for five years are void under this document. */
  lapse: boolean;
  /** The three tables that it asks counties to report every month are those of Hunan's notice. */
  monthlyForms?: true;
  targets: Target[];
  levers: PolicyLever[];
  claims?: Claim[];
  /** The reader has brought it: its id names it by name and fingerprint. Not part of the file. */
  own?: true;
  /** Other documents of the place, which a scenario can hold it against as well. Not part of the file. */
  others?: PolicyPack[];
  costs?: CostRule[];
}

/* ---------- results ---------- */

export const FLOWS = [
  'opening',
  'deaths',
  'retired',
  'left',
  'leftAfterObligation',
  'breached',
  'lapsed',
  'transfer',
  'residency',
  'assistant',
  'ruralOriented',
  'registered',
  'recruited',
  'rehired',
  'movedIn',
  'movedOut',
  'closing',
] as const;
/** Under the counting rule: opening − exits + entries = closing, exactly, in every area and year. */
export type FlowName = (typeof FLOWS)[number];

/** One projection (plan or baseline). Arrays are [area × year], row-major, years from base to horizon. */
export interface Projection {
  base: number;
  horizon: number;
  areas: number;
  /** Denominator, persons. */
  residents: Float64Array;
  /** Heads by status; rehired in full-time equivalents. */
  registered: Float64Array;
  assistant: Float64Array;
  unregistered: Float64Array;
  rehired: Float64Array;
  /** Of the registered: those whose obligation has ended in this year. */
  freed: Float64Array;
  /** Eligible physicians left. */
  pool: Float64Array;
  /** GPs under the scenario's counting rule. */
  gps: Float64Array;
  /** Years in which the pool could not fill the transfer intake that was asked for; absent: in none. */
  capped?: { year: number; asked: number; pool: number }[];
  /** GPs under the counting rule; the base year's flows are zero but for closing. */
  flows: Record<FlowName, Float64Array>;
  /**
   * The sums of all columns over the areas, where they were made together with it: a projection of one area. A projection in brief has
   * of `flows`, `freed` and `pool` these sums alone, in the very same arrays.
   */
  whole?: Projection;
}

export type TargetStatus = 'met' | 'missed' | 'unknown';
export interface TargetResult {
  target: Target;
  status: TargetStatus;
  /** The year lies before the base year: judged on what was observed. */
  past: boolean;
  /** In `unit`: persons for most kinds, share for coverage and share. null where unknown. */
  required: number | null;
  projected: number | null;
  /** required − projected, never below 0. */
  gap: number | null;
  unit: 'persons' | 'share';
  /** Value on the target's own scale (per 10,000, persons, share), to set beside `target.value`. */
  achieved: number | null;
  /** Above the upper end of a range. */
  above: boolean;
  /** Centres or years that are below, where the kind counts them. */
  short?: { count: number; of: number };
  /** What the reader must supply before it can be judged. */
  needs?: string;
}

/** Everything that the answer sentence says. */
export interface Answer {
  target: TargetResult;
  /** Year that the judgement is about: the target's, or the base year where the target lies before it and was not observed. */
  year: number;
  /** First year from the target year on in which the target's level is reached; null: not before the horizon. */
  planMetYear: number | null;
  baselineMetYear: number | null;
  /** The plan differs from the baseline by at least one lever. */
  hasPlan: boolean;
}

/** Something that the reader must be told; the words are in the dictionary under `code`. */
export interface Problem {
  code: string;
  values: Record<string, string | number>;
}

/** What one run of the model gives back. */
export interface Result {
  place: string;
  policy: string;
  years: number[];
  plan: Projection;
  baseline: Projection;
  targets: TargetResult[];
  baselineTargets: TargetResult[];
  answer: Answer | null;
  /** Required density by year along the document's density targets (linear between them); null outside. */
  targetPath: (number | null)[];
  /** Past values of the whole place under the counting rule, with density. */
  observed: { year: number; gps: number; density: number; source: Source }[];
  /** Densities of the naive alternatives by year, base to horizon; null where the data do not allow them. */
  naive: { noChange: number[]; linear: number[] | null; grey: number[] | null };
  /** Who is reassigned, when and why; null: no lever of reassignment is on, or its plan is not made yet. */
  moves: MovePlan | null;
  problems: Problem[];
}
