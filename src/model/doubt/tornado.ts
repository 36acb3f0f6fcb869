import type { Uncertain } from '../micro/parameters.ts';
import type { ExpectedDensity } from './expected-density.ts';

/** One parameter at the ends of its range and all others at their modes. */
export interface Bar {
  key: string;
  low: number;
  high: number;
  /** GPs per 10,000 of the whole place, by year. */
  atLow: Float64Array;
  atHigh: Float64Array;
}

/** Expected densities of the whole place with one parameter at an end of its range and all others at their modes. */
export interface Tornado {
  years: number[];
  /** GPs per 10,000 with every parameter at its mode, by year. */
  mode: Float64Array;
  /** In the order of the parameters. */
  bars: Bar[];
}

/** Some pieces of a tornado, which is made of so many that it can stop between any two. */
export interface TornadoPart {
  /** Piece 0 is every parameter at its mode, each of the others one parameter. */
  from: number;
  to: number;
  years: number[];
  /** Of piece 0. */
  mode: Float64Array | null;
  bars: Bar[];
}

export const tornadoPieces = (uncertain: readonly Uncertain[]): number => 1 + uncertain.length;

/**
 * The pieces `from` to `to` − 1. A piece is the same whatever the range that it is made in.
 * @param density of the scenario
 * @param uncertain the parameters in doubt
 * @throws RangeError when there are not so many pieces
 */
export function tornadoPart(
  density: ExpectedDensity,
  uncertain: readonly Uncertain[],
  { from, to }: { from: number; to: number },
): TornadoPart {
  if (from < 0 || to > tornadoPieces(uncertain)) throw new RangeError(`no pieces of a tornado: ${from} to ${to}`);
  return {
    from,
    to,
    years: density.years,
    mode: from === 0 ? density.at({}) : null,
    bars: uncertain.slice(Math.max(0, from - 1), to - 1).map(({ key, low, high }) => ({
      key,
      low,
      high,
      atLow: density.at({ [key]: low }),
      atHigh: density.at({ [key]: high }),
    })),
  };
}

/** @param parts from piece 0 on, in order and without a gap @throws RangeError when they are not */
export function mergeTornado(parts: readonly TornadoPart[]): Tornado {
  const first = parts[0];
  if (!first?.mode || parts.some(({ from }, i) => i > 0 && from !== parts[i - 1]!.to)) {
    throw new RangeError('pieces of a tornado are missing');
  }
  return { years: first.years, mode: first.mode, bars: parts.flatMap(({ bars }) => bars) };
}
