import type { Setup } from '../frame.ts';
import type { Uncertain } from '../micro/parameters.ts';
import type { Move } from '../reassign/types.ts';
import type { Values } from '../values.ts';
import { expectedDensity } from './expected-density.ts';

/** Expected densities of the whole place with one parameter at an end of its range and all others at their modes. */
export interface Tornado {
  years: number[];
  /** GPs per 10,000 with every parameter at its mode, by year. */
  mode: Float64Array;
  /** In the order of the parameters: the ends of the range, and the densities there by year. */
  bars: { key: string; low: number; high: number; atLow: Float64Array; atHigh: Float64Array }[];
}

/** @throws RangeError when setup and values do not fit */
export function tornadoOf(
  setup: Setup,
  values: Values,
  defaults: Values,
  uncertain: readonly Uncertain[],
  moves: readonly Move[] = [],
): Tornado {
  const density = expectedDensity(setup, values, defaults, moves);
  return {
    years: density.years,
    mode: density.at({}),
    bars: uncertain
      .filter(({ low, high, distribution }) => distribution !== 'fixed' && low < high)
      .map(({ key, low, high }) => ({
        key,
        low,
        high,
        atLow: density.at({ [key]: low }),
        atHigh: density.at({ [key]: high }),
      })),
  };
}
