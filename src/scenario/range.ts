/** Ranges and steps of number fields: what a slider can be set to, and what a link may hold. */
export interface Range {
  min: number;
  max: number;
  step: number;
}

/** Digits that a default keeps: slider, link and model then hold the very same number. */
const DIGITS = 3;

/**
 * A derived figure as a default: three significant digits, and no more decimals than asked.
 * @param decimals most decimals; 1 for persons, 4 for shares (shown as percent with two)
 */
export function tidy(value: number, decimals: number): number {
  return Number(Number(value.toPrecision(DIGITS)).toFixed(decimals));
}

/** The smallest of 1, 2, 3, 4, 5, 6, 8, 10, 20, 30, … that is at least `value`; 1 for anything below. */
export function roundUp(value: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const factor of [1, 2, 3, 4, 5, 6, 8]) if (factor * unit >= value) return factor * unit;
  }
}

/** The largest of …, 0.1, 1, 10, … that is at most `value`. */
export function powerOfTenBelow(value: number): number {
  return Number(value.toExponential(0).replace(/^\d+e/, '1e'));
}

/** Whether `value` is a whole number of steps. */
export function onGrid(value: number, step: number): boolean {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}

/** The coarsest of step, step/10, step/100, … on whose grid all of `values` lie: a slider can come back to its default. */
export function fittingStep(step: number, values: readonly number[]): number {
  for (let divisor = 1; divisor < 1e6; divisor *= 10) {
    const finer = Number((step / divisor).toPrecision(1));
    if (values.every((value) => onGrid(value, finer))) return finer;
  }
  return step / 1e6;
}
