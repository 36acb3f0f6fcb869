/**
 * A straight line from `domain` to `range`: all that these charts need of a scale. (d3-scale brings interpolation of colours, dates and
 * number formats with it: 12 kB gzip before the first chart.) A domain without width is drawn in the middle of the range.
 */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const width = to - from;
  return (value) => {
    const share = width === 0 ? 0.5 : (value - from) / width;
    return start * (1 - share) + end * share;
  };
}
