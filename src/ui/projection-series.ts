import type { Projection } from '../model/types.ts';

/** Sum over areas by year. @param values [area × year]; @param members areas, all where null */
export function sumByYear(projection: Projection, values: Float64Array, members: readonly number[] | null): number[] {
  const years = projection.horizon - projection.base + 1;
  const sums = Array.from({ length: years }, () => 0);
  // No list of all areas: they can be 40,000, and this runs some twenty times a move of a slider.
  const count = members?.length ?? projection.areas;
  for (let index = 0; index < count; index += 1) {
    const first = (members ? members[index]! : index) * years;
    for (let year = 0; year < years; year += 1) sums[year]! += values[first + year] ?? 0;
  }
  return sums;
}

/** GPs per 10,000 residents by year, of some areas together or of all. */
export function densityByYear(projection: Projection, members: readonly number[] | null): number[] {
  const residents = sumByYear(projection, projection.residents, members);
  return sumByYear(projection, projection.gps, members).map((gps, year) => {
    const people = residents[year]!;
    return people > 0 ? (gps / people) * 10_000 : NaN;
  });
}
