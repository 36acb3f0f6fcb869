/** Chances up to so many in so many are said as a fraction with a small whole number below the line. */
const LARGEST_PARTS = 10;
const RARE = 0.1;

/** A chance in percent, never 0 or 100: `bound` is set where it is only known to be below or above. */
export interface Chance {
  percent: number;
  bound: 'below' | 'above' | null;
}

/**
 * What may be said of a share of draws: below 1 % and above 99 % (or a single draw, where there are fewer than 100) only that.
 * @param share of the draws, 0 to 1
 */
export function chance(share: number, draws: number): Chance {
  const least = Math.max(0.01, 1 / draws);
  const edge = Math.ceil(least * 100 - 1e-9);
  if (share < least) return { percent: edge, bound: 'below' };
  if (share > 1 - least) return { percent: 100 - edge, bound: 'above' };
  return { percent: Math.min(99, Math.max(1, Math.round(share * 100))), bound: null };
}

/** The nearest "a times in b": b up to 10, and for the rare and the nearly sure 1 or all but 1 of more. @param share 0.01 to 0.99 */
export function timesIn(share: number): [times: number, of: number] {
  if (share < RARE) return [1, Math.round(1 / share)];
  if (share > 1 - RARE) {
    const of = Math.round(1 / (1 - share));
    return [of - 1, of];
  }
  let best: [number, number] = [1, 2];
  for (let of = 3; of <= LARGEST_PARTS; of++) {
    const times = Math.round(share * of);
    if (times > 0 && times < of && Math.abs(share - times / of) < Math.abs(share - best[0] / best[1]) - 0.005) {
      best = [times, of];
    }
  }
  return best;
}
