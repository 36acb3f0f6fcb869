import { nthRoot, power } from './roots.ts';
import { factOf, headsIn, residentsIn } from './target-case.ts';
import type { Finding, TargetCase } from './target-case.ts';

/** density, staff_density: value × residents (the document's own, where it names them) / 10,000 against the heads of that 31 December. */
export function findDensity(given: TargetCase): Finding {
  const { target } = given;
  if (target.population !== undefined && target.residents === undefined) {
    return { required: null, projected: null, achieved: null, needs: 'population' };
  }
  const residents = target.residents ?? residentsIn(given, target.year);
  if (residents === null) return { required: null, projected: null, achieved: null };
  if (residents <= 0) return { required: null, projected: null, achieved: null, needs: 'residents' };
  const heads = headsIn(given, target.count, target.year);
  const achieved = heads === null ? null : (heads * 10_000) / residents;
  return { required: (target.value * residents) / 10_000, projected: heads, achieved };
}

/** headcount: the heads of the projection, or a fact where the target is about other people. */
export function findHeadcount(given: TargetCase): Finding {
  const { target } = given;
  if (target.fact !== undefined) return findFact(given);
  const heads = headsIn(given, target.count, target.year);
  return { required: target.value, projected: heads, achieved: heads };
}

/** share, and headcounts and quotas of what the engine does not project: the fact itself against the value. */
export function findFact(given: TargetCase): Finding {
  const { target } = given;
  const fact = factOf(given);
  return {
    required: target.value,
    projected: fact,
    achieved: fact,
    ...(target.kind === 'share' ? { unit: 'share' } : {}),
    ...(target.fact === undefined ? {} : { needs: target.fact }),
  };
}

/** share: a fact, or the reader's own figure over what it is a share of. */
export function findShare(given: TargetCase): Finding {
  const { target } = given;
  if (target.given === undefined) return findFact(given);
  const unknown: Finding = { required: target.value, projected: null, achieved: null, unit: 'share' };
  const { have, base = headsIn(given, target.count, target.year) } = target.given;
  if (have === undefined) return { ...unknown, needs: 'have' };
  if (base === null || base <= 0) return unknown;
  return { ...unknown, projected: have / base, achieved: have / base };
}

/**
 * coverage: certified GPs against a share of the physicians in post (the fact), in persons. Everyone with a certificate is taken
 * to be one of these physicians and to have it from transfer training, so the achieved share is at most overstated.
 */
export function findCoverage(given: TargetCase): Finding {
  const { target } = given;
  const physicians = target.given === undefined ? factOf(given) : (target.given.base ?? null);
  if (physicians === null || physicians <= 0) {
    return { required: null, projected: null, achieved: null, needs: target.fact ?? 'base' };
  }
  const heads = headsIn(given, 'certified', target.year);
  const achieved = heads === null ? null : heads / physicians;
  return { required: target.value * physicians, projected: heads, achieved };
}

/**
 * growth: the heads of the year before `since`, grown by `value` every year, against the heads of `year`. Where that year lies before
 * the base year and the target after it, growth is counted from the base year.
 */
export function findGrowth(given: TargetCase): Finding {
  const { target, projection } = given;
  const before = (target.since ?? target.year) - 1;
  const from = target.year < projection.base ? before : Math.max(before, projection.base);
  const start = headsIn(given, target.count, from);
  const heads = headsIn(given, target.count, target.year);
  const years = target.year - from;
  if (years < 1 || start === null || start <= 0) return { required: null, projected: null, achieved: null };
  const achieved = heads === null || heads <= 0 ? null : nthRoot(heads / start, years) - 1;
  return { required: start * power(1 + target.value, years), projected: heads, achieved };
}
