import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/types.ts';
import { createClient, type ModelClient } from '../../src/worker/client.ts';
import type { Ran } from '../../src/worker/model.ts';
import { FakeWorker } from './fake-worker.ts';

let workers: FakeWorker[];
let problems: string[];
let client: ModelClient;

function clientWith(patience?: { load: number; run: number }): ModelClient {
  workers = [];
  problems = [];
  const start = () => {
    const fake = new FakeWorker();
    workers.push(fake);
    return fake.worker;
  };
  const fresh = createClient(start, patience);
  fresh.onProblem((problem: Problem) => problems.push(problem.code));
  return fresh;
}

beforeEach(() => {
  client = clientWith();
});
afterEach(() => workers.forEach((worker) => worker.close()));

/** Worker number `index` once it has been asked `count` things. */
async function asked(index: number, count: number): Promise<FakeWorker> {
  await expect.poll(() => workers[index]?.asked, { interval: 5 }).toHaveLength(count);
  return workers[index]!;
}
/** Lets each question be answered as it comes. */
async function answerAll(index: number, count: number): Promise<void> {
  for (let question = 1; question <= count; question++) (await asked(index, question)).answer();
}
const run = (transfer: number) => client.run('tongjiang', 'tongjiang-2020', { transfer });
const of = (ran: Ran | null): string | null => (ran?.ok ? ran.result.place : (ran?.problem.code ?? null));

async function opened(): Promise<void> {
  const open = client.open('tongjiang', 'tongjiang-2020');
  await answerAll(0, 1);
  await open;
}

describe('a client', () => {
  it('starts no worker before it is asked, and one only', async () => {
    expect(workers).toHaveLength(0);
    await opened();
    const ran = run(1);
    (await asked(0, 2)).answer();
    expect(of(await ran)).toBe('{"transfer":1}');
    expect(workers).toHaveLength(1);
  });

  it('opens the place before it runs it, once', async () => {
    const first = run(1);
    await answerAll(0, 2);
    await first;
    const second = run(2);
    (await asked(0, 3)).answer();
    await second;
    expect(workers[0]?.asked).toEqual(['open tongjiang tongjiang-2020', 'run {"transfer":1}', 'run {"transfer":2}']);
  });

  it('opens a place again after another was open', async () => {
    await opened();
    const other = client.open('yuzhong', 'yuzhong-2018');
    (await asked(0, 2)).answer();
    await other;
    const back = run(1);
    (await asked(0, 3)).answer();
    (await asked(0, 4)).answer();
    expect(of(await back)).toBe('{"transfer":1}');
    expect(workers[0]?.asked[2]).toBe('open tongjiang tongjiang-2020');
  });

  it('has one call under way, and of those that wait only the newest', async () => {
    await opened();
    const runs = [1, 2, 3, 4].map(run);
    const worker = await asked(0, 2);
    worker.answer();
    (await asked(0, 3)).answer();
    expect((await Promise.all(runs)).map(of)).toEqual(['{"transfer":1}', null, null, '{"transfer":4}']);
    expect(worker.asked.slice(1)).toEqual(['run {"transfer":1}', 'run {"transfer":4}']);
  });

  it('answers in the order in which it was asked', async () => {
    await opened();
    const order: (string | null)[] = [];
    const runs = [1, 2].map(async (transfer) => order.push(of(await run(transfer))));
    (await asked(0, 2)).answer();
    (await asked(0, 3)).answer();
    await Promise.all(runs);
    expect(order).toEqual(['{"transfer":1}', '{"transfer":2}']);
  });

  it('lets the scenario go before the hindcasts, and forgets neither', async () => {
    await opened();
    const first = run(1);
    const hindcasts = client.hindcasts();
    const second = run(2);
    for (const count of [2, 3, 4]) (await asked(0, count)).answer();
    expect([of(await first), of(await second), await hindcasts]).toEqual([
      '{"transfer":1}',
      '{"transfer":2}',
      { ok: true, hindcasts: [] },
    ]);
    expect(workers[0]?.asked.slice(1)).toEqual(['run {"transfer":1}', 'run {"transfer":2}', 'hindcasts']);
  });
});

