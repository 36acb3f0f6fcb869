import type { CountingRule } from '../model/types.ts';

/** What the answer sentence says, numbers already written out. */
export interface AnswerFacts {
  place: string;
  workforce: 'gp' | 'staff';
  count: CountingRule;
  year: number;
  month: number | null;
  /** The target year lies before the base year: what was, not what will be. */
  past: boolean;
  met: boolean;
  /** The document's own date, where that has passed uncounted and the target is judged on a later year. */
  overdue: { year: number; month: number | null } | null;
  /** Projected or observed value on the target's own scale. */
  value: string;
  /** Demanded value on the target's own scale. */
  asked: string;
  /** Persons short, rounded up; 0 where none. */
  gap: number;
  /** Persons above the demand, rounded down. */
  spare: number;
  /** Percentage points short, for shares; empty for what is counted in persons. */
  points: string;
  planMetYear: number | null;
  baselineMetYear: number | null;
  hasPlan: boolean;
  horizon: number;
  /** facility_minimum of counties: nothing is known about who works in which centre, so the figures are the best case. */
  bestCase: boolean;
  /** facility_minimum: centres, and those of them that have the minimum. */
  centres: number;
  served: number;
  /** Name of the target, for kinds that are neither density, headcount nor facility minimum. */
  target: string;
  /** What must be supplied before it can be judged. */
  needs: string;
}
