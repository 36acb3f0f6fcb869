import type { Field, Value } from './types.ts';

/** A value for every field: the scenario's own, else the default. */
export function resolve(fields: readonly Field[], values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(fields.map((field) => [field.key, values[field.key] ?? field.default]));
}

/** The values that differ from the defaults, in the order of the fields. Keys without a field are left out. */
export function changedValues(
  fields: readonly Field[],
  values: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const changed: Record<string, Value> = {};
  for (const { key, default: usual } of fields) {
    const value = values[key];
    if (value !== undefined && value !== usual) changed[key] = value;
  }
  return changed;
}
