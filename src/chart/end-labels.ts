import type { EndLabel } from './types.ts';
import { textWidth } from './text-width.ts';

/**
 * Pixels that end labels need at the right of a plot. The widest number of the axis stands in for each value, so that
 * the plot keeps its width while a slider moves.
 */
export function endLabelRoom(labels: EndLabel[], widest: string, size: number): number {
  const widths = labels.map(({ name, bold }) => textWidth(`${name} ${widest}`, size, bold));
  return Math.ceil(Math.max(30, ...widths)) + 12;
}
