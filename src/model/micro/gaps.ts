import { nextBits } from './stream.ts';
import type { Stream } from './stream.ts';

const WORDS = 2 ** 32;
/** Longest gap that one word can give; a longer one takes another word. */
export const LONGEST = 256;

/**
 * Gaps between marks that fall on each slot of a row with the same probability: one word for each mark in place of one for each
 * slot. P(gap ≥ g) = (1 − p)ᵍ.
 */
export interface Gaps {
  /** Probability of a mark; 0: not filled yet. */
  probability: number;
  /** (1 − p)ᵍ × 2³², g = 0 to 256. */
  survive: Float64Array;
  /** Shortest gap of the words with the same upper eight bits. */
  guide: Uint16Array;
}

export function newGaps(): Gaps {
  return { probability: 0, survive: new Float64Array(LONGEST + 1), guide: new Uint16Array(256) };
}

/** Fills the tables, unless they are those of `probability` already. @param probability above 0 and below 1 */
export function useProbability(gaps: Gaps, probability: number): void {
  if (gaps.probability === probability) return;
  gaps.probability = probability;
  const { survive, guide } = gaps;
  survive[0] = WORDS;
  for (let g = 1; g <= LONGEST; g++) survive[g] = survive[g - 1]! * (1 - probability);
  let gap = 0;
  for (let byte = 255; byte >= 0; byte--) {
    const top = (byte + 1) * 2 ** 24 - 0.5;
    while (gap < LONGEST && top < survive[gap + 1]!) gap++;
    guide[byte] = gap;
  }
}

/** Where the last gap ended: slots passed over, and a share (uniform) that is left of its word. */
export interface Mark {
  gap: number;
  share: number;
}

/** The next gap. What the word says beyond the gap is as good as another random number. */
export function nextMark(stream: Stream, gaps: Gaps, mark: Mark): void {
  const { survive, guide } = gaps;
  let passed = 0;
  for (;;) {
    const bits = nextBits(stream);
    const position = (bits >>> 0) + 0.5;
    let gap = guide[bits >>> 24]!;
    while (gap < LONGEST && position < survive[gap + 1]!) gap++;
    if (gap === LONGEST) {
      passed += LONGEST;
      continue;
    }
    const floor = survive[gap + 1]!;
    mark.gap = passed + gap;
    mark.share = (position - floor) / (survive[gap]! - floor);
    return;
  }
}
