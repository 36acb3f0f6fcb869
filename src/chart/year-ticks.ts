/**
 * The years written under an axis: the important ones, then every fifth, then the first, each only where it has room.
 * @param years ascending
 * @param important years that matter more, such as those of targets
 * @param apart least distance of two labels, years
 */
export function labelledYears(years: number[], important: number[], apart: number): number[] {
  const chosen: number[] = [];
  const candidates = [...important.filter((year) => years.includes(year)), ...years.filter((year) => year % 5 === 0)];
  for (const year of [...candidates, years[0]!])
    if (chosen.every((other) => Math.abs(other - year) >= apart)) chosen.push(year);
  return chosen.sort((a, b) => a - b);
}
