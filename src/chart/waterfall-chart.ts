import { stepScale, ticksUpTo } from './step-scale.ts';

/** A bar of a waterfall between two levels. */
export interface Bar {
  label: string;
  value: number;
  /** `entry` and `exit` are people, drawn solid; `other` (population, definition, interaction) is an outline. */
  kind: 'entry' | 'exit' | 'other';
}
export interface PlacedBar extends Bar {
  /** Levels before and after it. */
  before: number;
  after: number;
}

/** The bars one after another, from a first level. */
export function placeBars(from: number, bars: readonly Bar[]): PlacedBar[] {
  let level = from;
  return bars.map((bar) => {
    const before = level;
    level += bar.value;
    return { ...bar, before, after: level };
  });
}

/** An axis that holds zero and every level, moving in steps. */
export function waterfallScale(
  from: number,
  to: number,
  placed: readonly PlacedBar[],
): {
  low: number;
  high: number;
  ticks: number[];
} {
  const levels = [from, to, ...placed.map(({ after }) => after)];
  const up = stepScale(Math.max(...levels, 0));
  const lowest = Math.min(...levels, 0);
  if (lowest === 0) return { low: 0, high: up.max, ticks: up.ticks };
  const down = stepScale(-lowest);
  const gap = Math.max(up.gap, down.gap);
  const below = ticksUpTo(down.max, gap)
    .slice(1)
    .map((tick) => -tick)
    .reverse();
  return { low: -down.max, high: up.max, ticks: [...below, ...ticksUpTo(up.max, gap)] };
}
