import type { EquityUnit } from './units.ts';

/** So many units are sorted in a few milliseconds. */
const BLOCK = 8192;

const byDensity = (one: EquityUnit, other: EquityUnit): number => one.gps * other.residents - other.gps * one.residents;

/** Units ascending by density, of equal ones the first first, in steps: block by block, then the blocks by twos. */
export function* sortedSteps(units: readonly EquityUnit[]): Generator<void, EquityUnit[]> {
  let runs: EquityUnit[][] = [];
  for (let first = 0; first < units.length; first += BLOCK) {
    runs.push(units.slice(first, first + BLOCK).sort(byDensity));
    yield;
  }
  while (runs.length > 1) {
    const merged: EquityUnit[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(mergedRuns(runs[at]!, runs[at + 1] ?? []));
      yield;
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function mergedRuns(left: EquityUnit[], right: EquityUnit[]): EquityUnit[] {
  const merged: EquityUnit[] = [];
  let [at, to] = [0, 0];
  while (at < left.length && to < right.length) {
    merged.push(byDensity(left[at]!, right[to]!) <= 0 ? left[at++]! : right[to++]!);
  }
  while (at < left.length) merged.push(left[at++]!);
  while (to < right.length) merged.push(right[to++]!);
  return merged;
}
