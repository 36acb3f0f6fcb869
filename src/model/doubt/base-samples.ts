import { parameterDraws } from '../micro/parameters.ts';
import type { Uncertain } from '../micro/parameters.ts';

/** What a function gives at the points of Saltelli's design, for some of the base samples. */
export interface BaseSamples {
  /** First base sample, and the first one not in it. */
  from: number;
  to: number;
  years: number[];
  keys: string[];
  /**
   * [sample × point × year]: at A, at B, and for each key at A with that key's value of B. A and B are independent draws of all
   * parameters; A of sample j is what draw j of the microsimulation draws.
   */
  values: Float64Array;
}

/** Points of one base sample: A, B, and one for each key. */
export const pointsOf = (keys: readonly string[]): number => keys.length + 2;

/**
 * Evaluates `at` for the base samples `from` to `to` − 1. A sample is the same whatever the range that it is made in.
 * Source of the design: Saltelli et al., "Variance based sensitivity analysis of model output", Comput. Phys. Commun. 181 (2010).
 */
export function sampleFunction(
  years: number[],
  at: (drawn: Readonly<Record<string, number>>) => ArrayLike<number>,
  uncertain: readonly Uncertain[],
  { seed, from, to }: { seed: number; from: number; to: number },
): BaseSamples {
  const keys = uncertain.map(({ key }) => key);
  const drawn = parameterDraws(uncertain);
  const span = years.length;
  const values = new Float64Array((to - from) * pointsOf(keys) * span);
  let cell = 0;
  for (let draw = from; draw < to; draw++) {
    const a = drawn({ seed, draw });
    const b = drawn({ seed, draw }, 1);
    for (const point of [a, b, ...keys.map((key) => ({ ...a, [key]: b[key]! }))]) {
      values.set(at(point), cell);
      cell += span;
    }
  }
  return { from, to, years, keys, values };
}

/** @throws RangeError when there are none, or they do not follow on each other without gap or overlap */
export function mergeSamples(parts: readonly BaseSamples[]): BaseSamples {
  const sorted = [...parts].sort((one, other) => one.from - other.from);
  const first = sorted[0];
  if (first === undefined) throw new RangeError('no base samples to merge');
  const each = pointsOf(first.keys) * first.years.length;
  const values = new Float64Array((sorted.at(-1)!.to - first.from) * each);
  let next = first.from;
  for (const part of sorted) {
    if (part.from !== next) throw new RangeError(`base sample ${next} is missing or there twice`);
    values.set(part.values, (part.from - first.from) * each);
    next = part.to;
  }
  return { ...first, to: next, values };
}
