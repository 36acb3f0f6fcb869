/** What each area lacks, persons [area], not negative. */
export interface PlacementGaps {
  minimum: Float64Array;
  density: Float64Array;
}

/**
 * In which proportions the new GPs of a year are given out over the areas (step 6).
 * With priority: first to areas below their minimum, then to areas below the wanted density, in proportion to what each
 * lacks where there are too few; what is left, and everything without priority, by residents.
 * @param heap the year's new GPs under the counting rule, persons
 * @param gaps null: no priority
 * @param residents persons by area
 * @returns shares [area], not negative, with any sum
 */
export function placementShares(heap: number, gaps: PlacementGaps | null, residents: Float64Array): Float64Array {
  if (gaps === null) return residents;
  const given = new Float64Array(residents.length);
  let left = heap;
  for (const gap of [gaps.minimum, gaps.density]) {
    const wanted = total(gap);
    if (wanted > 0 && heap === 0) return gap;
    const share = wanted > 0 ? Math.min(1, left / wanted) : 0;
    for (let area = 0; area < gap.length; area++) given[area]! += gap[area]! * share;
    left = Math.max(0, left - wanted * share);
  }
  if (heap === 0) return residents;
  const everybody = total(residents);
  for (let area = 0; area < given.length && everybody > 0; area++) {
    given[area]! += (left * residents[area]!) / everybody;
  }
  return given;
}

function total(persons: Float64Array): number {
  let sum = 0;
  for (const value of persons) sum += value;
  return sum;
}
