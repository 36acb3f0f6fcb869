import { threefry } from './threefry.ts';

/** 2⁻³² and 2⁻⁵³. */
const PER_WORD = 1 / 2 ** 32;
const PER_DOUBLE = 1 / 2 ** 53;

/**
 * Random words in a row, keyed by (seed, draw) and (purpose, area, year): whoever opens the same place reads the same words,
 * whatever was read elsewhere. Two scenarios share their numbers for that reason.
 */
export interface Stream {
  /** Seed, draw, 0, 0. */
  key: Int32Array;
  /** Index of the next block of four words, purpose, area, year. */
  counter: Int32Array;
  block: Int32Array;
  /** Next word of the block; 4: used up. */
  at: number;
}

export function newStream(): Stream {
  return { key: new Int32Array(4), counter: new Int32Array(4), block: new Int32Array(4), at: 4 };
}

/** The numbers of one draw. @param seed, draw whole, 0 to 2³² − 1 */
export function useKey(stream: Stream, seed: number, draw: number): void {
  stream.key[0] = seed;
  stream.key[1] = draw;
  stream.at = 4;
}

/** Goes to the words of a purpose, area and year. @param first index of the first block: parts of a purpose with words of their own */
export function seek(stream: Stream, purpose: number, area: number, year: number, first = 0): void {
  const { counter } = stream;
  counter[0] = first;
  counter[1] = purpose;
  counter[2] = area;
  counter[3] = year;
  stream.at = 4;
}

/** The next 32 random bits, as a signed number: those above 2³¹ would not fit the small integers of most engines. */
export function nextBits(stream: Stream): number {
  let { at } = stream;
  if (at === 4) {
    refill(stream);
    at = 0;
  }
  stream.at = at + 1;
  return stream.block[at]!;
}

function refill(stream: Stream): void {
  threefry(stream.key, stream.counter, stream.block);
  stream.counter[0]!++;
}

/** Uniform above 0 and below 1, in the middles of 2³² equal steps. */
export function nextShare(stream: Stream): number {
  return ((nextBits(stream) >>> 0) + 0.5) * PER_WORD;
}

/** Uniform above 0 and below 1 in 2⁵² steps, from two words. */
export function nextFine(stream: Stream): number {
  const high = nextBits(stream) >>> 6;
  const low = nextBits(stream) >>> 6;
  return (high * 2 ** 26 + low + 0.5) * (PER_DOUBLE * 2);
}
