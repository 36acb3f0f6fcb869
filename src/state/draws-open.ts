import { createDrawPool } from '../worker/draw-pool.ts';
import type { Precedence } from '../worker/precedence.ts';
import type { ModelWorker } from '../worker/start.ts';
import { DrawSession } from './draws.svelte.ts';
import type { DrawsView } from './draws-view.ts';
import type { SessionView } from './view.ts';

/**
 * Everything that draws, in one piece that the page loads after its first chart.
 * @param cores processors of the machine
 * @param others what goes before it
 */
export function openDraws(
  session: SessionView,
  start: () => ModelWorker,
  cores: number,
  others: Precedence,
): DrawsView {
  return new DrawSession(session, createDrawPool(start, cores, others));
}
