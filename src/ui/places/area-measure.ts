import type { PlaceData, Projection, Target } from '../../model/types.ts';

/** What rows are measured by: heads held against units, each of which should have so many of them. [row × year] */
export interface Measured {
  heads: Float64Array;
  units: Float64Array;
}

/** How GPs per township health centre are counted, by the rule of the model's targets. */
export interface CentreRule {
  target: Target;
  /** Share of the GPs of an area above the townships who work in its centres; a township's all count. */
  share: number;
}

/** Rows that are worked out at once: a few milliseconds. */
export const ROWS = 2000;

/** Every area: residents are the units, or the centres, by which only areas that have any hold heads. */
export function* measureAreas(
  projection: Projection,
  place: PlaceData,
  rule: CentreRule | null,
): Generator<void, Measured> {
  if (rule === null) return { heads: projection.gps, units: projection.residents };
  const { target, share } = rule;
  const years = projection.horizon - projection.base + 1;
  const heads = new Float64Array(projection.gps.length);
  const units = new Float64Array(projection.gps.length);
  const at = target.year - projection.base;
  for (const [area, { centres, level }] of place.areas.entries()) {
    if (area % ROWS === ROWS - 1) yield;
    if (!centres) continue;
    const ends = projection.gps
      .subarray(area * years, (area + 1) * years)
      .map((gps) => gps * (level === 'township' ? 1 : share));
    // A target of a month stands on the straight line between the ends of the years around it.
    if (target.month !== undefined && at > 0 && at < years)
      ends[at] = ends[at - 1]! + ((ends[at]! - ends[at - 1]!) * target.month) / 12;
    heads.set(ends, area * years);
    units.fill(centres, area * years, (area + 1) * years);
  }
  return { heads, units };
}

/** Sums of rows, a row for each list of members. */
export function* sumsOf(
  { heads, units }: Measured,
  years: number,
  members: readonly (readonly number[])[],
): Generator<void, Measured> {
  return { heads: yield* summed(heads, years, members), units: yield* summed(units, years, members) };
}

/** @param rows [row × year] */
export function* summed(
  rows: Float64Array,
  years: number,
  members: readonly (readonly number[])[],
): Generator<void, Float64Array> {
  const sums = new Float64Array(members.length * years);
  let done = 0;
  for (const [index, inside] of members.entries()) {
    for (const row of inside) {
      if (++done % ROWS === 0) yield;
      addRow(sums, index * years, rows, row * years, years);
    }
  }
  return sums;
}

function addRow(sums: Float64Array, to: number, rows: Float64Array, from: number, years: number): void {
  for (let year = 0; year < years; year++) sums[to + year]! += rows[from + year]!;
}

/** Heads per unit; NaN where there is no unit. */
export function ratio({ heads, units }: Measured, index: number, per: number): number {
  const unit = units[index]! / per;
  return unit > 0 ? heads[index]! / unit : NaN;
}
