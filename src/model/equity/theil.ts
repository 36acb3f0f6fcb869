import { logarithm } from '../roots.ts';
import { atOnce } from '../turns.ts';
import { BLOCK, sumOf, type EquityUnits } from './units.ts';

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
export function theil(units: EquityUnits): number | null {
  return atOnce(theilSteps(units));
}

/** The same in steps of a few milliseconds, however many areas there are. */
export function* theilSteps(units: EquityUnits): Generator<void, number | null> {
  const all = { residents: Float64Array.of(sumOf(units.residents)), gps: Float64Array.of(sumOf(units.gps)) };
  if (!(all.residents[0]! > 0) || !(all.gps[0]! > 0)) return null;
  const sum = yield* termsOf(units, () => 0, all);
  return onGrid(sum[0]!);
}

/**
 * Theil's index taken apart by groups of areas: within = Σ S × the index of the group, S the group's share of GPs; between is the rest of
 * the whole, which is Σ S ln(S / P) over the groups' shares.
 * @param groupOf the group of each area, by its index: numbers from 0 on
 * @returns null where there are no residents or no GPs
 */
export function theilParts(units: EquityUnits, groupOf: Int32Array): TheilParts | null {
  const whole = theil(units);
  return whole === null ? null : atOnce(theilPartsSteps(units, groupOf, whole));
}

/** The same in steps, with the index of the whole. */
export function* theilPartsSteps(units: EquityUnits, groupOf: Int32Array, whole: number): Generator<void, TheilParts> {
  const sums = groupSums(units, groupOf);
  yield;
  const terms = yield* termsOf(units, (unit) => groupOf[units.areas[unit]!]!, sums);
  const gps = sumOf(units.gps);
  let sum = 0;
  for (const group of sums.met) sum += (sums.gps[group]! / gps) * onGrid(terms[group]!);
  const within = Math.min(whole, onGrid(sum));
  return { within, between: whole - within };
}

interface GroupSums {
  residents: Float64Array;
  gps: Float64Array;
}

/** Residents and GPs of each group, and the groups in the order in which they are met. */
function groupSums({ areas, residents, gps }: EquityUnits, groupOf: Int32Array): GroupSums & { met: Set<number> } {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const sums = { residents: new Float64Array(groups), gps: new Float64Array(groups), met: new Set<number>() };
  for (let unit = 0; unit < areas.length; unit++) {
    const group = groupOf[areas[unit]!]!;
    sums.met.add(group);
    sums.residents[group]! += residents[unit]!;
    sums.gps[group]! += gps[unit]!;
  }
  return sums;
}

/** Σ s ln(s / p) over the units of each group, s and p shares of the group's sums; 0 for a group without GPs. */
function* termsOf(
  { areas, residents, gps }: EquityUnits,
  groupOf: (unit: number) => number,
  sums: GroupSums,
): Generator<void, Float64Array> {
  const terms = new Float64Array(sums.gps.length);
  const add = (begin: number, end: number): void => {
    for (let unit = begin; unit < end; unit++) {
      const group = groupOf(unit);
      terms[group]! += term(gps[unit]! / sums.gps[group]!, residents[unit]! / sums.residents[group]!);
    }
  };
  for (let first = 0; first < areas.length; first += BLOCK) {
    add(first, Math.min(first + BLOCK, areas.length));
    yield;
  }
  return terms;
}
