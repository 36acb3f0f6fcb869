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

/** Every area: residents are the units, or the centres, by which only areas that have any hold heads. */
export function measureAreas(projection: Projection, place: PlaceData, rule: CentreRule | null): Measured {
  if (rule === null) return { heads: projection.gps, units: projection.residents };
  const { target, share } = rule;
  const years = projection.horizon - projection.base + 1;
  const heads = new Float64Array(projection.gps.length);
  const units = new Float64Array(projection.gps.length);
  const at = target.year - projection.base;
  place.areas.forEach(({ centres, level }, area) => {
    if (!centres) return;
    const ends = projection.gps
      .subarray(area * years, (area + 1) * years)
      .map((gps) => gps * (level === 'township' ? 1 : share));
    // A target of a month stands on the straight line between the ends of the years around it.
    if (target.month !== undefined && at > 0 && at < years)
      ends[at] = ends[at - 1]! + ((ends[at]! - ends[at - 1]!) * target.month) / 12;
    heads.set(ends, area * years);
    units.fill(centres, area * years, (area + 1) * years);
  });
  return { heads, units };
}

/** Sums of rows, a row for each list of members. */
export function sumsOf({ heads, units }: Measured, years: number, members: readonly (readonly number[])[]): Measured {
  return { heads: summed(heads, years, members), units: summed(units, years, members) };
}

/** @param rows [row × year] */
export function summed(rows: Float64Array, years: number, members: readonly (readonly number[])[]): Float64Array {
  const sums = new Float64Array(members.length * years);
  members.forEach((inside, index) => {
    const first = index * years;
    for (const row of inside) for (let year = 0; year < years; year++) sums[first + year]! += rows[row * years + year]!;
  });
  return sums;
}

/** Heads per unit; NaN where there is no unit. */
export function ratio({ heads, units }: Measured, index: number, per: number): number {
  const unit = units[index]! / per;
  return unit > 0 ? heads[index]! / unit : NaN;
}
