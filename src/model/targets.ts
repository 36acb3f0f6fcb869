import { findFacilityMinimum } from './target-centres.ts';
import { conclude } from './target-case.ts';
import type { Finding, TargetCase, TargetEvidence } from './target-case.ts';
import { findCoverage, findDensity, findGrowth, findHeadcount, findShare } from './target-heads.ts';
import { findQuota } from './target-quota.ts';
import type { PlaceData, PolicyPack, Projection, Target, TargetResult } from './types.ts';

/**
 * Judges every target of a document against a projection, each under its own counting rule. Years before the base year are judged on
 * what was counted; heads and flows of years after the horizon, and whatever lacks a figure, are unknown. Facts are taken as they are.
 * @returns one result a target, in the order of the document
 * @throws RangeError when place and projection differ in their areas
 */
export function evaluateTargets(
  pack: PolicyPack,
  place: PlaceData,
  projection: Projection,
  evidence: TargetEvidence,
): TargetResult[] {
  if (place.areas.length !== projection.areas) throw new RangeError('the projection is of other areas');
  return pack.targets.map((target) => evaluateTarget({ target, place, projection, evidence }));
}

/** Judges one target; see `evaluateTargets`. */
export function evaluateTarget(given: TargetCase): TargetResult {
  return conclude(given, find(given));
}

function find(given: TargetCase): Finding {
  const { kind } = given.target;
  switch (kind) {
    case 'density':
    case 'staff_density':
      return findDensity(given);
    case 'headcount':
      return findHeadcount(given);
    case 'facility_minimum':
      return findFacilityMinimum(given);
    case 'coverage':
      return findCoverage(given);
    case 'growth':
      return findGrowth(given);
    case 'quota':
      return findQuota(given);
    case 'share':
      return findShare(given);
    default:
      return kind satisfies never;
  }
}

/**
 * First year, from the target's year (or the base year, if later) to the horizon, in which the target's level is reached: by the
 * residents and GPs of that year, at its end. Growth, quotas and shares are tied to their own year and are reached then or never.
 * @returns null where it is not reached by the horizon
 */
export function firstYearMet(
  projection: Projection,
  target: Target,
  place: PlaceData,
  evidence: TargetEvidence,
): number | null {
  const met = (tried: Target): boolean =>
    evaluateTarget({ target: tried, place, projection, evidence }).status === 'met';
  if (target.year >= projection.base && met(target)) return target.year;
  if (target.kind === 'growth' || target.kind === 'quota' || target.kind === 'share') return null;
  for (let year = Math.max(target.year, projection.base); year <= projection.horizon; year++) {
    if (met({ ...target, year, month: undefined })) return year;
  }
  return null;
}
