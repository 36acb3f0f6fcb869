import type { Projection } from '../types.ts';

/** Obligations of one year, persons. Those who end their obligation can leave in the year after. */
export interface CalendarYear {
  year: number;
  /** Obligations that end in the year. */
  ends: number;
  /** Of these, those who leave in the following year; null: beyond the last projected year. */
  leave: number | null;
  /** Obligations broken in the year, before their end. */
  breached: number;
}

/**
 * The contract calendar: when obligations (服务期) end, and how many are broken before. Only of those who qualify within the projection: the
 * stocks of a starting point do not say who is bound.
 * @param members areas taken together; null: all
 * @returns one row a year, from the year after the base year
 */
export function obligationCalendar(projection: Projection, members: readonly number[] | null = null): CalendarYear[] {
  const { base, horizon, freed, flows } = projection;
  const span = horizon - base + 1;
  const areas = members ?? Array.from({ length: projection.areas }, (_, area) => area);
  const sum = (column: Float64Array, at: number): number =>
    areas.reduce((total, area) => total + column[area * span + at]!, 0);
  return Array.from({ length: span - 1 }, (_, index) => ({
    year: base + 1 + index,
    ends: sum(freed, index + 1),
    leave: index + 2 < span ? sum(flows.leftAfterObligation, index + 2) : null,
    breached: sum(flows.breached, index + 1),
  }));
}
