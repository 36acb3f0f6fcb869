import { expose } from 'comlink';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { mergeSamples } from '../../src/model/doubt/base-samples.ts';
import { mergeTornado } from '../../src/model/doubt/tornado.ts';
import type { Draws } from '../../src/model/micro/ensemble.ts';
import { mergeDraws } from '../../src/model/micro/merge-draws.ts';
import type { Setup } from '../../src/model/frame.ts';
import type { Problem } from '../../src/model/types.ts';
import { drawScenario, readyToDraw } from '../../src/scenario/draw.ts';
import { widened } from '../../src/scenario/widened.ts';
import { createDrawModel, type DrawModel } from '../../src/worker/draw-model.ts';
import { createDrawPool, type DrawPool, type Piece, type Task } from '../../src/worker/draw-pool.ts';
import { drawTask, sampleTask, tornadoTask, type Seeded } from '../../src/worker/draw-tasks.ts';
import { createPrecedence } from '../../src/worker/precedence.ts';
import type { ModelWorker } from '../../src/worker/start.ts';
import { builtIn } from '../scenario/setups.ts';

const DRAWS = 120;

let setup: Setup;
interface Job extends Seeded {
  draws: number;
}
const BOTH = { chance: true, parameters: true };

let job: Job;
beforeAll(async () => {
  setup = await builtIn('tongjiang');
  const { place, pack } = setup;
  job = { place, pack, values: { transfer: 8 }, seed: 5, draws: DRAWS };
});

/** Workers over message channels with the real drawing model. `wait`: before each answer, so that they finish out of order. */
function workers(wait: (worker: number, from: number) => Promise<unknown> = async () => {}) {
  const events: EventTarget[] = [];
  const tornadoes: { from: number; to: number }[] = [];
  const ranges: { worker: number; from: number; to: number; seed: number }[] = [];
  let opened = 0;
  const start = (): ModelWorker => {
    const number = events.length;
    const own = new EventTarget();
    events.push(own);
    const { port1, port2 } = new MessageChannel();
    const model = createDrawModel({
      loadReference: async () => setup.reference,
      widened,
      ready: readyToDraw,
    });
    expose(
      {
        ...model,
        open: (place, pack) => {
          opened++;
          return model.open(place, pack);
        },
        draw: async (values, range) => {
          ranges.push({ worker: number, from: range.from, to: range.to, seed: range.seed });
          await wait(number, range.from);
          return model.draw(values, range);
        },
        tornado: async (values, range) => {
          tornadoes.push(range);
          await wait(number, range.from);
          return model.tornado(values, range);
        },
      } satisfies DrawModel,
      port1,
    );
    port2.start();
    const of = (type: string): EventTarget => (type === 'message' ? port2 : own);
    return {
      postMessage: (message: unknown, transfer: Transferable[] = []) => port2.postMessage(message, transfer),
      addEventListener: (type: string, listener: EventListener) => of(type).addEventListener(type, listener),
      removeEventListener: (type: string, listener: EventListener) => of(type).removeEventListener(type, listener),
      terminate: () => {
        port1.close();
        port2.close();
      },
    } as ModelWorker;
  };
  return { start, events, ranges, tornadoes, opened: () => opened };
}

/** Everything that is told of a run, once it is over. */
function runOf(pool: DrawPool, asked: Job): Promise<{ draws: Draws; reports: number[] }> {
  const reports: number[] = [];
  return new Promise((resolve, reject) =>
    pool.run(drawTask(asked, BOTH, asked.draws), {
      onParts: (parts) => {
        const draws = mergeDraws(parts);
        expect(draws.from).toBe(0);
        reports.push(draws.to);
        if (draws.to === asked.draws) resolve({ draws, reports });
      },
      onProblem: (problem) => reject(new Error(JSON.stringify(problem))),
    }),
  );
}
/** All pieces of a task. */
function allOf<Part extends Piece>(pool: DrawPool, task: Task<Part>): Promise<readonly Part[]> {
  return new Promise((resolve, reject) =>
    pool.run(task, { onParts: (parts) => parts.at(-1)!.to === task.size && resolve(parts), onProblem: reject }),
  );
}
const delay = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const never = (): Promise<never> => new Promise(() => {});

