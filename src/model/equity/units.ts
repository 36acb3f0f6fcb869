import { yearsOf } from '../count.ts';
import type { Projection } from '../types.ts';

/** What must be known of an area to compare it with others. */
interface Unit {
  code: string;
  institution?: string;
}

/** Areas to compare, at the end of a year: their indices, residents and GPs. A column each, because there can be 40,000 in every year. */
export interface EquityUnits {
  areas: Int32Array;
  residents: Float64Array;
  gps: Float64Array;
}

/** The areas that can be compared, and those that cannot: without residents, or a hospital and no place to live in. */
export interface Compared {
  units: EquityUnits;
  empty: number[];
  hospitals: number[];
}

/** So many areas are looked at in one step of a few milliseconds. */
export const BLOCK = 8192;

/**
 * Areas with residents, and their GPs under the counting rule of the projection.
 * @param year index, 0 for the base year
 */
export function equityUnits(areas: readonly Unit[], projection: Projection, year: number): Compared {
  const years = yearsOf(projection);
  const indices = new Int32Array(areas.length);
  const residents = new Float64Array(areas.length);
  const gps = new Float64Array(areas.length);
  const empty: number[] = [];
  const hospitals: number[] = [];
  let count = 0;
  for (let area = 0; area < areas.length; area++) {
    const persons = projection.residents[area * years + year] ?? 0;
    if (areas[area]!.institution === 'hospital') hospitals.push(area);
    else if (persons > 0) {
      indices[count] = area;
      residents[count] = persons;
      gps[count++] = projection.gps[area * years + year] ?? 0;
    } else empty.push(area);
  }
  const units = {
    areas: indices.subarray(0, count),
    residents: residents.subarray(0, count),
    gps: gps.subarray(0, count),
  };
  return { units, empty, hospitals };
}

export const sumOf = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);
