import { impliedResidents, type ImpliedResidents } from '../implied.ts';
import type { Claim, PolicyPack } from '../types.ts';
import { distinct } from './distinct.ts';
import { ROUNDING, type DocumentContext, type DocumentFinding } from './finding.ts';

/**
 * Headcount / density × 10,000 against the census. A pair is at odds with it where no rounding of the heads and no density of a range
 * comes within `ROUNDING` of it. Pairs that imply the same residents as such a pair are told with it.
 */
export function residentsApart(pack: PolicyPack, { census }: DocumentContext): DocumentFinding[] {
  if (census === null) return [];
  const pairs = impliedResidents(pack);
  const apart = pairs.filter((pair) => isApart(pair, census.persons));
  if (apart.length === 0) return [];
  const told = pairs.filter((pair) => apart.some((one) => Math.abs(one.persons / pair.persons - 1) < ROUNDING));
  const stated = (pack.claims ?? []).find((claim): claim is Claim & { kind: 'heads' } => claim.kind === 'heads');
  return [
    {
      rule: 'residents',
      pairs: told.map(({ year, headcount, perTenThousand, persons }) => ({
        year,
        heads: headcount.value,
        perTenThousand,
        residents: persons,
      })),
      census,
      today:
        stated === undefined
          ? null
          : { year: stated.year, heads: stated.value, perTenThousand: (stated.value / census.persons) * 10_000 },
      clauses: distinct([
        ...told.flatMap(({ headcount, density }) => [headcount.clause, density.clause]),
        ...(stated ? [stated.clause] : []),
      ]),
    },
  ];
}

function isApart({ headcount, density }: ImpliedResidents, census: number): boolean {
  const fewest = ((headcount.value - 0.5) / (density.high ?? density.value)) * 10_000;
  const most = ((headcount.value + 0.5) / density.value) * 10_000;
  return fewest > census * (1 + ROUNDING) || most < census * (1 - ROUNDING);
}
