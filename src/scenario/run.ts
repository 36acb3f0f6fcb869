import type { Setup } from '../model/frame.ts';
import { ofAreas } from '../model/projection.ts';
import { simulate, simulatePlan, type Memory } from '../model/simulate.ts';
import type { MovePlan } from '../model/reassign/types.ts';
import type { Projection, Result } from '../model/types.ts';
import { fieldsOf } from './fields.ts';
import { resolve } from './resolve.ts';
import type { Value } from './types.ts';

/**
 * One run of the model for a scenario. The page's worker and the headless run both come in here, so they cannot differ.
 * @param values what differs from the defaults, checked
 * @param memory kept between the runs of one setup
 * @param moves the plan of reassignment for these values, where there is one
 * @param brief of plan and baseline, flows are told of all areas together
 */
export function runScenario(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  memory?: Memory,
  moves: MovePlan | null = null,
  brief = false,
): Result {
  const fields = fieldsOf(setup, values);
  return simulate(setup, resolve(fields, values), resolve(fields, {}), memory, moves, brief);
}

/** The plan of such a run in full: with the flows of every area. @param members the areas that it is wanted of; all where null */
export function runPlan(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  memory: Memory,
  moves: MovePlan | null,
  members: readonly number[] | null,
): Projection {
  const fields = fieldsOf(setup, values);
  const plan = simulatePlan(setup, resolve(fields, values), resolve(fields, {}), memory, moves);
  return members === null ? plan : ofAreas(plan, members);
}
