import { hashOf } from '../micro/parameters.ts';
import { newStream, nextShare, seek, useKey } from '../micro/stream.ts';

const REPLICATES = 200;

/**
 * Standard errors of statistics of a sample, by drawing it anew from itself. The same numbers every time: a screen that is opened
 * again shows the same errors.
 * @param size of the sample
 * @param statistics of the given members of it, as many as there are in the sample
 * @returns one standard error for each statistic
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 6.
 */
export function bootstrapErrors(size: number, statistics: (members: Int32Array) => ArrayLike<number>): Float64Array {
  const stream = newStream();
  const members = new Int32Array(size);
  const drawn: ArrayLike<number>[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    useKey(stream, replicate, 0);
    seek(stream, hashOf('bootstrap'), 0, 0);
    for (let i = 0; i < size; i++) members[i] = Math.floor(nextShare(stream) * size);
    drawn.push(Float64Array.from(statistics(members)));
  }
  return Float64Array.from({ length: drawn[0]!.length }, (_, i) => Math.sqrt(varianceOf(drawn.map((one) => one[i]!))));
}

/** Unbiased; 0 of fewer than two. */
export function varianceOf(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i]! / values.length;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) * (values[i]! - mean);
  return sum / (values.length - 1);
}
