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
  const down = ticksUpTo(stepScale(-lowest).max, up.gap).slice(1);
  return { low: -stepScale(-lowest).max, high: up.max, ticks: [...down.map((tick) => -tick).reverse(), ...up.ticks] };
}
