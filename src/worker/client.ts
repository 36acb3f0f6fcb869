import type { MovePlan } from '../model/reassign/types.ts';
import type { PlaceData, PolicyPack, Problem } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';
import { connect, type Connection } from './connection.ts';
import type { Failure, Foretold, Ledger, Opened, Ran } from './model.ts';
import type { ModelWire, PolicyRead } from './model-wire.ts';
import { createUnpacker } from './parcel.ts';
import { beginnings, frameOf, sliceOf } from './place-slices.ts';
import type { ModelWorker } from './start.ts';

/** The page's side of the model. `null`: a newer call has taken the place of this one. */
export interface ModelClient {
  open(place: string, policy: string): Promise<Opened | null>;
  /** @param moves the plan of reassignment that was made for these values */
  run(
    place: string,
    policy: string,
    values: Readonly<Record<string, Value>>,
    moves?: MovePlan | null,
  ): Promise<Ran | null>;
  /**
   * The plan of such a run in full; a run of very many areas has it in brief.
   * @param caller what it is asked for: a newer call of the same caller takes the place of the older one
   * @param asked what it was run with, moves included
   * @param members the areas that it is wanted of; all where null
   */
  ledger(
    caller: string,
    asked: Required<Parameters<ModelClient['run']>>,
    members: readonly number[] | null,
  ): Promise<Ledger | null>;
  /** From now on these are the documents of the reader's own. */
  bring(packs: readonly PolicyPack[]): void;
  /** From now on this is what the place with its id is; a new worker is given it again. */
  keep(place: PlaceData): void;
  hindcasts(): Promise<Foretold | null>;
  /** A document of the reader's own, from JSON. */
  readPolicy(text: string): Promise<PolicyRead | Failure | null>;
  /** What happens to the worker beside the answers. */
  onProblem(listener: (problem: Problem) => void): void;
}

interface Job {
  attempt: (connection: Connection<ModelWire>) => Promise<unknown>;
  settle: (answer: unknown) => void;
}
/** A newer call takes the place of one that waits in the same line; the scenario is served first, the others as they come. */
type Line = 'scenario' | 'hindcasts' | 'policy' | `ledger ${string}`;

/** Milliseconds that a worker gets to load its data over a slow network, and to compute. */
const PATIENCE = { load: 120_000, run: 30_000 };

/**
 * Asks one thing at a time; of what comes meanwhile only the newest waits, so an older answer never follows a newer one.
 * A worker that dies is replaced and the newest question asked again, once; if that fails too, the failure is the answer.
 */
export function createClient(start: () => ModelWorker, patience = PATIENCE): ModelClient {
  const waiting = new Map<Line, Job>();
  const listeners: ((problem: Problem) => void)[] = [];
  let own: PlaceData | null = null;
  let brought: readonly PolicyPack[] = [];
  let connection: Connection<ModelWire> | null = null;
  /** What the worker of `connection` has open, and which place of the page it was given. */
  let open = '';
  let given: PlaceData | null = null;
  const unpack = createUnpacker();
  let busy = false;
  /** Deaths since the last answer. */
  let deaths = 0;

  const mourn = (): void => {
    connection?.close();
    connection = null;
    open = '';
    given = null;
    deaths += 1;
    if (deaths < 2) for (const listener of listeners) listener({ code: 'worker.crashed', values: {} });
  };

  /** Between two questions a death is told at once; the next question starts another worker. */
  const dieIdle = (): void => {
    if (!busy) mourn();
  };

  const finish = async (line: Line, job: Job): Promise<unknown> => {
    try {
      connection ??= connect(start, dieIdle);
      const answer = await job.attempt(connection);
      deaths = 0;
      return answer;
    } catch (error) {
      mourn();
      if (deaths >= 2) {
        deaths = 0;
        const message = error instanceof Error ? error.message : String(error);
        return { ok: false, problem: { code: 'worker.failed', values: { message } } } satisfies Failure;
      }
      return waiting.has(line) ? null : finish(line, job);
    }
  };

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let line = nextLine(waiting); line !== undefined; line = nextLine(waiting)) {
      const job = waiting.get(line);
      waiting.delete(line);
      job?.settle(await finish(line, job));
    }
    busy = false;
  };

  const ask = <T>(
    line: Line,
    attempt: (connection: Connection<ModelWire>) => Promise<T | Failure>,
  ): Promise<T | Failure | null> =>
    new Promise((resolve) => {
      waiting.get(line)?.settle(null);
      waiting.set(line, { attempt, settle: (answer) => resolve(answer as T | Failure | null) });
      void work();
    });

  const openIn = async (to: Connection<ModelWire>, place: string, policy: string): Promise<Opened> => {
    const kept = own?.id === place ? own : null;
    if (kept !== null && given !== kept) {
      await to.ask((model) => model.give(frameOf(kept)), patience.load);
      // Each is answered before the next is copied, so that the page is free in between.
      for (const first of beginnings(kept.areas.length)) {
        await to.ask((model) => model.give(sliceOf(kept, first)), patience.load);
      }
      given = kept;
    }
    const opened = await to.ask((model) => model.open(place, policy, kept !== null, brought), patience.load);
    if (!opened.ok) return opened;
    open = `${place} ${policy}`;
    const { place: found, ...rest } = opened.setup;
    const known = found ?? (kept && opened.facts ? { ...kept, facts: opened.facts } : kept);
    if (known === null) throw new Error('the worker opened no place');
    return { ok: true, setup: { ...rest, place: known } };
  };

  const openFor = async (to: Connection<ModelWire>, place: string, policy: string): Promise<Failure | null> => {
    if (open === `${place} ${policy}`) return null;
    const opened = await openIn(to, place, policy);
    return opened.ok ? null : opened;
  };

  return {
    open: (place, policy) => ask('scenario', (to) => openIn(to, place, policy)),
    run: (place, policy, values, moves = null) =>
      ask('scenario', async (to) => {
        const failure = await openFor(to, place, policy);
        if (failure) return failure;
        const ran = await to.ask((model) => model.run(values, moves), patience.run);
        return ran.ok ? { ok: true, result: unpack(ran.result) } : ran;
      }),
    ledger: (caller, [place, policy, values, moves], members) =>
      ask(`ledger ${caller}`, async (to) => {
        const failure = await openFor(to, place, policy);
        return failure ?? to.ask((model) => model.ledger(values, moves, members), patience.run);
      }),
    bring(packs) {
      brought = packs;
      open = '';
    },
    keep(place) {
      own = place;
      open = '';
    },
    hindcasts: () => ask('hindcasts', (to) => to.ask((model) => model.hindcasts(), patience.load)),
    readPolicy: (text) => ask<PolicyRead>('policy', (to) => to.ask((model) => model.readPolicy(text), patience.load)),
    onProblem: (listener) => void listeners.push(listener),
  };
}

function nextLine(waiting: ReadonlyMap<Line, Job>): Line | undefined {
  return waiting.has('scenario') ? 'scenario' : waiting.keys().next().value;
}
