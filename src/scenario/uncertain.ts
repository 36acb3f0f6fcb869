import type { Uncertain } from '../model/micro/parameters.ts';
import type { Field, Value } from './types.ts';

/** The fields in doubt: those with a range that the reader has left at their default. Years of age and of service are whole. */
export function uncertainOf(fields: readonly Field[], values: Readonly<Record<string, Value>>): Uncertain[] {
  return fields.flatMap(({ key, unit, low, high, distribution, default: usual }) => {
    if (distribution === 'fixed' || low === null || high === null || typeof usual !== 'number') return [];
    if (values[key] !== usual) return [];
    return [{ key, low, mode: usual, high, distribution, whole: unit === 'year' }];
  });
}
