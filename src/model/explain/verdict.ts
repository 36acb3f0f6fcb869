import type { Waterfall } from './waterfall.ts';

/** What a reader must know before a density is called better or worse: that people left, or were counted otherwise. */
export type Verdict =
  'only-population' | 'mostly-population' | 'only-definition' | 'mostly-definition' | 'hidden-by-population';

/**
 * Whether a density rises although GPs do not, because residents are fewer or are counted otherwise; or falls although GPs are more,
 * because residents are. "Only": without that part it would not have risen at all. "Mostly": the part is more than half of the rise.
 * @param density waterfall of densities
 */
export function verdictOf({ from, to, parts }: Waterfall): Verdict | null {
  const part = (cause: string): number => parts.find((one) => one.cause === cause)?.value ?? 0;
  const change = to - from;
  const [population, definition] = [part('population'), part('definition')];
  const rest = change - population - definition;
  const main = population >= definition ? 'population' : 'definition';
  if (change > 0 && rest <= 0) return `only-${main}`;
  if (change > 0 && Math.max(population, definition) > change / 2) return `mostly-${main}`;
  if (change < 0 && rest > 0 && population < 0) return 'hidden-by-population';
  return null;
}
