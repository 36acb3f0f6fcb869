import { stepScale, ticksUpTo } from './step-scale.ts';

/** One bar segment, in the unit of the chart, from the zero line outwards. */
export interface Segment {
  year: number;
  from: number;
  to: number;
}

/** Stacks the parts of each year from zero; years without a finite value have no bar. Shape: [part][segment]. */
export function stackParts(years: number[], parts: number[][]): Segment[][] {
  const reached = years.map(() => 0);
  return parts.map((values) =>
    years.flatMap((year, index) => {
      const value = values[index];
      if (value === undefined || !(value > 0)) return [];
      const from = reached[index]!;
      reached[index] = from + value;
      return [{ year, from, to: from + value }];
    }),
  );
}

/** Both halves of an axis around zero, each moving in steps, with common ticks. */
export function flowScale(above: number, below: number): { top: number; bottom: number; ticks: number[] } {
  const up = stepScale(above);
  const down = stepScale(Math.max(below, above / 10));
  const gap = Math.max(up.gap, down.gap);
  const negative = ticksUpTo(down.max, gap)
    .slice(1)
    .map((tick) => -tick);
  return { top: up.max, bottom: down.max, ticks: [...negative.reverse(), ...ticksUpTo(up.max, gap)] };
}

/** One bar segment in pixels. */
export interface Rect {
  year: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels cut from each segment, so that neighbours are told apart. */
const SEAM = 0.75;

/** Top and height of a segment in pixels. @param rising it stands above the zero line; otherwise it hangs below */
export function barSpan(
  from: number,
  to: number,
  y: (value: number) => number,
  rising: boolean,
): { y: number; height: number } {
  const [near, far] = rising ? [y(from), y(to)] : [y(-from), y(-to)];
  const height = Math.max(0, Math.abs(near - far) - SEAM);
  return { y: rising ? far : near + SEAM, height };
}
