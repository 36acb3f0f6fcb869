import type { Problem } from '../model/types.ts';
import { checkValues } from './check.ts';
import { fieldsOf } from './fields.ts';
import { FIRST } from './settings.ts';
import type { FieldSetup } from './setup.ts';
import { changedValues } from './resolve.ts';
import type { Field, Value } from './types.ts';

/** A scenario's values over a place and a policy, checked, with the fields that follow from them. */
export interface Opening {
  /** Only what differs from the defaults. */
  values: Record<string, Value>;
  fields: Field[];
  problems: Problem[];
}

/**
 * The one door for values, from links as from the screen: each is checked against the field table as the values
 * before it make it. What does not fit falls back to its default and is named.
 */
export function openValues(setup: FieldSetup, raw: readonly (readonly [key: string, value: string])[]): Opening {
  let values: Record<string, Value> = {};
  const problems: Problem[] = [];
  const stages = [
    ...FIRST.map((first) => raw.filter(([key]) => key === first)),
    raw.filter(([key]) => !FIRST.includes(key)),
  ];
  for (const stage of stages) {
    if (stage.length === 0) continue;
    const checked = checkValues(stage, fieldsOf(setup, values));
    values = { ...values, ...checked.values };
    problems.push(...checked.problems);
  }
  const fields = fieldsOf(setup, values);
  return { values: changedValues(fields, values), fields, problems };
}

/** Values as a link writes them. A figure that is not known stands in no link. */
export function asText(values: Readonly<Record<string, Value>>): [key: string, value: string][] {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => [key, String(value)]);
}
