import { textWidth } from './text-width.ts';

/** One bar of a funnel; every word is ready to be shown. */
export interface FunnelBar {
  label: string;
  /** null: not known. */
  value: number | null;
  valueText: string;
  /** How many fewer than above; empty where that is not known. */
  lostText: string;
  /** The step between the red rules. */
  counted: boolean;
}

export interface FunnelLayout {
  /** Left end and greatest length of the bars, pixels. */
  left: number;
  room: number;
  /** Length of each bar, pixels; of an unknown one that of the last known above it, or the greatest. */
  lengths: number[];
  /** Width of each number, pixels: what is lost stands behind it. */
  valueWidths: number[];
  /** The words on the counted step stand in its own row; false: in a row below it. */
  beside: boolean;
}

const SIZE = 13;
const GAP = 10;

/** Bars from zero; the longest leaves room for the numbers, and for the words at the right where there is any. */
export function layFunnel(bars: FunnelBar[], note: string, width: number): FunnelLayout {
  const left = Math.max(...bars.map(({ label, counted }) => textWidth(label, SIZE, counted))) + 14;
  const numbers = Math.max(
    ...bars.map(({ valueText, lostText }) => textWidth(valueText, SIZE, true) + textWidth(lostText, 12) + 2 * GAP),
  );
  const words = textWidth(note, 12, true) + GAP;
  const beside = width - left - numbers - words >= 140;
  const room = Math.max(40, width - left - numbers - (beside ? words : 0));
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  let above = room;
  const lengths = bars.map(({ value }) => {
    if (value !== null) above = most > 0 ? (Math.max(0, value) / most) * room : 0;
    return above;
  });
  return { left, room, lengths, valueWidths: bars.map(({ valueText }) => textWidth(valueText, SIZE, true)), beside };
}
