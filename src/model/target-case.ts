import type { Move } from './reassign/types.ts';
import { countedInAll, sumOfYear } from './count.ts';
import type { CountingRule, PlaceData, Projection, Target, TargetResult } from './types.ts';

/** What is known beside the projection. */
export interface TargetEvidence {
  /** Values of the place's facts by key; null or absent where not known. */
  facts: Readonly<Record<string, number | null>>;
  /** Share of GPs who work in township health centres, 0–1. */
  centreShare: number | null;
  /** Counts of the whole place, one a year. */
  observed: readonly { year: number; certified: number | null; registered: number | null }[];
  /** Moves of whole persons that are in the projection: they are there from their first month to their last. */
  moves?: readonly Move[];
  /** Residents of the whole place in years before the base year. */
  pastResidents: Readonly<Record<number, number>>;
}

/** One target to be judged, with all that it is judged by. */
export interface TargetCase {
  target: Target;
  place: PlaceData;
  projection: Projection;
  evidence: TargetEvidence;
}

/** What a kind of target finds: see `TargetResult` for the meaning of each value. */
export interface Finding {
  required: number | null;
  projected: number | null;
  achieved: number | null;
  unit?: 'share';
  short?: { count: number; of: number };
  needs?: string;
}

/** Differences up to this are rounding of the arithmetic. */
export const TOLERANCE = 1e-9;

/** Heads of the whole place on 31 December: observed before the base year, projected from it on; null where not known. */
export function headsIn({ projection, evidence }: TargetCase, rule: CountingRule, year: number): number | null {
  if (year > projection.horizon) return null;
  if (year >= projection.base) return countedInAll(projection, rule, year - projection.base);
  const point = evidence.observed.find((observed) => observed.year === year);
  if (point === undefined || rule === 'certified-no-assistants' || rule === 'registered-no-assistants') return null;
  return point[rule];
}

/** Residents of the whole place on 31 December; null where not known. */
export function residentsIn({ projection, evidence }: TargetCase, year: number): number | null {
  if (year > projection.horizon) return null;
  if (year >= projection.base) return sumOfYear(projection, projection.residents, year - projection.base);
  return evidence.pastResidents[year] ?? null;
}

/** The fact that the target is about; null where not known. */
export function factOf({ target, evidence }: TargetCase): number | null {
  return target.fact === undefined ? null : (evidence.facts[target.fact] ?? null);
}

/** Draws the conclusion from what was found; unknown where either side of the comparison is. */
export function conclude({ target, projection }: TargetCase, finding: Finding): TargetResult {
  const { required, projected, achieved, unit = 'persons', short, needs } = finding;
  const past = target.year < projection.base;
  if (required === null || projected === null) {
    const missing = needs ?? (target.year > projection.horizon ? 'horizon' : 'observed');
    return {
      target,
      status: 'unknown',
      past,
      required,
      projected: null,
      gap: null,
      unit,
      achieved: null,
      above: false,
      needs: missing,
    };
  }
  const gap = Math.max(0, required - projected);
  return {
    target,
    status: gap > TOLERANCE ? 'missed' : 'met',
    past,
    required,
    projected,
    gap,
    unit,
    achieved,
    above: target.high !== undefined && achieved !== null && achieved > target.high + TOLERANCE,
    ...(short === undefined ? {} : { short }),
  };
}
