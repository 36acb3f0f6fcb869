import type { PlaceData, PolicyPack, Result } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';
import type { ModelClient } from './client.ts';
import type { Failure } from './model.ts';

/** What differs from the defaults, checked. */
export type ValueSet = Readonly<Record<string, Value>>;

/** Scenarios of one place under one document. */
export interface Study {
  place: PlaceData;
  policy: string;
  /** Documents of the reader's own. */
  brought?: readonly PolicyPack[];
  values: readonly ValueSet[];
}
/** Results in the order of the value sets. */
export type Analysed = { ok: true; results: Result[] } | Failure;

/** Runs scenarios that are not the one on the screen, in a worker of its own. */
export interface Analyst {
  /**
   * @param caller what the study is for: a newer study of the same caller takes the place of the older one
   * @returns null where that happened, or the caller has stopped it
   */
  run(caller: string, study: Study): Promise<Analysed | null>;
  stop(caller: string): void;
}

const NONE: readonly PolicyPack[] = [];

interface Task {
  caller: string;
  study: Study;
  settle: (analysed: Analysed | null) => void;
}

/**
 * One run at a time; the callers' studies follow each other in the order in which they were asked.
 * @param client of the analyst alone: the client of the screen would drop all runs but the newest
 */
export function createAnalyst(client: ModelClient): Analyst {
  let tasks: Task[] = [];
  let busy = false;
  let kept: PlaceData | null = null;
  let known: readonly PolicyPack[] = NONE;

  const wanted = (task: Task): boolean => tasks.includes(task);
  const end = (task: Task, analysed: Analysed | null): void => {
    tasks = tasks.filter((other) => other !== task);
    task.settle(analysed);
  };

  const perform = async (task: Task): Promise<void> => {
    const { place, policy, brought = NONE, values } = task.study;
    // Every place comes from the page, so that a worker that is replaced has the reader's own files as well.
    if (place !== kept) client.keep(place);
    kept = place;
    if (brought !== known) client.bring(brought);
    known = brought;
    const results: Result[] = [];
    for (const one of values) {
      const ran = await client.run(place.id, policy, one).catch(failure);
      if (!wanted(task)) return;
      if (ran === null || !ran.ok) return end(task, ran);
      results.push(ran.result);
    }
    end(task, { ok: true, results });
  };

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let task = tasks[0]; task !== undefined; task = tasks[0]) await perform(task);
    busy = false;
  };

  const stop = (caller: string): void => {
    const task = tasks.find((other) => other.caller === caller);
    if (task) end(task, null);
  };
  return {
    run: (caller, study) =>
      new Promise((settle) => {
        stop(caller);
        tasks.push({ caller, study, settle });
        void work();
      }),
    stop,
  };
}

function failure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, problem: { code: 'worker.failed', values: { message } } };
}
