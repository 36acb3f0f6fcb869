import { thereAtEnd } from '../../model/reassign/months.ts';
import type { Move, MovePlan } from '../../model/reassign/types.ts';
import { OUTSIDE } from '../../model/reassign/types.ts';
import type { PlaceData, Projection } from '../../model/types.ts';

/** One area as the picture shows it: whole GPs on 31 December, without and with the moves in force; NaN but for centres. */
export interface ArcRow {
  area: number;
  before: number;
  after: number;
  /** Fewest GPs wanted; null but for centres. */
  floor: number | null;
  part: 'source' | 'giver' | 'taker' | 'short' | 'other';
}

export interface ArcPicture {
  rows: ArcRow[];
  arcs: { move: Move; from: number; to: number }[];
  /** Left out because they are too many: areas, moves, persons in these moves. */
  left: { areas: number; moves: number; persons: number };
}

/** More rows than this cannot be told apart. */
export const MOST_ROWS = 40;

/** Expected GPs of an area on 31 December by the projection with the moves: those moved may leave and retire there, too. */
export function expectedIn({ base, horizon, gps }: Projection, area: number, year: number): number {
  return gps[area * (horizon - base + 1) + year - base] ?? NaN;
}

/** What an expected value may fall short of a whole number by, and still be read as that number: half of what is shown. */
const UNSEEN = 0.05;

/** Centres that the list brings to their minimum in a year, and that the projection expects below it at the year's end. */
export function overPromised(plan: MovePlan, projection: Projection, year: number): number[] {
  const counts = beforeAfter(plan, year);
  return plan.without
    .filter(({ area, minimum }) => (counts.get(area)?.after ?? 0) >= minimum)
    .filter(({ area, minimum }) => expectedIn(projection, area, year) < minimum - UNSEEN)
    .map(({ area }) => area);
}

/** Whole GPs of every centre on 31 December, without and with the moves, by area. */
export function beforeAfter(plan: MovePlan, year: number): Map<number, { before: number; after: number }> {
  const at = plan.years.indexOf(year);
  const rows = new Map(
    plan.without.map(({ area, heads }) => [area, { before: heads[at] ?? 0, after: heads[at] ?? 0 }]),
  );
  const change = (area: number, by: number): void => {
    const row = rows.get(area);
    if (row) row.after += by;
  };
  for (const move of plan.moves) {
    if (!thereAtEnd(move, year)) continue;
    change(move.to, move.persons);
    change(move.from, -move.persons);
  }
  return rows;
}

/**
 * Rows and arcs of one year: givers above takers, each taker as near to its giver as the others allow, then who stays short, then the
 * rest. Where there are too many, only who takes part; and of these the largest moves.
 */
export function arcPicture(plan: MovePlan, place: PlaceData, year: number): ArcPicture {
  const all = plan.moves.filter((move) => thereAtEnd(move, year));
  const counts = beforeAfter(plan, year);
  const minimums = new Map(plan.without.map(({ area, minimum }) => [area, minimum]));
  const tight = place.areas.length > MOST_ROWS;
  const moves = tight ? largestMoves(all) : all;
  const givers = unique(moves.map(({ from }) => from)).sort((a, b) => rankOf(a, place) - rankOf(b, place) || a - b);
  const takers = unique(moves.map(({ to }) => to)).filter((area) => !givers.includes(area));
  // Arcs nest where the takers of the last giver come first.
  const giverOf = (taker: number): number =>
    Math.max(...moves.filter(({ to }) => to === taker).map(({ from }) => givers.indexOf(from)));
  takers.sort((a, b) => giverOf(b) - giverOf(a) || a - b);
  const short = new Set(plan.short.filter((one) => one.year === year).map(({ area }) => area));
  const others = place.areas.map((_, area) => area).filter((area) => !givers.includes(area) && !takers.includes(area));
  const shown = tight
    ? []
    : [...others.filter((area) => short.has(area)), ...others.filter((area) => !short.has(area))];
  const order = [...givers, ...takers, ...shown];
  const partOf = (area: number): ArcRow['part'] => {
    if (area === OUTSIDE || place.areas[area]?.institution === 'hospital') return 'source';
    if (givers.includes(area)) return 'giver';
    if (takers.includes(area)) return 'taker';
    return short.has(area) ? 'short' : 'other';
  };
  return {
    rows: order.map((area) => ({
      area,
      ...(counts.get(area) ?? { before: NaN, after: NaN }),
      floor: minimums.get(area) ?? null,
      part: partOf(area),
    })),
    arcs: moves.map((move) => ({ move, from: order.indexOf(move.from), to: order.indexOf(move.to) })),
    left: {
      areas: place.areas.length - order.filter((area) => area !== OUTSIDE).length,
      moves: all.length - moves.length,
      persons: sum(all) - sum(moves),
    },
  };
}

/** The largest moves whose ends fit into the rows; equal ones in the order of the plan. */
function largestMoves(all: readonly Move[]): Move[] {
  const ends = new Set<number>();
  const kept = new Set<Move>();
  for (const move of [...all].sort((a, b) => b.persons - a.persons)) {
    const more = [move.from, move.to].filter((area) => !ends.has(area));
    if (ends.size + more.length > MOST_ROWS) continue;
    more.forEach((area) => ends.add(area));
    kept.add(move);
  }
  return all.filter((move) => kept.has(move));
}

const unique = (values: number[]): number[] => [...new Set(values)];
const sum = (moves: readonly Move[]): number => moves.reduce((total, { persons }) => total + persons, 0);
/** Outside first, then hospitals, then centres. */
const rankOf = (area: number, place: PlaceData): number =>
  area === OUTSIDE ? 0 : place.areas[area]?.institution === 'hospital' ? 1 : 2;
