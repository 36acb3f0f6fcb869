import type { Setup } from '../model/frame.ts';
import { simulate, type Memory } from '../model/simulate.ts';
import type { MovePlan } from '../model/reassign/types.ts';
import type { Result } from '../model/types.ts';
import { fieldsOf } from './fields.ts';
import { resolve } from './resolve.ts';
import type { Value } from './types.ts';

/**
 * One run of the model for a scenario. The page's worker and the headless run both come in here, so they cannot differ.
 * @param values what differs from the defaults, checked
 * @param memory kept between the runs of one setup
 * @param moves the plan of reassignment for these values, where there is one
 */
export function runScenario(
  setup: Setup,
  values: Readonly<Record<string, Value>>,
  memory?: Memory,
  moves: MovePlan | null = null,
): Result {
  const fields = fieldsOf(setup, values);
  return simulate(setup, resolve(fields, values), resolve(fields, {}), memory, moves);
}
