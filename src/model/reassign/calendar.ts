import type { Projection } from '../types.ts';

/** Obligations of one area in one year, persons (expected values). */
export interface CalendarRow {
  area: number;
  year: number;
  /** Whose obligation ends in the year. */
  ending: number;
  /** Who leave in the year because their obligation ended the year before. */
  leftAfter: number;
  /** Who leave in the year while they are still bound. */
  breached: number;
}

/**
 * Obligations (服务期) by the year in which they end, per area: exits after the end, and breach before it, kept apart. Only of those who qualify within
 * the projection: the stocks of a starting point do not say who is bound.
 * @returns rows by area, then year, from the year after the base year; areas without any obligation are left out
 */
export function obligationCalendar({ base, horizon, areas, freed, flows }: Projection): CalendarRow[] {
  const span = horizon - base + 1;
  const rows: CalendarRow[] = [];
  for (let area = 0; area < areas; area++) {
    const own = Array.from({ length: span - 1 }, (_, index): CalendarRow => {
      const cell = area * span + index + 1;
      return {
        area,
        year: base + index + 1,
        ending: freed[cell]!,
        leftAfter: flows.leftAfterObligation[cell]!,
        breached: flows.breached[cell]!,
      };
    });
    if (own.some((row) => row.ending + row.leftAfter + row.breached > 0)) rows.push(...own);
  }
  return rows;
}

/** Sums of the calendar over all areas. [year], from the base year, in which nothing is counted */
export type CalendarSums = Record<'ending' | 'leftAfter' | 'breached', Float64Array>;

/** As the rows would add up, without a row for each of 40,000 areas and every year. */
export function obligationSums({ base, horizon, areas, freed, flows }: Projection): CalendarSums {
  const span = horizon - base + 1;
  const sumOf = (column: Float64Array): Float64Array => {
    const sums = new Float64Array(span);
    for (let area = 0; area < areas; area++) {
      for (let year = 1; year < span; year++) sums[year]! += column[area * span + year]!;
    }
    return sums;
  };
  return { ending: sumOf(freed), leftAfter: sumOf(flows.leftAfterObligation), breached: sumOf(flows.breached) };
}
