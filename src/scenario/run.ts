import { simulate, type Setup } from '../model/simulate.ts';
import type { Result } from '../model/types.ts';
import { fieldsOf } from './fields.ts';
import { resolve } from './resolve.ts';
import type { Value } from './types.ts';

/**
 * One run of the model for a scenario. The page's worker and the headless run both come in here, so they cannot differ.
 * @param values what differs from the defaults, checked
 */
export function runScenario(setup: Setup, values: Readonly<Record<string, Value>>): Result {
  const fields = fieldsOf(setup, values);
  return simulate(setup, resolve(fields, values), resolve(fields, {}));
}
