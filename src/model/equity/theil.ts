import { logarithm } from '../roots.ts';
import { sumOf, type EquityUnit } from './units.ts';

/** Parts of Theil's index: differences among the areas of each group, and differences among the groups. They add up to the whole. */
export interface TheilParts {
  within: number;
  between: number;
}

/** share × ln(share / population share): what has no GPs adds nothing, its limit. */
const term = (share: number, population: number): number => (share > 0 ? share * logarithm(share / population) : 0);

/**
 * Theil's index T of GPs over residents: Σ s ln(s / p), s and p an area's shares of GPs and residents. 0 where all have the same
 * density; ln(1 / p) where one area has all.
 * @returns null where there are no residents or no GPs
 * Source: Theil, Economics and Information Theory, 1967, chapter 4
 */
export function theil(units: readonly EquityUnit[]): number | null {
  const [residents, gps] = [sumOf(units, 'residents'), sumOf(units, 'gps')];
  if (!(residents > 0) || !(gps > 0)) return null;
  return Math.max(
    0,
    units.reduce((sum, unit) => sum + term(unit.gps / gps, unit.residents / residents), 0),
  );
}

/**
 * Theil's index taken apart by groups of areas: between = Σ S ln(S / P) over the groups' shares, within = Σ S × the index of the group.
 * @param groupOf the group of an area by its index
 * @returns null where there are no residents or no GPs
 */
export function theilParts(units: readonly EquityUnit[], groupOf: (area: number) => string): TheilParts | null {
  const [residents, gps] = [sumOf(units, 'residents'), sumOf(units, 'gps')];
  if (!(residents > 0) || !(gps > 0)) return null;
  const groups = new Map<string, EquityUnit[]>();
  for (const unit of units) {
    const group = groupOf(unit.area);
    groups.set(group, [...(groups.get(group) ?? []), unit]);
  }
  const parts = { within: 0, between: 0 };
  for (const members of groups.values()) {
    const share = sumOf(members, 'gps') / gps;
    parts.within += share * (theil(members) ?? 0);
    parts.between += term(share, sumOf(members, 'residents') / residents);
  }
  return { within: parts.within, between: Math.max(0, parts.between) };
}
