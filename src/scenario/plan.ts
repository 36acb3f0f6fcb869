import { projectCohort } from '../model/cohort-engine.ts';
import { movableIn } from '../model/cohort-moves.ts';
import { withDocuments } from '../model/documents/with-documents.ts';
import { frameOf, inputOf, type Frame, type Setup } from '../model/frame.ts';
import type { Unmoved } from '../model/reassign/cases.ts';
import { givingWays, type GivingWay, type Weighing } from '../model/reassign/giving-way.ts';
import { planMoves, type PlanProgress } from '../model/reassign/plan.ts';
import type { Solver } from '../model/reassign/program.ts';
import type { MovePlan } from '../model/reassign/types.ts';
import type { Values } from '../model/values.ts';
import { fieldsOf } from './fields.ts';
import { asksForMoves } from './reassign-fields.ts';
import { resolve } from './resolve.ts';
import type { Value } from './types.ts';

/** Seconds after which the best plan so far is taken, with its proven distance from the best. */
const PATIENCE = 20;

/** What a plan is made from. */
interface Case {
  frame: Frame;
  values: Values;
  /** The projection without moves. */
  unmoved(movers?: 'registered' | 'assistants'): Unmoved;
}

function caseOf(setup: Setup, values: Readonly<Record<string, Value>>): Case | null {
  const fields = fieldsOf(setup, values);
  if (!asksForMoves(fields, values)) return null;
  const all = resolve(fields, values);
  const { pack } = withDocuments(setup.pack, values);
  const frame = frameOf({ ...setup, pack }, all);
  const input = inputOf(frame, all, all, resolve(fields, {}));
  const span = frame.years.length;
  return {
    frame,
    values: all,
    unmoved(movers = input.movers ?? 'registered') {
      const movable = new Float64Array(input.opening.length * span);
      const projection = projectCohort(input, (at, state) => {
        for (let area = 0; area < state.areas; area++) movable[area * span + at] = movableIn(state, area, movers);
      });
      return { projection, movable };
    },
  };
}

/**
 * The plan of reassignment of a scenario: the projection without moves, and the moves that the levers allow on it. The page's solver and the headless
 * run both come in here.
 * @param values what differs from the defaults, checked
 * @returns null where no lever of reassignment is on
 */
export function planScenario(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  solver: Solver,
  tell?: (progress: PlanProgress) => void,
): MovePlan | null {
  const given = caseOf(setup, values);
  return given && planMoves(given.frame, given.values, given.unmoved(), solver, PATIENCE, tell);
}

/** By how much each limit of that plan would have to give for every centre to be at its minimum. */
export function weighScenario(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  solver: Solver,
  year: number | null = null,
  tell?: Weighing,
): GivingWay[] {
  const given = caseOf(setup, values);
  return given === null ? [] : givingWays(given.frame, given.values, given.unmoved, solver, year, tell);
}
