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
 * Draws the values of fields, draw by draw. Each key has random numbers of its own, by its name: another field more or less changes no
 * other, and two scenarios draw alike.
 * @returns values by key of a draw; another `set` gives values that are independent of these
 * @throws RangeError when low ≤ mode ≤ high does not hold (see `checkUncertain`)
 */
export function parameterDraws(fields: readonly Uncertain[]): (key: DrawKey, set?: number) => Record<string, number> {
  const bad = checkUncertain(fields)[0];
  if (bad !== undefined) throw new RangeError(`low ≤ mode ≤ high does not hold for ${bad.values['key']}`);
  const stream = newStream();
  const purposes = fields.map(({ key }) => hashOf(key));
  const modes = Object.fromEntries(fields.map(({ key, mode }) => [key, mode]));
  return ({ seed, draw }, set = 0) => {
    useKey(stream, seed, draw);
    // A copy is made faster than an object that grows key by key.
    const drawn = { ...modes };
    fields.forEach((field, i) => {
      // Year 0 is no calendar year: purposes of parameters never meet those of the engine.
      seek(stream, purposes[i]!, set, 0);
      const value = drawOne(stream, field);
      drawn[field.key] = field.whole ? Math.round(value) : value;
    });
    return drawn;
  };
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

/** A scenario with drawn values: what it plans, and what it takes for usual. */
export interface DrawnValues {
  plan: Values;
  usual: Values;
}

/**
 * Puts drawn values into a scenario: each takes the place of the default, and of the scenario's value where that is the default.
 * @returns gives a scenario for the values of each draw, which the next call overwrites: copies of all fields would take a fifth of a draw
 */
export function withDrawn(values: Values, defaults: Values): (drawn: Readonly<Record<string, number>>) => DrawnValues {
  const plan: Record<string, number | string | undefined> = { ...values };
  const usual: Record<string, number | string | undefined> = { ...defaults };
  const set = new Set(Object.keys(values).filter((key) => values[key] !== defaults[key]));
  let before: Readonly<Record<string, number>> = {};
  return (drawn) => {
    // Mostly the same fields are drawn again.
    for (const key in before) {
      if (key in drawn) continue;
      plan[key] = values[key];
      usual[key] = defaults[key];
    }
    for (const key in drawn) {
      usual[key] = drawn[key];
      if (!set.has(key)) plan[key] = drawn[key];
    }
    before = drawn;
    return { plan: plan as Values, usual: usual as Values };
  };
}

/** A word from a name that stays the same for ever: FNV-1a over the UTF-16 units. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
