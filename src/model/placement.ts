/**
 * How the new GPs of a year are given out over the areas (step 6).
 * With priority: first to areas below their minimum, then to areas below the wanted density, in proportion to what each
 * lacks where there are too few; what is left, and everything without priority, by residents.
 * @param heap the year's new GPs under the counting rule, persons
 * @param minimumGap, densityGap persons that each area lacks, not negative; null: no priority
 * @param residents persons by area
 * @returns what each area gets, in proportions: persons, or residents where there is nothing to be counted
 */
export function placementShares(
  heap: number,
  gaps: { minimum: Float64Array; density: Float64Array } | null,
  residents: Float64Array,
): Float64Array {
  if (gaps === null || heap <= 0) return residents;
  const given = new Float64Array(residents.length);
  let left = heap;
  for (const gap of [gaps.minimum, gaps.density]) {
    let wanted = 0;
    for (const persons of gap) wanted += persons;
    if (wanted <= 0) continue;
    const share = Math.min(1, left / wanted);
    for (let area = 0; area < gap.length; area++) given[area]! += gap[area]! * share;
    left -= wanted * share;
    if (left <= 0) return given;
  }
  let everybody = 0;
  for (const persons of residents) everybody += persons;
  for (let area = 0; area < given.length && everybody > 0; area++)
    given[area]! += (left * residents[area]!) / everybody;
  return given;
}
