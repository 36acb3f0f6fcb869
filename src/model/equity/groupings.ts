import type { PlaceData } from '../types.ts';

/** A way to group the areas: by the unit that they belong to, or by where most of their residents live. */
export interface Grouping {
  kind: 'groups' | 'urban';
  of: (area: number) => string;
}

/** From this share of residents outside urban areas on, an area is taken for rural. */
export const MOSTLY_RURAL = 0.5;

/** The groupings that the place allows: each has at least two groups. An area that belongs to no group is one of its own. */
export function groupingsOf({ areas, groups }: PlaceData): Grouping[] {
  const group = new Map(groups.flatMap(({ code, members }) => members.map((area) => [area, code] as const)));
  const rural = areas.map(({ ruralShare }) => ruralShare);
  const known = rural.every((share) => share !== null);
  const urbanOf = (area: number): string => ((rural[area] ?? 0) >= MOSTLY_RURAL ? 'rural' : 'urban');
  const both = new Set(areas.map((_, area) => urbanOf(area))).size === 2;
  return [
    ...(groups.length > 1
      ? [{ kind: 'groups' as const, of: (area: number) => group.get(area) ?? `area ${area}` }]
      : []),
    ...(known && both ? [{ kind: 'urban' as const, of: urbanOf }] : []),
  ];
}
