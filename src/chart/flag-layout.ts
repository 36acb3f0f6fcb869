import type { FlagLines } from './types.ts';
import { textWidth, wrapText } from './text-width.ts';

/**
 * What a flag still shows: 0 everything; 1 of the extra row only the chance; 2 the chance, or else the count, under the gap; 3 also without
 * the date, which the axis repeats; 4 without target and count; 5 without the status word and the chance; 6 the status glyph alone.
 */
export type FlagDetail = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export interface FlagPlace {
  side: 'left' | 'right';
  detail: FlagDetail;
}

const DETAILS: readonly FlagDetail[] = [0, 1, 2, 3, 4, 5, 6];
/** Pixels between a stem and text. */
export const STEM_GAP = 8;
/** Pixels of the status glyph with the space behind it. */
export const GLYPH = 17;
/** Pixels from one row of notes to the next. */
export const FLAG_ROW = 16;
const BETWEEN = 7;

/** Estimated width in pixels of a flag's text. */
export function flagWidth(lines: FlagLines, detail: FlagDetail): number {
  const status = GLYPH + textWidth(lines.statusWord, 12, true);
  const value = textWidth(lines.valueText, 22, true);
  const gap = textWidth(lines.gapText, 13, lines.gapIsShort);
  const notes = Math.max(0, ...noteRows(lines, detail).map((row) => textWidth(row, 12)));
  if (detail === 6) return GLYPH - 5;
  if (detail === 5) return Math.max(GLYPH, value, gap);
  if (detail === 4) return Math.max(status, value, gap, notes);
  const body = Math.max(status, value + BETWEEN + textWidth(lines.targetText, 12));
  if (detail === 3) return Math.max(body, gap, notes);
  const dated = Math.max(body, textWidth(lines.when, 12) + BETWEEN + status);
  if (detail === 2) return Math.max(dated, gap, notes);
  return Math.max(dated, gap + BETWEEN + textWidth(lines.countText, 12), notes);
}

/** The rows under the gap. */
export function noteRows(lines: FlagLines, detail: FlagDetail): string[] {
  if (detail === 0) return [...extraRows(lines), ...lines.chance.slice(1)];
  if (detail > 4) return [];
  return detail === 1 || detail === 4 || lines.chance.length > 0 ? lines.chance : [lines.countText];
}

/** The extra row, broken into rows of about the same length that are hardly wider than those above it. */
function extraRows(lines: FlagLines): string[] {
  let width = Math.max(150, flagWidth(lines, 1));
  let rows = wrapText(lines.extra, 12, width);
  for (let narrower = rows; rows.length > 1 && narrower.length === rows.length; width -= 6) {
    rows = narrower;
    narrower = wrapText(lines.extra, 12, width - 6);
  }
  return rows;
}

/**
 * Fullest details with which the flags that share a slot fit into it.
 * @param sharing of each flag the pixels that it needs, by detail
 */
function detailsInSlot(sharing: number[][], slot: number): FlagDetail[] {
  if (sharing.length === 0) return [];
  const choices = sharing[1]
    ? DETAILS.flatMap((a) => DETAILS.map((b) => [a, b])).sort((a, b) => cost(a) - cost(b))
    : DETAILS.map((detail) => [detail]);
  const needed = (details: FlagDetail[]): number =>
    details.reduce<number>((sum, detail, index) => sum + sharing[index]![detail]! + STEM_GAP * 2, 0);
  return choices.find((details) => needed(details) <= slot) ?? sharing.map(() => 6);
}

/** Losing much on one flag is worse than losing little on two. */
const cost = (details: FlagDetail[]): number => details.reduce<number>((sum, detail) => sum + detail * detail, 0);

/**
 * Puts the text of every flag to the right or to the left of its stem, so that no text crosses a stem or another text,
 * with as few omissions as possible; the right side is preferred.
 * @param flags pixel of the stem, ascending, and the words
 * @param width pixels of the whole drawing
 */
export function placeFlags(flags: { x: number; lines: FlagLines }[], width: number): FlagPlace[] {
  const widths = flags.map(({ lines }) => DETAILS.map((detail) => flagWidth(lines, detail)));
  let best: FlagPlace[] = [];
  let least = Infinity;
  for (let mask = 0; mask < 1 << flags.length; mask += 1) {
    const sides = flags.map((_, index): FlagPlace['side'] => (mask & (1 << index) ? 'left' : 'right'));
    const details = Array<FlagDetail>(flags.length);
    for (let slot = 0; slot <= flags.length; slot += 1) {
      const sharing = [slot - 1, slot].filter((index) => sides[index] === (index < slot ? 'right' : 'left'));
      const from = flags[slot - 1]?.x ?? 0;
      const room = (flags[slot]?.x ?? width) - from + (slot === 0 || slot === flags.length ? STEM_GAP : 0);
      const found = detailsInSlot(
        sharing.map((index) => widths[index]!),
        room,
      );
      sharing.forEach((index, position) => (details[index] = found[position]!));
    }
    const total = cost(details) + sides.filter((side) => side === 'left').length * 0.5;
    if (total < least) {
      least = total;
      best = sides.map((side, index) => ({ side, detail: details[index]! }));
    }
  }
  return best;
}
