import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Setup } from '../model/frame.ts';
import { bandsOf, probabilityOf, QUANTILES } from '../model/micro/bands.ts';
import type { DrawRange, Draws } from '../model/micro/ensemble.ts';
import { mergeDraws } from '../model/micro/merge-draws.ts';
import type { Move } from '../model/reassign/types.ts';
import type { Problem } from '../model/types.ts';
import { drawScenario, type Drawn } from '../scenario/draw.ts';
import type { Value } from '../scenario/types.ts';
import type { ThreadData } from './draw-thread.ts';
import type { Report } from './report.ts';

/** Draws of one piece, and between two words on how far it is. */
const STEP = 100;

/** Draws one piece. */
type Hand = (range: DrawRange) => Promise<Drawn>;

/**
 * All draws of a scenario, shared by some threads. A draw is the same whoever makes it: their number changes no figure.
 * @param doubt what is drawn: the scenario's own field
 * @param moves the plan of reassignment for these values
 * @param progress told how many are made, while there are more to come
 */
export async function drawAll(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  {
    seed,
    draws,
    doubt,
    workers,
    moves,
  }: { seed: number; draws: number; doubt: Value; workers: number; moves: readonly Move[] },
  progress: (done: number) => void,
): Promise<{ draws: Draws } | { problem: Problem }> {
  const sources = { chance: doubt !== 'parameters', parameters: doubt !== 'chance' };
  const parts: Draws[] = [];
  let next = 0;
  let done = 0;
  let problem: Problem | null = null;
  const work = async (hand: Hand): Promise<void> => {
    while (next < draws && problem === null) {
      const from = next;
      const to = Math.min(draws, from + STEP);
      next = to;
      const drawn = await hand({ seed, from, to, ...sources });
      if (!drawn.ok) {
        problem = drawn.problem;
        return;
      }
      parts.push(drawn.draws);
      done += to - from;
      if (done < draws) progress(done);
    }
  };
  const threads = Math.min(workers, Math.ceil(draws / STEP));
  if (threads <= 1) await work(async (range) => drawScenario(setup, values, range, moves));
  else await withThreads(threads, { setup, values, moves }, (hands) => Promise.all(hands.map(work)));
  return problem === null ? { draws: mergeDraws(parts) } : { problem };
}

/** Starts threads, lets them work, and ends them whatever happens. @throws Error when one dies */
async function withThreads(
  count: number,
  workerData: ThreadData,
  use: (hands: Hand[]) => Promise<unknown>,
): Promise<void> {
  const threads = Array.from(
    { length: count },
    () => new Worker(new URL('./draw-thread.mjs', import.meta.url), { workerData }),
  );
  try {
    await use(
      threads.map((thread) => async (range) => {
        thread.postMessage(range);
        const [drawn] = (await once(thread, 'message')) as [Drawn];
        return drawn;
      }),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** The report with what the draws say: the bands of the whole place, and the probability of meeting each target. */
export function withDraws(report: Report, draws: Draws): Report {
  return {
    ...report,
    targets: report.targets.map((target) => ({ ...target, probability: probabilityOf(draws, target.id) })),
    bands: { quantiles: [...QUANTILES], density: bandsOf(draws) },
  };
}
