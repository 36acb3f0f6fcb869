import type { Uncertain } from '../model/micro/parameters.ts';
import { STOCK } from '../model/stock-factor.ts';
import type { Field, Value } from './types.ts';

/**
 * The fields in doubt: those with a range that the reader has left at their default; levers that she has set, which apply only from a year
 * on, so that what ran before is in doubt as in the baseline; and the GPs of the starting point, as far as she says that they may be wrong.
 * Years of age and of service are whole.
 */
export function uncertainOf(fields: readonly Field[], values: Readonly<Record<string, Value>>): Uncertain[] {
  const ranged = fields.flatMap(({ key, kind, unit, low, high, distribution, default: usual }): Uncertain[] => {
    if (distribution === 'fixed' || low === null || high === null || typeof usual !== 'number') return [];
    // What an allowance buys is told from its default, which is certain then.
    const ranBefore = kind === 'lever' && key !== 'allowance';
    if (values[key] !== usual && !ranBefore) return [];
    return [{ key, low, mode: usual, high, distribution, whole: unit === 'year' }];
  });
  const error = Number(values['stockerror'] ?? 0);
  if (!(error > 0)) return ranged;
  return [...ranged, { key: STOCK, low: 1 - error, mode: 1, high: 1 + error, distribution: 'PERT' }];
}
