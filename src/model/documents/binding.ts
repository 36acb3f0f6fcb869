import type { PlaceData, PolicyPack, Target } from '../types.ts';

/** What one document asks for in one year, in heads, so that its kinds of targets can be set beside one another. */
export interface Demand {
  heads: number;
  /** The target that asks for most. */
  target: Target;
  /** The document is in force at the end of the year. */
  inForce: boolean;
  /** No document in force asks for more in this year. */
  binds: boolean;
}

/** Demands of one year by id of the document; absent: it asks for nothing yet. */
export interface YearDemands {
  year: number;
  by: Record<string, Demand>;
}

/** The id of the document that asks for a target. */
export const documentOf = (target: Target, pack: Pick<PolicyPack, 'id'>): string => target.askedBy?.id ?? pack.id;

/**
 * What each document asks for year by year, and which is the strictest in force. A target asks from its year on, until a later one of
 * its document and kind takes its place. Growth, quotas and shares are no numbers of heads and are left out.
 * @param residents of the whole place by year of `years`
 * @param targets of all documents
 */
export function yearDemands(
  targets: readonly Target[],
  pack: Pick<PolicyPack, 'id' | 'inForce'>,
  place: PlaceData,
  years: readonly number[],
  residents: readonly number[],
): YearDemands[] {
  const centres = place.areas.reduce((sum, area) => sum + (area.centres ?? 0), 0);
  const ids = [...new Set(targets.map((target) => documentOf(target, pack)))];
  return years.map((year, index) => {
    const by: Record<string, Demand> = {};
    for (const id of ids) {
      const asked = targets
        .filter((target) => documentOf(target, pack) === id && isLatest(target, targets, year))
        .map((target) => ({ target, heads: headsAsked(target, residents[index] ?? NaN, centres) }))
        .filter(({ heads }) => heads > 0);
      const most = asked.reduce<(typeof asked)[number] | null>(
        (best, one) => (best !== null && best.heads >= one.heads ? best : one),
        null,
      );
      if (most !== null) by[id] = { ...most, inForce: isInForce(most.target, pack, year), binds: false };
    }
    const valid = Object.values(by).filter((demand) => demand.inForce);
    const strictest = Math.max(...valid.map(({ heads }) => heads));
    for (const demand of valid) demand.binds = demand.heads === strictest;
    return { year, by };
  });
}

function isLatest(target: Target, targets: readonly Target[], year: number): boolean {
  if (target.year > year) return false;
  return !targets.some(
    (other) =>
      other.kind === target.kind &&
      other.askedBy?.id === target.askedBy?.id &&
      other.count === target.count &&
      other.year > target.year &&
      other.year <= year,
  );
}

/** NaN where the target is no number of heads. */
function headsAsked(target: Target, residents: number, centres: number): number {
  switch (target.kind) {
    case 'density':
    case 'staff_density':
      return (target.value * (target.residents ?? residents)) / 10_000;
    case 'headcount':
      return target.fact === undefined ? target.value : NaN;
    case 'facility_minimum':
      return target.value * centres;
    case 'coverage':
      return target.value * (target.given?.base ?? NaN);
    default:
      return NaN;
  }
}

/** On 31 December of the year. */
function isInForce(target: Target, pack: Pick<PolicyPack, 'inForce'>, year: number): boolean {
  const until = target.askedBy === undefined ? pack.inForce?.until : target.askedBy.until;
  return until === undefined || until >= `${year}-12-31`;
}
