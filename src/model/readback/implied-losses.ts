import type { PolicyPack, Target } from '../types.ts';
import { distinct } from './distinct.ts';
import type { DocumentFinding } from './finding.ts';

/** Resignation alone took this share of township health workers in 2005 (Meng et al., Hum Resour Health 2009;7:24: 8.1 % × 17.5 %). */
const FEWEST = 0.014;
/** Beyond all outflow of any kind that was found there: 8.1 % of township, 8.9 % of community health workers a year. */
const MOST = 0.1;

/**
 * GPs in post + those to be trained or recruited − the headcount of the same year: the losses that the document reckons with. They
 * are told where nobody has ever lost so few, or so many, or where they are below 0; of a quota with an upper end, where no number in
 * it helps.
 */
export function impliedLosses({ claims = [], targets }: PolicyPack): DocumentFinding[] {
  return targets.flatMap((headcount): DocumentFinding[] => {
    if (headcount.kind !== 'headcount' || headcount.fact !== undefined) return [];
    const stated = claims.find((claim) => claim.kind === 'heads' && claim.count === headcount.count);
    if (stated?.kind !== 'heads' || stated.year >= headcount.year) return [];
    const quotas = quotasBetween(targets, stated.year, headcount.year);
    if (quotas.length === 0) return [];

    const lossesWith = (added: number): number => stated.value + added - headcount.value;
    const aYear = (losses: number): number => losses / (stated.value * (headcount.year - stated.year));
    const least = sum(quotas, ({ value }) => value);
    const most = sum(quotas, ({ value, high }) => high ?? value);
    const tooFew = aYear(lossesWith(most)) < FEWEST;
    if (!tooFew && aYear(lossesWith(least)) <= MOST) return [];
    const added = tooFew ? most : least;
    return [
      {
        rule: 'losses',
        from: stated.year,
        year: headcount.year,
        opening: stated.value,
        added,
        wanted: headcount.value,
        losses: lossesWith(added),
        perYear: aYear(lossesWith(added)),
        clauses: distinct([stated.clause, ...quotas.map(({ clause }) => clause), headcount.clause]),
      },
    ];
  });
}

/** Quotas of new people between two counts: of the same people, the one in all, else the yearly one. */
function quotasBetween(targets: readonly Target[], from: number, year: number): Target[] {
  return (['transfer', 'recruit'] as const).flatMap((of) => {
    const quotas = targets.filter(
      (target) => target.kind === 'quota' && target.of === of && target.year === year && (target.since ?? year) >= from,
    );
    const chosen = quotas.find(({ per }) => per === 'total') ?? quotas[0];
    return chosen ? [chosen] : [];
  });
}

function sum(quotas: readonly Target[], amount: (quota: Target) => number): number {
  return quotas.reduce((all, quota) => {
    const times = quota.per === 'year' ? quota.year - (quota.since ?? quota.year) + 1 : 1;
    return all + amount(quota) * times;
  }, 0);
}