describe('the pool of drawing workers', () => {
  it('gives the same draws to the last byte with 1, 2, 3 and 8 cores, in whatever order they come', async () => {
    const drawn = drawScenario(setup, job.values, { seed: 5, from: 0, to: DRAWS, chance: true, parameters: true });
    if (!drawn.ok) throw new Error('not drawn');
    for (const cores of [1, 2, 3, 8]) {
      const { start, events, ranges } = workers((worker) => delay(worker === 0 ? 15 : 1));
      const { draws } = await runOf(createDrawPool(start, cores), job);
      expect(draws).toEqual(drawn.draws);
      expect(events).toHaveLength(Math.min(4, cores));
      expect(new Set(ranges.map(({ worker }) => worker)).size).toBe(events.length);
    }
  });

  it('gives the same base samples and tornado to the last byte with 1, 2, 3 and 8 cores', async () => {
    const ready = readyToDraw(setup, job.values);
    if (!ready.ok) throw new Error('nothing to be drawn from');
    const samples = ready.samples({ seed: 5, from: 0, to: 3 });
    const pieces = 1 + samples.keys.length;
    const tornado = mergeTornado([ready.tornado({ from: 0, to: pieces })]);
    for (const cores of [1, 2, 3, 8]) {
      const pool = createDrawPool(workers((worker) => delay(worker === 0 ? 15 : 1)).start, cores);
      expect(mergeSamples(await allOf(pool, sampleTask(job, 3)))).toEqual(samples);
      expect(mergeTornado(await allOf(pool, tornadoTask(job, pieces)))).toEqual(tornado);
    }
  });

  it('makes a tornado piece by piece, so that no more is made once it is cancelled', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { start, tornadoes } = workers(() => held);
    const pool = createDrawPool(start, 2);
    const told = vi.fn();
    pool.run(tornadoTask(job, 12), { onParts: told, onProblem: told });
    await expect.poll(() => tornadoes).toHaveLength(2);
    pool.cancel();
    release();
    await delay(100);
    expect(told).not.toHaveBeenCalled();
    expect(tornadoes).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]);
  });

  it('starts one worker where the machine says nothing about its cores, and opens a place once', async () => {
    const { start, events, opened } = workers();
    const pool = createDrawPool(start, NaN);
    await runOf(pool, job);
    await runOf(pool, { ...job, values: {}, draws: 10 });
    expect(events).toHaveLength(1);
    expect(opened()).toBe(1);
  });

  it('tells of the first draws before all are there, and never of fewer than before', async () => {
    const { start } = workers(() => delay(30));
    const { reports } = await runOf(createDrawPool(start, 1), job);
    expect(reports.length).toBeGreaterThan(1);
    expect(reports[0]).toBeLessThan(DRAWS);
    expect(reports).toEqual(reports.toSorted((a, b) => a - b));
  });

  it('drops what a cancelled run still computes', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { start, ranges } = workers(() => held);
    const pool = createDrawPool(start, 2);
    const told = vi.fn();
    pool.run(drawTask(job, BOTH, DRAWS), { onParts: told, onProblem: told });
    await expect.poll(() => ranges.length).toBe(2);
    pool.cancel();
    release();
    await delay(100);
    expect(told).not.toHaveBeenCalled();
    expect(ranges).toHaveLength(2);
  });

  it('never mixes a run with the one before it', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { start, ranges } = workers(() => held);
    const pool = createDrawPool(start, 2);
    const old = vi.fn();
    pool.run(drawTask(job, BOTH, DRAWS), { onParts: old, onProblem: old });
    await expect.poll(() => ranges.length).toBeGreaterThan(0);
    const next = runOf(pool, { ...job, seed: 6, draws: 40 });
    release();
    const { draws } = await next;
    const alone = await runOf(createDrawPool(workers().start, 1), { ...job, seed: 6, draws: 40 });
    expect(draws).toEqual(alone.draws);
    expect(old).not.toHaveBeenCalled();
  });

  it('says once that a worker has died, and draws again with others when it is asked to', async () => {
    let silent = true;
    const { start, events, ranges } = workers(() => (silent ? never() : Promise.resolve()));
    const pool = createDrawPool(start, 2);
    const problems: Problem[] = [];
    pool.run(drawTask(job, BOTH, DRAWS), { onParts: () => {}, onProblem: (problem) => problems.push(problem) });
    await expect.poll(() => ranges.length).toBe(2);
    events[1]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect.poll(() => problems).toEqual([{ code: 'draws.failed', values: { message: 'out of memory' } }]);
    silent = false;
    await runOf(pool, job);
    expect(events).toHaveLength(4);
    expect(problems).toHaveLength(1);
  });

  it('rests while others are waited for, also in the middle of a run, and then gives the same draws', async () => {
    const alone = await runOf(createDrawPool(workers().start, 1), job);
    const precedence = createPrecedence();
    const { start, ranges, opened } = workers();
    const pool = createDrawPool(start, 2, precedence);
    let end = (): void => undefined;
    const hold = () => precedence.give(new Promise<void>((resolve) => (end = resolve)));
    void hold();
    let held: Promise<void> | null = null;
    const parts = new Promise<readonly Draws[]>((resolve, reject) =>
      pool.run(drawTask(job, BOTH, DRAWS), {
        onParts: (parts) => {
          held ??= hold();
          if (parts.at(-1)!.to === DRAWS) resolve(parts);
        },
        onProblem: reject,
      }),
    );
    await delay(50);
    expect([ranges, opened()]).toEqual([[], 0]);
    end();
    await vi.waitFor(() => expect(held).not.toBe(null));
    // What was asked for before goes on.
    await delay(200);
    const before = ranges.length;
    await delay(200);
    expect(ranges).toHaveLength(before);
    expect(ranges.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThan(DRAWS);
    end();
    expect(mergeDraws(await parts)).toEqual(alone.draws);
  });

  it('forgets a run that was cancelled while it rested', async () => {
    const precedence = createPrecedence();
    const { start, ranges } = workers();
    const pool = createDrawPool(start, 2, precedence);
    let end = (): void => undefined;
    void precedence.give(new Promise<void>((resolve) => (end = resolve)));
    const first = vi.fn();
    pool.run(drawTask(job, BOTH, DRAWS), { onParts: first, onProblem: first });
    const second = runOf(pool, { ...job, seed: 6, draws: 40 });
    end();
    await second;
    expect(first).not.toHaveBeenCalled();
    expect(new Set(ranges.map(({ seed }) => seed))).toEqual(new Set([6]));
  });

  it('takes a worker that does not answer for dead', async () => {
    const { start } = workers(never);
    const problem = await new Promise<Problem>((resolve) =>
      createDrawPool(start, 1, undefined, 50).run(drawTask(job, BOTH, DRAWS), {
        onParts: () => {},
        onProblem: resolve,
      }),
    );
    expect(problem.code).toBe('draws.failed');
  });

  it('says what is wrong with a seed that cannot be', async () => {
    await expect(runOf(createDrawPool(workers().start, 1), { ...job, seed: -1 })).rejects.toThrow(
      /draws\.failed.*seed/,
    );
  });
});
