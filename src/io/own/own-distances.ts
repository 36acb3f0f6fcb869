import type { PlaceData } from '../../model/types.ts';
import type { OwnArea } from './areas.ts';
import type { AreaRef } from './area-ref.ts';
import type { DistanceRow } from './distances.ts';
import { nameIndex } from './names.ts';
import { listOf } from './plausible.ts';
import type { ProblemLog } from './problem-log.ts';

/** Areas under one parent beyond which missing pairs are not looked for. */
const MOST_NEIGHBOURS = 300;

/**
 * Distances between the areas of the place, each pair once. One direction stands for both; where both are given the first counts.
 * Codes: `distances.unknown-area` {row, value}; `check.distances` {areas, count}: pairs under one parent of which others have one
 */
export function ownDistances(
  rows: readonly DistanceRow[],
  areas: readonly OwnArea[],
  log: ProblemLog,
): NonNullable<PlaceData['distances']> {
  const indices = new Map(areas.map(({ key }, index) => [key, index]));
  const names = nameIndex(() => areas.map(({ key, name }) => [key, name]));
  const indexOf = ({ code, name }: AreaRef): number | undefined => {
    const byCode = code === null ? undefined : indices.get(code);
    if (byCode !== undefined || name === null) return byCode;
    const found = names.find(name);
    return found.length === 1 ? indices.get(found[0] ?? '') : undefined;
  };
  const known = new Map<string, { from: number; to: number; km: number }>();
  const pairOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const { row, from, to, km } of rows) {
    const ends = [from, to].map((end) => {
      const index = indexOf(end);
      if (index === undefined) log.add('distances.unknown-area', { row, value: end.code ?? end.name ?? '' });
      return index;
    });
    const [a, b] = ends;
    if (a === undefined || b === undefined || a === b || known.has(pairOf(a, b))) continue;
    known.set(pairOf(a, b), { from: a, to: b, km });
  }
  const missing = missingPairs(areas, (a, b) => known.has(pairOf(a, b)));
  if (missing.length > 0) log.add('check.distances', listOf(missing));
  return [...known.values()];
}

function missingPairs(areas: readonly OwnArea[], has: (a: number, b: number) => boolean): string[] {
  const siblings = new Map<string, number[]>();
  areas.forEach(({ parent }, index) => {
    const same = siblings.get(parent);
    if (same) same.push(index);
    else siblings.set(parent, [index]);
  });
  return [...siblings.values()].flatMap((same) => {
    if (same.length > MOST_NEIGHBOURS) return [];
    const pairs = same.flatMap((a, at) => same.slice(at + 1).map((b) => [a, b] as const));
    const lacking = pairs.filter(([a, b]) => !has(a, b));
    if (lacking.length === pairs.length) return [];
    return lacking.map(([a, b]) => `${areas[a]?.name}—${areas[b]?.name}`);
  });
}
