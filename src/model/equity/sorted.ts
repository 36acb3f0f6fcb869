import { BLOCK, type EquityUnits } from './units.ts';

/** Below 0 where the first stands before the second: by density, of equal ones the first first. */
type Order = (one: number, other: number) => number;

/** Places of the units, ascending by density, in steps: block by block, then the blocks by twos. */
export function* sortedSteps({ areas: { length }, residents, gps }: EquityUnits): Generator<void, Uint32Array> {
  const order: Order = (one, other) => gps[one]! * residents[other]! - gps[other]! * residents[one]! || one - other;
  let sorted = Uint32Array.from({ length }, (_, place) => place);
  for (let first = 0; first < length; first += BLOCK) {
    sorted.subarray(first, first + BLOCK).sort(order);
    yield;
  }
  let merged = new Uint32Array(length);
  for (let run = BLOCK; run < length; run *= 2) {
    for (let first = 0; first < length; first += 2 * run) {
      yield* mergeRuns(sorted, merged, first, run, order);
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted;
}

/** Merges two runs that stand one after the other, the second of which may be short or missing. */
function* mergeRuns(
  from: Uint32Array,
  into: Uint32Array,
  first: number,
  run: number,
  order: Order,
): Generator<void, void> {
  const middle = Math.min(first + run, from.length);
  const end = Math.min(first + 2 * run, from.length);
  let [left, right] = [first, middle];
  for (let to = first; to < end; to++) {
    if (to % BLOCK === 0) yield;
    const takesLeft = right === end || (left < middle && order(from[left]!, from[right]!) <= 0);
    into[to] = takesLeft ? from[left++]! : from[right++]!;
  }
}
