import type { Projection } from '../model/types.ts';

/** Sum over areas by year. @param values a column of the projection, [area × year]; @param members areas, all where null */
export function sumByYear(projection: Projection, values: Float64Array, members: readonly number[] | null): number[] {
  const sum = members === null ? knownSum(projection, values) : null;
  if (sum) return [...sum];
  const years = projection.horizon - projection.base + 1;
  const sums = Array.from({ length: years }, () => 0);
  const count = members?.length ?? projection.areas;
  for (let index = 0; index < count; index += 1) {
    const first = (members ? members[index]! : index) * years;
    for (let year = 0; year < years; year += 1) sums[year]! += values[first + year] ?? 0;
  }
  return sums;
}

/** Areas can be 40,000, and some twenty sums are wanted for a move of a slider. */
function knownSum(projection: Projection, values: Float64Array): Float64Array | null {
  const { whole } = projection;
  if (!whole) return null;
  const find = <Columns extends object>(columns: Columns, sums: Columns): unknown =>
    (Object.keys(columns) as (keyof Columns)[]).flatMap((name) => (columns[name] === values ? [sums[name]] : []))[0];
  const found = find(projection, whole) ?? find(projection.flows, whole.flows);
  return found instanceof Float64Array ? found : null;
}

/** GPs per 10,000 residents by year, of some areas together or of all. */
export function densityByYear(projection: Projection, members: readonly number[] | null): number[] {
  const residents = sumByYear(projection, projection.residents, members);
  return sumByYear(projection, projection.gps, members).map((gps, year) => {
    const people = residents[year]!;
    return people > 0 ? (gps / people) * 10_000 : NaN;
  });
}
