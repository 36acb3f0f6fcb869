import { parentPort, workerData } from 'node:worker_threads';
import type { Setup } from '../model/frame.ts';
import type { DrawRange } from '../model/micro/ensemble.ts';
import type { Move } from '../model/reassign/types.ts';
import { drawScenario } from '../scenario/draw.ts';
import type { Value } from '../scenario/types.ts';

/** What a thread draws from. */
export interface ThreadData {
  setup: Setup;
  values: Readonly<Record<string, Value>>;
  moves: readonly Move[];
}

const { setup, values, moves } = workerData as ThreadData;
parentPort?.on('message', (range: DrawRange) => parentPort?.postMessage(drawScenario(setup, values, range, moves)));
