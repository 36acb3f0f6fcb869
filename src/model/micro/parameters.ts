import type { Values } from '../values.ts';
import { pert } from './sampling.ts';
import { newStream, nextFine, seek, useKey } from './stream.ts';

/** An uncertain number of the scenario. `low` ≤ `mode` ≤ `high`, in its own unit. */
export interface Uncertain {
  key: string;
  low: number;
  mode: number;
  high: number;
  distribution: 'PERT' | 'uniform' | 'fixed';
  /** Only whole numbers make sense (years): the drawn number is rounded. */
  whole?: boolean;
}

/** Which draw of which seed. */
export interface DrawKey {
  seed: number;
  draw: number;
}

/**
 * What is wrong with the ranges, one message each; empty when all can be drawn from.
 * @throws nothing: ranges come with the data or from the reader
 */
export function checkUncertain(
  fields: readonly Uncertain[],
): { code: string; values: Record<string, string | number> }[] {
  return fields
    .filter(({ low, mode, high }) => !(low <= mode && mode <= high && high - low < Infinity))
    .map(({ key, low, mode, high }) => ({ code: 'draws.bad-range', values: { key, low, mode, high } }));
}

/**
 * The values of one draw. Each key has random numbers of its own, by its name: another field more or less changes no other,
 * and two scenarios draw alike.
 * @param set another one gives values that are independent of these
 * @returns values by key
 * @throws RangeError when low ≤ mode ≤ high does not hold (see `checkUncertain`)
 */
export function drawParameters(fields: readonly Uncertain[], { seed, draw }: DrawKey, set = 0): Record<string, number> {
  const bad = checkUncertain(fields)[0];
  if (bad !== undefined) throw new RangeError(`low ≤ mode ≤ high does not hold for ${bad.values['key']}`);
  const stream = newStream();
  useKey(stream, seed, draw);
  const drawn: Record<string, number> = {};
  for (const field of fields) {
    // Year 0 is no calendar year: purposes of parameters never meet those of the engine.
    seek(stream, hashOf(field.key), set, 0);
    const value = drawOne(stream, field);
    drawn[field.key] = field.whole ? Math.round(value) : value;
  }
  return drawn;
}

function drawOne(stream: ReturnType<typeof newStream>, { low, mode, high, distribution }: Uncertain): number {
  switch (distribution) {
    case 'PERT':
      return pert(stream, low, mode, high);
    case 'uniform':
      return low + (high - low) * nextFine(stream);
    case 'fixed':
      return mode;
    default:
      return distribution satisfies never;
  }
}

/** A scenario with drawn values: each takes the place of the default, and of the scenario's value where that is the default. */
export function withDrawn(
  values: Values,
  defaults: Values,
  drawn: Readonly<Record<string, number>>,
): { plan: Record<string, number | string>; usual: Record<string, number | string> } {
  const plan = { ...values };
  for (const [key, value] of Object.entries(drawn)) if (values[key] === defaults[key]) plan[key] = value;
  return { plan, usual: { ...defaults, ...drawn } };
}

/** A word from a name that stays the same for ever: FNV-1a over the UTF-16 units. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
