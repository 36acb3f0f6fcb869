import type { PolicyPack } from '../types.ts';
import { distinct } from './distinct.ts';
import type { DocumentContext, DocumentFinding } from './finding.ts';

/** A minimum “on average”, where another document may ask for it in every centre. With a single centre the two are the same. */
export function averageOrEvery({ targets }: PolicyPack, { centres }: DocumentContext): DocumentFinding[] {
  return targets.flatMap((target): DocumentFinding[] => {
    const average = target.kind === 'facility_minimum' && target.each === 'average' && centres !== 1;
    return average ? [{ rule: 'average', target, centres, clauses: [target.clause] }] : [];
  });
}

/** One target, counted in different institutions by different places of the document. */
export function scopes({ targets, claims = [] }: PolicyPack): DocumentFinding[] {
  return targets.flatMap((target): DocumentFinding[] => {
    const said = claims.flatMap((claim) => (claim.kind === 'scope' && claim.target === target.id ? [claim] : []));
    const institutions = [...new Set(said.map((claim) => claim.institutions))];
    if (institutions.length < 2) return [];
    return [{ rule: 'scope', target, institutions, clauses: distinct(said.map(({ clause }) => clause)) }];
  });
}

/** ISO dates sort as text. */
export function expired({ inForce }: PolicyPack, { today }: DocumentContext): DocumentFinding[] {
  if (inForce === undefined || inForce.until >= today) return [];
  return [{ rule: 'expired', until: inForce.until, clauses: inForce.clause ? [inForce.clause] : [] }];
}
