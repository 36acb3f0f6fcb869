import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { plannedClient } from '../../src/state/planned-client.ts';
import type { ModelClient } from '../../src/worker/client.ts';
import type { Result } from '../../src/model/types.ts';
import { createPlanner, type Planner } from '../../src/worker/planner.ts';
import type { Planned, SolverWire } from '../../src/worker/solver-wire.ts';
import type { ModelWorker } from '../../src/worker/start.ts';
import { plan } from '../ui/moves/fake-plan.ts';
import { builtIn } from '../scenario/setups.ts';

const xupu = await builtIn('xupu');

/** A solver over a message channel that answers when it is told to. */
class FakeSolver {
  asked: string[] = [];
  terminated = false;
  #answers: ((planned: Planned) => void)[] = [];
  #events = new EventTarget();
  #page = new MessageChannel();

  constructor() {
    const wire: SolverWire = {
      give: async () => void this.asked.push('give'),
      plan: (_pack, values, tell) => {
        this.asked.push(`plan ${JSON.stringify(values)}`);
        tell({ goal: 'centres', county: 0, counties: 1 });
        return new Promise((resolve) => this.#answers.push(resolve));
      },
      weigh: async (_pack, values, year, tell) => {
        this.asked.push(`weigh ${JSON.stringify(values)} ${year}`);
        tell(0, 2);
        return { ok: true, ways: [] };
      },
    };
    expose(wire, this.#page.port1);
    this.#page.port2.start();
  }
  get worker(): ModelWorker {
    const port = this.#page.port2;
    const of = (type: string): EventTarget => (type === 'message' ? port : this.#events);
    return {
      postMessage: (message: unknown, transfer: Transferable[] = []) => port.postMessage(message, transfer),
      addEventListener: (type: string, listener: EventListener) => of(type).addEventListener(type, listener),
      removeEventListener: (type: string, listener: EventListener) => of(type).removeEventListener(type, listener),
      terminate: () => {
        this.terminated = true;
        this.#page.port1.close();
        this.#page.port2.close();
      },
    } as ModelWorker;
  }
  async answer(planned: Planned): Promise<void> {
    await expect.poll(() => this.#answers.length).toBe(1);
    this.#answers.shift()!(planned);
  }
  die(): void {
    this.#events.dispatchEvent(new Event('error'));
  }
}

function planner(): { planner: Planner; solvers: FakeSolver[]; told: string[] } {
  const solvers: FakeSolver[] = [];
  const start = (): ModelWorker => {
    solvers.push(new FakeSolver());
    return solvers.at(-1)!.worker;
  };
  return { planner: createPlanner(start, 1, 5000), solvers, told: [] };
}

describe('the client of the solver', () => {
  it('gives the place once, tells how far it is, and hands the plan over', async () => {
    const { planner: it, solvers, told } = planner();
    for (const within of [1, 2]) {
      const planned = it.plan(xupu.place, xupu.pack, { within }, ({ goal }) => told.push(goal));
      await expect.poll(() => solvers[0]?.asked.length).toBe(within + 2);
      await solvers[0]!.answer({ ok: true, moves: plan() });
      expect(await planned).toMatchObject({ ok: true, moves: { centres: 4 } });
    }
    expect(solvers).toHaveLength(1);
    expect(solvers[0]!.asked).toEqual(['give', 'give', 'plan {"within":1}', 'plan {"within":2}']);
    expect(told).toEqual(['centres', 'centres']);
    solvers[0]!.worker.terminate();
  });

  it('asks how far limits would have to give, and tells how far it is', async () => {
    const { planner: it, solvers, told } = planner();
    const weighed = await it.weigh(xupu.place, xupu.pack, { within: 1 }, 2020, (done, of) =>
      told.push(`${done}/${of}`),
    );
    expect(weighed).toEqual({ ok: true, ways: [] });
    expect(solvers[0]!.asked.at(-1)).toBe('weigh {"within":1} 2020');
    await expect.poll(() => told).toEqual(['0/2']);
    solvers[0]!.worker.terminate();
  });

  it('ends the worker when a newer question comes, and answers only the newest', async () => {
    const { planner: it, solvers } = planner();
    const first = it.plan(xupu.place, xupu.pack, { within: 1 }, () => undefined);
    await expect.poll(() => solvers[0]?.asked.length).toBe(3);
    const second = it.plan(xupu.place, xupu.pack, { within: 2 }, () => undefined);
    expect(await first).toBeNull();
    expect(solvers[0]!.terminated).toBe(true);
    await expect.poll(() => solvers[1]?.asked.length).toBe(3);
    await solvers[1]!.answer({ ok: true, moves: null });
    expect(await second).toEqual({ ok: true, moves: null });
    solvers[1]!.worker.terminate();
  });

  it('says that the solver died, and starts another', async () => {
    const { planner: it, solvers } = planner();
    const planned = it.plan(xupu.place, xupu.pack, {}, () => undefined);
    await expect.poll(() => solvers[0]?.asked.length).toBe(3);
    solvers[0]!.die();
    expect(await planned).toMatchObject({ ok: false, problem: { code: 'worker.failed' } });
    const again = it.plan(xupu.place, xupu.pack, {}, () => undefined);
    await expect.poll(() => solvers[1]?.asked.length).toBe(3);
    it.stop();
    expect(await again).toBeNull();
  });
});

describe('the model with the solver before it', () => {
  const ran: unknown[] = [];
  const model: ModelClient = {
    open: async () => ({ ok: true, setup: xupu }),
    run: async (_place, _policy, values, moves) => {
      ran.push([values, moves ?? null]);
      return null;
    },
    ledger: async () => null,
    readPolicy: async () => null,
    bring: () => undefined,
    keep: () => undefined,
    hindcasts: async () => null,
    onProblem: () => undefined,
  };

  it('asks it only where a lever of reassignment is on', async () => {
    const asked: unknown[] = [];
    const fake: Planner = {
      plan: async (_place, _pack, values) => {
        asked.push(values);
        return { ok: true, moves: plan() };
      },
      weigh: async () => null,
      stop: () => undefined,
    };
    const client = plannedClient(model, async () => fake);
    await client.open('xupu', 'hunan-2020');
    await client.run('xupu', 'hunan-2020', { transfer: 3 });
    await client.run('xupu', 'hunan-2020', { within: 3 });
    expect(asked).toEqual([{ within: 3 }]);
    expect(ran).toMatchObject([
      [{ transfer: 3 }, null],
      [{ within: 3 }, { centres: 4 }],
    ]);
  });

  it('answers first without moves where nothing was shown, says so, and keeps the plan for the way back', async () => {
    const asked: unknown[] = [];
    const shown = { problems: [] } as unknown as Result;
    const fake: Planner = {
      plan: async (_place, _pack, values) => {
        asked.push(values);
        return { ok: true, moves: plan() };
      },
      weigh: async () => null,
      stop: () => undefined,
    };
    const runs: boolean[] = [];
    const running: ModelClient = {
      ...model,
      run: async (_place, _policy, _values, moves) => {
        runs.push(Boolean(moves));
        return { ok: true, result: shown };
      },
    };
    const client = plannedClient(running, async () => fake, undefined, true);
    await client.open('xupu', 'hunan-2020');
    const first = await client.run('xupu', 'hunan-2020', { within: 3 });
    expect(first).toMatchObject({ ok: true, result: { problems: [{ code: 'moves.not-yet' }] } });
    expect(first?.ok && (await first.later)).toEqual({ ok: true, result: shown });
    expect(await client.run('xupu', 'hunan-2020', { within: 4 })).toEqual({ ok: true, result: shown });
    await client.run('xupu', 'hunan-2020', { within: 4 });
    expect(runs).toEqual([false, true, true, true]);
    expect(asked).toEqual([{ within: 3 }, { within: 4 }]);
  });

  it('answers with the failure of the solver', async () => {
    const failed: Planned = { ok: false, problem: { code: 'worker.failed', values: {} } };
    const client = plannedClient(model, async () => ({
      plan: async () => failed,
      weigh: async () => null,
      stop: () => undefined,
    }));
    expect(await client.run('xupu', 'hunan-2020', { within: 3 })).toEqual(failed);
  });
});
