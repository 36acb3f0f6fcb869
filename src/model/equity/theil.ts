import { logarithm } from '../roots.ts';
import { sumOf, type EquityUnit } from './units.ts';

/**
 * The index and its parts are kept on a grid of 2⁻⁴⁸, so that the parts add up to the whole to the last bit and rounding is no
 * inequality: where all areas have the same density the index is 0 and so are its parts.
 */
const UNITS = 2 ** 48;
const onGrid = (index: number): number => Math.round(Math.max(0, index) * UNITS) / UNITS;

/** Parts of Theil's index: differences among the areas of each group, and differences among the groups. Neither is below 0; exactly, they add up to the whole. */
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
  return onGrid(units.reduce((sum, unit) => sum + term(unit.gps / gps, unit.residents / residents), 0));
}

/**
 * Theil's index taken apart by groups of areas: within = Σ S × the index of the group, S the group's share of GPs; between is the rest of
 * the whole, which is Σ S ln(S / P) over the groups' shares.
 * @param groupOf the group of an area by its index
 * @returns null where there are no residents or no GPs
 */
export function theilParts(units: readonly EquityUnit[], groupOf: (area: number) => string): TheilParts | null {
  const whole = theil(units);
  if (whole === null) return null;
  const gps = sumOf(units, 'gps');
  const groups = new Map<string, EquityUnit[]>();
  for (const unit of units) {
    const group = groupOf(unit.area);
    const members = groups.get(group);
    if (members) members.push(unit);
    else groups.set(group, [unit]);
  }
  let sum = 0;
  for (const members of groups.values()) sum += (sumOf(members, 'gps') / gps) * (theil(members) ?? 0);
  const within = Math.min(whole, onGrid(sum));
  return { within, between: whole - within };
}
