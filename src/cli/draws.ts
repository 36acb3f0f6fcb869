import { bandsOf, probabilityOf, QUANTILES } from '../model/micro/bands.ts';
import type { Draws } from '../model/micro/ensemble.ts';
import { mergeDraws } from '../model/micro/merge-draws.ts';
import type { Setup } from '../model/frame.ts';
import type { Problem } from '../model/types.ts';
import { drawScenario } from '../scenario/draw.ts';
import type { Value } from '../scenario/types.ts';
import type { Report } from './report.ts';

/** Draws between two words on how far it is. */
const STEP = 100;

/**
 * All draws of a scenario, in one process.
 * @param progress told how many are made, while there are more to come
 */
export function drawAll(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  { seed, draws }: { seed: number; draws: number },
  progress: (done: number) => void,
): { draws: Draws } | { problem: Problem } {
  const parts: Draws[] = [];
  for (let from = 0; from < draws; from += STEP) {
    if (from > 0) progress(from);
    const to = Math.min(draws, from + STEP);
    const drawn = drawScenario(setup, values, { seed, from, to, chance: true, parameters: true });
    if (!drawn.ok) return { problem: drawn.problem };
    parts.push(drawn.draws);
  }
  return { draws: mergeDraws(parts) };
}

/** The report with what the draws say: the bands of the whole place, and the probability of meeting each target. */
export function withDraws(report: Report, draws: Draws): Report {
  return {
    ...report,
    targets: report.targets.map((target) => ({ ...target, probability: probabilityOf(draws, target.id) })),
    bands: { quantiles: [...QUANTILES], density: bandsOf(draws) },
  };
}