describe('flows of areas', () => {
  const ledger = (caller: string, transfer: number, members: number[] | null) =>
    client.ledger(caller, ['tongjiang', 'tongjiang-2020', { transfer }, null], members);

  it('are asked for after the scenario; a newer wish takes the place of an older one of the same caller', async () => {
    await opened();
    const first = run(1);
    const asking = [ledger('flows', 1, [3]), ledger('export', 1, null), ledger('flows', 2, [3, 4])];
    const second = run(2);
    await answerAll(0, 5);
    expect([of(await first), of(await second)]).toEqual(['{"transfer":1}', '{"transfer":2}']);
    expect(await Promise.all(asking)).toEqual([
      null,
      { ok: true, plan: { areas: 0 } },
      { ok: true, plan: { areas: 2 } },
    ]);
    expect(workers[0]?.asked.slice(1)).toEqual([
      'run {"transfer":1}',
      'run {"transfer":2}',
      'ledger {"transfer":2} 3 4',
      'ledger {"transfer":1} all',
    ]);
  });

  it('come from a new worker when theirs dies, and a second death is told', async () => {
    await opened();
    const one = ledger('flows', 1, [3]);
    (await asked(0, 2)).die();
    await answerAll(1, 2);
    expect(await one).toEqual({ ok: true, plan: { areas: 1 } });
    expect(workers[1]?.asked).toEqual(['open tongjiang tongjiang-2020', 'ledger {"transfer":1} 3']);
    const other = ledger('flows', 2, null);
    (await asked(1, 3)).die();
    (await asked(2, 1)).die();
    expect(await other).toMatchObject({ ok: false, problem: { code: 'worker.failed' } });
  });
});

describe('a worker that dies', () => {
  it.each(['error', 'messageerror'] as const)(
    'with an event "%s" is replaced: the place is opened and the input run again, and the reader told',
    async (event) => {
      await opened();
      const ran = run(1);
      (await asked(0, 2)).die(event);
      await answerAll(1, 2);
      expect(of(await ran)).toBe('{"transfer":1}');
      expect(workers[1]?.asked).toEqual(['open tongjiang tongjiang-2020', 'run {"transfer":1}']);
      expect(workers[0]?.terminated).toBe(true);
      expect(problems).toEqual(['worker.crashed']);
    },
  );

  it('before it has loaded is replaced', async () => {
    const open = client.open('tongjiang', 'tongjiang-2020');
    workers[0]!.die();
    await answerAll(1, 1);
    expect(await open).toMatchObject({ ok: true, setup: { place: { id: 'tongjiang' } } });
    expect(problems).toEqual(['worker.crashed']);
  });

  it('runs only the newest input again', async () => {
    await opened();
    const old = run(1);
    const worker = await asked(0, 2);
    const newer = run(2);
    worker.die();
    await answerAll(1, 2);
    expect([of(await old), of(await newer)]).toEqual([null, '{"transfer":2}']);
    expect(workers[1]?.asked).toEqual(['open tongjiang tongjiang-2020', 'run {"transfer":2}']);
  });

  it('between two questions is told at once, and replaced at the next', async () => {
    await opened();
    workers[0]!.die();
    expect(problems).toEqual(['worker.crashed']);
    expect(workers).toHaveLength(1);
    const ran = run(1);
    await answerAll(1, 2);
    expect(of(await ran)).toBe('{"transfer":1}');
  });

  it('cannot answer any more', async () => {
    await opened();
    const ran = run(1);
    const dead = await asked(0, 2);
    dead.die();
    dead.answer();
    await answerAll(1, 2);
    expect(of(await ran)).toBe('{"transfer":1}');
    expect(workers[1]?.asked).toHaveLength(2);
  });

  it('twice in a row fails, and says so once', async () => {
    await opened();
    const ran = run(1);
    (await asked(0, 2)).die();
    (await asked(1, 1)).die();
    expect(of(await ran)).toBe('worker.failed');
    expect(workers).toHaveLength(2);
    expect(problems).toEqual(['worker.crashed']);
  });

  it('gets another chance with the next question', async () => {
    await opened();
    const failed = run(1);
    (await asked(0, 2)).die();
    (await asked(1, 1)).die();
    await failed;
    const ran = run(2);
    await answerAll(2, 2);
    expect(of(await ran)).toBe('{"transfer":2}');
  });

  it('twice, but not in a row, is replaced twice', async () => {
    await opened();
    for (const [index, transfer] of [1, 2].entries()) {
      const ran = run(transfer);
      (await asked(index, index === 0 ? 2 : 3)).die();
      await answerAll(index + 1, 2);
      expect(of(await ran)).toBe(`{"transfer":${transfer}}`);
    }
    expect(problems).toEqual(['worker.crashed', 'worker.crashed']);
  });

  it('without a word is noticed by its silence', async () => {
    client = clientWith({ load: 5000, run: 500 });
    await opened();
    const ran = run(1);
    await asked(0, 2);
    await answerAll(1, 2);
    expect(of(await ran)).toBe('{"transfer":1}');
    expect(workers[0]?.terminated).toBe(true);
    expect(problems).toEqual(['worker.crashed']);
  });
});

describe('a worker that cannot be started', () => {
  it('fails without leaving anybody waiting', async () => {
    const refusing = createClient(() => {
      throw new Error('no workers here');
    });
    expect(await refusing.run('tongjiang', 'tongjiang-2020', {})).toEqual({
      ok: false,
      problem: { code: 'worker.failed', values: { message: 'no workers here' } },
    });
  });
});
