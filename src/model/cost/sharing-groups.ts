import type { Area, CostRule, Sharing, Text } from '../types.ts';

/** Areas in which the same payers share a cost. */
export interface SharingGroup {
  /** 0: the rule itself; else the number of the exception. */
  exception: number;
  /** Of the exception; null for the rule itself. */
  name: Text | null;
  sharing: Sharing;
  /** Indices of areas. */
  members: readonly number[];
}

const known = new WeakMap<readonly Area[], Map<CostRule, SharingGroup[]>>();

/**
 * The areas of a place by who pays: the rule's own first, then its exceptions; groups without an area are left out. Of the same areas they
 * are the same groups: each figure and each ledger asks for them.
 */
export function sharingGroups(rule: CostRule, areas: readonly Area[]): readonly SharingGroup[] {
  const ofAreas = known.get(areas) ?? new Map<CostRule, SharingGroup[]>();
  known.set(areas, ofAreas);
  const groups = ofAreas.get(rule) ?? groupsOf(rule, areas);
  ofAreas.set(rule, groups);
  return groups;
}

function groupsOf({ sharing, exceptions = [] }: CostRule, areas: readonly Area[]): SharingGroup[] {
  const of = areas.map(({ code }) => exceptions.findIndex((one) => one.areas.some((start) => code.startsWith(start))));
  const groups: (SharingGroup & { members: number[] })[] = [
    { exception: 0, name: null, sharing, members: [] },
    ...exceptions.map((one, index) => ({ exception: index + 1, name: one.name, sharing: one.sharing, members: [] })),
  ];
  of.forEach((exception, area) => groups[exception + 1]!.members.push(area));
  return groups.filter(({ members }) => members.length > 0);
}
