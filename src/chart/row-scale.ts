/** Pixels free at both ends of a table row's scale, for dots that stand on them. */
const INSET = 5;

/** The pixel of a value on a table row's scale; values beyond its end stand on the end. */
export const rowPixel = (value: number, max: number, width: number): number =>
  INSET + (Math.max(0, Math.min(value, max)) / max) * (width - 2 * INSET);
