/** An axis from zero: its end and its ticks. */
export interface StepScale {
  max: number;
  gap: number;
  ticks: number[];
}

/** End of the axis and distance of its ticks, within one power of ten. */
const STEPS: readonly [max: number, gap: number][] = [
  [1, 0.2],
  [1.5, 0.5],
  [2.2, 0.5],
  [3.2, 1],
  [4, 1],
  [5, 1],
  [7.5, 2],
  [10, 2],
];

/** Removes the noise of decimal fractions, such as 0.6000000000000001. */
const clean = (value: number): number => Number(value.toPrecision(12));

/**
 * An axis from zero that holds `largest`. Its end moves in steps, so that a slider does not make the axis swim.
 * @param largest in the unit of the axis; anything that is not above zero gives an axis up to 1
 */
export function stepScale(largest: number): StepScale {
  const value = largest > 0 && Number.isFinite(largest) ? largest : 1;
  let power = 1;
  while (value > power * 10) power *= 10;
  while (value <= power) power /= 10;
  const [max, gap] = STEPS.find(([end]) => clean(end * power) >= value) ?? [10, 2];
  return { max: clean(max * power), gap: clean(gap * power), ticks: ticksUpTo(clean(max * power), clean(gap * power)) };
}

/** Multiples of `gap` from zero up to and including `max`. */
export function ticksUpTo(max: number, gap: number): number[] {
  return Array.from({ length: Math.floor(clean(max / gap)) + 1 }, (_, index) => clean(index * gap));
}
