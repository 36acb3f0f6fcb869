import { yearsOf } from '../count.ts';
import type { Projection } from '../types.ts';

/** What must be known of an area to compare it with others. */
interface Unit {
  code: string;
  institution?: string;
}

/** Residents and GPs of one area at the end of a year; `area` is its index. */
export interface EquityUnit {
  area: number;
  residents: number;
  gps: number;
}

/** The areas that can be compared, and those that cannot: without residents, or a hospital and no place to live in. */
export interface EquityUnits {
  units: EquityUnit[];
  empty: number[];
  hospitals: number[];
}

/**
 * Areas with residents, and their GPs under the counting rule of the projection.
 * @param year index, 0 for the base year
 */
export function equityUnits(areas: readonly Unit[], projection: Projection, year: number): EquityUnits {
  const years = yearsOf(projection);
  const found: EquityUnits = { units: [], empty: [], hospitals: [] };
  areas.forEach(({ institution }, area) => {
    const residents = projection.residents[area * years + year] ?? 0;
    if (institution === 'hospital') found.hospitals.push(area);
    else if (residents > 0) found.units.push({ area, residents, gps: projection.gps[area * years + year] ?? 0 });
    else found.empty.push(area);
  });
  return found;
}

export const sumOf = (units: readonly EquityUnit[], key: 'residents' | 'gps'): number =>
  units.reduce((sum, unit) => sum + unit[key], 0);
