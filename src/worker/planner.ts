import { proxy } from 'comlink';
import type { Weighing } from '../model/reassign/giving-way.ts';
import type { PlanProgress } from '../model/reassign/plan.ts';
import type { PlaceData, PolicyPack } from '../model/types.ts';
import type { Value } from '../scenario/types.ts';
import { connect, type Connection } from './connection.ts';
import { beginnings, frameOf, sliceOf } from './place-slices.ts';
import type { Failure } from './model.ts';
import type { Planned, SolverWire, Weighed } from './solver-wire.ts';
import type { ModelWorker } from './start.ts';

/** The page's side of the solver. */
export interface Planner {
  /**
   * The plan of reassignment of a scenario. Takes the place of the one under way.
   * @param values what differs from the defaults, checked
   * @param tell told how far it is
   * @returns null where a newer one has taken its place, or it was stopped
   */
  plan(
    place: PlaceData,
    pack: PolicyPack,
    values: Readonly<Record<string, Value>>,
    tell: (progress: PlanProgress) => void,
  ): Promise<Planned | null>;
  /** By how much each limit of that plan would have to give; in its place as well. @returns null as above */
  weigh(
    place: PlaceData,
    pack: PolicyPack,
    values: Readonly<Record<string, Value>>,
    year: number,
    tell: Weighing,
  ): Promise<Weighed | null>;
  /** Gives up the plan under way: a solver cannot be asked to stop, so its worker ends. */
  stop(): void;
}

/** Milliseconds without a newer question before a plan begins: a lever that is dragged asks many times. */
const WAIT = 120;
/** Milliseconds for loading and solving. */
const PATIENCE = 180_000;

/** Starts the worker at the first plan, and another after one was given up or died. */
export function createPlanner(start: () => ModelWorker, wait = WAIT, patience = PATIENCE): Planner {
  let connection: Connection<SolverWire> | null = null;
  let given: PlaceData | null = null;
  let newest = 0;
  /** Ends the waiting for the plan under way. */
  let giveUp: (() => void) | null = null;

  const close = (): void => {
    connection?.close();
    connection = null;
    given = null;
  };
  const stop = (): void => {
    newest++;
    if (giveUp === null) return;
    close();
    giveUp();
  };
  const give = async (to: Connection<SolverWire>, place: PlaceData): Promise<void> => {
    if (given === place) return;
    await to.ask((solver) => solver.give(frameOf(place)), patience);
    for (const first of beginnings(place.areas.length)) {
      await to.ask((solver) => solver.give(sliceOf(place, first)), patience);
    }
    given = place;
  };

  /** Asks the solver something about a place, in place of what it was asked before. */
  const ask = async <Answer>(
    place: PlaceData,
    question: (solver: SolverWire, current: () => boolean) => Promise<Answer>,
  ): Promise<Answer | Failure | null> => {
    stop();
    const ticket = newest;
    const current = (): boolean => ticket === newest;
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (!current()) return null;
    const gone = new Promise<null>((resolve) => (giveUp = () => resolve(null)));
    const solve = async (): Promise<Answer> => {
      const to = (connection ??= connect<SolverWire>(start, close));
      await give(to, place);
      return to.ask((solver) => question(solver, current), patience);
    };
    try {
      const answer = await Promise.race([solve(), gone]);
      return current() ? answer : null;
    } catch (error) {
      if (!current()) return null;
      close();
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { code: 'worker.failed', values: { message } } };
    } finally {
      if (current()) giveUp = null;
    }
  };

  return {
    stop,
    plan: (place, pack, values, tell) =>
      ask<Planned>(place, (solver, current) =>
        solver.plan(
          pack,
          values,
          proxy((progress: PlanProgress) => void (current() && tell(progress))),
        ),
      ),
    weigh: (place, pack, values, year, tell) =>
      ask<Weighed>(place, (solver, current) =>
        solver.weigh(
          pack,
          values,
          year,
          proxy((done: number, of: number) => void (current() && tell(done, of))),
        ),
      ),
  };
}
