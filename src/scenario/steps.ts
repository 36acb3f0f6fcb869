import { CAUSES, type Cause } from '../model/explain/causes.ts';
import { resolve } from './resolve.ts';
import type { Field, Value } from './types.ts';

type Values = Readonly<Record<string, Value>>;

/** The first scenario with the fields of one cause as in the second. */
export interface OneStep {
  cause: Cause;
  values: Record<string, Value>;
}

/**
 * The scenarios that must be run to explain what leads from one to another: one for each cause in which they differ.
 * @param fields of both: they share base year and horizon
 * @param first @param second what differs from the defaults
 */
export function stepsBetween(fields: readonly Field[], first: Values, second: Values): OneStep[] {
  const [before, after] = [resolve(fields, first), resolve(fields, second)];
  return [...CAUSES].flatMap(([cause, keys]) => {
    const changed = keys.filter((key) => before[key] !== after[key]);
    if (changed.length === 0) return [];
    return [{ cause, values: { ...first, ...Object.fromEntries(changed.map((key) => [key, after[key]!])) } }];
  });
}
