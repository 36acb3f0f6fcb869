import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaceData } from '../../src/model/types.ts';
import { createAnalyst, type Analyst, type Analysed } from '../../src/worker/analyst.ts';
import { createClient } from '../../src/worker/client.ts';
import { FakeWorker } from './fake-worker.ts';

let workers: FakeWorker[];
let analyst: Analyst;
beforeEach(() => {
  workers = [];
  const start = () => {
    const fake = new FakeWorker();
    workers.push(fake);
    return fake.worker;
  };
  analyst = createAnalyst(createClient(start));
});
afterEach(() => workers.forEach((worker) => worker.close()));

const placeOf = (id: string) =>
  ({ id, areas: [], residents: [], starts: [] as PlaceData['starts'] }) as unknown as PlaceData;
const TONGJIANG = placeOf('tongjiang');
const YUZHONG = placeOf('yuzhong');
const run = (caller: string, transfers: number[], place = TONGJIANG) =>
  analyst.run(caller, { place, policy: 'china-2018', values: transfers.map((transfer) => ({ transfer })) });
const of = (analysed: Analysed | null) =>
  analysed?.ok ? analysed.results.map(({ place }) => place) : (analysed?.problem.code ?? null);
/** Lets question number `count` of a worker be answered when it comes. */
async function answer(count: number, index = 0): Promise<void> {
  await expect.poll(() => workers[index]?.asked, { interval: 5 }).toHaveLength(count);
  workers[index]!.answer();
}
async function answerAll(from: number, to: number, index = 0): Promise<void> {
  for (let count = from; count <= to; count++) await answer(count, index);
}

describe('the analyst', () => {
  it('starts no worker before it is asked', () => {
    expect(workers).toHaveLength(0);
  });

  it('runs every scenario, none of them dropped for a newer one, in order', async () => {
    const study = run('compare', [1, 2, 3]);
    await answerAll(1, 4);
    expect(of(await study)).toEqual(['{"transfer":1}', '{"transfer":2}', '{"transfer":3}']);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.asked[0]).toBe('open tongjiang china-2018');
  });

  it('gives a study without scenarios no results', async () => {
    expect(of(await run('compare', []))).toEqual([]);
  });

  it('gives an older study of the same caller up, and lets other callers finish', async () => {
    const old = run('compare', [1, 2, 3]);
    const other = run('cost', [7]);
    await answer(1);
    const newer = run('compare', [4]);
    expect(await old).toBeNull();
    await answerAll(2, 4);
    expect([of(await other), of(await newer)]).toEqual([['{"transfer":7}'], ['{"transfer":4}']]);
    expect(workers[0]?.asked.slice(1)).toEqual(['run {"transfer":1}', 'run {"transfer":7}', 'run {"transfer":4}']);
  });

  it('stops what is not wanted any more', async () => {
    const study = run('explain', [1, 2]);
    analyst.stop('explain');
    analyst.stop('explain');
    expect(await study).toBeNull();
  });

  it('opens another place before it runs it', async () => {
    const first = run('compare', [1]);
    await answerAll(1, 2);
    await first;
    const second = run('compare', [1], YUZHONG);
    await answerAll(3, 4);
    await second;
    expect(workers[0]?.asked[2]).toBe('open yuzhong china-2018');
  });

  it('survives the death of its worker', async () => {
    const study = run('compare', [1, 2]);
    await answerAll(1, 2);
    await expect.poll(() => workers[0]?.asked).toHaveLength(3);
    workers[0]!.die();
    await answerAll(1, 2, 1);
    expect(of(await study)).toEqual(['{"transfer":1}', '{"transfer":2}']);
  });

  it('lets no failure of its client stop the next study', async () => {
    const failing = createAnalyst({
      ...createClient(() => {
        throw new Error('unused');
      }),
      run: () => Promise.reject(new Error('no solver')),
    });
    for (let study = 0; study < 2; study++) {
      const analysed = await failing.run('compare', { place: TONGJIANG, policy: 'china-2018', values: [{}] });
      expect(of(analysed)).toBe('worker.failed');
    }
  });

  it('says what went wrong, and takes the next study', async () => {
    const study = run('compare', [1, 2]);
    await expect.poll(() => workers[0]?.asked).toHaveLength(1);
    workers[0]!.die();
    await expect.poll(() => workers[1]?.asked).toHaveLength(1);
    workers[1]!.die();
    expect(of(await study)).toBe('worker.failed');
    const next = run('compare', [3]);
    await answerAll(1, 2, 2);
    expect(of(await next)).toEqual(['{"transfer":3}']);
  });
});
