import { evaluateTarget, firstYearMet } from './targets.ts';
import type { TargetEvidence } from './target-case.ts';
import type { Answer, PlaceData, PolicyPack, Projection, TargetResult } from './types.ts';

/** The one thing that the reader came for: the document's headline target, judged, and the year in which it is reached. */
export function answerOf(
  pack: PolicyPack,
  place: PlaceData,
  run: {
    plan: Projection;
    baseline: Projection;
    targets: TargetResult[];
    given: TargetEvidence;
    hasPlan: boolean;
  },
): Answer | null {
  const headline = pack.targets.find((target) => target.headline === true);
  const result = run.targets.find(({ target }) => target.id === headline?.id);
  if (result === undefined) return null;
  const judged = result.past && result.status === 'unknown' ? atBaseYear(result, place, run) : result;
  const planMetYear = firstYearMet(run.plan, result.target, place, run.given);
  return {
    target: judged,
    year: judged === result ? result.target.year : run.plan.base,
    planMetYear,
    baselineMetYear: run.hasPlan
      ? firstYearMet(run.baseline, result.target, place, { ...run.given, moves: [] })
      : planMetYear,
    hasPlan: run.hasPlan,
  };
}

/** A target whose year has passed uncounted, judged on where the place stands now. The target itself stays as demanded. */
function atBaseYear(
  result: TargetResult,
  place: PlaceData,
  { plan, given }: { plan: Projection; given: TargetEvidence },
): TargetResult {
  const { month: _, ...atYearEnd } = result.target;
  const now = { ...atYearEnd, year: plan.base };
  return { ...evaluateTarget({ target: now, place, projection: plan, evidence: given }), target: result.target };
}
