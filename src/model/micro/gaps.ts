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
  /** Shortest gap of the words with the same upper ten bits. */
  guide: Uint16Array;
  /** The word of the last mark, as a number from 0 to 2³², and the gap that it gave. */
  position: number;
  gap: number;
}

export function newGaps(): Gaps {
  return {
    probability: 0,
    survive: new Float64Array(LONGEST + 1),
    guide: new Uint16Array(1024),
    position: 0.5,
    gap: 0,
  };
}

/** Fills the tables, unless they are those of `probability` already. @param probability above 0 and below 1 */
export function useProbability(gaps: Gaps, probability: number): void {
  if (gaps.probability === probability) return;
  gaps.probability = probability;
  const { survive, guide } = gaps;
  survive[0] = WORDS;
  for (let gap = 0; gap < LONGEST; gap++) survive[gap + 1] = survive[gap]! * (1 - probability);
  let gap = 0;
  for (let upper = 1023; upper >= 0; upper--) {
    const top = (upper + 1) * 2 ** 22 - 0.5;
    while (gap < LONGEST && top < survive[gap + 1]!) gap++;
    guide[upper] = gap;
  }
}

/** Slots passed over until the next mark. */
export function nextGap(stream: Stream, gaps: Gaps): number {
  const { survive, guide } = gaps;
  let passed = 0;
  for (;;) {
    const bits = nextBits(stream);
    const position = (bits >>> 0) + 0.5;
    let gap = guide[bits >>> 22]!;
    while (gap < LONGEST && position < survive[gap + 1]!) gap++;
    if (gap === LONGEST) {
      passed += LONGEST;
      continue;
    }
    gaps.position = position;
    gaps.gap = gap;
    return passed + gap;
  }
}

/** What is left of the word of the last mark: uniform above 0 and below 1, as good as another random number. */
export function shareOfMark({ position, gap, survive }: Gaps): number {
  return (position - survive[gap + 1]!) * (1 / (survive[gap]! - survive[gap + 1]!));
}
