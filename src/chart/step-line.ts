/** An SVG path that keeps a value until the next one: the shape of what is counted. */
export function stepPath(
  at: readonly number[],
  values: readonly number[],
  x: (position: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  values.forEach((value, index) => {
    if (index === 0) path = `M${x(at[0]!)} ${y(value)}`;
    else if (value !== values[index - 1]) path += `H${x(at[index]!)}V${y(value)}`;
  });
  return path === '' ? '' : `${path}H${x(at.at(-1)!)}`;
}

/** Where a step line falls: by how much, and to what. */
export interface Drop {
  at: number;
  from: number;
  to: number;
}

/** Every fall of a step line, in its order. */
export function dropsOf(at: readonly number[], values: readonly number[]): Drop[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1];
    return before !== undefined && value < before ? [{ at: at[index]!, from: before, to: value }] : [];
  });
}

/**
 * The falls that are named: the deepest first, each only where its words keep clear of those already placed; earlier ones win ties.
 * @param apart least distance of two names, in the unit of `at`
 */
export function namedDrops(drops: readonly Drop[], apart: number, most: number): Drop[] {
  const chosen: Drop[] = [];
  for (const drop of [...drops].sort((a, b) => b.from - b.to - (a.from - a.to) || a.at - b.at)) {
    if (chosen.length === most) break;
    if (chosen.every((other) => Math.abs(other.at - drop.at) >= apart)) chosen.push(drop);
  }
  return chosen.sort((a, b) => a.at - b.at);
}
